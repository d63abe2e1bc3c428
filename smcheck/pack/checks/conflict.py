"""Rules that can never hold, whatever is answered: decided exactly, without trying every sheet.

Every condition comes down to alternatives, each a list of demands: that something is answered with one of
some answers, or that so many items of a question are. One alternative of each condition must be met, and of
each exception one that keeps it from holding. Choices are tried one after the other; what is left to see
then, for each question alone, is whether its items can be answered so that all counts are right.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from smcheck.pack.checks.demands import OPEN, Allow, Alternatives, Count, Demand, Demands
from smcheck.pack.models import PackFile, Rule

_MOST_STEPS = 200_000
"""Steps that a pack's rules are thought about; a rule that there are none left for is taken to hold."""
_CLASSES = ("yes", "open", "na", "no")
"""What counts tell apart: an answer that is not known and one that is absent count the same."""
_SETS = [frozenset(chosen) for size in range(1, 4) for chosen in combinations(_CLASSES, size)]


class _TooManyStepsError(Exception):
    """There is more to be tried than is worth it."""


class Conflicts:
    """Looks for rules of one pack that can never hold."""

    def __init__(self, pack: PackFile) -> None:
        self._demands = Demands(pack)
        self._steps = 0

    def conflict(self, rule: Rule) -> str:
        """Why a rule can never hold; empty where it can.

        The first condition that cannot hold together with those before it, as ``when[1]``, or the first
        exception that always holds where they do, as ``unless[0]``. What the rule refers to must be there;
        see ``smcheck.pack.references``.
        """
        choices: list[Alternatives] = []
        try:
            for number, condition in enumerate(rule.when):
                choices.append(self._demands.holds(condition))
                if not self._can_hold(choices):
                    return f"when[{number}]"
            for number, condition in enumerate(rule.unless):
                choices += self._demands.holds_not(condition)
                if not self._can_hold(choices):
                    return f"unless[{number}]"
        except _TooManyStepsError:
            pass
        return ""

    def _can_hold(self, choices: Sequence[Alternatives], chosen: tuple[Demand, ...] = ()) -> bool:
        """Whether some answers meet one of the alternatives of each choice, and ``chosen``, too."""
        if not self._can_meet(chosen):
            return False
        if not choices:
            return True
        self._step(len(choices[0]))
        return any(self._can_hold(choices[1:], (*chosen, *demands)) for demands in choices[0])

    def _step(self, number: int = 1) -> None:
        self._steps += number
        if self._steps > _MOST_STEPS:
            raise _TooManyStepsError

    def _can_meet(self, demands: Iterable[Demand]) -> bool:
        """Whether answers can be chosen for all demands; each question is free of all others."""
        left: dict[str, frozenset[str]] = {}
        counts: dict[str, list[Count]] = {}
        for demand in demands:
            self._step()
            if isinstance(demand, Allow):
                all_ = self._demands.answers_to(demand.path)
                left[demand.path] = left.get(demand.path, all_) & demand.answers
            else:
                counts.setdefault(demand.question, []).append(demand)
        return all(left.values()) and all(
            self._can_count(question, left, found) for question, found in counts.items()
        )

    def _can_count(self, question: str, left: dict[str, frozenset[str]], counts: list[Count]) -> bool:
        """Whether what is left to the items of a question allows all its counts."""
        paths = [f"{question}.{item.id}" for item in self._demands.questions[question].items]
        kinds = Counter(_classes(left.get(path) or self._demands.answers_to(path)) for path in paths)
        # The items that can only be answered with some of the classes must find room in these.
        needed = [(set_, sum(n for kind, n in kinds.items() if kind <= set_)) for set_ in _SETS]
        bounds = [(_classes(count.answers), count.least, count.most) for count in counts]
        bounds += [(set_, least, len(paths)) for set_, least in needed if least]
        return any(
            all(least <= sum(numbers[name] for name in set_) <= most for set_, least, most in bounds)
            for numbers in self._numbers(len(paths), bounds)
        )

    def _numbers(self, total: int, bounds: list[tuple[frozenset[str], int, int]]) -> Iterator[dict[str, int]]:
        """How many items could be answered with each class, as far as bounds on one class allow it."""
        least, most = dict.fromkeys(_CLASSES, 0), dict.fromkeys(_CLASSES, total)
        for set_, low, high in bounds:
            if len(set_) == 1:
                (name,) = set_
                least[name], most[name] = max(least[name], low), min(most[name], high)
        for yes in range(least["yes"], most["yes"] + 1):
            for open_ in range(least["open"], min(most["open"], total - yes) + 1):
                for na in range(least["na"], min(most["na"], total - yes - open_) + 1):
                    self._step()
                    yield {"yes": yes, "open": open_, "na": na, "no": total - yes - open_ - na}


def _classes(answers: Iterable[str]) -> frozenset[str]:
    return frozenset("open" if answer in OPEN else answer for answer in answers)
