"""Values checked as they are read from a row: a damaged file can hold anything anywhere."""

import sqlite3
from datetime import UTC, datetime


class Damage(sqlite3.DatabaseError):
    """A value that no smcheck can have written."""


def text(value: object) -> str:
    """A text."""
    if not isinstance(value, str):
        raise Damage("malformed text")
    return value


def whole_number(value: object) -> int:
    """A whole number, not negative."""
    if not isinstance(value, int) or value < 0:
        raise Damage("malformed number")
    return value


def time(value: object) -> datetime:
    """A time with its time zone."""
    try:
        found = datetime.fromisoformat(text(value))
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise Damage("malformed time")
    return found


def time_of_comment(value: object) -> datetime | None:
    """When a comment was made; none, an empty text, where the file that it came from did not say."""
    return None if value == "" else time(value)


def time_text(value: datetime) -> str:
    """A time as it is stored where times are compared: in UTC, so that they sort as texts."""
    try:
        return value.astimezone(UTC).isoformat()
    except OverflowError:  # the first or the last day of the calendar
        return value.isoformat()
