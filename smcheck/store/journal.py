"""The journal that a sitting writes to: in the store, or in memory only for an example."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from smcheck.store.protocol import Conflict, Journal
from smcheck.store.records import Change, StoredSheet
from smcheck.words.fault import Fault
from smcheck.words.language import _

if TYPE_CHECKING:
    from smcheck.pack import Pack
    from smcheck.sheet import Sheet
    from smcheck.store.store import Store


class StoredJournal(Journal):
    """A journal in the store. A sheet that is not stored yet is created with its first entry.

    What changes nothing writes nothing, so a sheet in which nothing was entered is never stored. A text that
    no file of a sheet may hold is a fault.
    """

    def __init__(self, store: "Store", pack: "Pack", sheet: "Sheet") -> None:
        self._store = store
        self._pack = pack
        self._version = 0
        self._stored = StoredSheet(sheet, 0, "", finished=False)
        if sheet.id:
            self._reload()

    @property
    def sheet(self) -> "Sheet":
        return self._stored.sheet

    @property
    def position(self) -> str:
        return self._stored.position

    @property
    def finished(self) -> bool:
        return self._stored.finished

    @property
    def stored(self) -> bool:
        return True

    def answer(self, changes: Mapping[str, str | None]) -> "Sheet":
        if not self.sheet.id:
            return self._create(_with_answers(self.sheet, changes, self.sheet if self.finished else None))
        return self._record([("answer", path, value) for path, value in changes.items()])

    def note(self, question: str, text: str) -> "Sheet":
        _check_lengths(text)
        if not self.sheet.id:
            return self._create(_with_note(self.sheet, question, text))
        if text == self.sheet.notes.get(question, ""):
            return self.sheet
        return self._record([("note", question, text or None)])

    def comment(self, key: str, text: str, by: str) -> "Sheet":
        _check_lengths(text, by)
        if not self.sheet.id:
            return self._create(_with_comment(self.sheet, key, text, by))
        before = self.sheet.all_comments().get(key)
        if text == (before.text if before else ""):
            return self.sheet
        return self._record([("comment", key, text or None)], by)

    def describe(self, fields: Mapping[str, str]) -> "Sheet":
        _check_lengths(*fields.values())
        sheet = self.sheet
        described = _with_description(sheet, fields)
        if not sheet.id:
            return self._create(described)
        names = (described.organisation, described.respondent)
        was = (sheet.organisation, sheet.respondent)
        theirs = self._store.rename(sheet.id, names, was) if names != was else {}
        try:
            self._record(
                [
                    ("profile", key, described.profile.get(key))
                    for key in {**sheet.profile, **described.profile}
                    if described.profile.get(key) != sheet.profile.get(key)
                ]
            )
        except Conflict as conflict:
            raise Conflict(conflict.sheet, (*theirs, *conflict.paths)) from None
        if theirs:
            raise Conflict(self.sheet, tuple(theirs))
        return self.sheet

    def move(self, position: str) -> None:
        if self.sheet.id:
            self._store.move(self.sheet.id, position)
        self._stored = replace(self._stored, position=position)

    def see_result(self) -> None:
        if self.sheet.id:
            self._store.see_result(self.sheet.id)
            self._reload()
        self._stored = replace(self._stored, finished=True)

    def refresh(self) -> bool:
        if not self.sheet.id or self._store.data_version() == self._version:
            return False
        before = self.sheet
        self._reload()
        return before != replace(self.sheet, result_seen=before.result_seen)

    def _create(self, sheet: "Sheet") -> "Sheet":
        if sheet == self.sheet:
            return sheet
        id_ = self._store.create(self._pack, sheet, self.position, finished=self.finished)
        self._stored = replace(self._stored, sheet=replace(sheet, id=id_))
        self._reload()
        return self.sheet

    def _record(self, changes: list[Change], by: str | None = None) -> "Sheet":
        conflicts: Mapping[str, str | None] = {}
        if changes:
            sheet = self.sheet
            by = sheet.respondent if by is None else by
            conflicts = self._store.record(sheet.id, self._stored.revision, changes, by)
        self._reload()
        if conflicts:
            raise Conflict(self.sheet, tuple(conflicts))
        return self.sheet

    def _reload(self) -> None:
        version = self._store.data_version()  # before reading, so that nothing written since goes unnoticed
        self._stored = self._store.load(self.sheet.id, self._pack)
        self._version = version


class MemoryJournal(Journal):
    """A journal that keeps nothing: for the example, and for trying things out."""

    def __init__(self, sheet: "Sheet") -> None:
        self._sheet = sheet
        self._seen: Sheet | None = sheet if sheet.result_seen else None
        """The sheet as it was when its result was first seen."""

    @property
    def sheet(self) -> "Sheet":
        return self._sheet

    @property
    def position(self) -> str:
        return ""

    @property
    def finished(self) -> bool:
        return self._seen is not None

    @property
    def stored(self) -> bool:
        return False

    def answer(self, changes: Mapping[str, str | None]) -> "Sheet":
        self._sheet = _with_answers(self._sheet, changes, self._seen)
        return self._sheet

    def note(self, question: str, text: str) -> "Sheet":
        self._sheet = _with_note(self._sheet, question, text)
        return self._sheet

    def comment(self, key: str, text: str, by: str) -> "Sheet":
        self._sheet = _with_comment(self._sheet, key, text, by)
        return self._sheet

    def describe(self, fields: Mapping[str, str]) -> "Sheet":
        self._sheet = _with_description(self._sheet, fields)
        return self._sheet

    def move(self, position: str) -> None:
        pass  # nothing to remember

    def see_result(self) -> None:
        self._seen = self._seen or self._sheet

    def refresh(self) -> bool:
        return False


def _check_lengths(*texts: str) -> None:
    """Raise Fault for a text that no file of a sheet may hold, so that whatever is stored can be imported."""
    from smcheck.sheet.format import MAX_TEXT_LENGTH

    if any(len(text) > MAX_TEXT_LENGTH for text in texts):
        expected = _("at most {n} characters").format(n=MAX_TEXT_LENGTH)
        raise Fault(_("a text that is too long"), expected=expected)


def _with_answers(sheet: "Sheet", changes: Mapping[str, str | None], seen: "Sheet | None") -> "Sheet":
    """The sheet with other answers, and with what is late in them; ``seen`` is it when the result was."""
    now = sheet.with_answers(changes)
    seen = seen or now
    late = {path for path, value in now.answers.items() if value != seen.answer(path)}
    answered = {*seen.answered_after_result, *(late - seen.answers.keys())}
    changed = {*seen.changed_after_result, *late} - answered
    return replace(
        now,
        changed_after_result=tuple(sorted(changed & now.answers.keys())),
        answered_after_result=tuple(sorted(answered & now.answers.keys())),
    )


def _with_note(sheet: "Sheet", question: str, text: str) -> "Sheet":
    notes = {**sheet.notes, question: text}
    return replace(sheet, notes=MappingProxyType({key: value for key, value in notes.items() if value}))


def _with_comment(sheet: "Sheet", key: str, text: str, by: str) -> "Sheet":
    from smcheck.sheet import Comment

    before = sheet.all_comments().get(key)
    if text == (before.text if before else ""):
        return sheet
    return sheet.with_comment(key, Comment(text, by, datetime.now(UTC)) if text else None)


def _with_description(sheet: "Sheet", fields: Mapping[str, str]) -> "Sheet":
    profile = {**sheet.profile, **fields}
    organisation = profile.pop("organisation", sheet.organisation)
    respondent = profile.pop("respondent", sheet.respondent)
    kept = MappingProxyType({key: value for key, value in profile.items() if value})
    return replace(sheet, organisation=organisation, respondent=respondent, profile=kept)
