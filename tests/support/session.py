"""Sittings without a screen, and what is asked of them."""

from collections.abc import Mapping
from types import MappingProxyType

from smcheck.session import Row, Session
from smcheck.sheet import Sheet
from smcheck.store import MemoryJournal, Store, StoredJournal
from smcheck.words.fault import Fault
from support.builders import PACK

ALL = ("team", "daily", "departments", "goals", "targets", "challenges", "in_hand")
"""The questions of the shipped pack, in order."""


class BreakableJournal(MemoryJournal):
    """A journal that can fail, as a full disk would make it."""

    broken = False

    def _check(self) -> None:
        if self.broken:
            raise Fault("disk full")

    def answer(self, changes: Mapping[str, str | None]) -> Sheet:
        """Answer, unless broken."""
        self._check()
        return super().answer(changes)

    def note(self, question: str, text: str) -> Sheet:
        """Note, unless broken."""
        self._check()
        return super().note(question, text)

    def move(self, position: str) -> None:
        """Move, unless broken."""
        self._check()
        super().move(position)

    def see_result(self) -> None:
        """See the result, unless broken."""
        self._check()
        super().see_result()

    def refresh(self) -> bool:
        """Refresh, unless broken."""
        self._check()
        return super().refresh()


def sitting(answers: Mapping[str, str], at: str = "team") -> Session:
    """A sitting with these answers, at a question."""
    session = Session(PACK, BreakableJournal(Sheet(PACK.id, answers=MappingProxyType(dict(answers)))))
    assert session.jump(at)
    return session


def row(session: Session, id_: str) -> Row:
    """A row of the question by its id."""
    return next(row for row in session.rows if row.id == id_)


def states(session: Session) -> dict[str, str | None]:
    """How the question's rows stand, those without state left out."""
    return {row.id: row.state for row in session.rows if row.state}


def asked_now(session: Session) -> tuple[str, ...]:
    """The questions that apply."""
    return tuple(question.id for question in session.questions)


def every(question: str, answer: str, **others: str) -> dict[str, str]:
    """All items of a question answered the same, but for ``others``."""
    items = PACK.items_of(PACK.question_by_id[question])
    return {f"{question}.{item.id}": others.get(item.id, answer) for item in items}


def full() -> dict[str, str]:
    """Every question answered, with a goal pursued and a challenge faced."""
    return {
        **every("team", "no", dedicated="yes"),
        "daily": "team",
        **every("departments", "no", marketing="yes", legal="na"),
        **every("goals", "no", service="yes"),
        "targets": "some",
        **every("challenges", "no", privacy="yes"),
        "in_hand.privacy": "no",
    }


def outside(session: Session) -> tuple[object, ...]:
    """All that a failure must leave as it was."""
    return (session.sheet, session.position, session.can_undo, session.rows, session.journal.finished)


def both_windows(stores: tuple[Store, Store], answers: Mapping[str, str]) -> tuple[Session, Session]:
    """Two sittings with the same stored sheet."""
    id_ = stores[0].create(PACK, Sheet(PACK.id, answers=MappingProxyType(dict(answers))))
    mine, theirs = (Session(PACK, StoredJournal(store, PACK, Sheet(PACK.id, id=id_))) for store in stores)
    return mine, theirs
