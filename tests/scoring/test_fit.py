"""The fit, calculated by hand and by trying every way in which the unknown could turn out."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from smcheck.pack import Pack
from smcheck.scoring import Span
from smcheck.scoring.fit import fit
from smcheck.sheet import Sheet
from support.builders import PACK, all_items, flat_answers, pack_of, several, sheet_of, span

SMALL = pack_of(
    questions=[
        several("departments", ["a", "b", "c"], na=True),
        several("goals", ["x", "y"]),
        several("challenges", ["z"]),
        {"id": "in_hand", "section": "all", "kind": "several", "each_of": "challenges"},
    ],
    needs=[
        {"item": "goals.x", "lead": ["a"], "support": ["b", "c"]},
        {"item": "goals.y", "lead": ["b", "c"]},
        {"item": "challenges.z", "lead": ["c"], "support": ["a"]},
    ],
)
NO_NEED = {"goals": all_items("goals", "no"), "challenges": all_items("challenges", "no")}


def test_one_need_by_hand() -> None:
    """Service: lead support (2) is in, support product development (1) is not: 2 of 3."""
    sheet = sheet_of(
        {
            **NO_NEED,
            "goals": all_items("goals", "no", service="yes"),
            "departments": {"support": "yes", "product_development": "no"},
        }
    )
    found = fit(PACK, sheet)
    need = found.needs["goals.service"]
    assert span(Fraction(200, 3)) == found.score
    assert list(found.needs) == ["goals.service"]
    assert found.possible == {}
    assert span(Fraction(2, 3)) == need.backing
    assert (need.leads, need.supports) == (("support",), ("product_development",))
    assert (need.missing, need.unsure, need.absent) == (("product_development",), (), ())


def test_two_needs_by_hand() -> None:
    """Awareness: marketing in, pr not known, sales out: 2/4..3/4. Big data: it out, marketing in: 1/3.

    Fit from (1/2 + 1/3) ÷ 2 = 5/12 to (3/4 + 1/3) ÷ 2 = 13/24.
    """
    sheet = sheet_of(
        {
            "goals": all_items("goals", "no", awareness="yes"),
            "challenges": all_items("challenges", "no", big_data="yes"),
            "in_hand": {"big_data": "no"},
            "departments": {"marketing": "yes", "pr": "unknown", "sales": "no", "it": "no"},
        }
    )
    found = fit(PACK, sheet)
    assert span("1/2", "3/4") == found.needs["goals.awareness"].backing
    assert span("1/3") == found.needs["challenges.big_data"].backing
    assert span(Fraction(500, 12), Fraction(1300, 24)) == found.score
    assert found.needs["goals.awareness"].unsure == ("pr",)


def test_na_department_leaves_the_weight() -> None:
    """Awareness without pr and sales rests on marketing alone: 2 of 2."""
    sheet = sheet_of(
        {
            **NO_NEED,
            "goals": all_items("goals", "no", awareness="yes"),
            "departments": {"marketing": "yes", "pr": "na", "sales": "na"},
        }
    )
    found = fit(PACK, sheet)
    assert span(100) == found.score
    assert found.needs["goals.awareness"].absent == ("pr", "sales")
    assert not found.needs["goals.awareness"].homeless


def test_need_without_any_department() -> None:
    """A need none of whose departments exists has backing 0 and says so."""
    sheet = sheet_of(
        {
            **NO_NEED,
            "goals": all_items("goals", "no", service="yes"),
            "departments": {"support": "na", "product_development": "na"},
        }
    )
    found = fit(PACK, sheet)
    assert span(0) == found.score
    assert found.needs["goals.service"].homeless


def test_no_need_at_all() -> None:
    """Without any need the fit is absent, whoever is involved."""
    sheet = sheet_of({**NO_NEED, "departments": all_items("departments", "yes")})
    found = fit(PACK, sheet)
    assert found.score is None
    assert (found.needs, found.possible) == ({}, {})


@pytest.mark.parametrize(
    ("faced", "in_hand", "state"),
    [
        ("yes", "no", "open"),
        ("yes", "yes", "closed"),
        ("yes", "unknown", "possible"),
        ("yes", None, "possible"),
        ("no", None, "closed"),
        ("no", "no", "closed"),
        ("unknown", None, "possible"),
        ("unknown", "no", "possible"),
        ("unknown", "yes", "closed"),  # faced or not, it calls for nobody
        (None, None, "possible"),
        (None, "yes", "closed"),
    ],
)
def test_challenge_in_hand(faced: str | None, in_hand: str | None, state: str) -> None:
    """A challenge is a need where it is faced and not in hand; what is not known may be one."""
    sheet = sheet_of(NO_NEED).with_answers({"challenges.privacy": faced, "in_hand.privacy": in_hand})
    found = fit(PACK, sheet)
    expected = {
        "open": (["challenges.privacy"], []),
        "possible": ([], ["challenges.privacy"]),
        "closed": ([], []),
    }
    assert expected[state] == (list(found.needs), list(found.possible))


def test_possible_need_lowers_and_raises() -> None:
    """Certain: service at 2/3. Possible: stakeholders at 0, awareness at 1; none, one or both may be needs.

    Lowest: (2/3 + 0) ÷ 2 = 1/3. Highest: (2/3 + 1) ÷ 2 = 5/6.
    """
    departments = all_items(
        "departments", "no", support="yes", marketing="yes", sales="yes", pr="na", management="no"
    )
    goals = all_items("goals", "no", service="yes", stakeholders="unknown")
    del goals["awareness"]
    found = fit(PACK, sheet_of({**NO_NEED, "goals": goals, "departments": departments}))
    assert span(0) == found.possible["goals.stakeholders"].backing
    assert span(1) == found.possible["goals.awareness"].backing
    assert span(Fraction(100, 3), Fraction(500, 6)) == found.score


def test_only_possible_needs() -> None:
    """With possible needs alone the range is from the least to the best backed; having none has no fit."""
    sheet = sheet_of(
        {
            "goals": all_items("goals", "no", service="unknown", stakeholders="unknown"),
            "challenges": all_items("challenges", "no"),
            "departments": {
                "support": "yes",
                "product_development": "no",
                "pr": "no",
                "management": "yes",
            },
        }
    )
    assert span(Fraction(100, 3), Fraction(200, 3)) == fit(PACK, sheet).score


def ways(pack: Pack, sheet: Sheet) -> Iterator[Sheet]:
    """Every way in which the answers that are not known could turn out, as yes or no."""
    asked = [path for path in pack.items if sheet.answer(path) in {None, "unknown"}]
    for answers in product(("yes", "no"), repeat=len(asked)):
        yield sheet.with_answers(dict(zip(asked, answers, strict=True)))


def known_fit(pack: Pack, sheet: Sheet) -> Fraction | None:
    """The fit as the design words it, for a sheet with every answer known."""
    backings = []
    for need in pack.needs:
        in_hand = pack.in_hand.get(need.item)
        if sheet.answer(need.item) != "yes" or (in_hand and sheet.answer(in_hand) == "yes"):
            continue
        answers = {name: sheet.answer(pack.department_path(name)) for name in need.departments}
        here = [name for name, answer in answers.items() if answer != "na"]
        weight = sum(need.weight(name) for name in here)
        involved = sum(need.weight(name) for name in here if answers[name] == "yes")
        backings.append(Fraction(involved, weight) if weight else Fraction(0))
    return 100 * sum(backings, Fraction(0)) / len(backings) if backings else None


def brute_force(pack: Pack, sheet: Sheet) -> Span | None:
    """The lowest and highest fit over every way in which the unknown could turn out."""
    found = [score for way in ways(pack, sheet) if (score := known_fit(pack, way)) is not None]
    return Span(min(found), max(found)) if found else None


@settings(max_examples=100)
@given(flat_answers(SMALL))
def test_equals_every_way_on_a_small_pack(answers: dict[str, str]) -> None:
    """Low and high are the extremes over every way in which up to seven answers could turn out."""
    sheet = Sheet(SMALL.id).with_answers(answers)
    assert brute_force(SMALL, sheet) == fit(SMALL, sheet).score


def _known(path: str) -> st.SearchStrategy[str]:
    return st.sampled_from(["yes", "no", "na"] if PACK.items[path].na else ["yes", "no"])


FEW_UNKNOWN = st.builds(
    lambda known, unknown: {**known, **unknown},
    st.fixed_dictionaries({path: _known(path) for path in PACK.items}),
    st.dictionaries(
        st.sampled_from([path for path in PACK.items if not path.startswith("team.")]),
        st.just("unknown"),
        max_size=6,
    ),
)


@settings(max_examples=60)
@given(FEW_UNKNOWN)
def test_equals_every_way_on_the_shipped_pack(answers: dict[str, str]) -> None:
    """The same on the shipped pack, with up to six answers unknown."""
    sheet = Sheet(PACK.id).with_answers(answers)
    assert brute_force(PACK, sheet) == fit(PACK, sheet).score


@given(flat_answers(SMALL))
def test_absent_counts_like_unknown(answers: dict[str, str]) -> None:
    """Taking every “unknown” back changes no range."""
    assume("unknown" in answers.values())
    sheet = Sheet(SMALL.id).with_answers(answers)
    silent = Sheet(SMALL.id).with_answers(
        {path: answer for path, answer in answers.items() if answer != "unknown"}
    )
    assert fit(SMALL, silent) == fit(SMALL, sheet)
