"""What a sitting should leave in the store: every state that it may be found in, in order."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from smcheck.sheet import Sheet
from smcheck.store import MemoryJournal, Store
from support.builders import PACK
from support.stores import reading

Entry = tuple[str, str, str | None, bool]
"""Kind, key, value, and whether it was made after the result was seen."""


@dataclass(frozen=True)
class State:
    """A stored sheet: all entries ever made, names, where its sitting stands, whether the result was seen."""

    entries: tuple[Entry, ...] = ()
    organisation: str = ""
    respondent: str = ""
    position: str = ""
    finished: bool = False

    @property
    def answers(self) -> dict[str, str]:
        """The last value of each answer."""
        return self._last("answer")

    @property
    def notes(self) -> dict[str, str]:
        """The last text of each note."""
        return self._last("note")

    def _last(self, wanted: str) -> dict[str, str]:
        values = {key: value for kind, key, value, _after in self.entries if kind == wanted}
        return {key: value for key, value in values.items() if value}

    @property
    def sheet(self) -> Sheet:
        """The sheet, as far as asking needs it."""
        return Sheet(PACK.id, organisation=self.organisation, answers=MappingProxyType(self.answers))


class Mirror(MemoryJournal):
    """A journal beside the program's own: what each entry makes of the store, one state per transaction.

    The first state is none: nothing is stored before something was entered.
    """

    def __init__(self, organisation: str = "", state: State | None = None, id_: str = "") -> None:
        begun = state or State(organisation=organisation)
        super().__init__(replace(begun.sheet, notes=MappingProxyType(begun.notes)))
        self.id = id_
        self.states: list[State | None] = [state]
        self._state = begun
        if begun.finished:
            super().see_result()

    @property
    def position(self) -> str:
        """Where the sitting stands."""
        return self._state.position

    def answer(self, changes: Mapping[str, str | None]) -> Sheet:
        """Entries of answers, one transaction for all of them."""
        self._write([("answer", path, value) for path, value in changes.items()])
        return super().answer(changes)

    def note(self, question: str, text: str) -> Sheet:
        """An entry of a note."""
        if text != self.sheet.notes.get(question, ""):
            self._write([("note", question, text or None)])
        return super().note(question, text)

    def name(self, organisation: str) -> None:
        """Another name."""
        self.describe({"organisation": organisation})
        self._write([], organisation=organisation)

    def move(self, position: str) -> None:
        """Where the sitting stands; not worth a sheet by itself."""
        self._state = replace(self._state, position=position)
        if self.states[-1] is not None:
            self.states.append(self._state)

    def see_result(self) -> None:
        """The result is seen; not worth a sheet by itself."""
        super().see_result()
        self._state = replace(self._state, finished=True)
        if self.states[-1] is not None:
            self.states.append(self._state)

    def _write(self, changes: list[tuple[str, str, str | None]], organisation: str | None = None) -> None:
        finished = self._state.finished
        new = tuple((*change, finished and change[0] == "answer") for change in changes)
        name = self._state.organisation if organisation is None else organisation
        self._state = replace(self._state, entries=(*self._state.entries, *new), organisation=name)
        self.states.append(self._state)


def state_in(store: Store, id_: str) -> State:
    """A sheet as it is stored."""
    stored = store.load(id_, PACK)
    return State(
        tuple((entry.kind, entry.key, entry.value, entry.after_result) for entry in store.history(id_)),
        stored.sheet.organisation,
        stored.sheet.respondent,
        stored.position,
        stored.finished,
    )


def states_in(path: Path) -> dict[str, State]:
    """All stored sheets by their ids, the last changed first."""
    with reading(path) as store:
        return {entry.id: state_in(store, entry.id) for entry in store.list_sheets()}


def only(path: Path) -> State:
    """The one sheet that is stored."""
    states = states_in(path)
    assert len(states) == 1, states
    return next(iter(states.values()))
