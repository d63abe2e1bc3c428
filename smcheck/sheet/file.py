"""Sheet files read from bytes: one JSON object, or JSON Lines with a sheet on each line.

The limits of size are the protection against hostile files: JSON takes up to 30 times its bytes in memory.
A sheet may have 1 MB. One that has an ``id`` was stored before, perhaps when more was allowed, and may have
12 MB, so that whatever ``smcheck export`` wrote can be read again.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

from smcheck.files.encoding import decode, is_utf_16
from smcheck.files.reading import read_bytes
from smcheck.pack import Pack
from smcheck.sheet.parse import parse_sheet
from smcheck.sheet.sheet import Sheet
from smcheck.words.fault import Fault, quote_short
from smcheck.words.language import _

MAX_FILE_BYTES = 64 * 1024 * 1024
"""For a file of many sheets, which are read one after the other."""
MAX_SHEET_BYTES = 1024 * 1024
MAX_STORED_SHEET_BYTES = 12 * 1024 * 1024
"""For a sheet with an ``id``."""
MAX_FAULTS = 1000
"""Lines at fault after which the rest of a file is not read: it is no file of sheets."""
FindPack: TypeAlias = Callable[[str], Pack | None]
"""Gives the pack with a hash, which a sheet was answered under; none where it is not there any more."""
_LINES_TO_GUESS_FROM = 1000
_ID_KEY = re.compile(rb'"id"\s*:')
"""Within a text the quotation marks would be escaped."""


def load_sheet(path: Path | str, pack: Pack) -> Sheet:
    """The one sheet in a JSON file.

    Raises:
        Fault: the file cannot be read or does not fit the pack; it names file and place.

    """
    found = read_document(read_bytes(Path(path), MAX_STORED_SHEET_BYTES), str(path), pack)
    if isinstance(found, Fault):
        raise found
    return found


def load_sheets(
    content: bytes, file: str, pack: Pack, find_pack: FindPack | None = None
) -> Iterator[Sheet | Fault]:
    """The sheets in a file: one JSON object, or one on each line (JSON Lines), in order.

    Each is read with the pack that it was answered under, where ``find_pack`` gives it, else with ``pack``.

    A line at fault gives its fault and the next ones are still read, up to ``MAX_FAULTS`` of them.
    """
    faults = 0
    for name, text in documents(content, file):
        if faults == MAX_FAULTS:
            yield too_many_faults(name)
            return
        found = read_document(text, name, pack, find_pack)
        faults += isinstance(found, Fault)
        yield found


def documents(content: bytes, file: str) -> Iterator[tuple[str, bytes]]:
    """The parts of a file that hold a sheet each, with what faults call them: the file, or file and line."""
    if _is_lines(content):
        for number, line in enumerate(BytesIO(content), 1):
            if not line.isspace():
                yield f"{file}:{number}", line.strip()
    else:
        yield file, content


def count_documents(content: bytes) -> int:
    """How many sheets a file may hold; lines that are blank are counted, too."""
    if not _is_lines(content):
        return 1
    return content.count(b"\n") + (not content.endswith(b"\n"))


def read_document(content: bytes, name: str, pack: Pack, find_pack: FindPack | None = None) -> Sheet | Fault:
    """The sheet in a part of a file, or why there is none; ``name`` is what the fault calls the part."""
    try:
        if len(content) > MAX_FILE_BYTES:
            raise _too_large(MAX_FILE_BYTES)
        data = _decode(content)
        return parse_sheet(data, _pack_of(data, find_pack) or pack)
    except Fault as fault:
        # A new one, without the traceback that would keep all that was read of the line in memory. That of a
        # store, which is asked for the pack, names the store.
        return fault.within(fault.file or name)


def _pack_of(data: object, find_pack: FindPack | None) -> Pack | None:
    """The pack that a sheet was answered under, where it says so and the pack is there."""
    pack_hash = data.get("pack_hash") if isinstance(data, dict) else None
    return find_pack(pack_hash) if find_pack and isinstance(pack_hash, str) else None


def too_many_faults(name: str) -> Fault:
    """That a file is not read on; ``name`` is its first part that is not."""
    return Fault(_("too many faults; what follows is not read"), file=name)


def _is_lines(content: bytes) -> bool:
    """Whether each line of a file is a sheet: there are several, and one of the first is an object in braces.

    In a sheet printed over several lines, an object on a line of its own is part of what stands before or
    behind it; and one damaged line does not make it one sheet. The name says nothing: ``smcheck export``
    writes one sheet over several lines, and several as lines, into a file of any name.
    """
    if len(content) > MAX_FILE_BYTES or is_utf_16(content):
        return False
    lines = (line.strip() for line in BytesIO(content) if not line.isspace())
    first = list(islice(lines, _LINES_TO_GUESS_FROM))
    return len(first) > 1 and any(
        line.startswith(b"{")
        and line.endswith(b"}")
        and not before.endswith((b":", b"["))
        and not (before.endswith(b",") and not before.startswith(b"{"))
        and not behind.startswith((b",", b"]", b"}"))
        for before, line, behind in zip([b"", *first], first, [*first[1:], b""], strict=False)
    )


def _decode(content: bytes) -> object:
    """What the JSON of one sheet holds."""
    limit = MAX_STORED_SHEET_BYTES if _ID_KEY.search(content) else MAX_SHEET_BYTES
    if len(content) > limit:
        raise _too_large(limit)
    try:
        return _DECODER.decode(decode(content))
    except json.JSONDecodeError as error:
        place = _("line {line}, column {column}").format(line=error.lineno, column=error.colno)
        raise Fault(_("not JSON ({reason})").format(reason=error.msg), place=place) from None
    except (RecursionError, ValueError, MemoryError):
        reason = _("nested too deeply, numbers too long or too many values")
        raise Fault(_("not JSON ({reason})").format(reason=reason)) from None


def _too_large(limit: int) -> Fault:
    return Fault(_("too large"), expected=_("at most {n} bytes").format(n=limit))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object; one that gives a key twice is refused, where ``json`` would take the last."""
    table = dict(pairs)
    if len(table) < len(pairs):
        key, _times = Counter(key for key, _value in pairs).most_common(1)[0]
        raise Fault(_("key {key} given twice").format(key=quote_short(key)))
    return table


def _refuse_constant(name: str) -> object:
    """NaN and the infinities, which ``json`` takes and JSON does not have."""
    raise Fault(_("not JSON ({reason})").format(reason=name))


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_refuse_constant)
