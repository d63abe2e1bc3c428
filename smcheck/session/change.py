"""A change of answers: what it does to questions that went away, and what undo needs of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from smcheck.pack import Pack
from smcheck.sheet import Sheet
from smcheck.sheet.sheet import all_paths


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of the undo stack: the answers that one step changed, by path."""

    before: Mapping[str, str | None]
    after: Mapping[str, str | None]
    earlier: Mapping[str, str]
    """What was to be confirmed before the step."""

    def is_current(self, sheet: Sheet) -> bool:
        """Whether nobody has changed these answers since."""
        return all(sheet.answer(path) == value for path, value in self.after.items())


def answers_asked_again(pack: Pack, sheet: Sheet, changes: Mapping[str, str | None]) -> dict[str, str]:
    """The answers by path that stand to what is not asked now and will be asked after these changes.

    Nobody has said that they still hold, so they are to be confirmed before they count again.
    """
    after = sheet.with_answers(changes)
    returning = {*all_paths(pack, after)} - {*all_paths(pack, sheet)} - changes.keys()
    return {path: answer for path, answer in after.answers.items() if path in returning}
