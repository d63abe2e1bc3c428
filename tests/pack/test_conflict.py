"""Rules that can never hold: the reasoning agrees with trying every sheet."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smcheck.advice.rules import find_rules
from smcheck.pack import Pack
from smcheck.pack.checks.conflict import Conflicts
from smcheck.scoring import assess
from smcheck.scoring.needs import find_needs
from smcheck.sheet import Sheet
from support.builders import FIGURES, PACK, pack_of

Condition = dict[str, Any]

ITEMS = {"goals.a": ("yes", "no", "unknown"), "goals.b": ("yes", "no", "unknown", "na")}
DEPARTMENTS = {"departments.p": ("yes", "no", "unknown", "na"), "departments.q": ("yes", "no", "unknown")}
SINGLE = ("p", "q", "else", "unknown")
SIZES = ("s", "m")


def small(when: list[Condition], needs: list[Condition], unless: list[Condition] | None = None) -> Pack:
    """Two goals, two departments, a question with one answer that depends on the goals, and one rule."""

    def item(path: str, answers: tuple[str, ...]) -> dict[str, Any]:
        return {"id": path.partition(".")[2], "na": "na" in answers}

    return pack_of(
        profile={"sector": [], "country": [], "size": list(SIZES)},
        questions=[
            {"id": "goals", "section": "all", "kind": "several", "items": [item(*i) for i in ITEMS.items()]},
            {
                "id": "departments",
                "section": "all",
                "kind": "several",
                "items": [item(*i) for i in DEPARTMENTS.items()],
            },
            {
                "id": "daily",
                "section": "all",
                "kind": "one",
                "options_of": "departments",
                "options": ["else"],
                "only_if": "goals",
            },
            {"id": "in_hand", "section": "all", "kind": "several", "each_of": "goals"},
        ],
        needs=needs,
        rules=[{"id": "extra", "kind": "second_look", "when": when, "unless": unless or []}],
    )


def conflict(pack: Pack) -> str:
    """What keeps the rule of a small pack from ever holding."""
    return Conflicts(pack.file).conflict(pack.file.rules[0])


def answer(path: str, values: tuple[str, ...]) -> st.SearchStrategy[Condition]:
    """A condition on one answer."""
    some = st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True)
    return st.builds(lambda chosen: {"answer": path, "is": chosen}, some)


HOLDERS = st.sampled_from(["goals", "departments"])
LIMITS = st.integers(0, 3)
STATES = ("nobody_here", "not_in_hand_though_covered", "in_hand_without_lead")
PLAIN = st.one_of(
    *(answer(path, values) for path, values in {**ITEMS, **DEPARTMENTS, "daily": SINGLE}.items()),
    st.builds(lambda size: {"profile": "size", "is": [size]}, st.sampled_from(SIZES)),
    st.builds(lambda given: {"chosen": "daily", "is": [given]}, st.sampled_from(["yes", "no", "na"])),
    st.builds(lambda question, least: {"count_of": question, "min": least}, HOLDERS, LIMITS),
    st.builds(lambda question, most: {"count_of": question, "max": most}, HOLDERS, LIMITS),
    st.builds(lambda question: {"known_of": question}, HOLDERS),
    st.builds(lambda question: {"none_of": question}, HOLDERS),
    st.builds(lambda state: {"needs": state}, st.sampled_from(STATES)),
    st.builds(lambda solo: {"solo": solo}, st.booleans()),
)
CONDITIONS = st.one_of(
    PLAIN, st.lists(PLAIN, min_size=1, max_size=3).map(lambda several: {"any_of": several})
)
NEED = st.fixed_dictionaries(
    {"lead": st.sampled_from([["p"], ["q"], ["p", "q"]])},
    optional={"stand_in": st.sampled_from([["p"], ["q"]])},
)
NEEDS = st.dictionaries(st.sampled_from([*ITEMS, *DEPARTMENTS]), NEED, max_size=4).map(
    lambda needs: [{"item": item, **need} for item, need in needs.items()]
)


@cache
def every_sheet() -> list[Sheet]:
    """Every sheet of the small pack, whose challenges are all in hand or none of them is."""
    return [*_sheets()]


def _sheets() -> Iterator[Sheet]:
    paths = {**ITEMS, **DEPARTMENTS, "daily": SINGLE}
    choices = [(*values, None) for values in paths.values()]
    for *answers, held, size in product(*choices, ("yes", "no"), (*SIZES, "")):
        given = {**dict(zip(paths, answers, strict=True)), "in_hand.a": held, "in_hand.b": held}
        sheet = Sheet("small").with_answers(given)
        yield replace(sheet, profile=MappingProxyType({"size": size} if size else {}))


def holds_somewhere(when: list[Condition], needs: list[Condition], unless: list[Condition]) -> bool:
    """Whether a rule with these conditions holds for some sheet."""
    pack = small(when, needs, unless)
    result = assess(pack, FIGURES, Sheet("small"))
    return any(
        find_rules(pack, sheet, replace(result, needs=find_needs(pack, sheet)), "second_look")
        for sheet in every_sheet()
    )


@given(st.lists(CONDITIONS, min_size=1, max_size=3), st.lists(CONDITIONS, max_size=2), NEEDS)
@settings(max_examples=40)
def test_a_conflict_is_what_no_sheet_can_meet(
    when: list[Condition], unless: list[Condition], needs: list[Condition]
) -> None:
    """The conditions up to the conflict hold for no sheet, and for some sheet without the last."""
    found = conflict(small(when, needs, unless))
    if not found:
        assert holds_somewhere(when, needs, unless)
        return
    key, number = found.removesuffix("]").split("[")
    last = int(number)
    if key == "when":
        assert not holds_somewhere(when[: last + 1], needs, [])
        assert last == 0 or holds_somewhere(when[:last], needs, [])
    else:
        assert not holds_somewhere(when, needs, unless[: last + 1])
        assert holds_somewhere(when, needs, unless[:last])


def test_every_shipped_rule_can_hold() -> None:
    """No rule of the shipped pack contradicts itself."""
    conflicts = Conflicts(PACK.file)

    assert [""] * len(PACK.file.rules) == [conflicts.conflict(rule) for rule in PACK.file.rules]


YES_A = {"answer": "goals.a", "is": ["yes"]}
NO_A = {"answer": "goals.a", "is": ["no"]}
YES_B = {"answer": "goals.b", "is": ["yes"]}
YES_P = {"answer": "departments.p", "is": ["yes"]}
CHOSEN = {"chosen": "daily", "is": ["na"]}


@pytest.mark.parametrize(
    ("when", "unless", "expected"),
    [
        pytest.param([YES_A, NO_A], [], "when[1]", id="two answers to one item"),
        pytest.param([{"count_of": "goals", "min": 3}], [], "when[0]", id="more than there are items"),
        pytest.param([{"count_of": "goals", "min": 2, "max": 1}], [], "when[0]", id="least above most"),
        pytest.param([YES_A, {"count_of": "goals", "max": 0}], [], "when[1]", id="yes and none counted"),
        pytest.param([NO_A, {"count_of": "goals", "min": 2}], [], "when[1]", id="no and all counted"),
        pytest.param(
            [YES_A, YES_B, {"count_of": "goals", "max": 1}], [], "when[2]", id="two yes, at most one"
        ),
        pytest.param([{"none_of": "goals"}, YES_A], [], "when[1]", id="none of them and one of them"),
        pytest.param(
            [{"known_of": "goals"}, {"answer": "goals.a", "is": ["unknown"]}],
            [],
            "when[1]",
            id="known, unknown",
        ),
        pytest.param(
            [{"none_of": "goals"}, {"answer": "daily", "is": ["else"]}], [], "when[1]", id="never asked for"
        ),
        pytest.param([CHOSEN, {"answer": "daily", "is": ["q"]}], [], "when[1]", id="what is chosen exists"),
        pytest.param([{"solo": True}, CHOSEN], [], "", id="chosen, and the other one exists alone"),
        pytest.param([{"solo": True}, YES_P], [], "when[1]", id="alone is the one that always exists"),
        pytest.param([{"solo": True}, {"solo": False}], [], "when[1]", id="one department and several"),
        pytest.param(
            [{"profile": "size", "is": ["s"]}, {"profile": "size", "is": ["m"]}],
            [],
            "when[1]",
            id="two sizes",
        ),
        pytest.param(
            [{"needs": "nobody_here"}, YES_P], [], "when[1]", id="a lead that is missing and involved"
        ),
        pytest.param([{"needs": "nobody_here"}, NO_A], [], "when[1]", id="the only need is not pursued"),
        pytest.param(
            [{"needs": "not_in_hand_though_covered"}, {"count_of": "departments", "max": 0}],
            [],
            "when[1]",
            id="covered by nobody",
        ),
        pytest.param(
            [{"needs": "in_hand_without_lead"}, {"answer": "departments.p", "is": ["yes", "na"]}],
            [],
            "when[1]",
            id="a lead that is answered no and is not",
        ),
        pytest.param([{"any_of": [NO_A, YES_B]}, YES_A], [], "", id="the other one of two"),
        pytest.param([{"any_of": [NO_A, NO_A]}, YES_A], [], "when[1]", id="neither of two"),
        pytest.param([YES_A], [YES_A], "unless[0]", id="an exception to all"),
        pytest.param(
            [YES_A], [NO_A, {"any_of": [YES_B, YES_A]}], "unless[1]", id="one of two exceptions to all"
        ),
        pytest.param(
            [YES_A, YES_B], [{"count_of": "goals", "max": 1}], "", id="an exception that never holds"
        ),
        pytest.param([YES_A], [{"answer": "goals.b", "is": ["yes", "no", "na"]}], "", id="not known is left"),
    ],
)
def test_what_contradicts_what(when: list[Condition], unless: list[Condition], expected: str) -> None:
    """Each pair of forms that can contradict one another does, at the later condition."""
    assert expected == conflict(small(when, [{"item": "goals.a", "lead": ["p"]}], unless))


def test_a_lead_that_always_exists_is_never_missing() -> None:
    """A department that cannot be answered “does not exist” cannot be missing, be it only a stand-in."""
    needs = [{"item": "goals.a", "lead": ["p"], "stand_in": ["q"]}]

    assert conflict(small([{"needs": "nobody_here"}], needs)) == "when[0]"


def test_more_than_can_be_thought_through_is_taken_to_hold() -> None:
    """The search ends: nothing is said of a rule with a thousand choices, and that is told at once."""
    several = {"any_of": [NO_A, {"answer": "goals.a", "is": ["unknown"]}]}

    assert conflict(small([YES_B, *[several] * 1000, YES_A], [])) == ""
