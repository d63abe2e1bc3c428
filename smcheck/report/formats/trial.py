"""The report that a template is tried with."""

from dataclasses import replace

from smcheck.pack import load_pack
from smcheck.report.case import open_case
from smcheck.report.document.build import build_document
from smcheck.report.document.model import Comment, Document
from smcheck.sheet import example_sheet


def trial_document() -> Document:
    """The example's report, in the language in use, with a summary."""
    pack = load_pack()
    document = build_document(open_case(pack, example_sheet(pack)))
    return replace(document, summary=Comment("", document.headline, ""))
