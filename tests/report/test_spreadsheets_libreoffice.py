"""Workbook and table as another program opens and saves them; skipped by name without LibreOffice."""

import csv
import io
import os
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from smcheck.report.formats import excel, table
from smcheck.report.formats.tables import tables
from support.reports import document_named

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"
)
SEMICOLON_UTF8 = "csv:Text - txt - csv (StarCalc):59,34,UTF-8,1,,0,false,true,false,false,false,-1"
"""A file for each sheet, separated by semicolons, cells as they are shown."""


def convert(file: Path, to: str, *more: str) -> None:
    """Let LibreOffice open a file and save it beside it in another format."""
    folder = file.parent
    own_profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        own_profile,
        "--headless",
        *more,
        "--convert-to",
        to,
        "--outdir",
        str(folder),
        str(file),
    ]
    environment = {**os.environ, "HOME": str(folder)}
    subprocess.run(command, check=True, capture_output=True, env=environment, timeout=300)


@pytest.mark.parametrize("name", ["full", "hostile"])
def test_a_workbook_saved_as_csv(tmp_path: Path, name: str) -> None:
    """Every sheet is there with every row, and no cell begins what a spreadsheet would take for a formula."""
    document = document_named(name, "de")
    file = tmp_path / "report.xlsx"
    file.write_bytes(excel.render(document))
    convert(file, SEMICOLON_UTF8)
    for found in tables(document):
        saved = tmp_path / f"report-{found.title}.csv"
        rows = list(csv.reader(io.StringIO(saved.read_text(encoding="utf-8")), delimiter=";"))
        assert len(rows) >= 1 + len(found.rows)
        assert rows[0] == [column.title for column in found.columns]
        text_columns = [place for place, column in enumerate(found.columns) if column.kind == "text"]
        texts = [row[place] for row in rows for place in text_columns]
        assert [text for text in texts if text.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
        assert [text for text in texts if text.startswith("#")] == []  # as errors of formulas do


@pytest.mark.parametrize("which", ["items", "plan"])
def test_a_table_opened_and_saved_as_a_workbook(tmp_path: Path, which: str) -> None:
    """Texts stay texts, numbers and the date are such, and nothing is a formula."""
    document = document_named("hostile", "en")
    file = tmp_path / "report.csv"
    file.write_bytes(table.render(document, table=which))
    convert(file, "xlsx", "--infilter=CSV:44,34,76,1,,1033,false,true,false,true")
    (sheet,) = openpyxl.load_workbook(tmp_path / "report.xlsx").worksheets
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n", "d"}
    assert [cell.value for cell in cells if cell.hyperlink] == []
    if which == "items":
        row = next(row for row in sheet.iter_rows(values_only=True) if row[3] == "departments.support")
        assert row[7:10] == (39, -39, 61)
