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
from smcheck.words.fault import quoted
from smcheck.words.language import _

_LONG_WORD = re.compile(r"\S{32}(?=\S)")
"""A line holds about so many characters; a longer word would run over the page's edge."""

_PICTURES = re.compile("[\u2400-\u2421]")
"""Signs that stand for control characters, and that the report's font has not."""
_MARKER = re.compile(" (?=[¹²³⁴-⁹])")
"""The space before a source's marker, which stays with the word that it marks."""


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
            "logo": f"logo.{brand.logo.kind}" if brand.logo else "",
        }
    )
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


def _shown(text: str) -> str:
    text = _PICTURES.sub(lambda found: f"<U+{ord(found[0]) - 0x2400:04X}>", text)
    return _MARKER.sub("\u00a0", _LONG_WORD.sub("\\g<0>\u200b", text))


def _plain(value: Any) -> Any:
    """A value of the document in JSON's kinds; dataclasses say their ``kind``, drawn ones what they show."""
    if isinstance(value, str):
        return _shown(value)
    if isinstance(value, Fraction):
        return float(value)
    if is_dataclass(value):
        plain = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {"kind": type(value).__name__, **plain, **_derived(value)}
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        if hasattr(value, "_asdict") and isinstance(value[0], str):
            return _plain(value._asdict())
        return [_plain(each) for each in value]
    return value if value is None or isinstance(value, bool | int) else str(value)


def _derived(value: Any) -> dict[str, Any]:
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
                "who_line": _plain(_("Who: {who}").format(who=value.who)) if value.who else "",
                "say_line": _plain(_("Say: {question}").format(question=quoted(value.say)))
                if value.say
                else "",
            }
    return {}
