"""The document that every format draws: parts, sections, and the kinds of blocks that stand in them.

Every text is a finished sentence or name in the report's language, and what people typed is in it as they
typed it: each format makes it safe. Numbers stand twice where they are drawn, as text and as exact value:
percentages from 0 to 100, gaps in points from −100 to 100. Empty text means that there is nothing to say.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from smcheck.scoring import Span


@dataclass(frozen=True, slots=True)
class Text:
    """Sentences; ``soft`` for the second voice: explanations, legends."""

    text: str
    soft: bool = False


class Link(NamedTuple):
    """An address that can be followed; never made of what people typed."""

    text: str
    address: str


class Answer(NamedTuple):
    """An answer by itself: ``path`` of the item or question, what it is called, the answer in words.

    ``changed`` says that it came after the result.
    """

    path: str
    label: str
    answer: str
    changed: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """Small rows of a label and sentences, such as the answers that no figure is compared with.

    ``answers`` are the same one by one, for tables.
    """

    rows: tuple[tuple[str, str], ...]
    soft: bool = False
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbered:
    """Sentences in an order, counted from 1."""

    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """Sentences, each by itself."""

    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """Articles that arguments are from."""

    rows: tuple[Link, ...]


# ── where one stands ──────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class ScoreBand:
    """A score on the scale from 0 to 100.

    ``own`` and ``theirs`` say the numbers in columns (``13–25 of 100``, ``58``), ``hint`` what the number is.
    ``score`` and ``mark`` are absent where there is none; ``instead`` then says why in a few words.
    """

    label: str
    hint: str
    own: str
    theirs: str
    score: Span | None
    mark: Fraction | None
    instead: str = ""


@dataclass(frozen=True, slots=True)
class CountBand:
    """A count as cells of equal width: the certain, then the not known, then the rest.

    ``states`` holds ``yes``, ``unknown`` or ``no`` for each cell, in that order; ``mark`` is the surveyed
    companies' mean in cells, absent where nothing can be compared. ``judged`` tells bars from described ones.
    """

    label: str
    own: str
    theirs: str
    states: tuple[str, ...]
    mark: Fraction | None
    judged: bool


@dataclass(frozen=True, slots=True)
class Bands:
    """Bands under each other on one scale, with the heads of the two columns of numbers.

    ``caption`` stands above them, ``legend`` explains the hatching where something is not known.
    """

    own_head: str
    theirs_head: str
    rows: tuple[ScoreBand | CountBand, ...]
    caption: str = ""
    legend: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item beside the surveyed companies.

    ``state`` is ``yes``, ``no``, ``unknown``, ``na`` or empty, ``answer`` says it. ``theirs`` is their
    percentage as text (``51 %``), ``percent`` as number. ``gap`` is the distance in points and ``gap_texts``
    its ends (one, or two where it is a range); absent in described sections and for what does not exist.
    ``note`` says where “no” is the favourable answer, ``changed`` that it came after the result. ``path`` is
    the item's id with its section (``team.dedicated``).
    """

    path: str
    label: str
    note: str
    changed: str
    state: str
    answer: str
    percent: Fraction
    theirs: str
    gap: Span | None = None
    gap_texts: tuple[str, ...] = ()
    source: str = ""
    """The marker of the source (``1``), as in :class:`Sources`."""


@dataclass(frozen=True, slots=True)
class Differences:
    """Items of a judged section as bars to both sides of 0, from −100 to 100."""

    own_head: str
    theirs_head: str
    left: str
    """What bars to the left mean (“← surveyed ahead”); ``right`` likewise."""
    right: str
    rows: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """Items of a described section as the surveyed companies' share, from 0 to 100, beside the own answer."""

    own_head: str
    theirs_head: str
    rows: tuple[Item, ...]


# ── who takes charge ──────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Need:
    """A goal, or an open challenge: who usually takes charge, and how that is today.

    ``state`` is ``covered``, ``missing``, ``not_known`` or ``nobody_here``; ``today`` says it.
    """

    label: str
    short: str
    state: str
    department: str
    today: str


@dataclass(frozen=True, slots=True)
class Needs:
    """Needs under each other, with the heads of the three columns."""

    heads: tuple[str, str, str]
    rows: tuple[Need, ...]


