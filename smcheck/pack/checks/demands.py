"""What answers a condition asks for, as demands that can be counted: see ``smcheck.pack.checks.conflict``."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from smcheck.pack.models import Condition, Item, Need, PackFile, Question

ABSENT = "–"
"""The answer that was not given, beside ``yes``, ``no``, ``unknown`` and ``na``."""
OPEN = frozenset({"unknown", ABSENT})
"""What is not known: each of them might be a yes."""


@dataclass(frozen=True, slots=True)
class Allow:
    """An item, a question with one answer or a field of the profile has one of these answers."""

    path: str
    answers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Count:
    """At least ``least`` and at most ``most`` items of a question are answered with one of these."""

    question: str
    answers: frozenset[str]
    least: int
    most: int


Demand: TypeAlias = Allow | Count
Alternatives: TypeAlias = list[tuple[Demand, ...]]
"""Demands of which one list must be met, each of its demands."""


class Demands:
    """What the conditions of a pack's rules ask for; what they refer to must be there.

    What questions and needs refer to need not be: that is a finding of its own.
    """

    def __init__(self, pack: PackFile) -> None:
        self._pack = pack
        self.questions = {question.id: question for question in pack.questions}
        self._needs = [need for need in pack.needs if need.item.partition(".")[0] in self.questions]
        self._in_hand = {
            f"{question.each_of}.{item.id}": f"{question.id}.{item.id}"
            for question in pack.questions
            for item in self.items_of(question.each_of)
        }

    def items_of(self, question: str | None) -> tuple[Item, ...]:
        """The items of a question, or none where there is no such question."""
        found = self.questions.get(question or "")
        return found.items if found else ()

    def answers_to(self, path: str) -> frozenset[str]:
        """All that can stand for an answer to this, or for a field of the profile; absent is among it."""
        first, _dot, item = path.partition(".")
        if first == "profile":
            return frozenset({*self._pack.profile.choices[item], ABSENT})
        question = self.questions[first]
        if not item:
            shared = (item.id for item in self.items_of(question.options_of))
            return frozenset({*shared, *question.options, *OPEN})
        exists = all(entry.id != item or not entry.na for entry in question.items)
        return frozenset({"yes", "no", *OPEN}) if exists else frozenset({"yes", "no", "na", *OPEN})

    def holds(self, condition: Condition) -> Alternatives:
        """What makes a condition hold."""
        form = condition.form
        wanted = frozenset(condition.is_)
        if form == "any_of":
            return [demands for inner in condition.any_of for demands in self.holds(inner)]
        if form == "answer":
            path = str(condition.answer)
            return [(Allow(path, wanted), *self._demands_to_ask(path))]
        if form == "profile":
            return [(Allow(f"profile.{condition.profile}", wanted),)]
        if form == "chosen":
            return [*self._choice_alternatives(self.questions[str(condition.chosen)], wanted)]
        if form == "needs":
            state = str(condition.needs)
            return [demands for need in self._needs for demands in self._need_alternatives(need, state)]
        if form == "solo":
            return [(self._solo(solo=bool(condition.solo)),)]
        return self._count_alternatives(condition)

    def holds_not(self, condition: Condition) -> list[Alternatives]:
        """What keeps a condition from holding: one of each of these lists of alternatives must be met."""
        return [
            [(demand,) for each in met for demand in self._opposite(each)] for met in self.holds(condition)
        ]

    def _opposite(self, demand: Demand) -> Iterator[Demand]:
        if isinstance(demand, Allow):
            yield Allow(demand.path, self.answers_to(demand.path) - demand.answers)
            return
        size = len(self.items_of(demand.question))
        yield Count(demand.question, demand.answers, 0, demand.least - 1)
        yield Count(demand.question, demand.answers, demand.most + 1, size)

    def _demands_to_ask(self, path: str) -> tuple[Demand, ...]:
        """That the question of this path is asked: an answer counts only while it is."""
        question = self.questions[path.partition(".")[0]]
        gate = question.only_if or question.each_of or ""
        return (self._count(gate, {"yes"}, least=1),) if gate in self.questions else ()

    def _count(
        self, question: str, answers: Collection[str], least: int = 0, most: int | None = None
    ) -> Count:
        size = len(self.items_of(question))
        return Count(question, frozenset(answers), least, size if most is None else most)

    def _choice_alternatives(
        self, question: Question, wanted: frozenset[str]
    ) -> Iterator[tuple[Demand, ...]]:
        for item in self.items_of(question.options_of):
            path = f"{question.options_of}.{item.id}"
            chosen = Allow(question.id, frozenset({item.id}))
            yield (
                chosen,
                *self._demands_to_ask(question.id),
                Allow(path, wanted),
                *self._demands_to_ask(path),
            )

    def _solo(self, *, solo: bool) -> Count:
        size = len(self.items_of(self._pack.departments))
        if solo:
            return self._count(self._pack.departments, {"na"}, least=size - 1)
        return self._count(self._pack.departments, {"na"}, most=size - 2)

    def _count_alternatives(self, condition: Condition) -> Alternatives:
        """``count_of``, ``known_of`` and ``none_of``."""
        question = str(getattr(condition, condition.form))
        size = len(self.items_of(question))
        if condition.form == "none_of":
            demands = [self._count(question, {"no"}, least=size)]
        elif condition.form == "known_of":
            demands = [self._count(question, OPEN, most=0)]
        else:
            least, most = condition.min or 0, size if condition.max is None else condition.max
            demands = [
                self._count(question, {"yes"}, least=least),
                self._count(question, {"yes", *OPEN}, most=most),
            ]
        gate = self._demands_to_ask(question)
        found: Alternatives = [(*demands, *gate)]
        if gate and condition.form == "count_of" and least == 0 and most >= size:
            found.append(())  # it holds also where the question is not asked
        return found

    # ── needs ─────────────────────────────────────────────────────────────────────────────────

    def _departments(self, departments: tuple[str, ...], *answers: str) -> tuple[Allow, ...]:
        wanted = frozenset(answers)
        return tuple(Allow(f"{self._pack.departments}.{id_}", wanted) for id_ in departments)

    def _candidates(self, need: Need, *answers: str) -> Iterator[tuple[Demand, ...]]:
        """That one candidate of a need is answered so, and a lead before a stand-in."""
        for lead in need.lead:
            yield self._departments((lead,), *answers)
        for number, stand_in in enumerate(need.stand_in):
            yield (
                *self._departments((*need.lead, *need.stand_in[:number]), "na"),
                *self._departments((stand_in,), *answers),
            )

    def _need_alternatives(self, need: Need, state: str) -> Iterator[tuple[Demand, ...]]:
        """What makes a need be in a state."""
        yes, no = frozenset({"yes"}), frozenset({"no"})
        faced, held = Allow(need.item, yes), self._in_hand.get(need.item)
        if state == "nobody_here":
            open_ = (Allow(held, no),) if held else ()
            yield (faced, *open_, *self._departments((*need.lead, *need.stand_in), "na"))
        elif held and state == "not_in_hand_though_covered":
            for demands in self._candidates(need, "yes"):
                yield (faced, Allow(held, no), *demands)
        elif held:  # in hand, though no department that could take charge is involved
            others = self._departments(need.lead, "no", "na")
            for demands in self._candidates(need, "no"):
                yield (faced, Allow(held, yes), *others, *demands)
