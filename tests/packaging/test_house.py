"""What holds for the repository as a whole: no place of ours in it, imports one way, reasons given."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from support.cli import ROOT
from support.installation import repository_files

pytestmark = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="needs the repository")

# Put together here, so that this file does not name what it looks for.
REGISTRIES = [
    "files." + "pythonhosted",
    "py" + "pi.org/simple",
    "index" + "-url",
    "index" + "_url",
    "PIP" + "_INDEX",
]
PLACES = re.compile(
    r"(?<![\w.}])/(?:" + "|".join(["ro" + "ot", "ho" + "me", "wo" + "rk", "Us" + "ers"]) + r")/"
)


def texts() -> list[tuple[Path, str]]:
    """The repository's text files."""
    found = []
    for name in repository_files():
        content = (ROOT / name).read_bytes()
        if b"\0" not in content:
            found.append((name, content.decode(errors="replace")))
    return found


def test_no_registry_is_named() -> None:
    """Nobody who installs is sent to a registry of ours."""
    assert [str(name) for name, text in texts() if any(word in text for word in REGISTRIES)] == []


def test_no_place_of_a_machine_is_named() -> None:
    """No absolute path of the machine that something was made on."""
    assert [f"{name}: {found[0]}" for name, text in texts() if (found := PLACES.search(text))] == []


def test_imports_point_one_way() -> None:
    """The contracts in pyproject.toml hold: layers, and who may know Textual and Rich."""
    script = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert "4 kept, 0 broken" in done.stdout


def test_files_and_functions_are_small() -> None:
    """No file of the program has more than 300 lines, and no function more than 45."""
    long = []
    for path in sorted((ROOT / "smcheck").rglob("*.py")):
        text = path.read_text("utf-8")
        if (lines := len(text.splitlines())) > 300:
            long.append(f"{path.name}: {lines}")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                if length > 45:
                    long.append(f"{path.name}: {node.name} {length}")
    assert long == []


def test_every_dependency_has_its_reason() -> None:
    """Beside each requirement in pyproject.toml stands what it is for."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    extras = project["optional-dependencies"]
    required = {*project["dependencies"], *extras["dev"], *extras["report"]}
    lines = [line.strip() for line in text.splitlines()]
    silent = [
        requirement
        for requirement in required
        if not any(re.match(re.escape(f'"{requirement}",') + r"\s*# \w", line) for line in lines)
    ]
    assert (silent, len(required) > 15) == ([], True)


def test_every_ignored_rule_has_its_reason() -> None:
    """The same for each rule that ruff is told to pass over."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    ignored = tomllib.loads(text)["tool"]["ruff"]["lint"]["ignore"]
    lines = [line.strip() for line in text.splitlines()]
    silent = [rule for rule in ignored if not any(re.match(rf'"{rule}",\s*# \w', line) for line in lines)]
    assert silent == []


def test_the_commands_of_the_readme_are_those_of_ci() -> None:
    """Who follows the README's two commands runs what CI runs on a bare machine, step by step."""
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    run = [line.replace('"$python"', "python3").replace(" -q", "") for line in ci.splitlines()]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    start, test = re.findall(r"^```sh\n(.*)\n```", readme, re.MULTILINE)[:2]
    steps = [*start.split(" && "), *test.split(" && ")]
    assert len(steps) == 5
    assert [step for step in steps if not any(f"{line} ".startswith(f"{step} ") for line in run)] == []


def test_both_readmes_give_the_same_commands() -> None:
    """Who reads German types the same two commands."""
    english, german = (
        re.findall(r"^```sh\n(.*?)\n```", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
        for name in ("README.md", "README.de.md")
    )
    assert (german, len(german)) == (english, 2)


@pytest.mark.parametrize("name", ["README.md", "README.de.md", "CONTRIBUTING.md", "benchmarks/README.md"])
def test_links_lead_somewhere(name: str) -> None:
    """What a page links to in the repository is there; so each promise of the README has its test."""
    page = ROOT / name
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not (page.parent / link).exists()] == []
    assert name != "README.md" or len([link for link in inside if link.startswith("tests/")]) > 15
