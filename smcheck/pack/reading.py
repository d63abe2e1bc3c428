"""TOML files read into models, with faults that name file, place and remedy."""

import re
import tomllib
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from smcheck.words.fault import Fault, clipped, nearest
from smcheck.words.language import _

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError

    AnyModel = TypeVar("AnyModel", bound=BaseModel)

LARGEST = 2 * 1024 * 1024
"""Bytes that a pack file may have; a questionnaire is text, not data."""


def read_bytes(path: Path, limit: int = LARGEST) -> bytes:
    """The file's bytes.

    Raises:
        Fault: it is missing, cannot be read, or is larger than ``limit``.

    """
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        raise Fault(_("cannot be read ({reason})").format(reason=error.strerror), file=str(path)) from None
    if len(content) > limit:
        raise Fault(_("too large"), file=str(path), expected=_("at most {n} bytes").format(n=limit))
    return content


def parse_toml(content: bytes, file: str) -> dict[str, Any]:
    """The tables of a TOML file; decimals stay exact.

    Raises:
        Fault: it is not UTF-8 or not TOML.

    """
    try:
        return tomllib.loads(content.decode("utf-8"), parse_float=Decimal)
    except UnicodeDecodeError as error:
        place = _("byte {n}").format(n=error.start)
        raise Fault(_("not UTF-8"), file=file, place=place) from None
    except tomllib.TOMLDecodeError as error:
        reason, place = _placed(str(error))
        raise Fault(_("not TOML ({reason})").format(reason=reason), file=file, place=place) from None
    except (RecursionError, ValueError, ArithmeticError):  # nested or numbered past any sense
        raise Fault(
            _("not TOML ({reason})").format(reason=_("nested too deeply or numbers too long")), file=file
        ) from None


def _placed(message: str) -> tuple[str, str]:
    """Tomllib's message, split into reason and place."""
    match = re.search(r" \(at line (\d+), column (\d+)\)$", message)
    if not match:
        return message, ""
    return message[: match.start()], _("line {line}, column {column}").format(line=match[1], column=match[2])


def build(model: "type[AnyModel]", data: object, file: str) -> "AnyModel":
    """``data`` as a model.

    Raises:
        Fault: the first thing that does not fit.

    """
    from pydantic import ValidationError

    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise next(iter(faults_of(error, model, file))) from None


def faults_of(error: "ValidationError", model: "type[BaseModel]", file: str) -> Iterable[Fault]:
    """Each thing that pydantic found, in our words."""
    for detail in error.errors(include_url=False):
        yield _fault(detail, model, file)


# Parts of pydantic's places that no author has written: keys of tables, branches of unions.
_BRANCHES = {"[key]", "int", "decimal"}


def _fault(detail: Any, model: "type[BaseModel]", file: str) -> Fault:
    location = [part for part in detail["loc"] if part not in _BRANCHES]
    place = place_of(location)
    kind = detail["type"]
    if kind == "extra_forbidden":
        keys = _keys_at(model, location[:-1])
        return Fault(
            _("unknown key {key}").format(key=clipped(str(location[-1]))),
            file=file,
            place=place,
            expected=", ".join(keys),
            nearest=nearest(str(location[-1]), keys),
        )
    if kind == "missing":
        return Fault(_("missing"), file=file, place=place)
    if kind == "literal_error":
        choices = re.findall(r"'([^']*)'|\b(\d+)\b", detail["ctx"]["expected"])
        words = [text or number for text, number in choices]
        found = detail["input"]
        return Fault(
            _("found {value}").format(value=clipped(found)),
            file=file,
            place=place,
            expected=", ".join(words),
            nearest=nearest(found, words) if isinstance(found, str) else "",
        )
    return Fault(
        _("found {value}").format(value=clipped(detail["input"])),
        file=file,
        place=place,
        expected=detail["msg"],
    )


def place_of(location: Iterable[object]) -> str:
    """A path of keys as people write it: ``questions[2].items[0].id``."""
    text = ""
    for part in location:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def _keys_at(model: "type[BaseModel]", location: list[object]) -> list[str]:
    """The keys that are known at a place inside ``model``."""
    fields = model.model_fields
    current: Any = model
    for part in location:
        if isinstance(part, int):
            continue
        fields = getattr(current, "model_fields", {})
        by_key = {field.alias or name: field.annotation for name, field in fields.items()}
        current = _inner_model(by_key.get(str(part), current))
    fields = getattr(current, "model_fields", {})
    return [field.alias or name for name, field in fields.items()]


def _inner_model(annotation: Any) -> Any:
    """The model inside ``tuple[X, ...]``, ``X | None`` or ``dict[str, X]``."""
    if hasattr(annotation, "model_fields"):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _inner_model(argument)
        if found is not None:
            return found
    return None
