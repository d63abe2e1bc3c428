"""YAML parsed: every value is a text as it is written, so that the name *No* does not become false."""

from typing import TYPE_CHECKING, Any

from smcheck.report.formats.registry import EXTRAS
from smcheck.words.fault import Fault, quote_short
from smcheck.words.language import _

if TYPE_CHECKING:
    import yaml

_MOST_BRACKETS = 1000
"""Opening brackets and braces of a file; the parser takes time by the square of how deep they are."""


def parse_yaml(content: bytes, file: str) -> object:
    """What a YAML file holds: tables, lists and texts.

    Raises:
        Fault: it is not UTF-8 or not YAML, gives a key twice, or refers to a part of itself, as files do that
            are meant to grow without end.
    """
    try:
        import yaml
    except ModuleNotFoundError:
        text = _("{format} needs the library {library}, which is not installed")
        raise Fault(text.format(format="YAML", library="yaml"), file=file, expected=EXTRAS) from None
    if content.count(b"[") + content.count(b"{") > _MOST_BRACKETS:
        raise Fault(_("too many tables and values"), file=file)
    try:
        events = yaml.parse(content.decode("utf-8-sig"), Loader=yaml.BaseLoader)
        if any(isinstance(event, yaml.AliasEvent) for event in events):
            raise Fault(_("a part that refers to another (*)"), file=file, expected=_("the value itself"))
        root = yaml.compose(content.decode("utf-8-sig"), Loader=yaml.BaseLoader)
        return _value(root, file)
    except UnicodeDecodeError as error:
        raise Fault(_("not UTF-8"), file=file, place=_("byte {n}").format(n=error.start)) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = (
            _("line {line}, column {column}").format(line=mark.line + 1, column=mark.column + 1)
            if mark
            else ""
        )
        reason = getattr(error, "problem", None) or str(error)
        raise Fault(_("not YAML ({reason})").format(reason=reason), file=file, place=place) from None
    except (RecursionError, ValueError):
        raise Fault(_("not YAML ({reason})").format(reason=_("nested too deeply")), file=file) from None


def _value(node: "yaml.Node | None", file: str) -> object:
    """A part of the file as data."""
    import yaml

    if node is None:
        return {}
    if isinstance(node, yaml.SequenceNode):
        return [_value(part, file) for part in node.value]
    if not isinstance(node, yaml.MappingNode):
        return node.value
    table: dict[str, Any] = {}
    for name, part in node.value:
        key = str(_value(name, file))
        if key in table:
            place = _("line {line}, column {column}").format(
                line=name.start_mark.line + 1, column=name.start_mark.column + 1
            )
            raise Fault(_("key {key} given twice").format(key=quote_short(key)), file=file, place=place)
        table[key] = _value(part, file)
    return table
