"""Excel and CSV: everything in the report has its place, numbers are numbers, and no text is a formula."""

import csv
import io
from fractions import Fraction

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from smcheck.report.brand import PLAIN, Brand
from smcheck.report.document.model import Comments, Document, Notes
from smcheck.report.formats import excel, table
from smcheck.report.formats.cells import LONGEST, cell_text, pieces
from smcheck.report.formats.tables import tables
from smcheck.words.fault import Fault
from smcheck.words.language import use
from smcheck.words.numbers import percent, whole, with_sign
from support.facts import facts
from support.live_text import LIVE
from support.reports import HOSTILE, document_named, sheets

NAMES = list(sheets())
LANGUAGES = ["de", "en"]


def workbook(document: Document, brand: Brand = PLAIN) -> openpyxl.Workbook:
    """The workbook as another program reads it."""
    content = excel.render(document, brand)
    excel.verify(content, document)
    return openpyxl.load_workbook(io.BytesIO(content))


def cells(book: openpyxl.Workbook) -> list[Cell]:
    """Every cell that holds something."""
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


def shown(cell: Cell) -> str:
    """What a person sees in a cell."""
    if cell.number_format == "0 %":
        return percent(Fraction(str(cell.value)).limit_denominator(10_000) * 100)
    if cell.number_format.startswith("+0"):
        return with_sign(Fraction(str(cell.value)).limit_denominator(10_000))
    return str(cell.value)


def rows_of(content: bytes, language: str) -> list[list[str]]:
    """The rows of a CSV file."""
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if language == "de" else ","))


# ── nothing left out ──────────────────────────────────────────────────────────────────────────


def drawn_only(document: Document) -> set[str]:
    """What explains bars, signs and pages, which a spreadsheet has not: heads, legends, short names."""
    found: set[str] = set()
    for part in document.parts:
        if part.id in {"where", "described"}:
            found.add(part.message)
        for section in part.sections:
            for block in section.blocks:
                for name in ("own_head", "theirs_head", "left", "right", "legend", "who_head", "when_head"):
                    value = getattr(block, name, "")
                    found |= {value} if isinstance(value, str) else set()
                for name in ("heads", "also_head"):
                    value = getattr(block, name, ())
                    found |= {value} if isinstance(value, str) else set(value)
                found |= {short for short, _long in getattr(block, "needs", ())}
                found |= {need.short for need in getattr(block, "rows", ()) if hasattr(need, "short")}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_fact_is_in_the_workbook(name: str, language: str) -> None:
    """Sentences, names, notes, comments, steps, numbers, addresses; what only explains a drawing is not."""
    document = document_named(name, language)
    book = workbook(document)
    text = "\n".join([*book.sheetnames, *map(shown, cells(book))])
    one_line = text.replace("\n", "")  # a long text goes on in the next cell
    left_out = {fact for fact in facts(document) if fact not in text and cell_text(fact) not in one_line}
    assert left_out - drawn_only(document) == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["full", "hostile", "nobody knows"])
def test_what_people_wrote_is_in_the_tables(name: str, language: str) -> None:
    """Notes and comments on sections stand below the items, comments on recommendations in the plan."""
    document = document_named(name, language)
    items = "\n".join("\n".join(row) for row in rows_of(table.render(document), language))
    for part in document.parts:
        for section in part.sections:
            for block in section.blocks:
                if isinstance(block, Notes):
                    assert all(cell_text(text) in items for _about, text in block.rows)
                if isinstance(block, Comments):
                    assert all(cell_text(comment.text) in items for comment in block.rows)
    plan = "\n".join("\n".join(row) for row in rows_of(table.render(document, table="plan"), language))
    steps = (
        next(found for found in tables(document) if found.id == "plan").rows
        if "plan" in ids(document)
        else ()
    )
    assert all(cell_text(cell) in plan for row in steps for cell in row if isinstance(cell, str))


def ids(document: Document) -> list[str]:
    """Which tables a report has."""
    return [found.id for found in tables(document)]


# ── types ─────────────────────────────────────────────────────────────────────────────────────


def sheet_by_head(book: openpyxl.Workbook, head: str) -> tuple[Worksheet, int]:
    """The sheet with a column of this head, and the column."""
    for sheet in book:
        for cell in sheet[1]:
            if cell.value == head:
                return sheet, cell.column
    raise AssertionError(head)


def test_numbers_are_numbers() -> None:
    """Percentages and gaps can be calculated with; an unknown answer has both ends of its gap."""
    sheet, column = sheet_by_head(workbook(document_named("example")), "Surveyed companies")
    row = next(row for row in sheet.iter_rows(min_row=2) if row[1].value == "departments.support")
    assert [cell.value for cell in row[column - 1 : column + 2]] == [0.39, -39, 61]
    assert row[column - 1].number_format == "0 %"
    plan, number = sheet_by_head(workbook(document_named("example")), "No.")
    assert [row[number - 1].value for row in plan.iter_rows(min_row=2)] == list(range(1, plan.max_row))


