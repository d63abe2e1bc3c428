"""The fit: how far the departments on board meet what the company's own goals and challenges call for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import NamedTuple

from smcheck.pack import Pack
from smcheck.scoring.kept import kept
from smcheck.scoring.span import Span, ratio
from smcheck.sheet import Sheet
from smcheck.sheet.need import need_state_from


@dataclass(frozen=True, slots=True)
class NeedScore:
    """How far one need is met.

    ``backing`` is a share (0..1) of the weight of its departments, lead 2 and support 1; ``missing`` are
    the departments that are not involved, ``unsure`` those not known, ``absent`` those that do not exist.
    """

    item: str
    backing: Span
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    missing: tuple[str, ...]
    unsure: tuple[str, ...]
    absent: tuple[str, ...]

    def __hash__(self) -> int:
        # These tell needs apart as well as the backing, which takes long to hash.
        return hash((self.item, self.missing, self.unsure, self.absent))

    @property
    def homeless(self) -> bool:
        """Whether none of its departments exists."""
        return len(self.absent) == len(self.leads) + len(self.supports)


@dataclass(frozen=True, slots=True, eq=False)
class _NeedScale:
    """What a need is weighed on: its departments, leads first, and the paths of every answer that counts.

    The paths are the item's, its follow-up's (empty where it has none) and the departments'. Equality is
    identity, so that a scale is a cheap key.
    """

    item: str
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    paths: tuple[str, ...]
    parts: int
    """A number that every sum of weights in the pack divides: a backing is a whole number of such parts."""


class _Weighed(NamedTuple):
    """A need's state (``open``, ``possible`` or ``closed``), its backing in parts, and its score."""

    state: str
    low: int
    high: int
    score: NeedScore
    answers: tuple[str | None, ...]
    """What was answered at its scale's paths, in order."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Percent 0..100, absent where there is no need; ``possible`` are needs that may or may not be."""

    score: Span | None
    needs: Mapping[str, NeedScore]
    possible: Mapping[str, NeedScore]
    weighed: Sequence[_Weighed] = field(repr=False, compare=False)
    """Every need of the pack, whatever its state: what ``fit_scores_if`` starts from."""


def fit(pack: Pack, sheet: Sheet) -> Fit:
    """The fit of a sheet."""
    answers = dict(sheet.answers)  # a plain one is asked several times faster
    weighed = tuple([_weigh(scale, tuple(map(answers.get, scale.paths))) for scale in _scales(pack)])
    return Fit(
        score=_overall(weighed, _parts(pack)),
        needs={need.score.item: need.score for need in weighed if need.state == "open"},
        possible={need.score.item: need.score for need in weighed if need.state == "possible"},
        weighed=weighed,
    )


def fit_scores_if(pack: Pack, fit: Fit, changes: Iterable[Mapping[str, str]]) -> Iterator[Span | None]:
    """The score alone, for each of several changes to the answers of ``fit``'s sheet.

    Only the needs that a change touches are weighed again.
    """
    scales, touched, parts = _scales(pack), _touched(pack), _parts(pack)
    for change in changes:
        again = list(fit.weighed)
        for path, answer in change.items():
            for index, place in touched.get(path, ()):
                before = again[index].answers
                again[index] = _weigh(scales[index], (*before[:place], answer, *before[place + 1 :]))
        yield _overall(again, parts)


@lru_cache(maxsize=64)
def _touched(pack: Pack) -> Mapping[str, Sequence[tuple[int, int]]]:
    """The needs that an answer has a part in, and its place among their answers, by its path."""
    touched: dict[str, list[tuple[int, int]]] = {}
    for index, scale in enumerate(_scales(pack)):
        for place, path in enumerate(scale.paths):
            touched.setdefault(path, []).append((index, place))
    return touched


@lru_cache(maxsize=64)
def _parts(pack: Pack) -> int:
    heaviest = max((sum(map(need.weight, need.departments)) for need in pack.needs), default=1)
    return lcm(*range(1, heaviest + 1))


@lru_cache(maxsize=64)
def _scales(pack: Pack) -> tuple[_NeedScale, ...]:
    return tuple(
        _NeedScale(
            item=need.item,
            leads=need.lead,
            supports=need.support,
            paths=(need.item, pack.in_hand.get(need.item, ""), *map(pack.department_path, need.departments)),
            parts=_parts(pack),
        )
        for need in pack.needs
    )


@kept(20_000, size=lambda _scale, answers: len(answers))
def _weigh(scale: _NeedScale, answers: tuple[str | None, ...]) -> _Weighed:
    """The need for the answers at the scale's paths, in order."""
    answer, held, *involved = answers
    score = _score(scale, tuple(involved))
    return _Weighed(
        state=need_state_from(answer, held if scale.paths[1] else "no"),
        low=int(score.backing.low * scale.parts),
        high=int(score.backing.high * scale.parts),
        score=score,
        answers=answers,
    )


@kept(10_000, size=lambda _scale, involved: len(involved))
def _score(scale: _NeedScale, involved: tuple[str | None, ...]) -> NeedScore:
    """How far the need is met where its departments, in the scale's order, have these answers."""
    departments = list(zip(scale.leads + scale.supports, involved, strict=True))
    weight = {**dict.fromkeys(scale.supports, 1), **dict.fromkeys(scale.leads, 2)}
    total = sum(weight[department] for department, answer in departments if answer != "na")
    low = sum(weight[department] for department, answer in departments if answer == "yes")
    high = low + sum(weight[department] for department, answer in departments if answer in {None, "unknown"})
    backing = Span(Fraction(low, total), Fraction(high, total)) if total else Span(Fraction(0), Fraction(0))

    def those(*wanted: str | None) -> tuple[str, ...]:
        return tuple(department for department, answer in departments if answer in wanted)

    return NeedScore(
        scale.item, backing, scale.leads, scale.supports, those("no"), those(None, "unknown"), those("na")
    )


def _overall(weighed: Iterable[_Weighed], parts: int) -> Span | None:
    """100 · mean(backing) over every way in which the possible needs may turn out."""
    number = low = high = 0
    possible_lows: list[int] = []
    possible_highs: list[int] = []
    for state, need_low, need_high, _, _ in weighed:
        if state == "open":
            number += 1
            low += need_low
            high += need_high
        elif state == "possible":
            possible_lows.append(need_low)
            possible_highs.append(-need_high)
    if not number and not possible_lows:
        return None
    low, low_number = _lowest_mean(low, number, possible_lows)
    high, high_number = _lowest_mean(-high, number, possible_highs)
    return Span(ratio(100 * low, low_number * parts), ratio(-100 * high, high_number * parts))


def _lowest_mean(total: int, number: int, possible: list[int]) -> tuple[int, int]:
    """Sum and number of the lowest mean of ``number`` values and any choice of the ``possible`` ones.

    Small ones are chosen, while they pull the mean down.
    """
    for value in sorted(possible):
        if number and value * number >= total:
            break
        total += value
        number += 1
    return total, number
