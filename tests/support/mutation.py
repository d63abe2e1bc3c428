"""Inputs changed by chance: bytes, JSON, TOML and lines, with what programs stumble over."""

import json
import random
from copy import deepcopy
from typing import Any

TOKENS = (
    b"", b"0", b"-0", b"-1", b"1e-2000000", b"1E400", b"1e2000000", b"-1e-5000", b"NaN", b"Infinity",
    b"-Infinity", b"9" * 30, b"9" * 4300, b"9" * 4301, b"0." + b"0" * 400 + b"1", b"0x" + b"f" * 400,
    b"1_0", b"1.", b"true", b"null", b"[]", b"{}", b"[" * 400, b"{" * 400, b'{"a":' * 400, b"]", b"}", b'"',
    b"'", b'"""', b"\\", b"\\u0000", b"\\ud800", b"\\ud83d\\ude00", b"\0", b"\x1b[31m", b"\x1b]0;x\x07",
    b"\x7f", b"\x80", b"\xc2\x9b31m", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80", b"\n", b"\r", b"\r\n", b"\t", b" " * 300, b",", b",,", b":", b"=", b"==", b"#",
    b".", b"[[", b"]]", b"[x]\n", b"[[x]]\n", b"x = 1\n", b"%s%n", b"{0}", b"{count.__class__}", b"[/]",
    b"[red]", b"../..", b"~", b"$(x)", b"k" * 3000, "ü".encode(), "\u200d".encode(),
    b"1979-05-27T07:32:00Z", b"0001-01-01", b"9999-12-31T23:59:60", b"yes", b"no", b"unknown", b"na",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2, 10**30, -(10**400), 1e308, -1e-308, 1e-300, 0.5, "", " ", "yes", "no",
    "unknown", "na", "marketing", "social-media", "documented", "\0", "\x1b[31m", "\x9b31m", "\u202e",
    "\ud800", "[/]", "{0}", "%s", "x" * 5000, "é" * 100, "👩‍👩‍👧", "2026-11-22T14:02:00+00:00",
    "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-11-22", [], {}, [[]], [{}], {"": ""},
    ["team.dedicated"] * 50, {"dedicated": "yes"}, {"team": {"dedicated": "yes"}}, {"__class__": 1},
)  # fmt: skip


def mutate(chance: random.Random, content: bytes, other: bytes = b"") -> bytes:
    """Bytes changed in one to six places."""
    for _change in range(chance.choice((1, 1, 1, 2, 3, 6))):
        content = _change_part(chance, content, other)
    return content


def _change_part(chance: random.Random, content: bytes, other: bytes) -> bytes:
    start = chance.randrange(len(content) + 1)
    end = min(start + chance.choice((0, 1, 1, 4, 30, 300)), len(content))
    kind = chance.randrange(8)
    if kind == 0:  # other bytes
        return content[:start] + chance.randbytes(end - start) + content[end:]
    if kind == 1:  # taken out
        return content[:start] + content[end:]
    if kind == 2:  # twice
        return content[:end] + content[start:end] * chance.choice((1, 2, 40)) + content[end:]
    if kind == 3:  # cut off
        return content[:start]
    if kind == 4 and other:  # of another file
        place = chance.randrange(len(other) + 1)
        return content[:start] + other[place : place + chance.choice((1, 20, 400))] + content[end:]
    if kind == 5:  # one bit
        return (
            content[:start] + bytes([content[start] ^ 1 << chance.randrange(8)]) + content[start + 1 :]
            if (start < len(content))
            else content
        )
    return content[:start] + chance.choice(TOKENS) + content[end:]


def mutate_lines(chance: random.Random, content: bytes) -> bytes:
    """A text file with lines taken out, moved, given twice, or with another value behind their sign."""
    lines = content.split(b"\n")
    for _change in range(chance.choice((1, 1, 2, 4))):
        place = chance.randrange(len(lines))
        kind = chance.randrange(5)
        if kind == 0:
            lines.insert(place, lines[chance.randrange(len(lines))])
        elif kind == 1 and len(lines) > 1:
            del lines[place]
        elif kind == 2:
            key, sign, _value = lines[place].partition(b"=")
            lines[place] = key + sign + b" " + chance.choice(TOKENS)
        elif kind == 3:
            other = chance.randrange(len(lines))
            lines[place], lines[other] = lines[other], lines[place]
        else:
            words = lines[place].split(b'"')
            words[chance.randrange(len(words))] = chance.choice(TOKENS)
            lines[place] = b'"'.join(words)
    return b"\n".join(lines)


def mutate_json(chance: random.Random, data: Any) -> Any:
    """Data with one to four of its parts replaced, taken out, renamed or added."""
    data = json.loads(json.dumps(data))
    for _change in range(chance.choice((1, 1, 2, 4))):
        holder: Any = {"": data}
        key: Any = ""
        while True:
            value = holder[key]
            if not isinstance(value, dict | list) or not value or chance.random() < 0.25:
                break
            holder, key = value, chance.choice(list(value) if isinstance(value, dict) else range(len(value)))
        if holder is data or key != "":
            _replace_part(chance, holder, key)
        else:
            data = _other_value(chance, data)
    return data


def _replace_part(chance: random.Random, holder: Any, key: Any) -> None:
    kind = chance.randrange(4)
    if kind == 0:
        del holder[key]
    elif kind == 1 and isinstance(holder, dict):
        holder[str(chance.choice(VALUES))] = holder.pop(key)
    else:
        holder[key] = _other_value(chance, holder[key])


def _other_value(chance: random.Random, value: Any) -> Any:
    if isinstance(value, dict) and chance.random() < 0.5:
        return {**value, str(chance.choice(VALUES)): deepcopy(chance.choice(VALUES))}
    if isinstance(value, list) and chance.random() < 0.5:
        return [*value, deepcopy(chance.choice(VALUES))]
    return deepcopy(chance.choice(VALUES))
