"""Draws a document with Jinja: every text is escaped, and only the one style sheet is let through."""

import base64
import hashlib
from functools import partial
from itertools import count, groupby
from typing import TYPE_CHECKING, Any

from smcheck.report.brand import PLAIN, Brand, Logo
from smcheck.report.document.model import Bands, Document
from smcheck.report.formats import descriptions
from smcheck.report.formats.html import charts
from smcheck.report.formats.readable import readable, readable_all
from smcheck.report.steps import who_and_say
from smcheck.words.language import _

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_MEDIA_TYPES = {"png": "image/png", "svg": "image/svg+xml"}


def render(document: Document, brand: Brand = PLAIN) -> bytes:
    """The report as one HTML file."""
    from markupsafe import Markup

    environment = _environment()
    style = environment.get_template("style.css").render(brand=brand).strip()
    page = environment.get_template("page.html").render(
        document=readable_all(document),
        brand=brand,
        logo=_data_address(brand.logo) if brand.logo else "",
        brand_name=readable(brand.name),
        footer=readable(brand.footer),
        contact=readable(brand.contact),
        # The style sheet is ours: only the brand's colours are put in, and those are hexadecimal numbers.
        style=Markup(style),  # noqa: S704
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )
    return page.encode()


def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("smcheck.report.formats.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"lines": _lines, "kind": _kind, "runs": _runs}
    environment.globals |= {
        "summary_name": _("Summary"),
        "who_and_say": who_and_say,
        "charts": charts,
        "descriptions": descriptions,
        "next_id": partial(next, count(1)),
    }
    return environment


def _lines(text: str) -> "Markup":
    """A text with its line feeds as line breaks."""
    from markupsafe import Markup, escape

    return Markup("<br>").join(escape(line) for line in text.split("\n"))


def _kind(value: Any) -> str:
    return type(value).__name__


def _runs(blocks: tuple[Any, ...]) -> list[tuple[str, list[Any]]]:
    """Blocks with their kinds, each by itself; but bands that follow each other are one table."""
    runs: list[tuple[str, list[Any]]] = []
    for bands, group in groupby(blocks, key=lambda block: isinstance(block, Bands)):
        if bands:
            runs.append(("Bands", list(group)))
        else:
            runs.extend((_kind(block), [block]) for block in group)
    return runs


def _data_address(logo: Logo) -> str:
    return f"data:{_MEDIA_TYPES[logo.kind]};base64,{base64.b64encode(logo.content).decode()}"
