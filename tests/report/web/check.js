// Looks at web pages as people and machines do, and prints what is wrong with them, a line each.
// usage: node check.js CHROMIUM PAGE…

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { HtmlValidate } from "html-validate";
import puppeteer from "puppeteer-core";

const WIDTHS = [360, 760, 1280];
const SCHEMES = ["light", "dark"];
const RULES = {
  extends: ["html-validate:recommended"],
  rules: {
    "no-redundant-role": "off", // rows are laid out anew on narrow screens, and some browsers then forget their roles
    "long-title": "off", // a company's name is as long as it is
  },
};

const [, , chromium, ...pages] = process.argv;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"] });

async function look(file, width, scheme) {
  const where = `${file} ${width} ${scheme}`;
  const page = await browser.newPage();
  // What the page's own policy forbids, or anything that it asks the network for.
  page.on("console", (message) => console.log(`${where}: console: ${message.text()}`));
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) console.log(`${where}: asks for ${request.url()}`);
  });
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(pathToFileURL(file).href);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (over > 0) console.log(`${where}: ${over} pixels too wide`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  for (const { id, nodes } of violations) {
    for (const node of nodes) console.log(`${where}: axe: ${id}: ${node.html}`);
  }
  await page.close();
}

for (const file of pages) {
  const report = await new HtmlValidate(RULES).validateFile(file);
  for (const { messages } of report.results) {
    for (const { line, ruleId, message } of messages) console.log(`${file}:${line}: ${ruleId}: ${message}`);
  }
  for (const width of WIDTHS) for (const scheme of SCHEMES) await look(file, width, scheme);
}
await browser.close();
