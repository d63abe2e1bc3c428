"""TOML parsed, with faults that name file and place."""

import re
import tomllib
from decimal import Decimal
from typing import Any

from smcheck.files.encoding import decode
from smcheck.words.fault import Fault
from smcheck.words.language import _

# The parser takes time and memory by the square of a key's parts: seconds and gigabytes for one long line.
_LONG_KEY = re.compile(rb"""(?:\.[ \t]*+(?:[\w-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')[ \t]*+){20}""")
"""A dotted key of more than 20 parts; only conditions inside conditions could be as deep."""

_MOST_SIGNS = 100_000
"""Dots, brackets, braces and equals signs of a file; the parser may take a kilobyte for each of them."""


def parse_toml(content: bytes, file: str) -> dict[str, Any]:
    """The tables of a TOML file; decimals stay exact.

    Raises:
        Fault: it is not UTF-8 or not TOML; ``file`` is its name.
    """
    if sum(content.count(sign) for sign in (b".", b"[", b"{", b"=")) > _MOST_SIGNS:
        raise Fault(_("too many tables and values"), file=file, rule="large-file")
    if _LONG_KEY.search(content):
        raise _not_toml(_("a key of too many parts"), file)
    try:
        return tomllib.loads(decode(content, file), parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(_reason(str(error)), file, _place(str(error))) from None
    except (RecursionError, ValueError, ArithmeticError):
        raise _not_toml(_("nested too deeply or numbers too long"), file) from None


def _not_toml(reason: str, file: str, place: str = "") -> Fault:
    return Fault(_("not TOML ({reason})").format(reason=reason), file=file, place=place, rule="not-toml")


def _reason(message: str) -> str:
    """What the parser's English message says; the first beginning that fits holds."""
    not_closed, backslash = _("a bracket or a quote that is not closed"), _("a “\\” that begins no character")
    reasons = {
        "Cannot": _("given twice"),
        "Duplicate": _("given twice"),
        "Unclosed": not_closed,
        "Unterminated": not_closed,
        r"Illegal character '\n'": not_closed,
        "Expected newline": _("something stands behind the value"),
        "Expected '='": _("no “=” after the key"),
        "Expected": not_closed,
        "Invalid value": _("no value that TOML knows; texts stand in quotes"),
        "Invalid date": _("no such day or time"),
        "Unescaped": backslash,
        "Escaped": backslash,
        "Invalid hex": backslash,
    }
    found = (reason for beginning, reason in reasons.items() if message.startswith(beginning))
    return next(found, _("a character that does not belong there"))


def _place(message: str) -> str:
    match = re.search(r" \(at line (\d+), column (\d+)\)$", message)
    if match is None:
        return _("end of the file")
    return _("line {line}, column {column}").format(line=match[1], column=match[2])
