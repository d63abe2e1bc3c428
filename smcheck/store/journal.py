"""Where a sitting writes: into the store, or nowhere for an example."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Protocol

from smcheck.pack import Pack
from smcheck.sheet import Sheet
from smcheck.store.store import Change, Store, Stored


class Conflict(Exception):  # noqa: N818 - not an error: two people at work
    """Another window answered the same first; nothing was written.

    Args:
        sheet: the sheet as it is stored now.
        paths: what collided.
    """

    def __init__(self, sheet: Sheet, paths: tuple[str, ...]) -> None:
        super().__init__(", ".join(paths))
        self.sheet = sheet
        self.paths = paths


class Journal(Protocol):
    """Keeps a sitting's entries; each is safe when the call returns, which gives the sheet as it is then."""

    @property
    def sheet(self) -> Sheet:
        """The sheet as it was last read or written."""
        ...

    @property
    def position(self) -> str:
        """Where the sitting stood when it was opened."""
        ...

    @property
    def finished(self) -> bool:
        """Whether the result was seen."""
        ...

    @property
    def stored(self) -> bool:
        """Whether anything is kept at all."""
        ...

    def answer(self, changes: Mapping[str, str | None]) -> Sheet:
        """Give, change or take back answers. Raises :class:`Conflict`."""
        ...

    def note(self, question: str, text: str) -> Sheet:
        """Put a note on a question; an empty one removes it. Raises :class:`Conflict`."""
        ...

    def describe(self, fields: Mapping[str, str]) -> Sheet:
        """Say who answers: ``organisation``, ``respondent``, the profile's fields; empty ones are removed."""
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
    """A journal in the store. A sheet that is not stored yet is created with its first entry."""

    def __init__(self, store: Store, pack: Pack, sheet: Sheet) -> None:
        self._store = store
        self._pack = pack
        if sheet.id:
            self._stored = store.load(sheet.id, pack)
        else:
            self._stored = Stored(sheet, 0, "", finished=False)
        self._version = store.version() if sheet.id else 0

    @property
    def sheet(self) -> Sheet:
        """The sheet as it was last read or written."""
        return self._stored.sheet

    @property
    def position(self) -> str:
        """Where the sitting stood when it was opened."""
        return self._stored.position

    @property
    def finished(self) -> bool:
        """Whether the result was seen."""
        return self._stored.finished

    @property
    def stored(self) -> bool:
        """Always: this journal is the store's."""
        return True

    def answer(self, changes: Mapping[str, str | None]) -> Sheet:
        """Give, change or take back answers."""
        return self._record([("answer", path, value) for path, value in changes.items()])

    def note(self, question: str, text: str) -> Sheet:
        """Put a note on a question."""
        return self._record([("note", question, text or None)])

    def describe(self, fields: Mapping[str, str]) -> Sheet:
        """Say who answers."""
        sheet = self.sheet
        organisation = fields.get("organisation", sheet.organisation)
        respondent = fields.get("respondent", sheet.respondent)
        if not sheet.id:
            self._create(replace(sheet, organisation=organisation, respondent=respondent))
        elif (organisation, respondent) != (sheet.organisation, sheet.respondent):
            self._store.rename(sheet.id, organisation, respondent)
        changes: list[Change] = [
            ("profile", key, value or None)
            for key, value in fields.items()
            if key not in {"organisation", "respondent"} and value != sheet.profile.get(key, "")
        ]
        return self._record(changes)

    def move(self, position: str) -> None:
        """Remember where the sitting stands."""
        if self.sheet.id:
            self._store.move(self.sheet.id, position)

    def see_result(self) -> None:
        """Remember that the result was seen."""
        if self.sheet.id:
            self._store.see_result(self.sheet.id)
            self._stored = replace(self._stored, finished=True)

    def refresh(self) -> bool:
        """Read what other windows wrote."""
        if not self.sheet.id or self._store.version() == self._version:
            return False
        before = self.sheet
        self._reload()
        return before != self.sheet

    def _create(self, sheet: Sheet) -> None:
        self._stored = self._store.load(self._store.create(self._pack, sheet), self._pack)

    def _record(self, changes: list[Change]) -> Sheet:
        if not self.sheet.id:
            self._create(self.sheet)
        if changes:
            _, theirs = self._store.record(
                self.sheet.id, self._stored.revision, changes, self.sheet.respondent
            )
            self._reload()
            if theirs:
                raise Conflict(self.sheet, tuple(theirs))
        else:
            self._reload()
        return self.sheet

    def _reload(self) -> None:
        self._version = self._store.version()
        self._stored = self._store.load(self.sheet.id, self._pack)


class MemoryJournal:
    """A journal that keeps nothing: for the example, and for trying things out."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._finished = False

    @property
    def sheet(self) -> Sheet:
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

    def answer(self, changes: Mapping[str, str | None]) -> Sheet:
        """Give, change or take back answers."""
        self._sheet = self._sheet.with_answers(changes)
        return self._sheet

    def note(self, question: str, text: str) -> Sheet:
        """Put a note on a question."""
        notes = {**self._sheet.notes, question: text}
        kept = MappingProxyType({key: value for key, value in notes.items() if value})
        self._sheet = replace(self._sheet, notes=kept)
        return self._sheet

    def describe(self, fields: Mapping[str, str]) -> Sheet:
        """Say who answers."""
        profile = {**self._sheet.profile, **fields}
        organisation = profile.pop("organisation", self._sheet.organisation)
        respondent = profile.pop("respondent", self._sheet.respondent)
        kept = MappingProxyType({key: value for key, value in profile.items() if value})
        self._sheet = replace(self._sheet, organisation=organisation, respondent=respondent, profile=kept)
        return self._sheet

    def move(self, position: str) -> None:
        """Nothing to remember."""

    def see_result(self) -> None:
        """Remember that the result was seen, as long as this lasts."""
        self._finished = True

    def refresh(self) -> bool:
        """Nobody else can write here."""
        return False
