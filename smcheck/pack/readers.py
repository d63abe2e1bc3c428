"""What reads a field of a pack's file: gives the value, or says that it takes pydantic to judge.

A reader never accepts what pydantic refuses; it may leave to pydantic what pydantic would accept.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

Reader = Callable[[Any], Any]


class Misfit(Exception):  # noqa: N818 - no error yet: pydantic is asked
    """Data do not fit at first sight."""


class Limits:
    """What a field must be beyond its type, under pydantic's names."""

    def __init__(self, **named: Any) -> None:
        self.named = named


def reader_of(annotation: Any, model_reader: Callable[[Any], Reader]) -> Reader:
    """What reads values of a type.

    Args:
        annotation: the type, with limits in ``Annotated``.
        model_reader: gives what reads a class that is none of Python's own.

    Raises:
        TypeError: there is no reader for such a type or such limits.
    """

    def reader(annotation: Any, named: Mapping[str, Any]) -> Reader:
        origin, parts = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return reader(parts[0], {**named, **_named(parts[1:])})
        if origin is tuple:
            return _list(reader(parts[0], {}), named)
        if origin is dict:
            return _table(reader(parts[0], {}), reader(parts[1], {}))
        if origin in {Union, UnionType}:
            return _first([reader(part, named) for part in parts])
        if origin is Literal:
            return _one_of(parts)
        if annotation is str:
            return _text(**_but(named, "strict", "default", "alias"))
        if annotation in {int, bool, Decimal, dt.date, NoneType}:
            return _plain(annotation, **named)
        return model_reader(annotation)

    return reader(annotation, {})


def _named(metadata: tuple[Any, ...]) -> dict[str, Any]:
    return {key: value for limits in metadata for key, value in limits.named.items()}


def _but(named: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in named.items() if key not in keys}


def _list(entry: Reader, named: Mapping[str, Any]) -> Reader:
    least = named.get("min_length", 0)

    def read(data: Any) -> tuple[Any, ...]:
        if type(data) not in {list, tuple} or len(data) < least:
            raise Misfit
        return tuple([entry(value) for value in data])

    return read


def _table(key: Reader, entry: Reader) -> Reader:
    def read(data: Any) -> dict[Any, Any]:
        if type(data) is not dict:
            raise Misfit
        return {key(name): entry(value) for name, value in data.items()}

    return read


def _first(readers: list[Reader]) -> Reader:
    def read(data: Any) -> Any:
        for reader in readers:
            try:
                return reader(data)
            except Misfit:
                continue
        raise Misfit

    return read


def _one_of(values: tuple[Any, ...]) -> Reader:
    allowed = {(type(value), value) for value in values}  # True is no 1

    def read(data: Any) -> Any:
        if type(data) not in {str, int} or (type(data), data) not in allowed:
            raise Misfit
        return data

    return read


def _text(*, pattern: str | None = None, min_length: int = 0, max_length: int | None = None) -> Reader:
    match = re.compile(pattern).fullmatch if pattern else None

    def read(data: Any) -> str:
        if (
            type(data) is not str
            or len(data) < min_length
            or (max_length is not None and len(data) > max_length)
        ):
            raise Misfit
        # Beyond ASCII Python's regular expressions and pydantic's may differ on what is a digit or a space.
        if match and not (data.isascii() and match(data)):
            raise Misfit
        return data

    return read


def _plain(
    kind: Any,
    *,
    ge: int | None = None,
    le: int | None = None,
    max_digits: int | None = None,
    decimal_places: int | None = None,
) -> Reader:
    def read(data: Any) -> Any:
        if type(data) is not kind or (kind is Decimal and not _is_short(data, max_digits, decimal_places)):
            raise Misfit
        if (ge is not None and data < ge) or (le is not None and data > le):
            raise Misfit
        return data

    return read


def _is_short(number: Decimal, digits: int | None, places: int | None) -> bool:
    _sign, found, exponent = number.as_tuple()
    if not isinstance(exponent, int):  # not a number, or without end
        return False
    if digits is not None and max(len(found) + max(exponent, 0), -exponent) > digits:
        return False
    return places is None or -exponent <= places
