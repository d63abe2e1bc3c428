"""A report made whole in memory, read back, and only then given: its bytes, in any of the formats."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from smcheck.files.writing import encode
from smcheck.report.brand import PLAIN, Brand
from smcheck.report.case import Case
from smcheck.report.formats.registry import EXTRAS, Format
from smcheck.words.exchange import json_text
from smcheck.words.fault import Fault
from smcheck.words.language import _

TableName = Literal["items", "plan"]
"""The tables that can be had as CSV."""


class MissingLibrary(Fault):
    """That a format needs a library that is not there."""


@contextmanager
def needing_libraries(format_: str) -> Iterator[None]:
    """Name the library that a format needs and that is not installed, where it is imported.

    Raises:
        MissingLibrary: instead of ModuleNotFoundError.
    """
    try:
        yield
    except ModuleNotFoundError as missing:
        if not missing.name or missing.name.startswith("smcheck"):
            raise
        text = _("{format} needs the library {library}, which is not installed")
        found = text.format(format=format_, library=missing.name.partition(".")[0])
        raise MissingLibrary(found, expected=EXTRAS) from None


@dataclass(frozen=True, slots=True)
class Style:
    """How a report is to look: ``template`` for Word and PowerPoint, ``table`` for CSV."""

    brand: Brand = PLAIN
    template: Path | None = None
    table: TableName = "items"


PLAIN_STYLE = Style()


def make_report(case: Case, format_: Format, style: Style = PLAIN_STYLE) -> bytes:
    """The bytes of a report, which another library has read back and found whole.

    Raises:
        MissingLibrary: a library is not installed.
        Fault: the template does not fit, or what was made cannot be read.
    """
    if not format_.module:
        return encode(_text(case, format_))
    from smcheck.report.document.build import build_document

    document = build_document(case)
    with needing_libraries(format_.name):
        module = import_module(format_.module)
        content: bytes = module.render(document, style.brand, **_options(format_, style))
        module.verify(content, document)
    return content


def _options(format_: Format, style: Style) -> dict[str, Any]:
    """What a format's ``render`` is told beside document and brand."""
    if format_.takes_template:
        return {"template": style.template}
    return {"table": style.table} if format_.name == "csv" else {}


def _text(case: Case, format_: Format) -> str:
    if format_.name == "markdown":
        from smcheck.report.markdown import render_markdown

        return render_markdown(case)
    if format_.name == "text":
        from smcheck.report.text import render_text

        return render_text(case)
    from smcheck.report.data import dump_result

    return json_text(dump_result(case), indent=2) + "\n"
