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
Line = Annotated[str, Field(min_length=1, max_length=200)]
Day = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""A year, a month or a day, as exactly as it is known: ``2010-10``."""
Link = Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$", max_length=500)]

_Decimal = Annotated[Decimal, Field(max_digits=12, decimal_places=6)]
Percent = Annotated[int | _Decimal, Field(ge=0, le=100)]
"""A percentage 0..100, with at most six decimals, so that it stays exact and small."""

FEWEST_ITEMS = 3
"""Items with a figure, and items that exist, without which a section is compared with nothing."""

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

    @property
    def choices(self) -> dict[str, tuple[str, ...]]:
        """The choices by field."""
        return {"sector": self.sector, "country": self.country, "size": self.size}


class Section(Model):
    """A part of the questionnaire.

    ``judged`` sections have a better and a worse, argued by the sources, and count towards score and verdict;
    ``described`` ones (goals, challenges) are held against the surveyed companies without either.
    """

    id: Id
    kind: Literal["judged", "described"]


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
    """A goal or challenge that calls for departments.

    Any one of ``lead`` usually takes charge of it; ``stand_in``, in order, where none of these exists;
    ``support`` helps. ``evidence`` says what speaks for a department; without an entry it is our judgement.
    """

    item: ItemPath
    lead: Tuple[Id] = ()
    stand_in: Tuple[Id] = ()
    support: Tuple[Id] = ()
    evidence: dict[Id, Tuple[str]] = Field(default_factory=dict)

    @property
    def departments(self) -> tuple[str, ...]:
        """All that have a part: leads, then stand-ins, then supports; one may be named twice."""
        return self.lead + self.stand_in + self.support


NeedState = Literal["nobody_here", "not_in_hand_though_covered", "in_hand_without_lead"]


class Condition(Model):
    """One condition of a rule; exactly one of its forms.

    ``answer`` with ``is`` (an item or a question has one of these answers); ``profile`` with ``is``;
    ``chosen`` with ``is`` (the item chosen in that question is answered so); ``count_of`` with ``min`` or
    ``max`` (items answered yes); ``known_of`` (every item is yes, no or na); ``none_of`` (every item is no);
    ``needs`` (there are needs in this state); ``solo`` (at most one department exists, or more);
    ``any_of`` (at least one of several conditions holds).
    """

    answer: str | None = None
    profile: Literal["sector", "country", "size"] | None = None
    chosen: Id | None = None
    is_: Annotated[tuple[str, ...], Field(alias="is", strict=False)] = ()
    count_of: Id | None = None
    min: Annotated[int, Field(ge=0, le=10_000)] | None = None
    max: Annotated[int, Field(ge=0, le=10_000)] | None = None
    known_of: Id | None = None
    none_of: Id | None = None
    needs: NeedState | None = None
    solo: bool | None = None
    any_of: Tuple["Condition"] = ()

    @property
    def form(self) -> str:
        """Which of the forms this is, or nothing where it is none or several of them."""
        given = [name for name in FORMS if getattr(self, name) not in {None, ()}]
        return given[0] if len(given) == 1 else ""


FORMS = ("answer", "profile", "chosen", "count_of", "known_of", "none_of", "needs", "solo", "any_of")
"""The keys of which a condition has exactly one."""


class Rule(Model):
    """Advice on the set-up, or a second look, given where all of ``when`` and none of ``unless`` hold.

    ``urgency`` runs from 1 (first) to 3; second looks have none. ``changes`` is the answer that following
    the advice changes, so that its effect can be shown. ``who`` is the department to talk to, named only
    where it exists; without it the texts say whom.
    """

    id: Id
    kind: Literal["setup", "second_look"]
    urgency: Annotated[int, Field(ge=1, le=3)] | None = None
    evidence: Tuple[str] = ()
    when: Tuple[Condition] = ()
    unless: Tuple[Condition] = ()
    changes: dict[ItemPath, str] = Field(default_factory=dict)
    who: Id | None = None


class Argument(Model):
    """What an article says, referred to as evidence; its text is among the texts."""

    id: Annotated[str, Field(pattern=r"^[A-Z][0-9]+$")]
    link: Link


class PackFile(Model):
    """The contents of ``pack.toml``."""

    format: Literal[2]
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
    """The survey that a figure comes from, as far as it is documented; what is absent is not published.

    ``n`` is the number of companies asked; ``n_confirmed`` is false where only one report gives it or
    reports differ, ``n_is_base`` where the percentages are shares of a smaller group than ``n``. ``country``,
    ``sector`` and ``size`` are the profile's ids that the population may include. ``outlets`` is in how many
    independent outlets the figures were read.
    """

    id: Id
    publisher: Line
    conductor: Line | None = None
    sponsor: Line | None = None
    year: Annotated[int, Field(ge=1990, le=2200)]
    year_inferred: bool = False
    fieldwork_from: Day | None = None
    fieldwork_to: Day | None = None
    country: Tuple[Id] = ()
    sector: Tuple[Id] = ()
    size: Tuple[Id] = ()
    mode: Literal["online", "telephone"] | None = None
    n: Annotated[int, Field(ge=1, le=10_000_000_000)] | None = None
    n_confirmed: bool = True
    n_is_base: bool = True
    several: bool | None = None
    """Whether several answers were allowed; absent where not known."""
    self_selected: bool = False
    """Whether whoever wanted could take part."""
    users_only: bool = False
    """Whether the percentages are shares of those that use social media only."""
    links: NonEmpty[Link]
    outlets: Annotated[int, Field(ge=1, le=1000)] | None = None

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

    format: Literal[2]
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
