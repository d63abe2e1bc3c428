"""What the other tabs of a result say: item by item, who does what, why, what if; see ``content.py``."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from smcheck.report.content import NeedLine, Overview, SectionLine, Subject
from smcheck.scoring import Span


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item beside the surveyed companies.

    ``state`` is ``yes``, ``no``, ``unknown``, ``na`` or empty; ``answer`` says it, ``mark`` shows it.
    ``percent`` is theirs (0..100), absent without a figure; ``as_you``, in a described section, the
    percentage that answer as you do, a range where not known. ``gap`` is in points. ``note`` says where “no”
    is the favourable answer, ``changed`` that the answer was given or changed after the result was seen.
    """

    subject: Subject
    label: str
    short: str
    state: str
    mark: str
    answer: str
    percent: Fraction | None
    gap: Span | None
    as_you: Span | None
    note: str
    changed: str


@dataclass(frozen=True, slots=True)
class SectionTable:
    """A section in the comparison: its sentences, items with a figure, those without, the survey's name."""

    line: SectionLine
    rows: tuple[ItemRow, ...]
    without_figure: tuple[ItemRow, ...]
    surveys: str


class Part(NamedTuple):
    """A department's part in a need.

    ``charge`` is ``lead``, ``help`` or empty for none; ``state`` is ``involved``, ``missing``, ``not_known``
    or ``covered`` (another lead is involved). ``meaning`` says both in words.
    """

    charge: str
    state: str
    meaning: str

    @property
    def sign(self) -> str:
        """Both as characters; nothing where there is no part."""
        return SIGNS.get((self.charge, self.state), "")


SIGNS = {
    ("lead", "involved"): "●",
    ("lead", "missing"): "○!",
    ("lead", "not_known"): "○?",
    ("lead", "covered"): "○",
    ("help", "involved"): "+",
    ("help", "missing"): "+!",
    ("help", "not_known"): "+?",
}
"""By charge and state of a part, in a legend's order."""
NO_PART = Part("", "", "")


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A department: whether it is involved, and its part in each need, in the needs' order.

    ``state`` is ``yes``, ``no``, ``unknown`` or empty; ``answer`` says it.
    """

    subject: Subject
    label: str
    short: str
    state: str
    answer: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Roles:
    """Who does what: needs as columns, departments that have a part as rows.

    ``covered`` answers for each need (yes, no, maybe). ``sentences`` come first: coverage, what is missing,
    what is not known; ``left_out`` names departments that do not exist or have no part, and needs that
    nobody here could take charge of. ``by_need`` says the same in words, a line for each need, for where
    the columns do not fit. ``legend`` explains the signs that are used.
    """

    sentences: tuple[str, ...]
    needs: tuple[NeedLine, ...]
    rows: tuple[RoleRow, ...]
    covered: tuple[str, ...]
    by_need: tuple[str, ...]
    left_out: tuple[str, ...]
    legend: tuple[Part, ...]


Lines = Iterable[tuple[str, str]]
"""Heads (may be empty) and texts."""


@dataclass(frozen=True, slots=True)
class Why:
    """How a number came about: its name and words first, then the arithmetic, then the sources once.

    ``lines`` are heads and texts; ``sources`` are passports, likewise.
    """

    title: str
    text: str
    lines: tuple[tuple[str, str], ...]
    sources: tuple[tuple[tuple[str, str], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Switch:
    """Something that can be switched in what if: a department, or an item of the set-up."""

    path: str
    label: str
    short: str
    state: str
    """The real answer: ``yes``, ``no``, ``unknown`` or empty; ``answer`` says it in words."""
    answer: str
    advised: str
    """The answer that is advised, ``yes`` or ``no``, where it is among all that is advised; else empty."""


class NowThen(NamedTuple):
    """A count now and with some answers changed, in columns (``2–3 of 4``), with its answers as in a section.

    Empty where there is nothing to count.
    """

    label: str
    now: str
    now_states: tuple[str, ...]
    then: str
    then_states: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The result now and with some answers changed.

    ``sentence`` can be handed out (“With these three: For all of your 4 goals …”), together with
    ``changes``, a line for each (“Customer support: yes, was “don't know””). ``now`` and ``then`` are
    overviews; ``changed`` are the paths switched. ``counts`` are what can move: goals covered, challenges
    in hand, the judged sections. ``needs`` say who takes charge then, ``new`` are those of which that was
    not certain before.
    """

    sentence: str
    changes: tuple[str, ...]
    changed: tuple[str, ...]
    now: Overview
    then: Overview
    counts: tuple[NowThen, ...]
    needs: tuple[NeedLine, ...]
    new: frozenset[Subject]
