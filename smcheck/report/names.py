"""What a report's file is called: a pattern filled with what the case tells."""

from string import Formatter

from smcheck.files.names import safe_name
from smcheck.report.case import Case
from smcheck.words.fault import Fault, unknown_word
from smcheck.words.language import _

PATTERN = "{client} {date} {kind}"
"""The pattern where none is given."""
FIELDS = ("client", "date", "kind", "id", "language", "figures")


def check_pattern(pattern: str) -> None:
    """Raise a fault where a pattern names a field that there is not, or is no pattern."""
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError:
        raise Fault(_("braces that do not match"), place=pattern, expected=PATTERN) from None
    for _text, field, form, conversion in parts:
        if field is not None and field not in FIELDS:
            raise unknown_word(_("field"), field, FIELDS, place=pattern)
        if form or conversion:
            raise Fault(_("more than a field in braces"), place=pattern, expected=f"{{{field}}}")


def report_name(case: Case, pattern: str, kind: str) -> str:
    """The name of a report's file, without its ending; the pattern was checked before.

    Args:
        case: whose report it is.
        pattern: with fields in braces.
        kind: what the report is called.
    """
    on = case.sheet.on()
    values = {
        "client": safe_name(case.sheet.organisation, otherwise=_("unnamed")),
        "date": on.isoformat() if on else _("undated"),
        "kind": kind,
        "id": case.sheet.id,
        "language": case.language,
        "figures": case.figures.id,
    }
    filled = "".join(
        text + (values[field] if field else "")
        for text, field, _form, _conversion in Formatter().parse(pattern)
    )
    return safe_name(filled, otherwise=kind)


def kind_words(table: str = "") -> str:
    """What a report is called in its file's name; a table of CSV by what it holds."""
    return {"items": _("items"), "plan": _("plan")}.get(table, _("report"))
