"""Documents of invented companies, with everything that a report may have to show."""

from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from smcheck.report.case import Case, open_case
from smcheck.report.document.build import build_document
from smcheck.report.document.model import Document
from smcheck.sheet import Sheet, example_sheet
from smcheck.sheet.comment import Comment
from smcheck.words.language import use
from support.builders import PACK, all_items, sheet_of
from support.companies import EVERYTHING, HOSPITAL, NOBODY_KNOWS, NOTHING, SOLO

WHEN = datetime(2026, 11, 22, 14, 2, tzinfo=UTC)

NINE_NEEDS: dict[str, Any] = {
    "team": all_items("team", "no", ad_hoc="yes", one_department="yes"),
    "daily": "marketing",
    "departments": all_items("departments", "no", marketing="yes", support="unknown"),
    "goals": all_items("goals", "yes"),
    "targets": "none",
    "challenges": all_items("challenges", "yes"),
    "in_hand": {"resources": "no", "privacy": "no", "big_data": "unknown"},
}
"""A company that wants everything and has marketing only."""
LONG_NAME = "Beispielgesellschaft für außerordentlich lange Firmennamen in Berichten aller Art mbH & Co. KG"
HOSTILE = (
    "<b>fett</b> & {{ 7*7 }} {% raise %} #import $x$ \\textbf =SUM(A1) | *stern* [/]",
    '@cmd -1+2 +3 \t=HYPERLINK("http://example.com") \'x\' "y" `z` ~ ^ _ ]]> <!-- --> <w:p/>',
    "rechts \u202egnal\u202c links, Nul \x00, Esc \x1b[31m, Zeile eins\nZeile zwei",
)
"""What people may type: markup of every format, control characters, marks of the reading direction."""


def full_sheet() -> Sheet:
    """The example with a note on every question, a comment on every part, a summary, and dates."""
    sheet = example_sheet(PACK)
    keys = [f"sections.{section.id}" for section in PACK.sections]
    keys += [f"departments.{department}" for department in PACK.departments]
    keys += [f"rules.{rule.id}" for rule in PACK.file.rules]
    return replace(
        sheet,
        respondent="A. B.",
        profile=MappingProxyType({**sheet.profile, "role": "Head of Examples"}),
        created=WHEN,
        modified=WHEN,
        notes=MappingProxyType(
            {
                question.id: f"Note on {question.id}: first line\nand a second one."
                for question in PACK.questions
            }
        ),
        summary=Comment("The summary of it all.\nIt has two lines.", "C. D.", WHEN),
        comments=MappingProxyType({key: Comment(f"Comment on {key}.", "C. D.", WHEN) for key in keys}),
        changed_after_result=("departments.pr",),
        answered_after_result=("departments.sales",),
    )


def hostile_sheet() -> Sheet:
    """The example with hostile text wherever people can type."""
    sheet, (first, second, third) = example_sheet(PACK), HOSTILE
    return replace(
        sheet,
        organisation=first,
        respondent=second,
        profile=MappingProxyType({**sheet.profile, "role": third}),
        modified=WHEN,
        notes=MappingProxyType({"team": third, "departments": "x" * 20_000, "goals": first}),
        summary=Comment(second, first, WHEN),
        comments=MappingProxyType({"sections.team": Comment(first, second, WHEN)}),
    )


def _company(answers: dict[str, Any], organisation: str) -> Sheet:
    return replace(sheet_of(answers, organisation=organisation), modified=WHEN)


def sheets() -> dict[str, Sheet]:
    """Every kind of sheet, by what it shows."""
    return {
        "example": example_sheet(PACK),
        "full": full_sheet(),
        "hostile": hostile_sheet(),
        "solo": _company(SOLO, "Beispiel Einzelhandel"),
        "nobody knows": _company(NOBODY_KNOWS, "Muster Unbekannt AG"),
        "everything": _company(EVERYTHING, "Muster Vollständig AG"),
        "nothing": _company(NOTHING, "Muster Garnichts e. V."),
        "hospital": _company(HOSPITAL, "Beispielklinik"),
        "nine needs": _company(NINE_NEEDS, "Beispiel Maschinenbau GmbH"),
        "long name": replace(full_sheet(), organisation=LONG_NAME),
        "unanswered": Sheet(PACK.id),
    }


def case_named(name: str, language: str = "en", figures: str = "documented") -> Case:
    """The case of one of the sheets; its language is spoken from now on."""
    use(language)
    return open_case(PACK, sheets()[name], figures)


def document_named(name: str, language: str = "en", figures: str = "documented") -> Document:
    """The document of one of the sheets; its language is spoken from now on."""
    return build_document(case_named(name, language, figures))
