"""One section's score: the share of favourable answers, beside that of the surveyed companies."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

from smcheck.scoring.bounds import more_than
from smcheck.scoring.kept import kept
from smcheck.scoring.span import Span, over_one_denominator

Answers = tuple[str | None, ...]


@dataclass(frozen=True, eq=False)
class ScoredItem:
    """An item with a figure: its path, its favourable answer, its documented share (0..1), its source.

    Equality is identity, so that an item is a cheap key.
    """

    path: str
    favourable: str
    share: Fraction
    source: str

    @cached_property
    def favourable_share(self) -> Fraction:
        """The share (0..1) of surveyed companies with the favourable answer."""
        return self.share if self.favourable == "yes" else 1 - self.share


@dataclass(frozen=True, slots=True)
class ItemScore:
    """What one answer adds or costs.

    ``percent`` is the documented percentage (0..100) of companies that have the item; ``lead`` is
    100·(x − q) in points, or none for an answer ``na``, which is out of the score.
    """

    path: str
    answer: str | None
    favourable: str
    percent: Fraction
    lead: Span | None
    source: str


@dataclass(frozen=True, slots=True)
class SectionScore:
    """A section beside the surveyed companies; percent 0..100, leads in points.

    ``count`` is the number of favourable answers, ``of`` how many there could be,
    ``surveyed_mean`` the exact mean number among surveyed companies and ``surveyed_with_more`` the
    range of the percentage of them with more favourable answers.
    """

    id: str
    score: Span
    surveyed: Fraction
    lead: Span
    count: Span
    of: int
    surveyed_mean: Fraction
    surveyed_with_more: Span
    items: tuple[ItemScore, ...]

    def __hash__(self) -> int:
        # The answers tell sections apart as well as all numbers, which take long to hash.
        return hash((self.id, *[item.answer for item in self.items]))

    @property
    def inverted(self) -> bool:
        """Whether having none of its items is the best: people then read how many they *have*."""
        return all(item.favourable == "no" for item in self.items)


@dataclass(frozen=True, eq=False)
class SectionScale:
    """The items that a section is scored on with one figure set.

    Equality is identity, so that a scale is a cheap key.
    """

    id: str
    items: tuple[ScoredItem, ...]

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The items' paths, in order."""
        return tuple(item.path for item in self.items)


@kept(10_000, size=lambda _scale, answers: len(answers))
def score_section(scale: SectionScale, answers: Answers) -> SectionScore | None:
    """The section's score for the answers to its items, in order; none where no item is left to score."""
    counted = [(item, answer) for item, answer in zip(scale.items, answers, strict=True) if answer != "na"]
    if not counted:
        return None
    n = len(counted)
    shares = [item.favourable_share for item, _ in counted]
    numerators, common = over_one_denominator(shares)
    low = sum(answer == item.favourable for item, answer in counted)
    high = low + sum(answer in {None, "unknown"} for _, answer in counted)
    count = Span(Fraction(low), Fraction(high))
    score = Span(Fraction(100 * low, n), Fraction(100 * high, n))
    surveyed = Fraction(100 * sum(numerators), common * n)
    rank = more_than(count, shares)
    return SectionScore(
        id=scale.id,
        score=score,
        surveyed=surveyed,
        lead=score.minus(surveyed),
        count=count,
        of=n,
        surveyed_mean=Fraction(sum(numerators), common),
        surveyed_with_more=Span(100 * rank.low, 100 * rank.high),
        items=tuple(_item_score(item, answer) for item, answer in zip(scale.items, answers, strict=True)),
    )


@lru_cache(maxsize=10_000)
def _item_score(item: ScoredItem, answer: str | None) -> ItemScore:
    if answer == "na":
        lead = None
    else:
        low = 1 if answer == item.favourable else 0
        high = 1 if answer in {None, "unknown"} else low
        lead = Span(100 * (low - item.favourable_share), 100 * (high - item.favourable_share))
    return ItemScore(item.path, answer, item.favourable, 100 * item.share, lead, item.source)
