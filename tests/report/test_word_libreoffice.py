"""The Word report as another program lays it out; skipped by name where LibreOffice is missing."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from smcheck.report.formats.word import render
from support.word import report

pytestmark = [
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"),
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler (pdftotext) is not installed"),
]


def pages(content: bytes, folder: Path) -> list[str]:
    """The text of each page."""
    (folder / "report.docx").write_bytes(content)
    own_profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", own_profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    environment = {**os.environ, "HOME": str(folder)}
    subprocess.run([*convert, str(folder / "report.docx")], check=True, capture_output=True, env=environment)
    read = ["pdftotext", "-layout", str(folder / "report.pdf"), "-"]
    text = subprocess.run(read, check=True, capture_output=True, text=True).stdout
    return text.removesuffix("\f").split("\f")


def test_the_pages_of_the_report(tmp_path: Path) -> None:
    """Each part begins a page but the described one; page one holds its source note; pages are numbered."""
    found = pages(render(report()), tmp_path)
    assert len(found) == 5
    first, where, who, plan, sources = found
    assert "In set-up you are below" in first
    assert "Compared with two surveys." in first
    assert "Section who_takes_charge" in first
    assert "1/5" in first.replace(" ", "")
    assert "Where you stand" in where
    assert "Described" in where
    assert "Compared with two surveys." not in where
    assert "Who does what" in who
    assert "Plan" in plan
    assert "https://example.org/survey" in sources


def test_texts_that_look_like_markup_survive(tmp_path: Path) -> None:
    """Another program reads the same words."""
    assert any(
        "A comment <w:b/> {{ 7*7 }}" in page for page in pages(render(report("<w:b/> {{ 7*7 }}")), tmp_path)
    )
