"""One JSON object validated against the pack: a sheet, or a fault with its place and the nearest word."""

from datetime import datetime
from itertools import chain
from types import MappingProxyType
from typing import Any

from smcheck.pack import Pack
from smcheck.sheet.format import FORMAT, KEYS, MAX_TEXT_LENGTH, PROFILE_KEYS
from smcheck.sheet.sheet import Sheet
from smcheck.words.fault import Fault, clipped, unknown_word
from smcheck.words.language import _

_LONGEST_KEY = 60
"""Characters of a key that are shown in a place."""


def parse_sheet(data: object, pack: Pack) -> Sheet:
    """A sheet from what its JSON holds.

    Raises:
        Fault: an unknown key, id or value, or a wrong type; it names the place and the nearest valid word.

    """
    table = _table(data, "")
    _check_keys(table)
    _check_pack(table["pack"], pack)
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
        changed_after_result=_paths(table, "changed_after_result", pack),
        answered_after_result=_paths(table, "answered_after_result", pack),
    )


def other_pack_remedy(pack: Pack) -> str:
    """What a sheet of another pack is expected to be, and how to name that other pack."""
    return _("{pack}; or name the sheet's own pack with --pack FOLDER").format(pack=pack.id)


def _check_keys(table: dict[str, Any]) -> None:
    if "format" in table:
        # First of all: what a newer format has besides is not unknown to the newer smcheck.
        _check_format(table["format"])
    for key in table:
        if key not in KEYS:
            raise unknown_word(_("key"), key, KEYS, place=_place(key))
    for key in ("format", "pack", "answers"):
        if key not in table:
            raise Fault(_("missing"), place=key)


def _check_format(value: object) -> None:
    if value == FORMAT and not isinstance(value, bool):
        return
    if isinstance(value, int) and value > FORMAT:
        raise Fault(_("written by a newer smcheck"), place="format", expected=str(FORMAT))
    raise _wrong_type(value, "format", str(FORMAT))


def _check_pack(value: object, pack: Pack) -> None:
    if value != pack.id:
        fault = unknown_word(_("pack"), value, [pack.id], place="pack")
        raise Fault(fault.found, place="pack", expected=other_pack_remedy(pack), nearest=fault.nearest)


def _profile(value: object, pack: Pack) -> dict[str, str]:
    table = _table(value, "profile")
    for key, entry in table.items():
        if key not in PROFILE_KEYS:
            raise unknown_word(_("key"), key, PROFILE_KEYS, place=_place("profile", key))
        text = _text(entry, f"profile.{key}")
        if key != "role" and text not in getattr(pack.file.profile, key):
            raise unknown_word(_("choice"), text, getattr(pack.file.profile, key), place=f"profile.{key}")
    return table


def _answers(value: object, pack: Pack) -> dict[str, str]:
    """The answers by path, from those nested by question and item."""
    answers: dict[str, str] = {}
    for key, entry in _table(value, "answers").items():
        question = pack.question_by_id.get(key)
        if question is None:
            raise unknown_word(_("question"), key, pack.question_by_id, place=_place("answers", key))
        if question.kind == "one":
            answers[key] = _answer(entry, key, pack)
            continue
        for item, answer in _table(entry, f"answers.{key}").items():
            path = f"{key}.{item}"
            if path not in pack.items:
                items = [item.id for item in pack.items_of(question)]
                raise unknown_word(_("item"), item, items, place=_place("answers", key, item))
            answers[path] = _answer(answer, path, pack)
    return answers


def _answer(value: Any, path: str, pack: Pack) -> str:
    valid = pack.answers_to(path)
    if value not in valid:
        raise unknown_word(_("answer"), value, valid, place=f"answers.{path}")
    return str(value)


def _notes(value: object, pack: Pack) -> dict[str, str]:
    table = _table(value, "notes")
    for key, entry in table.items():
        if key not in pack.question_by_id:
            raise unknown_word(_("question"), key, pack.question_by_id, place=_place("notes", key))
        _text(entry, f"notes.{key}")
    return table


def _paths(table: dict[str, Any], place: str, pack: Pack) -> tuple[str, ...]:
    """A list of answers by their paths, in alphabetical order."""
    value = table.get(place, [])
    if not isinstance(value, list):
        raise _wrong_type(value, place, _("a list […]"))
    for index, path in enumerate(value):
        if not (isinstance(path, str) and pack.answers_to(path)):
            valid = chain.from_iterable(pack.answer_paths.values())
            raise unknown_word(_("item"), path, valid, place=f"{place}[{index}]")
    return tuple(sorted(value))


def _table(value: object, place: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _wrong_type(value, place, _("an object {…}"))
    return value


def _text(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise _wrong_type(value, place, _("a text"))
    if len(value) > MAX_TEXT_LENGTH:
        expected = _("at most {n} characters").format(n=MAX_TEXT_LENGTH)
        raise Fault(_("a text that is too long"), place=place, expected=expected)
    try:
        value.encode()
    except UnicodeEncodeError:  # JSON can hold half of a pair of surrogates, no file and no store can
        raise Fault(_("half a character"), place=place, expected=_("a text that UTF-8 can hold")) from None
    return value


def _moment(value: object, place: str) -> datetime | None:
    """A date and time with time zone, in ISO 8601."""
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(_text(value, place))
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise _wrong_type(value, place, "2026-11-22T14:02:00+00:00")
    return moment


def _wrong_type(value: object, place: str, expected: str) -> Fault:
    return Fault(_("found {value}").format(value=clipped(value)), place=place, expected=expected)


def _place(*keys: str) -> str:
    """Where a key of a stranger's choice stands, which may be of any length."""
    return ".".join(key if len(key) <= _LONGEST_KEY else key[: _LONGEST_KEY - 1] + "…" for key in keys)
