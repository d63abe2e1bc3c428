"""The fit: how far the departments on board meet what the company's own goals and challenges call for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import lcm

from smcheck.pack import Pack
from smcheck.scoring.span import Span
from smcheck.sheet import Sheet
from smcheck.sheet.sheet import state_of


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

    @property
    def homeless(self) -> bool:
        """Whether none of its departments exists."""
        return len(self.absent) == len(self.leads) + len(self.supports)


@dataclass(frozen=True, slots=True)
class Fit:
    """Percent 0..100, absent where there is no need; ``possible`` are needs that may or may not be."""

    score: Span | None
    needs: Mapping[str, NeedScore]
    possible: Mapping[str, NeedScore]


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


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A need's state (``open``, ``possible`` or ``closed``), its score, and its backing in parts."""

    state: str
    score: NeedScore
    low: int
    high: int


def fit(pack: Pack, sheet: Sheet) -> Fit:
    """The fit of a sheet."""
    weighed = _weigh_all(pack, sheet.answers)
    return Fit(
        score=_overall(weighed, _parts(pack)),
        needs={need.score.item: need.score for need in weighed if need.state == "open"},
        possible={need.score.item: need.score for need in weighed if need.state == "possible"},
    )


def fit_scores_if(pack: Pack, sheet: Sheet, changes: Iterable[Mapping[str, str]]) -> Iterator[Span | None]:
    """The score alone, for each of several changes to a sheet's answers.

    Only the needs that a change touches are weighed again.
    """
    known = dict(sheet.answers)  # a plain one is copied, and asked, several times faster
    weighed = _weigh_all(pack, known)
    scales, touched = _scales(pack), _touched(pack)
    for change in changes:
        answers = {**known, **change}
        again = list(weighed)
        for path in change:
            for index in touched.get(path, ()):
                again[index] = _weigh(scales[index], tuple(map(answers.get, scales[index].paths)))
        yield _overall(again, _parts(pack))


def _weigh_all(pack: Pack, answers: Mapping[str, str]) -> list[_Weighed]:
    return [_weigh(scale, tuple(map(answers.get, scale.paths))) for scale in _scales(pack)]


@lru_cache(maxsize=64)
def _touched(pack: Pack) -> Mapping[str, Sequence[int]]:
    """The positions of the needs that an answer has a part in, by its path."""
    touched: dict[str, list[int]] = {}
    for index, scale in enumerate(_scales(pack)):
        for path in scale.paths:
            touched.setdefault(path, []).append(index)
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


@lru_cache(maxsize=100_000)
def _weigh(scale: _NeedScale, answers: tuple[str | None, ...]) -> _Weighed:
    """The need for the answers at the scale's paths, in order."""
    answer, held, *involved = answers
    state = state_of(answer, held if scale.paths[1] else "no")
    departments = list(zip(scale.leads + scale.supports, involved, strict=True))
    weight = {**dict.fromkeys(scale.supports, 1), **dict.fromkeys(scale.leads, 2)}
    total = sum(weight[department] for department, answer in departments if answer != "na")
    low = sum(weight[department] for department, answer in departments if answer == "yes")
    high = low + sum(weight[department] for department, answer in departments if answer in {None, "unknown"})
    backing = Span(Fraction(low, total), Fraction(high, total)) if total else Span(Fraction(0), Fraction(0))

    def those(*wanted: str | None) -> tuple[str, ...]:
        return tuple(department for department, answer in departments if answer in wanted)

    return _Weighed(
        state=state,
        score=NeedScore(
            scale.item, backing, scale.leads, scale.supports, those("no"), those(None, "unknown"), those("na")
        ),
        low=int(backing.low * scale.parts),
        high=int(backing.high * scale.parts),
    )


def _overall(weighed: Iterable[_Weighed], parts: int) -> Span | None:
    """100 · mean(backing) over every way in which the possible needs may turn out."""
    number = low = high = 0
    possible: list[_Weighed] = []
    for need in weighed:
        if need.state == "open":
            number += 1
            low += need.low
            high += need.high
        elif need.state == "possible":
            possible.append(need)
    if not number and not possible:
        return None
    low, low_number = _lowest_mean(low, number, [need.low for need in possible])
    high, high_number = _lowest_mean(-high, number, [-need.high for need in possible])
    return Span(Fraction(100 * low, low_number * parts), Fraction(-100 * high, high_number * parts))


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
