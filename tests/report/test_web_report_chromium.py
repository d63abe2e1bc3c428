"""The web page in a browser: axe-core and html-validate find nothing; skipped by name where they are missing.

``npm install --no-package-lock`` in ``tests/report/web`` installs both.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

from smcheck.report.brand import Brand, Logo
from smcheck.report.formats import html
from support.reports import document_named

WEB = Path(__file__).parent / "web"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><rect width="40" height="10"/></svg>'

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
    pytest.mark.skipif(shutil.which("node") is None, reason="Node is not installed"),
    pytest.mark.skipif(
        not (WEB / "node_modules").is_dir(), reason="axe-core and html-validate are not installed"
    ),
]


@pytest.mark.sample(1)
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", ["full", "nine needs", "nobody knows", "hostile"])
def test_nothing_is_found(tmp_path: Path, name: str, language: str) -> None:
    """At 360, 760 and 1280 pixels, light and dark: contrast, roles, names, headings, and nothing too wide."""
    page = tmp_path / "page.html"
    brand = Brand(name="Muster", logo=Logo(SVG, "svg"), footer="Vertraulich", contact="example.com")
    page.write_bytes(html.render(document_named(name, language), brand))
    command = ["node", str(WEB / "check.js"), str(CHROMIUM), str(page)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    assert (done.stdout, done.returncode) == ("", 0), done.stderr
