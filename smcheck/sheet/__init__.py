"""What was answered: one respondent's sheet for one organisation, and its file."""

from smcheck.sheet.example import example_sheet, has_example
from smcheck.sheet.file import dump_sheet, load_sheet, load_sheets, parse_sheet
from smcheck.sheet.sheet import Sheet

__all__ = [
    "Sheet",
    "dump_sheet",
    "example_sheet",
    "has_example",
    "load_sheet",
    "load_sheets",
    "parse_sheet",
]
