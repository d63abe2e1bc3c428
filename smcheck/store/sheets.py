"""The rows of the sheets: a new one, one as it is now, one with other names."""

import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from smcheck.store import values
from smcheck.store.entries import (
    AFTER_RESULT,
    CHANGED_ELSEWHERE,
    LastEntries,
    append_entries,
    valid_answers,
)
from smcheck.store.packs import insert_pack
from smcheck.store.records import StoredSheet
from smcheck.store.unread import read_unread, unread_changes, unread_text

if TYPE_CHECKING:
    from smcheck.pack import Pack
    from smcheck.sheet import Comment, Sheet

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that is mistaken for another when read aloud


def read_sheet(connection: sqlite3.Connection, row: sqlite3.Row, pack: "Pack") -> StoredSheet:
    """A sheet from its row and its entries.

    Raises:
        Damage: a value that no smcheck can have written.
    """
    from smcheck.sheet import SUMMARY, Sheet

    last = LastEntries(connection, row["id"])
    comments = _comments(last)
    sheet = Sheet(
        pack=pack.id,
        organisation=values.text(row["organisation"]),
        respondent=values.text(row["respondent"]),
        profile=MappingProxyType(_valid_profile(last.given["profile"], pack)),
        answers=MappingProxyType(valid_answers(last.given["answer"], pack)),
        notes=MappingProxyType({k: v for k, v in last.given["note"].items() if k in pack.question_by_id}),
        id=values.text(row["id"]),
        created=values.time(row["created"]),
        modified=values.time(row["modified"]),
        pack_version=values.text(row["pack_version"]),
        pack_hash=values.text(row["pack_hash"]),
        result_seen=None if row["result_seen"] is None else values.time(row["result_seen"]),
        summary=comments.pop(SUMMARY, None),
        comments=MappingProxyType(comments),
    )
    return StoredSheet(
        sheet=replace(
            sheet,
            changed_after_result=tuple(path for path in last.changed if path in sheet.answers),
            answered_after_result=tuple(path for path in last.answered if path in sheet.answers),
            unread=MappingProxyType(read_unread(row, last, sheet, pack)),
        ),
        revision=values.whole_number(row["revision"]),
        position=values.text(row["position"]),
        finished=row["result_seen"] is not None,
    )


def _comments(last: LastEntries) -> "dict[str, Comment]":
    """The comments by key, that on the whole among them."""
    from smcheck.sheet import Comment

    return {key: Comment(text, *last.signatures[key]) for key, text in last.given["comment"].items()}


def _valid_profile(profile: Mapping[str, str], pack: "Pack") -> dict[str, str]:
    choices = pack.file.profile.choices
    return {key: value for key, value in profile.items() if key == "role" or value in choices.get(key, ())}


def insert_sheet(
    connection: sqlite3.Connection,
    pack: "Pack",
    sheet: "Sheet",
    position: str,
    now: datetime,
    *,
    finished: bool,
) -> str:
    """Write a new sheet with all that it holds; gives its id, which is its own where that is free."""
    result_seen = sheet.result_seen or (now if finished else None)
    taken = sheet.id and _exists(connection, sheet.id)
    id_ = sheet.id if sheet.id and not taken else _unused_id(connection)
    connection.execute(
        "INSERT INTO sheets"
        " (id, pack, pack_version, pack_hash, organisation, respondent, created, modified,"
        " position, result_seen, unread) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            id_,
            pack.id,
            sheet.pack_version or pack.version,
            sheet.pack_hash or pack.hash,
            sheet.organisation,
            sheet.respondent,
            (sheet.created or now).isoformat(),
            values.time_text(sheet.modified or now),
            position,
            result_seen.isoformat() if result_seen else None,
            unread_text(sheet),
        ),
    )
    insert_pack(connection, pack)
    _insert_entries(connection, id_, sheet, now)
    return id_


def _insert_entries(connection: sqlite3.Connection, id_: str, sheet: "Sheet", now: datetime) -> None:
    """Write what a new sheet holds as the first entries of its history."""
    changes = unread_changes(sheet)
    changes += [("profile", key, value) for key, value in sheet.profile.items()]
    changes += [("answer", key, value) for key, value in sheet.answers.items()]
    changes += [("note", key, value) for key, value in sheet.notes.items()]
    at = values.time_text(sheet.created or now)
    unread = sheet.unread
    answered = (*sheet.answered_after_result, *unread.get("answered_after_result", ()))
    changed = (*sheet.changed_after_result, *unread.get("changed_after_result", ()))
    late = dict.fromkeys(answered, AFTER_RESULT) | dict.fromkeys(changed, CHANGED_ELSEWHERE)
    revision = append_entries(connection, id_, 0, changes, at=at, by=sheet.respondent, late=late)
    for key, comment in sheet.all_comments().items():
        change = ("comment", key, comment.text)
        at = values.time_text(comment.at) if comment.at else ""
        revision = append_entries(connection, id_, revision, [change], at=at, by=comment.by, late={})


def _exists(connection: sqlite3.Connection, id_: str) -> bool:
    """Whether an id is in use, be it by a deleted sheet, which can be brought back."""
    return connection.execute("SELECT 1 FROM sheets WHERE id = ?", (id_,)).fetchone() is not None


def _unused_id(connection: sqlite3.Connection) -> str:
    from secrets import choice  # a first question needs no id

    while True:
        id_ = "".join(choice(_ALPHABET) for _position in range(6))
        if not _exists(connection, id_):
            return id_


def rename_sheet(
    connection: sqlite3.Connection, row: sqlite3.Row, names: tuple[str, str], was: tuple[str, str]
) -> dict[str, str]:
    """Give a sheet other names; gives back those that another window has given since they were read."""
    now = {key: values.text(row[key]) for key in ("organisation", "respondent")}
    conflicts = {}
    for key, new, old in zip(("organisation", "respondent"), names, was, strict=True):
        if new == old:
            continue
        if now[key] in {old, new}:
            now[key] = new
        else:
            conflicts[key] = now[key]
    connection.execute(
        "UPDATE sheets SET organisation = :organisation, respondent = :respondent WHERE id = :id",
        {**now, "id": row["id"]},
    )
    return conflicts
