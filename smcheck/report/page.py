"""The whole result as plain blocks, which text and Markdown render; with what if, where it is wanted."""

from collections.abc import Iterator, Mapping

from smcheck.report.blocks import Block
from smcheck.report.case import Case
from smcheck.report.document.build import build_document
from smcheck.report.document.flat import flatten
from smcheck.report.page_what_if import what_if_blocks
from smcheck.report.what_if import what_if


def page_blocks(case: Case, supposed: Mapping[str, str] | None = None) -> Iterator[Block]:
    """The blocks of the document; what if stands at the end, where answers, by path, are ``supposed``."""
    yield from flatten(build_document(case))
    if supposed:
        yield from what_if_blocks(what_if(case, supposed))
