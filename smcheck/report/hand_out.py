"""A result or a sheet as a file to hand out: in which formats, under which name, and written."""

from collections.abc import Mapping
from pathlib import Path

from smcheck.files.writing import ExistingFile, file_name, write_file
from smcheck.report.brand import PLAIN
from smcheck.report.case import Case
from smcheck.report.formats.registry import FORMATS, label
from smcheck.report.make import Style, make_report
from smcheck.words.exchange import json_text
from smcheck.words.fault import Fault
from smcheck.words.language import _
from smcheck.words.system_error import system_reason

_MOST_NAMES = 1000
"""Names that are tried before giving up."""
_SHEET = "json"
_RESULT = "result.json"
_PLAN = "plan.csv"


def formats(*, supposed: bool = False) -> dict[str, str]:
    """What can be handed out, by the ending of the file's name; with what if, where answers are supposed."""
    found: dict[str, str] = {}
    for format_ in FORMATS:
        if format_.name == "csv":
            found |= {format_.ending: _("Table of the items (CSV)"), _PLAN: _("Table of the plan (CSV)")}
        else:
            found[_RESULT if format_.name == "json" else format_.ending] = label(format_)
    if supposed:
        found |= {
            "md": _("The result and this what if as Markdown"),
            "txt": _("The result and this what if as text"),
        }
    return {**found, _SHEET: _("The sheet as JSON, to import elsewhere")}


def working_folder() -> Path:
    """The folder that smcheck was started in.

    Raises:
        Fault: it was removed, or is closed.
    """
    try:
        return Path.cwd()
    except OSError as error:
        raise Fault(system_reason(error), file=_("the folder that smcheck was started in")) from None


def free_path(case: Case, ending: str, folder: Path) -> Path:
    """The first path in a folder that is free for a new file with this ending.

    Raises:
        ExistingFile: none is.
        Fault: the folder is closed.
    """
    for number in range(1, _MOST_NAMES):
        suffix = ending if number == 1 else f"{number}.{ending}"
        path = folder / file_name(case.sheet.organisation, suffix)
        try:
            if not path.exists() and not path.is_symlink():
                return path
        except OSError as error:
            raise Fault(system_reason(error), file=str(folder)) from None
    raise ExistingFile(path)


def hand_out(
    case: Case,
    ending: str,
    path: Path,
    supposed: Mapping[str, str] | None = None,
    brand_file: Path | None = None,
) -> None:
    """Write a new file.

    Args:
        case: what is handed out.
        ending: one of the formats.
        path: where to write; nothing must be there.
        supposed: answers of what if, by path, which a result as text or Markdown tells as well.
        brand_file: the brand that a report is made in.

    Raises:
        Fault: it cannot be made or written, or the brand does not fit.
    """
    try:
        content = _content(case, ending, supposed or {}, brand_file)
    except OSError as error:  # what a report is made with has no room, for instance
        text = _("cannot be made ({reason})").format(reason=system_reason(error))
        raise Fault(text, file=str(path)) from None
    write_file(path, content)


def _content(case: Case, ending: str, supposed: Mapping[str, str], brand_file: Path | None) -> str | bytes:
    if ending == _SHEET:
        from smcheck.sheet import dump_sheet

        return json_text(dump_sheet(case.sheet, case.pack), indent=2) + "\n"
    if ending == "txt" and supposed:
        from smcheck.report.text import render_text

        return render_text(case, supposed=supposed)
    if ending == "md" and supposed:
        from smcheck.report.markdown import render_markdown

        return render_markdown(case, supposed)
    format_ = next(format_ for format_ in FORMATS if ending.rpartition(".")[2] in format_.endings)
    brand = PLAIN
    if format_.module and brand_file:
        from smcheck.report.brand_file import load_brand

        brand = load_brand(brand_file)
    return make_report(case, format_, Style(brand, table="plan" if ending == _PLAN else "items"))
