"""The sheet: one respondent's answers for one organisation; its file format, parser and JSON Schema."""

from smcheck.sheet.comment import SUMMARY, Comment, comment_keys
from smcheck.sheet.dump import dump_sheet
from smcheck.sheet.example import example_sheet, has_example
from smcheck.sheet.file import load_sheet, load_sheets
from smcheck.sheet.parse import parse_sheet
from smcheck.sheet.sheet import Sheet

__all__ = [
    "SUMMARY",
    "Comment",
    "Sheet",
    "comment_keys",
    "dump_sheet",
    "example_sheet",
    "has_example",
    "load_sheet",
    "load_sheets",
    "parse_sheet",
]
