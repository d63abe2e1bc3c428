"""The sections of a questionnaire beside the surveyed companies: judged ones and described ones.

Both look at the items that the figure set has a percentage for. A *judged* section has a better and a
worse, so it has a score, a gap and a verdict. A *described* one (goals, challenges) has not: it only says
how many surveyed companies answer alike.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from smcheck.pack import FEWEST_ITEMS, Figure, FigureSet, Pack
from smcheck.scoring.bounds import more_than
from smcheck.scoring.span import Count, Span, mean, mean_span
from smcheck.sheet import Sheet

Verdict = Literal["above", "below", "level", "open"]


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One item: its path ``question.item``, the answer given, and what the survey says of it.

    ``percent`` (0..100) is absent where the set has no figure. ``gap`` is 100·(x − q) in points, where x is
    1 for the favourable answer and 0 for the other, and q the share of surveyed companies with the
    favourable one; absent without a figure, for ``na`` and in described sections.
    """

    path: str
    answer: str | None
    favourable: str | None
    percent: Fraction | None
    source: str | None
    gap: Span | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A judged section's numbers beside those of the surveyed companies.

    ``score`` and ``surveyed`` are percent (0..100), ``gap`` is their difference in points;
    ``surveyed_with_more`` is the range of the percentage (0..100) of surveyed companies with more
    favourable answers, as sharp as the single percentages allow.
    """

    score: Span
    surveyed: Fraction
    gap: Span
    surveyed_with_more: Span
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class JudgedSection:
    """A section with a better and a worse.

    ``count`` is how many of the items with a figure have the favourable answer, ``surveyed_mean`` how many
    they are in a surveyed company on average. ``comparison`` is absent where ``reason`` says why:
    ``few_figures`` (the set has fewer than three figures for it) or ``few_exist`` (fewer than three of the
    items with a figure exist here).
    """

    id: str
    count: Count
    surveyed_mean: Fraction
    comparison: Comparison | None
    reason: Literal["few_figures", "few_exist"] | None
    items: tuple[ItemResult, ...]


@dataclass(frozen=True, slots=True)
class DescribedSection:
    """A section without a better or worse.

    ``count`` is how many of the items with a figure are answered yes, ``surveyed_mean`` how many they are
    in a surveyed company on average. ``alike`` is the mean percentage (0..100) of surveyed companies that
    answer an item as this company does, ``possible`` the lowest and highest that any answers could give;
    both are absent where the set has fewer than three figures for the section.
    """

    id: str
    count: Count
    surveyed_mean: Fraction
    alike: Span | None
    possible: Span | None
    items: tuple[ItemResult, ...]


def judge(pack: Pack, figures: FigureSet, sheet: Sheet, section: str) -> JudgedSection:
    """A judged section's result."""
    items = tuple(
        _item(path, item.favourable, sheet.answer(path), figures.by_item.get(path))
        for path, item in pack.section_items[section].items()
    )
    known = [item for item in items if item.percent is not None and item.favourable is not None]
    gains = [_gain(item) for item in known]
    shares = [_favourable_share(item) for item in known]
    low, high = sum(gain.low for gain in gains), sum(gain.high for gain in gains)
    count = Count(int(low), int(high), len(known))
    reason: Literal["few_figures", "few_exist"] | None = None
    if len(known) < FEWEST_ITEMS:
        reason = "few_figures"
    elif sum(item.answer != "na" for item in known) < FEWEST_ITEMS:
        reason = "few_exist"
    comparison = None if reason else _compare(count, shares)
    return JudgedSection(section, count, sum(shares, Fraction(0)), comparison, reason, items)


def describe(pack: Pack, figures: FigureSet, sheet: Sheet, section: str) -> DescribedSection:
    """A described section's result."""
    items = tuple(
        _item(path, None, sheet.answer(path), figures.by_item.get(path))
        for path in pack.section_items[section]
    )
    shares = [(item, item.percent / 100) for item in items if item.percent is not None]
    low = sum(item.answer == "yes" for item, _ in shares)
    high = low + sum(item.answer in {None, "unknown"} for item, _ in shares)
    alike = possible = None
    if len(shares) >= FEWEST_ITEMS:
        alike = _percent(mean_span(_share_alike(item.answer, share) for item, share in shares))
        possible = _percent(mean_span(_share_alike(None, share) for _, share in shares))
    surveyed_mean = sum((share for _, share in shares), Fraction(0))
    return DescribedSection(section, Count(low, high, len(shares)), surveyed_mean, alike, possible, items)


def _compare(count: Count, shares: list[Fraction]) -> Comparison:
    """The numbers of a section with enough items; ``shares`` (0..1) are those of the favourable answers."""
    score = Span(Fraction(100 * count.low, count.of), Fraction(100 * count.high, count.of))
    surveyed = 100 * mean(shares)
    gap = score.minus(surveyed)
    return Comparison(
        score=score,
        surveyed=surveyed,
        gap=gap,
        surveyed_with_more=_percent(more_than(count.low, count.high, shares)),
        verdict=_verdict(gap),
    )


def _verdict(gap: Span) -> Verdict:
    """``open`` where it depends on what nobody knows."""
    if gap.low > 0:
        return "above"
    if gap.high < 0:
        return "below"
    return "level" if gap.exact else "open"


def _item(path: str, favourable: str | None, answer: str | None, figure: Figure | None) -> ItemResult:
    if figure is None:
        return ItemResult(path, answer, favourable, None, None, None)
    result = ItemResult(path, answer, favourable, 100 * figure.share, figure.source, None)
    if answer == "na" or favourable is None:
        return result
    return replace(result, gap=_percent(_gain(result).minus(_favourable_share(result))))


def _gain(item: ItemResult) -> Span:
    """1 for the favourable answer, 0 for the other, 0 to 1 where it is not known.

    What does not exist counts as not so: we assume that a surveyed company without a sales department did
    not say that sales is involved.
    """
    if item.answer in {None, "unknown"}:
        return Span(Fraction(0), Fraction(1))
    answer = "no" if item.answer == "na" else item.answer
    gain = Fraction(answer == item.favourable)
    return Span(gain, gain)


def _favourable_share(item: ItemResult) -> Fraction:
    """The share (0..1) of surveyed companies with the favourable answer."""
    share = (item.percent or Fraction(0)) / 100
    return share if item.favourable == "yes" else 1 - share


def _share_alike(answer: str | None, share: Fraction) -> Span:
    """The share (0..1) of surveyed companies that answer as ``answer`` does; not known: either."""
    if answer in {None, "unknown"}:
        return Span(min(share, 1 - share), max(share, 1 - share))
    alike = share if answer == "yes" else 1 - share
    return Span(alike, alike)


def _percent(shares: Span) -> Span:
    return Span(100 * shares.low, 100 * shares.high)
