"""What a result says, piece by piece and in words: the one content that screens, text and Markdown draw.

Every text is in the language in use, made safe to show by whoever draws it, and can be said aloud. Texts
that end with a full stop are sentences; the others are names and short phrases for columns.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from smcheck.scoring import Span


class Subject(NamedTuple):
    """What a line is about, so that somebody can ask why.

    ``kind`` is ``benchmark``, ``section``, ``item``, ``coverage`` (``goals`` or ``challenges``),
    ``need``, ``rule``, ``department``, ``second_look``, ``source`` or ``completeness``; ``id`` is a
    section's, an item's path, a need's item, a rule's, a department's or a source's.
    """

    kind: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Headline:
    """The first thing to say.

    ``verdict`` is ``above``, ``below``, ``mixed``, ``open`` or ``none``; ``glyph`` and ``word`` show it,
    ``word`` in capitals; ``sentence`` says it in at most 66 characters where names allow, ``detail`` the
    number in plain words. ``question`` is the question that decides, or the first one that lacks an
    answer, else empty; screens name the key that leads there.
    """

    verdict: str
    glyph: str
    word: str
    sentence: str
    detail: str
    question: str


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """The score on a line from 0 to 100; absent numbers where there is no verdict.

    ``theirs`` holds the caption of the surveyed companies' mark, the longest form first.
    """

    score: Span | None
    surveyed: Fraction | None
    own: str
    theirs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionLine:
    """A section in the overview.

    ``count`` is for columns (``1–2 of 4``). ``states`` are the answers to the items that are counted, the
    sure first: ``yes``, ``unknown``, ``no`` (favourable, not known, not). ``theirs`` is their mean
    (``1.7``). ``verdict`` is ``above``, ``below``, ``level``, ``open`` or empty; ``word`` says it in
    small letters, also that there is no comparison. ``alike`` is for a row of a described section
    (``on average 52 of 100 answer as you do``), ``likeness`` the same as a sentence without its full stop,
    ``possible`` between which numbers it lies for any answers (``33 to 68 is possible``).
    ``count_sentence`` says the count aloud, ``sentence`` the rank, the likeness, or why there is no
    comparison; both may be empty.
    """

    subject: Subject
    label: str
    judged: bool
    count: str
    states: tuple[str, ...]
    theirs: str
    count_sentence: str
    sentence: str
    verdict: str = ""
    glyph: str = ""
    word: str = ""
    alike: str = ""
    likeness: str = ""
    possible: str = ""


@dataclass(frozen=True, slots=True)
class NeedLine:
    """A goal, or a challenge.

    ``state`` is ``covered``, ``missing``, ``not_known`` or ``nobody_here``; ``glyph`` shows it. In the
    overview it says of a challenge whether it is in hand, everywhere else whether a department that
    usually takes charge is involved. ``who`` says who that is (``Marketing``; ``not involved: Human
    resources``; ``Customer support, if it is involved``; ``in hand``; ``not in hand; involved: IT``).
    """

    subject: Subject
    label: str
    short: str
    state: str
    glyph: str
    who: str


@dataclass(frozen=True, slots=True)
class NeedGroup:
    """The goals, or the challenges: the sentence on how many are covered or in hand, and each of them.

    The sentence is also there where there is none, or nobody to bring in.
    """

    subject: Subject
    label: str
    sentence: str
    needs: tuple[NeedLine, ...]


@dataclass(frozen=True, slots=True)
class StepLine:
    """One thing to do.

    ``number`` counts from 1 through next steps and “also”. ``title`` is a whole imperative sentence,
    without a full stop. ``reason`` is short, for one row. ``who`` is whom to talk to and ``say`` what to
    say first, without quotation marks. ``text`` is the advice in full, ``evidence`` at most one line each
    that adds something, with its year. ``effect`` says what it changes, or is empty.
    """

    subject: Subject
    number: int
    title: str
    reason: str
    who: str
    say: str
    text: str
    evidence: tuple[str, ...]
    effect: str


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A second look: a contradiction put as a question."""

    subject: Subject
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Overview:
    """All that one sees first, in the order in which it is said.

    ``not_known`` names the goals and challenges that are in no count of ``goals`` and ``challenges``,
    ``no_steps`` says that nothing is advised where there are no ``steps``, ``yardstick`` how old the
    surveys are.
    """

    organisation: str
    facts: tuple[str, ...]
    completeness: str
    headline: Headline
    score: ScoreLine
    sections: tuple[SectionLine, ...]
    goals: NeedGroup
    challenges: NeedGroup
    not_known: str
    steps: tuple[StepLine, ...]
    no_steps: str
    also: tuple[StepLine, ...]
    second_looks: tuple[QuestionLine, ...]
    yardstick: str


class SurveySet(NamedTuple):
    """A figure set that one may be measured against.

    ``compares`` says which sections it has figures for; ``sources`` are ids, for their passports; ``years``
    are in ascending order.
    """

    id: str
    label: str
    note: str
    compares: str
    sources: tuple[str, ...]
    years: tuple[int, ...]


class FigureRow(NamedTuple):
    """A percentage (0..100) of a figure set; ``path`` is empty for one that is compared with nothing.

    ``interval`` says how exact it is, or why that is not known.
    """

    path: str
    label: str
    percent: Fraction
    source: str
    interval: str


class YearValue(NamedTuple):
    """An item's percentage (0..100) in a year, and whose it is."""

    year: int
    percent: Fraction
    set_id: str
    label: str
