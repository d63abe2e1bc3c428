"""The structure of a pack and its figures, as the files ``pack.toml`` and ``figures/*.toml`` hold them.

Every model is frozen and strict: an unknown key or a wrong type is an error, nothing is guessed.
"""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_+-]*$", max_length=60)]
"""A permanent English name: small letters, digits, ``_`` and ``-``."""
ItemPath = Annotated[str, Field(pattern=r"^[a-z0-9_-]+\.[a-z0-9_+-]+$", max_length=121)]
"""An item as ``question.item``."""
Link = Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$", max_length=500)]

_Decimal = Annotated[Decimal, Field(max_digits=12, decimal_places=6)]
Percent = Annotated[int | _Decimal, Field(ge=0, le=100)]
"""A percentage 0..100, with at most six decimals, so that it stays exact and small."""

T = TypeVar("T")
Tuple = Annotated[tuple[T, ...], Field(strict=False)]
"""A list in TOML, which has no tuples; a tuple keeps the model frozen all the way down."""
NonEmpty = Annotated[tuple[T, ...], Field(strict=False, min_length=1)]
"""A list with at least one entry."""


class Model(BaseModel):
    """The base of all values that a pack's files hold: frozen, strict, unknown keys refused."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Profile(Model):
    """The choices for what is asked about the organisation, none of it scored."""

    sector: Tuple[Id] = ()
    country: Tuple[Id] = ()
    size: Tuple[Id] = ()


class Section(Model):
    """A part of the questionnaire with a score of its own."""

    id: Id
    weight: Annotated[int | _Decimal, Field(ge=0, le=1000)] = 1


class Item(Model):
    """One thing a company has, does, pursues or faces."""

    id: Id
    favourable: Literal["yes", "no"] | None = None
    """The answer that counts as a gain; none for an item that is not scored."""
    na: bool = False
    """Whether “does not exist here” is an answer."""


class Question(Model):
    """A question: ``several`` items to mark, or ``one`` option to choose."""

    id: Id
    section: Id
    kind: Literal["several", "one"]
    items: Tuple[Item] = ()
    options: Tuple[Id] = ()
    options_of: Id | None = None
    """A question whose items are options here, before the question's own."""
    each_of: Id | None = None
    """A question of which the items answered yes are the items here."""
    only_if: Id | None = None
    """Asked only once an item of that question is answered yes."""
    none: bool = False
    """Whether “none of these” is offered."""


class Need(Model):
    """A goal or challenge that calls for departments; a lead counts twice a support."""

    item: ItemPath
    lead: Tuple[Id] = ()
    support: Tuple[Id] = ()
    arguments: dict[Id, str] = Field(default_factory=dict)
    """The argument that speaks for a department; a department without one rests on judgement."""

    @property
    def departments(self) -> tuple[str, ...]:
        """Leads first, then supports."""
        return self.lead + self.support

    def weight(self, department: str) -> int:
        """2 for a lead, 1 for a support, 0 for any other department."""
        return 2 if department in self.lead else 1 if department in self.support else 0


class Condition(Model):
    """One condition of a rule; exactly one of its five forms.

    ``answer`` with ``is`` or ``is_not``; ``count_of`` with ``min`` or ``max`` (items answered yes);
    ``none_of`` (every item answered no); ``open_of`` with ``in_hand`` (items answered yes and not in
    hand); ``lead_missing_of`` (items answered yes whose leads do not exist).
    """

    answer: str | None = None
    is_: Tuple[str] = Field(alias="is", default=())
    is_not: Tuple[str] = ()
    count_of: Id | None = None
    min: Annotated[int, Field(ge=0, le=10_000)] | None = None
    max: Annotated[int, Field(ge=0, le=10_000)] | None = None
    none_of: Id | None = None
    open_of: Id | None = None
    in_hand: Id | None = None
    lead_missing_of: Id | None = None

    @property
    def form(self) -> str:
        """Which of the five forms this is, or nothing where it is none or several of them."""
        given = [
            name
            for name in ("answer", "count_of", "none_of", "open_of", "lead_missing_of")
            if getattr(self, name) is not None
        ]
        return given[0] if len(given) == 1 else ""