def test_a_need_without_a_department_has_no_remark() -> None:
    """In the overview nothing is said to be usually in charge where nobody can be named."""
    overview = tables(document_named("hospital"))[0]
    remarks = {row[1]: row[4] for row in overview.rows}
    assert remarks["Data protection"] == ""
    assert remarks["Win applicants"] == "Usually in charge: Human resources"


@pytest.mark.parametrize(("language", "separator", "number"), [("de", ";", "12,5"), ("en", ",", "12.5")])
def test_csv_is_as_excel_of_that_language_wants_it(language: str, separator: str, number: str) -> None:
    """Byte order mark, separator, decimal sign, line ends; a minus that programs take for one."""
    content = table.render(document_named("example", language))
    assert content.startswith(b"\xef\xbb\xbf")
    lines = content.decode("utf-8-sig").split("\r\n")
    assert lines[0].count(separator) == 10
    assert f"{separator}-51{separator}-51{separator}" in lines[1]
    assert table._text(Fraction(25, 2), german=language == "de") == number
    assert table._text(Fraction(-1, 1000), german=False) == "0"


def test_the_workbook_is_ready_to_read_and_print() -> None:
    """Heads stay in view and on every page, rows can be filtered, all columns fit on a page."""
    for sheet in workbook(document_named("full")):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$1:$1"
        assert all(sheet.row_dimensions[number].height > 10 for number in range(1, sheet.max_row + 1))


def test_the_same_answers_give_the_same_bytes() -> None:
    """Nothing in the file tells when it was made."""
    document = document_named("full")
    assert excel.render(document) == excel.render(document)


def test_the_brand_is_in_the_workbook() -> None:
    """Its name as the author, its colour in the heads, its foot on each page; an ampersand is one."""
    brand = Brand(name="Muster & Söhne", readable="#7A1F5C", footer="A & B")
    book = workbook(document_named("example"), brand)
    assert book.properties.creator == "Muster & Söhne"
    sheet = book.worksheets[0]
    assert sheet["A1"].border.bottom.color.rgb == "FF7A1F5C"
    assert "A && B" in sheet.oddFooter.left.text


# ── no text is a formula ──────────────────────────────────────────────────────────────────────

BEGINS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@given(text=st.text() | st.sampled_from([*LIVE.values(), *HOSTILE]))
def test_no_line_of_a_cell_begins_a_formula(text: str) -> None:
    """Nor does any piece of a long one; what was typed is all there."""
    for piece in pieces(text):
        for line in piece.split("\n"):
            assert not line.lstrip(" \t").startswith(BEGINS), line
    assert cell_text("plain text, 5 - 3 = 2") == "plain text, 5 - 3 = 2"


@settings(max_examples=25)
@given(
    text=st.text(min_size=1, max_size=50) | st.sampled_from([*LIVE.values(), *HOSTILE, "\ufffe\uffff\ud800"])
)
def test_any_text_can_be_written_and_read(text: str) -> None:
    """A workbook and a table with any name in them open, and hold it."""
    document = document_named("example")
    use("en")
    named = Document(
        **{**{name: getattr(document, name) for name in document.__slots__}, "organisation": text}
    )
    assert cell_text(text) in [cell.value for cell in cells(workbook(named))]
    rows = rows_of(table.render(named), "en")
    assert {row[0] for row in rows[1:]} == {cell_text(text)}


@pytest.mark.parametrize("name", ["hostile", "full"])
def test_no_cell_is_a_formula_or_a_link(name: str) -> None:
    """Not in the workbook, and not in what is saved from it."""
    found = cells(workbook(document_named(name)))
    assert {cell.data_type for cell in found} == {"s", "n"}
    assert [cell for cell in found if cell.hyperlink] == []
    texts = [str(cell.value) for cell in found if cell.data_type == "s"]
    assert [text for text in texts if text.startswith(("=", "+", "-", "@"))] == []


def test_a_text_longer_than_a_cell_goes_on_below() -> None:
    """Excel would leave it out; in pieces all of it is there, each of them guarded."""
    text = "x" * (LONGEST - 1) + "\n" + "=1+1" * LONGEST
    found = pieces(text)
    assert all(len(piece) <= LONGEST + 1 for piece in found)
    assert "".join(found).replace("'=", "=") == text
    document = document_named("hostile")
    book = workbook(document)
    assert max(len(str(cell.value)) for cell in cells(book)) <= LONGEST + 1
    assert sum(str(cell.value).count("x") for cell in cells(book)) >= 20_000


# ── read back ─────────────────────────────────────────────────────────────────────────────────


def test_what_was_not_written_whole_is_found_out() -> None:
    """Another report's workbook, a table cut off in the middle of a row."""
    document, other = document_named("example"), document_named("everything")
    with pytest.raises(Fault):
        excel.verify(excel.render(other), document)
    content = table.render(document)
    table.verify(content, document)
    with pytest.raises(Fault):
        table.verify(content[: content.rindex(b",")], document)


def test_rounding_is_ours() -> None:
    """What a person sees in a cell of percentages is the whole number that the report says elsewhere."""
    assert [whole(Fraction(number)) for number in ("0.5", "1.5", "-0.5")] == [1, 2, 0]