class Part(NamedTuple):
    """A department's part in a need.

    ``charge`` is ``lead``, ``help`` or empty for none; ``state`` is ``involved``, ``missing``, ``not_known``
    or ``covered`` (another lead is involved). ``meaning`` says both in words.
    """

    charge: str
    state: str
    meaning: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A department: its part in each need, whether it is involved, and how many companies involve theirs.

    ``state`` is as in :class:`Item`; ``theirs`` is ``–`` without a figure.
    """

    label: str
    state: str
    answer: str
    theirs: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Departments as rows, needs as columns, each with its short and full name.

    ``covered`` says for each need whether it is: ``yes`` or ``no`` in words, or ``?``; ``legend`` holds the
    parts that occur.
    """

    department_head: str
    needs: tuple[tuple[str, str], ...]
    involved_head: str
    theirs_head: str
    rows: tuple[MatrixRow, ...]
    covered_head: str
    covered: tuple[str, ...]
    legend: tuple[Part, ...]


# ── what to do ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Comment:
    """The consultant's own words: ``text`` may have several lines, ``author`` says by whom and when."""

    about: str
    """The section or recommendation that it is about; empty where it stands under it, and for the summary."""
    text: str
    author: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, in words; ``id`` is as in comments (``rules.ad_hoc``, ``departments.sales``).

    ``situation`` is how it is today, ``text`` the advice in full, ``who`` whom to talk to and ``say`` what to
    say first; ``evidence`` are sentences or remarks, each with the marker of its source where it has one;
    ``effect`` is what changes.
    """

    id: str
    number: int
    title: str
    situation: str
    text: str
    who: str
    say: str
    evidence: tuple[str, ...]
    effect: str
    comment: Comment | None = None


@dataclass(frozen=True, slots=True)
class Steps:
    """The next steps for page one, with empty columns for a person and a date."""

    who_head: str
    when_head: str
    rows: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Recommendations:
    """All that is advised with reason, evidence and effect: the next steps, then the others under “also”."""

    heads: tuple[str, str, str]
    """Why, evidence, what changes."""
    rows: tuple[Step, ...]
    also_head: str
    also: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is advised with room to write: what, who, by when.

    ``rows`` are number, title, and whether it is one of the next steps; ``review`` introduces the date at
    which one looks at it again.
    """

    heads: tuple[str, str, str]
    rows: tuple[tuple[int, str, bool], ...]
    review: str


@dataclass(frozen=True, slots=True)
class Questions:
    """Second looks: contradictions put as questions, each a title and a text."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """What was noted, each under its question; the text may have several lines."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Comments:
    """Comments under each other."""

    rows: tuple[Comment, ...]


# ── sources ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Source:
    """A survey's passport, or an article: ``marker`` is how the text refers to it (``1``).

    ``rows`` are labels and values; all sources of a document have the same labels in the same order.
    """

    marker: str
    name: str
    rows: tuple[tuple[str, str], ...]
    unpublished: frozenset[str]
    """The labels whose value is not published."""
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources side by side; ``not_published`` names what none of them publishes, in one row."""

    rows: tuple[Source, ...]
    links_head: str
    not_published_head: str
    not_published: str


Block = (
    Text
    | Pairs
    | Numbered
    | Bullets
    | Links
    | Bands
    | Differences
    | Shares
    | Needs
    | Matrix
    | Steps
    | Recommendations
    | Plan
    | Questions
    | Notes
    | Comments
    | Sources
)


@dataclass(frozen=True, slots=True)
class Section:
    """A name at the left and its message at the right, blocks below.

    ``id`` is fixed and no word of the language (``next_steps``, ``team``); ``hint`` stands small beside or
    under the name.
    """

    id: str
    name: str
    message: str
    blocks: tuple[Block, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """A part with a title of its own.

    ``id`` is ``summary``, ``where``, ``described``, ``who``, ``plan`` or ``sources``, in this order.
    ``message`` stands beside the title. All but ``described`` begin a page. ``claim`` says the result of the
    whole part in one sentence of at most 110 characters without a full stop, for a slide's title; empty
    where none is so short.
    """

    id: str
    title: str
    message: str
    sections: tuple[Section, ...]
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """The whole report.

    ``organisation`` is never empty: it says so where nobody is named; ``title`` is the questionnaire's.
    ``headline`` and ``second`` are the two sentences of page one, ``situation`` the soft lines below.
    ``summary`` is the consultant's. ``sources_note`` stands at the foot of page one.
    """

    language: str
    """An ISO 639 code."""
    organisation: str
    title: str
    date: date | None
    date_words: str
    headline: str
    second: str
    situation: tuple[str, ...]
    summary: Comment | None
    sources_note: str
    parts: tuple[DocumentPart, ...]

    def part(self, id_: str) -> DocumentPart | None:
        """The part of this id, if the document has it."""
        return next((part for part in self.parts if part.id == id_), None)

    def section(self, id_: str) -> Section | None:
        """The section of this id, if the document has it."""
        return next((section for part in self.parts for section in part.sections if section.id == id_), None)
