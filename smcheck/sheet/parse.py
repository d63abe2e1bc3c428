"""One JSON object validated against the pack: a sheet, or a fault with its place and the nearest word."""

from datetime import datetime
from itertools import chain
from types import MappingProxyType
from typing import Any

from smcheck.pack import Pack, Question
from smcheck.sheet.comment import Comment, comment_keys, is_comment_key
from smcheck.sheet.format import COMMENT_KEYS, FORMAT, KEYS, MAX_TEXT_LENGTH, PROFILE_KEYS
from smcheck.sheet.sheet import Sheet
from smcheck.sheet.unread import Unread
from smcheck.words.fault import Fault, quote_short, unknown_word
from smcheck.words.language import _

_LONGEST_KEY = 60
"""Characters of a key that are shown in a place."""


def parse_sheet(data: object, pack: Pack) -> Sheet:
    """A sheet from what its JSON holds.

    What is unknown to the pack is kept in :attr:`Sheet.unread` where the sheet names another version of it.

    Raises:
        Fault: an unknown key, id or value, or a wrong type; it names the place and the nearest valid word.

    """
    table = _table(data, "")
    other = is_of_another_version(table.get("pack_version"), table.get("pack_hash"), pack)
    unread = Unread(keep=other)
    _check_keys(table, unread)
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
        result_seen=_moment(table.get("result_seen"), "result_seen"),
        profile=MappingProxyType(_profile(table.get("profile", {}), pack, unread)),
        answers=MappingProxyType(_answers(table["answers"], pack, unread)),
        notes=MappingProxyType(_notes(table.get("notes", {}), pack, unread)),
        changed_after_result=_paths(table, "changed_after_result", pack, unread),
        answered_after_result=_paths(table, "answered_after_result", pack, unread),
        summary=_comment(table["summary"], "summary") if "summary" in table else None,
        comments=MappingProxyType(_comments(table, pack, keep=other or "id" in table)),
        unread=MappingProxyType(unread.kept),
    )


def is_of_another_version(version: object, pack_hash: object, pack: Pack) -> bool:
    """Whether a sheet names another version of the pack, by its number or by its hash."""
    named = ((version, pack.version), (pack_hash, pack.hash))
    return any(isinstance(other, str) and other not in {"", own} for other, own in named)


def other_pack_remedy(pack: Pack) -> str:
    """What a sheet of another pack is expected to be, and how to name that other pack."""
    return _("{pack}; or name the sheet's own pack with --pack FOLDER").format(pack=pack.id)


def _check_keys(table: dict[str, Any], unread: Unread) -> None:
    if "format" in table:
        # First of all: what a newer format has besides is not unknown to the newer smcheck.
        _check_format(table["format"])
    for key, value in table.items():
        if key not in KEYS:
            unread.add((key,), value, unknown_word(_("key"), key, KEYS, place=_place(key)))
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


def _profile(value: object, pack: Pack, unread: Unread) -> dict[str, str]:
    known: dict[str, str] = {}
    for key, entry in _table(value, "profile").items():
        if key not in PROFILE_KEYS:
            fault = unknown_word(_("key"), key, PROFILE_KEYS, place=_place("profile", key))
            unread.add(("profile", key), entry, fault)
            continue
        text = _text(entry, f"profile.{key}")
        choices = pack.file.profile.choices.get(key)
        if choices is None or text in choices:  # a role is as typed
            known[key] = text
        else:
            fault = unknown_word(_("choice"), text, choices, place=f"profile.{key}")
            unread.add(("profile", key), text, fault)
    return known


def _answers(value: object, pack: Pack, unread: Unread) -> dict[str, str]:
    """The answers by path, from those nested by question and item."""
    answers: dict[str, str] = {}
    for key, entry in _table(value, "answers").items():
        question = pack.question_by_id.get(key)
        if question is None:
            fault = unknown_word(_("question"), key, pack.question_by_id, place=_place("answers", key))
            for item, answer in _items(entry):
                unread.add(("answers", key, *item), answer, fault)
        elif question.kind == "one":
            valid = pack.answers_to(key)
            for item, answer in _items(entry):
                if item or answer not in valid:
                    unread.add(("answers", key, *item), answer, _unknown_answer(entry, key, pack))
                else:
                    answers[key] = str(answer)
        else:
            answers |= _answers_to_items(entry, question, pack, unread)
    return answers