class Rule(Model):
    """Advice on the set-up, or a second look, given where all conditions hold."""

    id: Id
    kind: Literal["setup", "second_look"]
    evidence: Tuple[str] = ()
    when: Tuple[Condition] = ()


class Argument(Model):
    """What an article says, referred to as evidence; its text is among the texts."""

    id: Annotated[str, Field(pattern=r"^[A-Z][0-9]+$")]
    link: Link


class PackFile(Model):
    """The contents of ``pack.toml``."""

    format: Literal[1]
    id: Id
    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    dated: dt.date
    departments: Id
    """The question whose items are the departments."""
    minutes: Annotated[int, Field(ge=1, le=600)]
    profile: Profile
    sections: NonEmpty[Section]
    questions: NonEmpty[Question]
    needs: Tuple[Need] = ()
    rules: Tuple[Rule] = ()
    arguments: Tuple[Argument] = ()


class Source(Model):
    """The survey that a figure comes from, as far as it is documented.

    ``n`` is the number of companies asked, absent where it is not published; ``n_confirmed`` is
    false where only one report gives it or reports differ, ``n_is_base`` where the percentages are
    shares of a smaller group than ``n``.
    """

    id: Id
    publisher: Annotated[str, Field(min_length=1, max_length=200)]
    year: Annotated[int, Field(ge=1990, le=2200)]
    year_inferred: bool = False
    n: Annotated[int, Field(ge=1, le=10_000_000_000)] | None = None
    n_confirmed: bool = True
    n_is_base: bool = True
    country: Id | None = None
    sector: Id | None = None
    several: bool | None = None
    """Whether several answers were allowed; absent where not known."""
    links: NonEmpty[Link]

    @property
    def base(self) -> int | None:
        """The number of companies that the percentages are shares of, where it is known for certain."""
        return self.n if self.n_confirmed and self.n_is_base else None


class Earlier(Model):
    """The value of an earlier edition, as the same report gives it."""

    year: Annotated[int, Field(ge=1990, le=2200)]
    percent: Percent


class Figure(Model):
    """The documented percentage (0..100) of surveyed companies for one item."""

    item: ItemPath
    percent: Percent
    source: Id
    earlier: Tuple[Earlier] = ()
    caution: Id | None = None

    @cached_property
    def share(self) -> Fraction:
        """The percentage as an exact share, 0..1."""
        return Fraction(self.percent) / 100


class OtherFigure(Model):
    """A figure that means the same as no item of the pack: shown, compared with nothing."""

    id: Id
    percent: Percent
    source: Id


class FigureSet(Model):
    """A named collection of figures; ``documented`` is the default. Equality is identity, as a pack's."""

    __hash__ = object.__hash__
    __eq__ = object.__eq__

    format: Literal[1]
    id: Id
    dated: dt.date
    """When the set was last compared with the record that it was made from."""
    sources: NonEmpty[Source]
    figures: Tuple[Figure] = ()
    others: Tuple[OtherFigure] = ()

    @cached_property
    def by_item(self) -> dict[str, Figure]:
        """The figures by their items."""
        return {figure.item: figure for figure in self.figures}

    @cached_property
    def by_source(self) -> dict[str, Source]:
        """The sources by their ids."""
        return {source.id: source for source in self.sources}

    def share(self, item: str) -> Fraction | None:
        """The share (0..1) of surveyed companies for an item, or none where none is documented."""
        figure = self.by_item.get(item)
        return figure.share if figure else None

    def source(self, item: str) -> Source | None:
        """The survey that the item's figure comes from."""
        figure = self.by_item.get(item)
        return self.by_source[figure.source] if figure else None
