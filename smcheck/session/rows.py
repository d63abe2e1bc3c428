"""The rows of a question: what can be marked or chosen, and the answer that each row has."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from smcheck.pack import Pack, Question
from smcheck.sheet import Sheet
from smcheck.sheet.sheet import paths_of

NOTHING: Mapping[str, str] = MappingProxyType({})
_NOTHING = {"none", "nobody"}
"""Options that say that none is, or nobody."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a question.

    ``kind`` is ``item`` (of a question with several answers), ``option`` (of a question with one),
    ``none`` (“none of these”) or ``unknown`` (“don't know”, for a question with one answer).
    ``id`` is the item's or option's id. ``state`` is the answer: ``yes``, ``no``, ``unknown``, ``na``, or
    none where there is no answer yet.
    """

    kind: Literal["item", "option", "none", "unknown"]
    id: str
    state: str | None
    na: bool = False
    """Whether “does not exist here” can be given; on “none of these”, to all that is unmarked."""
    text_of: str = ""
    """The question among whose items the row's label stands; empty for the question's own options."""
    earlier: str | None = None
    """The answer that stood when the question went away, to be confirmed now that it is asked again."""

    @property
    def is_nothing(self) -> bool:
        """Whether the row says that none is, or nobody: it is given with 0 and has no number of its own."""
        return self.kind == "none" or (self.kind == "option" and not self.text_of and self.id in _NOTHING)


def rows_of(
    pack: Pack, sheet: Sheet, question: Question, earlier: Mapping[str, str] = NOTHING
) -> tuple[Row, ...]:
    """The rows of a question, in order; ``earlier`` are answers to be confirmed, by path."""
    if question.kind == "one":
        return _option_rows(pack, sheet, question, earlier.get(question.id))
    paths = paths_of(pack, sheet, question)
    rows = tuple(
        Row(
            kind="item",
            id=path.partition(".")[2],
            state=sheet.answer(path),
            na=pack.items[path].na,
            text_of=question.each_of or question.id,
            earlier=earlier.get(path),
        )
        for path in paths
    )
    if not question.none:
        return rows
    return (*rows, Row("none", "none", "yes" if _is_none(rows) else None, na=any(row.na for row in rows)))


def _is_none(rows: tuple[Row, ...]) -> bool:
    """Whether “none of these” is the answer: all that exist are answered no."""
    states = {row.state for row in rows}
    return "no" in states and states <= {"no", "na"}


def _option_rows(pack: Pack, sheet: Sheet, question: Question, earlier: str | None) -> tuple[Row, ...]:
    answer = sheet.answer(question.id)
    rows = tuple(
        Row(
            kind="option",
            id=option,
            state="yes" if option == answer else None,
            text_of="" if option in question.options else str(question.options_of),
            earlier="yes" if option == earlier else None,
        )
        for option in pack.options(question)
    )
    state, before = ("unknown" if given == "unknown" else None for given in (answer, earlier))
    return (*rows, Row("unknown", "unknown", state, earlier=before))
