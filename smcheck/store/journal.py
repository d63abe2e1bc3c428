"""The journal that a sitting writes to: in the store, or in memory only for an example."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from smcheck.store.protocol import SheetStore
from smcheck.store.records import Change, StoredSheet

if TYPE_CHECKING:
    from smcheck.pack import Pack
    from smcheck.sheet import Sheet


class Conflict(Exception):  # noqa: N818 - not an error: two people at work
    """Another window gave the same first: its value stands.

    Answers and notes that were to be written with it were not; for names and profile see
    :meth:`Journal.describe`.

    Args:
        sheet: the sheet as it is stored now.
        paths: what collided.
    """

    def __init__(self, sheet: "Sheet", paths: tuple[str, ...]) -> None:
        super().__init__(", ".join(paths))
        self.sheet = sheet
        self.paths = paths


class Journal(Protocol):
    """Keeps a sitting's entries; each is safe when the call returns, which gives the sheet as it is then."""

    @property
    def sheet(self) -> "Sheet":
        """The sheet as it was last read or written."""
        ...

    @property
    def position(self) -> str:
        """Where the sitting stands, as it was last read or written."""
        ...

    @property
    def finished(self) -> bool:
        """Whether the result was seen."""
        ...

    @property
    def stored(self) -> bool:
        """Whether anything is kept at all."""
        ...

    def answer(self, changes: Mapping[str, str | None]) -> "Sheet":
        """Give, change or take back answers. Raises :class:`Conflict`."""
        ...

    def note(self, question: str, text: str) -> "Sheet":
        """Put a note on a question; an empty one removes it. Raises :class:`Conflict`."""
        ...

    def describe(self, fields: Mapping[str, str]) -> "Sheet":
        """Say who answers: ``organisation``, ``respondent``, the profile's fields; empty ones are removed.

        Raises :class:`Conflict` where a name or a field of the profile collides. The names that do not
        collide are given all the same, and so is the profile where none of its fields does.
        """
        ...

    def move(self, position: str) -> None:
        """Remember where the sitting stands."""
        ...

    def see_result(self) -> None:
        """Remember that the result was seen."""
        ...

    def refresh(self) -> bool:
        """Read what other windows wrote; whether the sheet has changed by it."""
        ...


class StoredJournal:
    """A journal in the store. A sheet that is not stored yet is created with its first entry.

    What changes nothing writes nothing, so a sheet in which nothing was entered is never stored.
    """

    def __init__(self, store: SheetStore, pack: "Pack", sheet: "Sheet") -> None:
        self._store = store
        self._pack = pack
        self._version = 0
        self._stored = StoredSheet(sheet, 0, "", finished=False)
        if sheet.id:
            self._reload()

    @property
    def sheet(self) -> "Sheet":
        """The sheet as it was last read or written."""
        return self._stored.sheet

    @property
    def position(self) -> str:
        """Where the sitting stands."""
        return self._stored.position

    @property
    def finished(self) -> bool:
        """Whether the result was seen."""
        return self._stored.finished

    @property
    def stored(self) -> bool:
        """Always: this journal is the store's."""
        return True

    def answer(self, changes: Mapping[str, str | None]) -> "Sheet":
        """Give, change or take back answers."""
        if not self.sheet.id:
            return self._create(_with_answers(self.sheet, changes, finished=self.finished))
        return self._record([("answer", path, value) for path, value in changes.items()])

    def note(self, question: str, text: str) -> "Sheet":
        """Put a note on a question."""
        if not self.sheet.id:
            return self._create(_with_note(self.sheet, question, text))
        if text == self.sheet.notes.get(question, ""):
            return self.sheet
        return self._record([("note", question, text or None)])

    def describe(self, fields: Mapping[str, str]) -> "Sheet":
        """Say who answers."""
        sheet = self.sheet
        described = _with_description(sheet, fields)
        if not sheet.id:
            return self._create(described)
        names = (described.organisation, described.respondent)
        was = (sheet.organisation, sheet.respondent)
        theirs = self._store.rename(sheet.id, *names, was=was) if names != was else {}
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
        """Remember where the sitting stands."""
        if self.sheet.id:
            self._store.move(self.sheet.id, position)
        self._stored = replace(self._stored, position=position)

    def see_result(self) -> None:
        """Remember that the result was seen."""
        if self.sheet.id:
            self._store.see_result(self.sheet.id)
        self._stored = replace(self._stored, finished=True)

    def refresh(self) -> bool:
        """Read what other windows wrote."""
        if not self.sheet.id or self._store.data_version() == self._version:
            return False
        before = self.sheet
        self._reload()
        return before != self.sheet

    def _create(self, sheet: "Sheet") -> "Sheet":
        if sheet == self.sheet:
            return sheet
        id_ = self._store.create(self._pack, sheet, self.position, finished=self.finished)
        self._stored = replace(self._stored, sheet=replace(sheet, id=id_))
        self._reload()
        return self.sheet

    def _record(self, changes: list[Change]) -> "Sheet":
        conflicts: Mapping[str, str | None] = {}
        if changes:
            sheet = self.sheet
            conflicts = self._store.record(
                sheet.id, self._stored.revision, changes, sheet.respondent
            ).conflicts
        self._reload()
        if conflicts:
            raise Conflict(self.sheet, tuple(conflicts))
        return self.sheet

    def _reload(self) -> None:
        version = self._store.data_version()  # before reading, so that nothing written since goes unnoticed
        self._stored = self._store.load(self.sheet.id, self._pack)
        self._version = version


