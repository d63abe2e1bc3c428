"""What pydantic finds wrong with a pack's file, as faults in the reader's language."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

from pydantic import ValidationError

from smcheck.pack.models import Model
from smcheck.words.fault import Fault, nearest, quote_short
from smcheck.words.language import _, n_

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

AnyModel = TypeVar("AnyModel", bound=Model)

MOST_FAULTS = 1000
"""Faults of one file that are told one by one; a file with more of them is something else."""
_DECIMAL_TYPES = {
    *("is_instance_of", "finite_number", "decimal_max_digits", "decimal_max_places", "decimal_whole_digits")
}
"""What pydantic finds in the second branch of “whole number or decimal”."""


def build(model: type[AnyModel], data: object, file: str) -> AnyModel:
    """``data`` as a model; ``file`` is what a fault calls the file.

    Raises:
        Fault: the first thing that does not fit.
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise next(shape_faults(error, model, file)) from None


def shape_faults(error: ValidationError, model: type[Model], file: str) -> Iterator[Fault]:
    """A fault for each place of a file that does not fit ``model``; one for all where they are too many."""
    if error.error_count() > MOST_FAULTS:
        found = _("more than {n} things do not fit").format(n=MOST_FAULTS)
        yield Fault(found, file=file, rule="too-many-faults")
        return
    details = error.errors(include_url=False)
    for detail in details:
        if not _follows(detail, details):
            yield _fault(detail, model, file)


def _follows(detail: "ErrorDetails", details: "list[ErrorDetails]") -> bool:
    """Whether a finding only follows from another.

    What is no number is called no whole number, too; a list is too short because something in it was refused.
    """
    place = detail["loc"]
    if detail["type"] == "too_short":
        return any(other["loc"][: len(place)] == place and other is not detail for other in details)
    return place[-1:] == ("int",) and detail["type"].startswith("int_")


def _fault(detail: "ErrorDetails", model: type[Model], file: str) -> Fault:
    location = [*detail["loc"]]
    kind, found = detail["type"], detail["input"]
    if kind in _DECIMAL_TYPES or (location[-1:] == ["[key]"] and kind != "extra_forbidden"):
        location.pop()  # a name that pydantic gives and no author has written
    key = next((part for part in reversed(location) if isinstance(part, str)), "")
    expected, near = "", ""
    if kind == "missing":
        text = _("missing")
    elif kind == "extra_forbidden":
        keys = _keys_at(model, location[:-1])
        text = _("unknown key {key}").format(key=quote_short(key))
        expected, near = ", ".join(keys), nearest(key, keys)
    else:
        text = _("found {value}").format(value=quote_short(found))
        expected = _expected(kind, detail.get("ctx", {})) or detail["msg"]
        if kind == "literal_error" and isinstance(found, str):
            near = nearest(found, expected.split(", "))
    return Fault(
        text, file=file, place=place_of(location), expected=expected, nearest=near, rule=_rule(kind, key)
    )


def _rule(kind: str, key: str) -> str:
    """The id of the rule that a finding of this kind at this key breaks."""
    if kind == "extra_forbidden":
        return "unknown-key"
    if kind == "missing":
        return {"source": "figure-without-source", "year": "source-without-year"}.get(key, "missing-key")
    if kind in {"decimal_max_places", "decimal_max_digits"}:
        return "fine-number"
    if key == "percent":
        return "percent-range"
    if kind == "string_too_long":
        return "long-text"
    if kind in {"string_too_short", "too_short"}:
        return "empty"
    return "wrong-format" if kind == "string_pattern_mismatch" else "wrong-value"


def place_of(location: Iterable[object]) -> str:
    """A path of keys as people write it: ``questions[2].items[0].id``."""
    text = ""
    for part in location:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            name = str(part)
            text += ("." if text else "") + (name if len(name) <= 60 else name[:59] + "…")
    return text


def _keys_at(model: type[Model], location: Iterable[object]) -> list[str]:
    """The keys that a table at a place inside ``model`` can have."""
    current: Any = model
    for part in location:
        if isinstance(part, int):
            current = get_args(current)[0]  # of tuple[X, ...]
        elif get_origin(current) is dict:
            current = get_args(current)[1]
        else:
            current = _fields(current)[str(part)]
    return [*_fields(current)]


def _fields(model: type[Model]) -> dict[str, Any]:
    """The types of a model's fields, by their keys in a file."""
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _expected(kind: str, limits: Mapping[str, Any]) -> str:
    """What a value should have been, by pydantic's name for what is wrong with it; empty for a new one."""
    if kind == "literal_error":
        return ", ".join(re.findall(r"\w+", limits["expected"].replace(" or ", " ")))
    if kind == "too_short":
        n = limits["min_length"]
        return n_("at least one entry", "at least {n} entries", n).format(n=n)
    number, table = _("a number with at most 6 decimals"), _("a table")
    phrases = {
        "string_type": _("a text in quotes"),
        "string_too_short": _("a text that is not empty"),
        "string_too_long": _("at most {n} characters"),
        "string_pattern_mismatch": _("a text of the form {form}"),
        "int_type": _("a whole number"),
        "int_parsing_size": _("a smaller number"),
        "is_instance_of": number,
        "finite_number": number,
        "decimal_max_digits": _("at most {n} digits"),
        "decimal_max_places": _("at most {n} decimals"),
        "decimal_whole_digits": _("at most {n} digits before the point"),
        "greater_than_equal": _("at least {n}"),
        "less_than_equal": _("at most {n}"),
        "bool_type": _("true or false, without quotes"),
        "date_type": _("a day such as 2026-11-22, without quotes"),
        "tuple_type": _("a list in square brackets"),
        "dict_type": table,
        "model_type": table,
    }
    limit = next(iter(limits.values()), "")  # pydantic gives one at most
    return phrases.get(kind, "").format(n=limit, form=limit)
