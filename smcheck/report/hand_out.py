"""A result or a sheet as a file to hand out: in which formats, and under which name."""

from collections.abc import Mapping
from pathlib import Path

from smcheck.files.writing import file_name, write_file
from smcheck.report.case import Case
from smcheck.words.exchange import json_text
from smcheck.words.fault import Fault
from smcheck.words.language import _

_MOST_NAMES = 1000
"""Names that are tried before giving up."""


def formats(*, supposed: bool = False) -> dict[str, str]:
    """What can be handed out, by the ending of the file's name; with what if, where answers are supposed."""
    return {
        "txt": _("The result and this what if as text") if supposed else _("The result as text"),
        "md": _("The result and this what if as Markdown") if supposed else _("The result as Markdown"),
        "result.json": _("The result as JSON, for other programs"),
        "json": _("The sheet as JSON, to import elsewhere"),
    }


def hand_out(case: Case, ending: str, folder: Path, supposed: Mapping[str, str] | None = None) -> Path:
    """Write a new file under the first name that is free.

    Args:
        case: what is handed out.
        ending: one of the formats.
        folder: where to write.
        supposed: answers of what if, by path, which a result for people tells as well.

    Raises:
        Fault: it cannot be written, or no name is free.
    """
    text = _text(case, ending, supposed)
    for number in range(1, _MOST_NAMES):
        suffix = ending if number == 1 else f"{number}.{ending}"
        path = folder / file_name(case.sheet.organisation, suffix)
        if not path.exists() and not path.is_symlink():
            write_file(path, text)
            return path
    raise Fault(_("the file exists"), file=str(path))


def _text(case: Case, ending: str, supposed: Mapping[str, str] | None) -> str:
    if ending == "txt":
        from smcheck.report.text import render_text

        return render_text(case, supposed=supposed)
    if ending == "md":
        from smcheck.report.markdown import render_markdown

        return render_markdown(case, supposed)
    if ending == "json":
        from smcheck.sheet import dump_sheet

        return json_text(dump_sheet(case.sheet, case.pack), indent=2) + "\n"
    from smcheck.report.data import dump_result

    return json_text(dump_result(case), indent=2) + "\n"