class MemoryJournal:
    """A journal that keeps nothing: for the example, and for trying things out."""

    def __init__(self, sheet: "Sheet") -> None:
        self._sheet = sheet
        self._finished = False

    @property
    def sheet(self) -> "Sheet":
        """The sheet as it is now."""
        return self._sheet

    @property
    def position(self) -> str:
        """Nowhere: nothing is remembered."""
        return ""

    @property
    def finished(self) -> bool:
        """Whether the result was seen."""
        return self._finished

    @property
    def stored(self) -> bool:
        """Never."""
        return False

    def answer(self, changes: Mapping[str, str | None]) -> "Sheet":
        """Give, change or take back answers."""
        self._sheet = _with_answers(self._sheet, changes, finished=self._finished)
        return self._sheet

    def note(self, question: str, text: str) -> "Sheet":
        """Put a note on a question."""
        self._sheet = _with_note(self._sheet, question, text)
        return self._sheet

    def describe(self, fields: Mapping[str, str]) -> "Sheet":
        """Say who answers."""
        self._sheet = _with_description(self._sheet, fields)
        return self._sheet

    def move(self, position: str) -> None:
        """Nothing to remember."""

    def see_result(self) -> None:
        """Remember that the result was seen, as long as this lasts."""
        self._finished = True

    def refresh(self) -> bool:
        """Nobody else can write here."""
        return False


def _with_answers(sheet: "Sheet", changes: Mapping[str, str | None], *, finished: bool) -> "Sheet":
    answered = sheet.with_answers(changes)
    after = {*sheet.after_result, *(changes if finished else ())}
    return replace(answered, after_result=tuple(sorted(after & answered.answers.keys())))


def _with_note(sheet: "Sheet", question: str, text: str) -> "Sheet":
    notes = {**sheet.notes, question: text}
    return replace(sheet, notes=MappingProxyType({key: value for key, value in notes.items() if value}))


def _with_description(sheet: "Sheet", fields: Mapping[str, str]) -> "Sheet":
    profile = {**sheet.profile, **fields}
    organisation = profile.pop("organisation", sheet.organisation)
    respondent = profile.pop("respondent", sheet.respondent)
    kept = MappingProxyType({key: value for key, value in profile.items() if value})
    return replace(sheet, organisation=organisation, respondent=respondent, profile=kept)
