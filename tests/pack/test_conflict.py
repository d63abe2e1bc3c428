"""Rules that can never hold: the reasoning agrees with trying every sheet."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smcheck.advice.rules import advise_by_rules
from smcheck.pack import Pack
from smcheck.pack.checks.conflict import conflict
from smcheck.sheet import Sheet
from support.builders import PACK, pack_of

ITEMS = {"goals.a": ("yes", "no", "unknown"), "goals.b": ("yes", "no", "unknown", "na")}
DEPARTMENTS = {"departments.p": ("yes", "no", "unknown", "na"), "departments.q": ("yes", "no", "unknown")}
SINGLE = ("p", "q", "else", "unknown")


def small(when: list[dict[str, Any]], needs: list[dict[str, Any]]) -> Pack:
    """Two goals, two departments, a question with one answer that depends on the goals, and one rule."""

    def item(path: str, answers: tuple[str, ...]) -> dict[str, Any]:
        return {"id": path.partition(".")[2], "na": "na" in answers}

    return pack_of(
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
        rules=[{"id": "extra", "kind": "second_look", "when": when}],
    )


def answer(path: str, values: tuple[str, ...]) -> st.SearchStrategy[dict[str, Any]]:
    """A condition on one answer."""
    some = st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True)
    return st.builds(
        lambda key, chosen: {"answer": path, key: chosen}, st.sampled_from(["is", "is_not"]), some
    )


HOLDERS = st.sampled_from(["goals", "departments"])
LIMITS = st.integers(0, 3)
CONDITIONS = st.one_of(
    *(answer(path, values) for path, values in {**ITEMS, **DEPARTMENTS, "daily": SINGLE}.items()),
    st.builds(lambda question, least: {"count_of": question, "min": least}, HOLDERS, LIMITS),
    st.builds(lambda question, most: {"count_of": question, "max": most}, HOLDERS, LIMITS),
    st.builds(lambda question: {"none_of": question}, HOLDERS),
    st.builds(lambda question: {"lead_missing_of": question}, HOLDERS),
    st.just({"open_of": "goals", "in_hand": "in_hand"}),
)
LEADS = st.sampled_from([["p"], ["q"], ["p", "q"]])
NEEDS = st.dictionaries(st.sampled_from([*ITEMS, *DEPARTMENTS]), LEADS, max_size=4).map(
    lambda needs: [{"item": item, "lead": lead} for item, lead in needs.items()]
)


def sheets(pack: Pack) -> Iterator[Sheet]:
    """Every sheet of the small pack; what is absent is like unknown, or fails as it does."""
    paths = {**ITEMS, **DEPARTMENTS, "daily": SINGLE}
    for answers in product(*paths.values()):
        for held in ("yes", "no"):
            in_hand = {"in_hand.a": held, "in_hand.b": held}
            yield Sheet(pack.id).with_answers({**dict(zip(paths, answers, strict=True)), **in_hand})


@given(st.lists(CONDITIONS, min_size=1, max_size=4), NEEDS)
@settings(max_examples=60)
def test_a_conflict_is_what_no_sheet_can_meet(
    when: list[dict[str, Any]], needs: list[dict[str, Any]]
) -> None:
    """The first conditions up to the conflict hold for no sheet, and for some sheet without the last."""
    pack = small(when, needs)
    number = conflict(pack.file, pack.file.rules[0])

    def holds(conditions: list[dict[str, Any]]) -> bool:
        shorter = small(conditions, needs)
        return any(advise_by_rules(shorter, sheet) for sheet in sheets(shorter))

    if number is None:
        assert holds(when)
    else:
        assert not holds(when[: number + 1])
        assert number == 0 or holds(when[:number])


def test_every_shipped_rule_can_hold() -> None:
    """No rule of the shipped pack contradicts itself."""
    assert [None] * len(PACK.file.rules) == [conflict(PACK.file, rule) for rule in PACK.file.rules]


YES_A = {"answer": "goals.a", "is": ["yes"]}
NO_A = {"answer": "goals.a", "is": ["no"]}
YES_B = {"answer": "goals.b", "is": ["yes"]}


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        pytest.param([YES_A, NO_A], 1, id="two answers to one item"),
        pytest.param([{"answer": "goals.a", "is_not": ["yes", "no"]}], 0, id="every answer ruled out"),
        pytest.param([{"answer": "goals.b", "is_not": ["yes", "no"]}], None, id="does not exist is left"),
        pytest.param([{"count_of": "goals", "min": 3}], 0, id="more than there are items"),
        pytest.param([{"count_of": "goals", "min": 2, "max": 1}], 0, id="at least two and at most one"),
        pytest.param([YES_A, {"count_of": "goals", "max": 0}], 1, id="yes and none counted"),
        pytest.param([NO_A, {"count_of": "goals", "min": 2}], 1, id="no and all counted"),
        pytest.param([YES_A, YES_B, {"count_of": "goals", "max": 1}], 2, id="two yes and at most one"),
        pytest.param([{"none_of": "goals"}, YES_A], 1, id="none of them and one of them"),
        pytest.param([{"none_of": "goals"}, {"count_of": "goals", "min": 1}], 1, id="none and at least one"),
        pytest.param(
            [{"none_of": "goals"}, {"open_of": "goals", "in_hand": "in_hand"}], 1, id="none and one open"
        ),
        pytest.param(
            [{"none_of": "goals"}, {"answer": "daily", "is": ["else"]}], 1, id="an answer never asked for"
        ),
        pytest.param(
            [{"lead_missing_of": "goals"}, {"answer": "departments.p", "is": ["yes"]}],
            1,
            id="a lead that is missing and on board",
        ),
        pytest.param([{"lead_missing_of": "goals"}, NO_A], 1, id="the only need is not pursued"),
        pytest.param([{"lead_missing_of": "departments"}], 0, id="a question without needs"),
    ],
)
def test_what_contradicts_what(when: list[dict[str, Any]], expected: int | None) -> None:
    """Each pair of forms that can contradict one another does, at the later condition."""
    pack = small(when, [{"item": "goals.a", "lead": ["p"]}])

    assert expected == conflict(pack.file, pack.file.rules[0])


def test_a_lead_that_always_exists_is_never_missing() -> None:
    """A department that cannot be answered “does not exist” cannot be a missing lead."""
    pack = small([{"lead_missing_of": "goals"}], [{"item": "goals.a", "lead": ["q"]}])

    assert conflict(pack.file, pack.file.rules[0]) == 0
