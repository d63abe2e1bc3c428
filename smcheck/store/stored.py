"""What is stored, as it is read: sheets, and the entries made in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from smcheck.pack import Pack
from smcheck.sheet import Sheet
from smcheck.store import cells

_CHOICES = ("sector", "country", "size")


@dataclass(frozen=True, slots=True)
class Entry:
    """A stored sheet in a list."""

    id: str
    pack: str
    organisation: str
    respondent: str
    created: datetime
    modified: datetime
    finished: bool
    """Whether its result was seen."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One entry: what was given, when, by whom, before or after the result was first seen.

    ``value`` is none where an answer was taken back.
    """

    kind: str
    key: str
    value: str | None
    at: datetime
    by: str
    after_result: bool


@dataclass(frozen=True, slots=True)
class Stored:
    """A sheet with its revision (the number of entries ever made in it) and where its sitting stands."""

    sheet: Sheet
    revision: int
    position: str
    finished: bool


Change = tuple[str, str, str | None]
"""Kind, key and value of an entry to be made."""


def stored(id_: str, row: Sequence[object], entries: Sequence[Sequence[object]], pack: Pack) -> Stored:
    """A sheet from its row and its entries in order: the last entry of each key stands."""
    kept: dict[str, dict[str, str]] = {"answer": {}, "note": {}, "profile": {}}
    after_result: set[str] = set()
    for kind, key, value, after in entries:
        table = kept.get(cells.text(kind))
        if table is None:
            raise cells.Damage("malformed kind")
        path = cells.text(key)
        table.pop(path, None)
        if value is not None:
            table[path] = cells.text(value)
        if kind == "answer" and after:
            after_result.add(path)
    answers = _valid_answers(kept["answer"], pack)
    sheet = Sheet(
        pack=pack.id,
        organisation=cells.text(row[3]),
        respondent=cells.text(row[4]),
        profile=MappingProxyType(_valid_profile(kept["profile"], pack)),
        answers=MappingProxyType(answers),
        notes=MappingProxyType({k: v for k, v in kept["note"].items() if k in pack.question_by_id}),
        id=id_,
        created=cells.moment(row[5]),
        modified=cells.moment(row[6]),
        pack_version=cells.text(row[1]),
        pack_hash=cells.text(row[2]),
        after_result=tuple(sorted(after_result & answers.keys())),
    )
    return Stored(sheet, cells.number(row[9]), cells.text(row[7]), row[8] is not None)


def _valid_answers(answers: Mapping[str, str], pack: Pack) -> dict[str, str]:
    """The answers that the pack, which may be another version by now, can read."""
    return {path: value for path, value in answers.items() if value in pack.answers_to(path)}


def _valid_profile(profile: Mapping[str, str], pack: Pack) -> dict[str, str]:
    choices = pack.file.profile
    return {
        key: value
        for key, value in profile.items()
        if key == "role" or (key in _CHOICES and value in getattr(choices, key))
    }
