"""The fit: how far the departments on board meet what the company's own goals and challenges call for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from smcheck.pack import Pack
from smcheck.scoring.span import Span
from smcheck.sheet import Sheet
from smcheck.sheet.sheet import need_state


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


def fit(pack: Pack, sheet: Sheet) -> Fit:
    """The fit of a sheet."""
    needs: dict[str, NeedScore] = {}
    possible: dict[str, NeedScore] = {}
    for need in pack.needs:
        state = need_state(pack, sheet, need)
        if state == "closed":
            continue
        answers = tuple(sheet.answer(pack.department_path(department)) for department in need.departments)
        score = _need_score(need.item, need.lead, need.support, answers)
        (needs if state == "open" else possible)[need.item] = score
    backings = tuple(score.backing for score in needs.values())
    return Fit(_overall(backings, tuple(score.backing for score in possible.values())), needs, possible)


@lru_cache(maxsize=10_000)
def _need_score(
    item: str, leads: tuple[str, ...], supports: tuple[str, ...], answers: tuple[str | None, ...]
) -> NeedScore:
    departments = list(zip(leads + supports, answers, strict=True))
    weight = {**dict.fromkeys(supports, 1), **dict.fromkeys(leads, 2)}
    total = sum(weight[department] for department, answer in departments if answer != "na")
    low = sum(weight[department] for department, answer in departments if answer == "yes")
    high = low + sum(weight[department] for department, answer in departments if answer in {None, "unknown"})
    backing = Span(Fraction(low, total), Fraction(high, total)) if total else Span(Fraction(0), Fraction(0))

    def those(*wanted: str | None) -> tuple[str, ...]:
        return tuple(department for department, answer in departments if answer in wanted)

    return NeedScore(item, backing, leads, supports, those("no"), those(None, "unknown"), those("na"))


@lru_cache(maxsize=100_000)
def _overall(certain: tuple[Span, ...], possible: tuple[Span, ...]) -> Span | None:
    """100 · mean(backing) over every way in which the possible needs may turn out."""
    if not certain and not possible:
        return None
    low = _lowest_mean([span.low for span in certain], [span.low for span in possible])
    high = -_lowest_mean([-span.high for span in certain], [-span.high for span in possible])
    return Span(100 * low, 100 * high)


def _lowest_mean(certain: Sequence[Fraction], possible: Sequence[Fraction]) -> Fraction:
    """The lowest mean of ``certain`` with any choice of ``possible``: small ones, while they pull down."""
    chosen = list(certain)
    total = sum(chosen, Fraction(0))
    number = len(chosen)
    for value in sorted(possible):
        if number and value * number >= total:
            break
        total += value
        number += 1
    return total / number