def _answers_to_items(value: object, question: Question, pack: Pack, unread: Unread) -> dict[str, str]:
    """The answers to the items of a question, by path."""
    answers: dict[str, str] = {}
    if isinstance(value, str):
        fault = _wrong_type(value, f"answers.{question.id}", _("an object {…}"))
        unread.add(("answers", question.id), value, fault)
        return {}
    for item, answer in _table(value, f"answers.{question.id}").items():
        path = f"{question.id}.{item}"
        keys = ("answers", question.id, item)
        if path not in pack.items:
            items = [each.id for each in pack.items_of(question)]
            unread.add(keys, answer, unknown_word(_("item"), item, items, place=_place(*keys)))
        elif answer not in pack.answers_to(path):
            unread.add(keys, answer, _unknown_answer(answer, path, pack))
        else:
            answers[path] = str(answer)
    return answers


def _items(value: Any) -> list[tuple[tuple[str, ...], Any]]:
    """What stands under a question that some version may have asked for: one answer, or one for each item."""
    if isinstance(value, dict) and value:
        return [((item,), answer) for item, answer in value.items()]
    return [((), value)]


def _unknown_answer(value: object, path: str, pack: Pack) -> Fault:
    return unknown_word(_("answer"), value, pack.answers_to(path), place=f"answers.{path}")


def _notes(value: object, pack: Pack, unread: Unread) -> dict[str, str]:
    known: dict[str, str] = {}
    for key, entry in _table(value, "notes").items():
        if key in pack.question_by_id:
            known[key] = _text(entry, f"notes.{key}")
        else:
            fault = unknown_word(_("question"), key, pack.question_by_id, place=_place("notes", key))
            unread.add(("notes", key), entry, fault)
    return known


def _paths(table: dict[str, Any], place: str, pack: Pack, unread: Unread) -> tuple[str, ...]:
    """A list of answers by their paths, in alphabetical order."""
    value = table.get(place, [])
    if not isinstance(value, list):
        raise _wrong_type(value, place, _("a list […]"))
    known = []
    for index, path in enumerate(value):
        if isinstance(path, str) and pack.answers_to(path):
            known.append(path)
        else:
            valid = chain.from_iterable(pack.answer_paths.values())
            unread.add_path(place, path, unknown_word(_("item"), path, valid, place=f"{place}[{index}]"))
    return tuple(sorted(known))


def _comments(table: dict[str, Any], pack: Pack, *, keep: bool) -> dict[str, Comment]:
    """The comments on parts of the result, by key.

    Those on what only another version has stay with ``keep``: for a sheet of another version, and for a
    stored one, which may have gone over to a version without a rule that was commented on.
    """
    keys = comment_keys(pack)
    known: dict[str, Comment] = {}
    for key, entry in _table(table.get("comments", {}), "comments").items():
        place = _place("comments", key)
        if key not in keys and not (keep and is_comment_key(key)):
            raise unknown_word(_("key"), key, keys, place=place)
        comment = _comment(entry, place)
        if comment:
            known[key] = comment
    return known


def _comment(value: object, place: str) -> Comment | None:
    """A comment; none where it has no text."""
    table = _table(value, place)
    for key in table:
        if key not in COMMENT_KEYS:
            raise unknown_word(_("key"), key, COMMENT_KEYS, place=f"{place}.{_place(key)}")
    if "text" not in table:
        raise Fault(_("missing"), place=f"{place}.text")
    comment = Comment(
        text=_text(table["text"], f"{place}.text"),
        by=_text(table.get("by", ""), f"{place}.by"),
        at=_moment(table.get("at"), f"{place}.at"),
    )
    return comment if comment.text else None


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
    return Fault(_("found {value}").format(value=quote_short(value)), place=place, expected=expected)


def _place(*keys: str) -> str:
    """Where a key of a stranger's choice stands, which may be of any length."""
    return ".".join(key if len(key) <= _LONGEST_KEY else key[: _LONGEST_KEY - 1] + "…" for key in keys)
