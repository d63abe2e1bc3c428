"""Sittings of the plain mode whose lines are known beforehand."""

from collections.abc import Iterable, Mapping
from typing import Any

from smcheck.plain import Newer, Sitting, Talk, run
from smcheck.report.case import Case, open_case
from smcheck.session import Session
from smcheck.sheet import Sheet, parse_sheet
from smcheck.sheet.example import example_sheet
from smcheck.store import Journal, MemoryJournal, Store
from support.builders import EXAMPLE, PACK, all_items

FILLED = example_sheet(PACK)
"""A sheet with all its answers."""
WHO = ["Beispiel GmbH", "A. B.", "", "1", "1", "3"]
"""A line for each field of the profile."""
ANSWERS = ["1 2", "4", "1 4 ?2 -3", "1 6", "2", "2", "0"]
"""A line for each of the seven questions."""
PROMPTS = ("Answer: ", "Antwort: ", "What next? ", "Was nun? ")


GIVEN = {
    "team": all_items("team", "no", dedicated="yes", cross_departmental="yes"),
    "departments": all_items("departments", "no", marketing="yes", support="yes", pr="unknown", sales="na"),
    "goals": all_items("goals", "no", awareness="yes", service="yes"),
    "challenges": all_items("challenges", "no", privacy="yes"),
    "in_hand": {"privacy": "no"},
    "daily": "support",
    "targets": "some",
}
"""What the answers come to."""


class Held:
    """A sitting that was held; what it said is kept, prompts and typed lines included."""

    def __init__(
        self,
        journal: Journal,
        lines: Iterable[str],
        *,
        newer: Newer | None = None,
        at_result: bool = False,
    ) -> None:
        self.said: list[str] = []
        self._lines = iter(lines)
        self.sitting = Sitting(Session(PACK, journal), Talk(self._read, self.said.append), newer)
        run(self.sitting, at_result=at_result)

    def _read(self, prompt: str) -> str:
        line = next(self._lines, None)
        if line is None:
            raise EOFError
        self.said.append(prompt + line)
        return line

    @property
    def session(self) -> Session:
        """The session that it ended with."""
        return self.sitting.session

    @property
    def sheet(self) -> Sheet:
        """The sheet as it is in the journal."""
        return self.session.sheet

    @property
    def answers(self) -> Mapping[str, str]:
        """What was answered."""
        return self.sheet.answers

    @property
    def saw_result(self) -> bool:
        """Whether the result was said."""
        return self.session.journal.finished

    def after(self, line: str) -> list[str]:
        """What was said after this line, up to the next prompt of a question or of the menu."""
        rest = self.said[self.said.index(line) + 1 :]
        end = next((place for place, text in enumerate(rest) if text.startswith(PROMPTS)), len(rest))
        return rest[:end]


def expected_sheet() -> Sheet:
    """What the lines above come to."""
    return parse_sheet({**EXAMPLE, "answers": GIVEN}, PACK)


def stored_sheet(store: Store) -> Sheet:
    """The one sheet in a store."""
    (entry,) = store.list_sheets()
    return store.load(entry.id, PACK).sheet


def nothing() -> Sheet:
    """A sheet on which nothing stands."""
    return Sheet(PACK.id)


def sheet_with_answers(**answers: Any) -> Sheet:
    """A sheet on which something stands, so that nobody is asked who answers."""
    return parse_sheet({"format": 1, "pack": PACK.id, "answers": answers or {"daily": "unknown"}}, PACK)


def challenges(sitting: Held) -> list[str | None]:
    """The answers to the three challenges."""
    return [sitting.answers.get(f"challenges.{item}") for item in ("resources", "privacy", "big_data")]


def at_menu(*lines: str, sheet: Sheet = FILLED) -> Held:
    """A sitting that begins with the result."""
    return Held(MemoryJournal(sheet), lines, at_result=True)


def case(figures: str = "documented") -> Case:
    """The filled sheet, measured."""
    return open_case(PACK, FILLED, figures)
