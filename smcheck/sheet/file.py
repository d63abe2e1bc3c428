"""The sheet as JSON, format 1: the exchange format and what `score` reads."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

from smcheck.pack import Pack
from smcheck.pack.loading import ANSWERS
from smcheck.pack.reading import has_more_signs, read_bytes
from smcheck.sheet.sheet import Sheet
from smcheck.words.fault import Fault, clipped, unknown_word
from smcheck.words.language import _

FORMAT = 1
LARGEST = 64 * 1024 * 1024
"""Bytes that a file of sheets may have."""
LARGEST_SHEET = 12 * 1024 * 1024
"""Bytes that one sheet may have; in memory it can take eight times as much."""
MOST_SIGNS = 200_000
"""Texts and signs such as ``{`` and ``,`` that one sheet may have."""
MOST_FAULTS = 1000
"""Lines at fault that a file of sheets may have before it is taken for something else."""
LONGEST_TEXT = 2_000_000
"""Characters that one text may have."""
_LINE = re.compile(rb"\S[^\n]*+")
_LOOKED_AT = 1000
"""Lines among which one that is an object must be."""
_HALF = re.compile("[\ud800-\udfff]")
"""Surrogates without their other half: JSON can hold them, no file can."""
_TEXTS = ("organisation", "respondent", "id", "pack_version", "pack_hash")
_MOMENTS = ("created", "modified")
_KEYS = ("format", "pack", *_TEXTS, *_MOMENTS, "profile", "answers", "notes", "changed_after_result")
_PROFILE = ("role", "sector", "country", "size")


def load_sheet(path: Path | str, pack: Pack) -> Sheet:
    """The one sheet in a JSON file.

    Raises:
        Fault: the file cannot be read or does not fit the pack; it names file and place.

    """
    file = str(path)
    return _within(file, read_bytes(Path(path), min(LARGEST, LARGEST_SHEET)), pack)


def load_sheets(content: bytes, file: str, pack: Pack) -> Iterator[Sheet | Fault]:
    """The sheets in a file: one JSON object, or one on each line (JSON Lines), in order.

    A line at fault gives its fault and the next ones are still read, up to ``MOST_FAULTS`` of them.
    """
    if len(content) > LARGEST:
        yield Fault(_("too large"), file=file, expected=_("at most {n} bytes").format(n=LARGEST))
        return
    faults = 0
    for number, text in _documents(content, file):
        name = f"{file}:{number}" if number else file
        if faults == MOST_FAULTS:
            yield Fault(_("too many faults; what follows is not read"), file=name)
            return
        try:
            yield _within(name, text, pack)
        except Fault as fault:
            faults += 1
            yield fault


def _documents(content: bytes, file: str) -> Iterator[tuple[int, bytes]]:
    """The lines that hold a sheet each, with their numbers; or all of it as number 0, one sheet.

    The file's name says which where it can. Else one line that is a whole object tells: no line of a sheet
    printed over several lines is, and one that is damaged is not taken for the whole file.
    """
    if file.endswith(".json") or not (file.endswith(".jsonl") or _holds_objects(content)):
        yield 0, content
    else:
        yield from _lines(content)


def _lines(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers from 1."""
    number, end = 1, 0
    for line in _LINE.finditer(content):
        number += content.count(b"\n", end, line.start())
        end = line.end()
        yield number, line[0]


def _holds_objects(content: bytes) -> bool:
    """Whether there are several lines, and a whole object on one of the first of them."""
    first = [line for _number, line in islice(_lines(content), _LOOKED_AT)]
    return len(first) > 1 and any(map(_is_object, first))


def _is_object(line: bytes) -> bool:
    """Whether the line is a whole JSON object."""
    if len(line) > LARGEST_SHEET or not line.startswith(b"{") or has_more_signs([line], MOST_SIGNS):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _within(file: str, content: bytes, pack: Pack) -> Sheet:
    try:
        return parse_sheet(_parse_json(content), pack)
    except Fault as fault:
        raise fault.within(file) from None


def _parse_json(content: bytes) -> object:
    if len(content) > LARGEST_SHEET:
        raise Fault(_("too large"), expected=_("at most {n} bytes").format(n=LARGEST_SHEET))
    if len(content) > MOST_SIGNS and has_more_signs([content], MOST_SIGNS):
        raise Fault(_("too many texts and values"))
    try:
        return _DECODER.decode(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Fault(_("not UTF-8"), place=_("byte {n}").format(n=error.start)) from None
    except json.JSONDecodeError as error:
        place = _("line {line}, column {column}").format(line=error.lineno, column=error.colno)
        raise Fault(_("not JSON ({reason})").format(reason=error.msg), place=place) from None
    except (RecursionError, ValueError):
        reason = _("nested too deeply or numbers too long")
        raise Fault(_("not JSON ({reason})").format(reason=reason)) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        double, _times = Counter(key for key, _value in pairs).most_common(1)[0]
        raise Fault(_("key {key} given twice").format(key=clipped(double)))
    return found


def _no_constant(name: str) -> object:
    raise Fault(_("not JSON ({reason})").format(reason=name))


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_no_constant)


def parse_sheet(data: object, pack: Pack) -> Sheet:
    """A sheet from what its JSON holds.

    Raises:
        Fault: an unknown key, id or value, or a wrong type; it names the place and the nearest valid word.

    """
    table = _table(data, "")
    if "format" in table:
        # First of all: what a newer format has besides is not unknown to the newer smcheck.
        _check_format(table["format"])
    for key in table:
        if key not in _KEYS:
            raise unknown_word(_("key"), key, _KEYS, place=_place(key))
    for key in ("format", "pack", "answers"):
        if key not in table:
            raise Fault(_("missing"), place=key)
    if table["pack"] != pack.id:
        fault = unknown_word(_("pack"), table["pack"], [pack.id], place="pack")
        raise Fault(fault.found, place="pack", expected=other_pack_remedy(pack), nearest=fault.nearest)
    return Sheet(
        pack=pack.id,
        organisation=_text(table.get("organisation", ""), "organisation"),
        respondent=_text(table.get("respondent", ""), "respondent"),
        id=_text(table.get("id", ""), "id"),
        created=_moment(table.get("created"), "created"),
        modified=_moment(table.get("modified"), "modified"),
        pack_version=_text(table.get("pack_version", ""), "pack_version"),
        pack_hash=_text(table.get("pack_hash", ""), "pack_hash"),
        profile=MappingProxyType(_profile(table.get("profile", {}), pack)),
        answers=MappingProxyType(_answers(table["answers"], pack)),
        notes=MappingProxyType(_notes(table.get("notes", {}), pack)),
        after_result=_after_result(table.get("changed_after_result", []), pack),
    )


def other_pack_remedy(pack: Pack) -> str:
    """What a sheet of another pack is expected to be, and how to name that other pack."""
    return _("{pack}; or name the sheet's own pack with --pack FOLDER").format(pack=pack.id)


def _place(*keys: str) -> str:
    return ".".join(key if len(key) <= 60 else key[:59] + "…" for key in keys if key)


def _table(value: object, place: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Fault(_("found {value}").format(value=clipped(value)), place=place, expected=_("an object {…}"))
    return value


def _text(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise Fault(_("found {value}").format(value=clipped(value)), place=place, expected=_("a text"))
    if len(value) > LONGEST_TEXT:
        expected = _("at most {n} characters").format(n=LONGEST_TEXT)
        raise Fault(_("a text that is too long"), place=place, expected=expected)
    if not value.isascii() and _HALF.search(value):
        raise Fault(_("half a character"), place=place, expected=_("a text that UTF-8 can hold"))
    return value


def _moment(value: object, place: str) -> datetime | None:
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(_text(value, place))
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        expected = "2026-11-22T14:02:00+00:00"
        raise Fault(_("found {value}").format(value=clipped(value)), place=place, expected=expected)
    return moment


def _check_format(value: object) -> None:
    if value == FORMAT and not isinstance(value, bool):
        return
    if isinstance(value, int) and value > FORMAT:
        raise Fault(_("written by a newer smcheck"), place="format", expected=str(FORMAT))
    raise Fault(_("found {value}").format(value=clipped(value)), place="format", expected=str(FORMAT))


def _profile(value: object, pack: Pack) -> dict[str, str]:
    table = _table(value, "profile")
    for key, entry in table.items():
        if key not in _PROFILE:
            raise unknown_word(_("key"), key, _PROFILE, place=_place("profile", key))
        text = _text(entry, f"profile.{key}")
        if key != "role" and text not in getattr(pack.file.profile, key):
            raise unknown_word(_("choice"), text, getattr(pack.file.profile, key), place=f"profile.{key}")
    return table


def _answers(value: object, pack: Pack) -> dict[str, str]:
    found: dict[str, str] = {}
    options, items = _options(pack), _items(pack)
    for key, entry in _table(value, "answers").items():
        if key in options:
            if entry not in options[key]:
                raise unknown_word(_("answer"), entry, options[key], place=f"answers.{key}")
            found[key] = entry
            continue
        if key not in items:
            raise unknown_word(_("question"), key, pack.question_by_id, place=_place("answers", key))
        known = items[key]
        for name, answer in _table(entry, f"answers.{key}").items():
            if name not in known:
                raise unknown_word(_("item"), name, known, place=_place("answers", key, name))
            path, valid = known[name]
            if answer not in valid:
                raise unknown_word(_("answer"), answer, valid, place=f"answers.{key}.{name}")
            found[path] = answer
    return found


@lru_cache(maxsize=64)
def _options(pack: Pack) -> Mapping[str, tuple[str, ...]]:
    """What each question with one answer can be answered with."""
    singles = [question for question in pack.questions if question.kind == "one"]
    return {question.id: (*pack.options(question), "unknown") for question in singles}


@lru_cache(maxsize=64)
def _items(pack: Pack) -> Mapping[str, Mapping[str, tuple[str, tuple[str, ...]]]]:
    """The path of each item of the other questions, and what it can be answered with."""
    return {
        question.id: {
            item.id: (f"{question.id}.{item.id}", ANSWERS if item.na else ANSWERS[:3])
            for item in pack.items_of(question)
        }
        for question in pack.questions
        if question.kind != "one"
    }


def _notes(value: object, pack: Pack) -> dict[str, str]:
    table = _table(value, "notes")
    for key, entry in table.items():
        if key not in pack.question_by_id:
            raise unknown_word(_("question"), key, pack.question_by_id, place=_place("notes", key))
        _text(entry, f"notes.{key}")
    return table


def _after_result(value: object, pack: Pack) -> tuple[str, ...]:
    place = "changed_after_result"
    if not isinstance(value, list):
        raise Fault(_("found {value}").format(value=clipped(value)), place=place, expected=_("a list […]"))
    valid = [*pack.items, *(question.id for question in pack.questions if question.kind == "one")]
    for index, path in enumerate(value):
        if path not in valid:
            raise unknown_word(_("item"), path, valid, place=f"{place}[{index}]")
    return tuple(sorted(value))


def dump_sheet(sheet: Sheet, pack: Pack) -> dict[str, Any]:
    """The sheet as its JSON holds it, keys in the pack's order; parsing it gives the same sheet."""
    data: dict[str, Any] = {"format": FORMAT, "pack": sheet.pack}
    for key in _TEXTS:
        if getattr(sheet, key):
            data[key] = getattr(sheet, key)
    for key in _MOMENTS:
        moment = getattr(sheet, key)
        if moment is not None:
            data[key] = moment.isoformat()
    if sheet.profile:
        data["profile"] = {key: sheet.profile[key] for key in _PROFILE if key in sheet.profile}
    data["answers"] = _nested(sheet.answers, pack)
    if sheet.notes:
        data["notes"] = {
            question.id: sheet.notes[question.id] for question in pack.questions if question.id in sheet.notes
        }
    if sheet.after_result:
        data["changed_after_result"] = list(sheet.after_result)
    return data


def _nested(answers: Mapping[str, str], pack: Pack) -> dict[str, Any]:
    nested: dict[str, Any] = {}
    for question in pack.questions:
        if question.kind == "one":
            if question.id in answers:
                nested[question.id] = answers[question.id]
            continue
        given = {
            item.id: answers[f"{question.id}.{item.id}"]
            for item in pack.items_of(question)
            if f"{question.id}.{item.id}" in answers
        }
        if given:
            nested[question.id] = given
    return nested
