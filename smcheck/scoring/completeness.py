"""How much of a sheet was answered; it stands beside every result and never inside it."""

from dataclasses import dataclass

from smcheck.pack import Pack
from smcheck.sheet import Sheet
from smcheck.sheet.sheet import all_paths


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many of the answers asked for were given, and how many of those as “don't know”."""

    answered: int
    asked: int
    unknown: int

    @property
    def missing(self) -> int:
        """How many answers are not given yet."""
        return self.asked - self.answered


def completeness(pack: Pack, sheet: Sheet) -> Completeness:
    """How many of the answers that apply were given."""
    answers = [sheet.answer(path) for path in all_paths(pack, sheet)]
    return Completeness(
        answered=len(answers) - answers.count(None),
        asked=len(answers),
        unknown=answers.count("unknown"),
    )
