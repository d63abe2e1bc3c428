"""A document as the plain values that its templates read: dictionaries, lists, texts and numbers."""

import re
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any

from smcheck.report.brand import HAIR, INK, MID, SOFT, Brand
from smcheck.report.document.model import CountBand, Document, Item, ScoreBand, Step
from smcheck.report.formats.descriptions import (
    count_description,
    difference_description,
    score_description,
    share_description,
)
from smcheck.report.formats.readable import readable, readable_all
from smcheck.report.formats.sentences import sentences
from smcheck.report.steps import who_and_say
from smcheck.words.language import _

_LONG_WORD = re.compile(r"\S{32}(?=\S)")
"""A line holds about so many characters; a longer word would run over the page's edge."""

_PICTURES = re.compile("[\u2400-\u2421]")
"""Signs that stand for control characters, and that the report's font has not."""
_MARKER = re.compile(" (?=[¹²³⁴-⁹])")
"""The space before a source's marker, which stays with the word that it marks."""


_NOT_IN_INTER = re.compile(
    "[^\n\u0020-\u007e\u00a0-\u0148\u014a-\u01c3\u01c5-\u0254\u0300-\u0304\u0306-\u030a\u0384-\u03ce\u0400-\u0479"
    "\u0490-\u0493\u1e00-\u1e9b\u1e9e-\u1eff\u200b\u2010-\u2027\u202f-\u2055\u2060\u2070-\u209c\u20a0-\u20af\u20b1-\u20b5"
    "\u2122\u2190-\u2199\u2212\u2248\u2264\u2265]"
)


def document_data(document: Document, brand: Brand) -> dict[str, Any]:
    """All that the templates need: the document, the brand, colours, and the words of the page itself."""
    data: dict[str, Any] = _plain(readable_all(document))
    data["headings"] = {"summary": _("Summary"), "continues": _("continues on page {page}")}
    data["summary_sentences"] = [
        _plain(readable(sentence))
        for sentence in sentences(document.summary.text if document.summary else "")
    ]
    data["brand"] = _plain(
        {
            "name": readable(brand.name),
            "footer": readable(brand.footer),
            "contact": readable(brand.contact),
        }
    )
    # As numbers, because files that are handed to typst must be UTF-8, which a PNG is not.
    data["brand"]["logo"] = [*brand.logo.content] if brand.logo else None
    data["colours"] = {
        "ink": INK,
        "soft": SOFT,
        "mid": MID,
        "hair": HAIR,
        "edge": brand.colour,
        "brand": brand.readable,
        "tint": brand.tint,
    }
    return data


def in_the_typeface(value: Any) -> Any:
    """Data in whose texts every character that Inter may lack is written as its code point (``<U+682A>``)."""
    match value:
        case str():
            return _NOT_IN_INTER.sub(lambda found: f"<U+{ord(found[0]):04X}>", value)
        case dict():
            return {key: in_the_typeface(each) for key, each in value.items()}
        case list():
            return [in_the_typeface(each) for each in value]
    return value


def _typeset_text(text: str) -> str:
    text = _PICTURES.sub(lambda found: f"<U+{ord(found[0]) - 0x2400:04X}>", text)
    return _MARKER.sub("\u00a0", _LONG_WORD.sub("\\g<0>\u200b", text))


def _plain(value: Any) -> Any:
    """A value of the document in JSON's kinds; dataclasses say their ``kind``, drawn ones what they show."""
    if isinstance(value, str):
        return _typeset_text(value)
    if isinstance(value, Fraction):
        return float(value)
    if is_dataclass(value):
        plain = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {"kind": type(value).__name__, **plain, **_derived_values(value)}
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        if hasattr(value, "_asdict") and isinstance(value[0], str):
            return _plain(value._asdict())
        return [_plain(each) for each in value]
    return value if value is None or isinstance(value, bool | int) else str(value)


def _derived_values(value: Any) -> dict[str, Any]:
    match value:
        case ScoreBand():
            return {"alternative": score_description(value)}
        case CountBand():
            return {"alternative": count_description(value)}
        case Item(gap=None):
            return {"alternative": share_description(value)}
        case Item():
            return {"alternative": difference_description(value)}
        case Step():
            return {
                "first_sentence": _plain(next(iter(sentences(value.text)), "")),
                "who_and_say": _plain(tuple(who_and_say(value.who, value.say))),
            }
    return {}
