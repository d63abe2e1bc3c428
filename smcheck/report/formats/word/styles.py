"""Styles of a template: those that are missing come from the template that smcheck brings along."""

from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn


def style_ids(styles: Any) -> dict[str, str]:
    """Ids by name, in small letters: Word and others write the names of built-in styles differently."""
    return {
        name.get(qn("w:val"), "").lower(): style.get(qn("w:styleId"), "")
        for style in styles.findall(qn("w:style"))
        if (name := style.find(qn("w:name"))) is not None
    }


def missing_styles(styles: Any, ours: Any) -> list[str]:
    """Names of our styles that a template does not have."""
    there = style_ids(styles)
    return [name for name in _names(ours) if name.lower() not in there]


def complete_styles(styles: Any, ours: Any, colour: str) -> dict[str, str]:
    """Adds what is missing, and gives the id of each of our styles by its name.

    ``colour`` is the brand's, ``#RRGGBB``, for what is added; empty where the theme's colours are meant.
    """
    there = style_ids(styles)
    renamed: dict[str, str] = {}
    for style in ours.findall(qn("w:style")):
        name, id_ = style.find(qn("w:name")).get(qn("w:val")), style.get(qn("w:styleId"))
        if name.lower() not in there:
            added = _add(styles, style, renamed, taken=set(there.values()))
            there[name.lower()] = added.get(qn("w:styleId"))
            if colour:
                _paint(added, colour)
        renamed[id_] = there[name.lower()]
    return {name: there[name.lower()] for name in _names(ours)}


def _names(ours: Any) -> list[str]:
    return [style.find(qn("w:name")).get(qn("w:val")) for style in ours.findall(qn("w:style"))]


def _add(styles: Any, style: Any, renamed: dict[str, str], taken: set[str]) -> Any:
    """Adds a copy of one of our styles, whose base may have another id here."""
    added = deepcopy(style)
    id_ = added.get(qn("w:styleId"))
    while id_ in taken:
        id_ += "_"
    added.set(qn("w:styleId"), id_)
    added.attrib.pop(qn("w:default"), None)
    for tag in ("w:basedOn", "w:next"):
        for other in added.findall(qn(tag)):
            other.set(qn("w:val"), renamed.get(other.get(qn("w:val")), other.get(qn("w:val"))))
    styles.append(added)
    return added


def _paint(style: Any, colour: str) -> None:
    """Gives what is in the theme's colour a colour of its own."""
    for element in style.iter(qn("w:color")):
        if element.get(qn("w:themeColor")) in {"accent1", "hyperlink"}:
            element.set(qn("w:val"), colour[1:])
            del element.attrib[qn("w:themeColor")]
