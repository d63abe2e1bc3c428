"""Three companies calculated by hand, against the rules that the README states."""

from fractions import Fraction
from typing import Any

from smcheck.pack import Pack
from smcheck.scoring import Count, Result, assess
from smcheck.sheet import example_sheet
from support.builders import FIGURES, PACK, all_items, sheet_of, span

THIRD = Fraction(1, 3)


def result_of(answers: dict[str, Any], *, pack: Pack = PACK) -> Result:
    """The result of a sheet with these answers, held against the documented figures."""
    return assess(pack, FIGURES, sheet_of(answers, pack=pack))


def test_the_example() -> None:
    """Marketing and management involved, support not known, whoever feels like it posts."""
    result = assess(PACK, FIGURES, example_sheet(PACK))
    team, departments = (result.benchmark.sections[id_] for id_ in ("team", "departments"))
    assert team.comparison is not None
    assert departments.comparison is not None

    # Nothing favourable of three; theirs 0.51 + 0.36 + (1 − 0.18) = 1.69.
    assert Count(0, 0, 3) == team.count
    assert Fraction("1.69") == team.surveyed_mean
    assert span(0) == team.comparison.score
    assert team.comparison.surveyed == 169 * THIRD
    assert team.comparison.verdict == "below"
    # At least one of 0.82, 0.51, 0.36: at least the largest, at most all.
    assert span(82, 100) == team.comparison.surveyed_with_more

    # Marketing, perhaps support; theirs 0.90 + 0.64 + 0.46 + 0.39 = 2.39.
    assert Count(1, 2, 4) == departments.count
    assert span(25, 50) == departments.comparison.score
    assert Fraction("59.75") == departments.comparison.surveyed
    assert span(Fraction("-34.75"), Fraction("-9.75")) == departments.comparison.gap
    assert departments.comparison.verdict == "below"
    assert span("19.5", 100) == departments.comparison.surveyed_with_more

    assert result.benchmark.verdict == "below"
    assert span(Fraction("12.5"), 25) == result.benchmark.score
    assert (169 * THIRD + Fraction("59.75")) / 2 == result.benchmark.surveyed

    goals, challenges = result.described["goals"], result.described["challenges"]
    assert Count(4, 4, 6) == goals.count
    assert Fraction("3.07") == goals.surveyed_mean
    # 77 + (100 − 68) + 56 + 55 + (100 − 31) + 20 = 309.
    assert span("51.5") == goals.alike
    assert span("32.5", "67.5") == goals.possible
    assert Count(2, 2, 3) == challenges.count
    # 49 + 38 + 68 = 155; at least 49 + 38 + 32 = 119, at most 51 + 62 + 68 = 181.
    assert span(155 * THIRD) == challenges.alike
    assert span(119 * THIRD, 181 * THIRD) == challenges.possible

    needs = result.needs
    assert not needs.solo
    assert Count(2, 3, 4) == needs.goals_covered
    assert Count(1, 1, 2) == needs.challenges_in_hand
    assert {item: (need.covered, need.bring_in) for item, need in needs.open.items()} == {
        "goals.awareness": ("yes", "marketing"),
        "goals.applicants": ("no", "hr"),
        "goals.customers": ("yes", "sales"),
        "goals.service": ("unknown", "support"),
        "challenges.privacy": ("no", "legal"),
    }
    assert (needs.nobody_here, needs.not_known) == ((), ())
    assert (
        result.completeness.answered,
        result.completeness.asked,
        result.completeness.unknown,
    ) == (28, 28, 1)


def test_eight_people_and_no_departments() -> None:
    """One person does it, only the owner exists: no verdict, nobody to bring in, needs that nobody has."""
    result = result_of(
        {
            "team": all_items("team", "no", one_person="yes"),
            "daily": "management",
            "departments": all_items("departments", "na", management="yes"),
            "goals": all_items("goals", "no", customers="yes", service="yes"),
            "challenges": all_items("challenges", "no", resources="yes"),
            "in_hand": {"resources": "no"},
        }
    )
    team, departments = (result.benchmark.sections[id_] for id_ in ("team", "departments"))
    # Not whoever feels like it: one of three, 33.33 where theirs is 56.33.
    assert team.comparison is not None
    assert span(100 * THIRD) == team.comparison.score
    assert team.comparison.verdict == "below"
    # At least two of 0.82, 0.51, 0.36: no more than 1.69 / 2, no less than (1.69 − 1) / 2.
    assert span("34.5", "84.5") == team.comparison.surveyed_with_more
    assert (departments.comparison, departments.reason) == (None, "few_exist")
    assert Count(0, 0, 4) == departments.count
    assert result.benchmark.verdict == "none"
    assert (result.benchmark.score, result.benchmark.surveyed, result.benchmark.gap) == (None, None, None)

    needs = result.needs
    assert needs.solo
    assert needs.goals_covered is None
    assert Count(0, 0, 1) == needs.challenges_in_hand
    # Customers: no sales and no marketing, so management stands in; nobody stands in for service.
    assert {item: (need.covered, need.candidates) for item, need in needs.open.items()} == {
        "goals.customers": ("yes", ("management",)),
        "challenges.resources": ("yes", ("management",)),
    }
    assert needs.nobody_here == ("goals.service",)


def test_a_hospital_without_sales() -> None:
    """A team of its own, PR, support and HR on board, no sales and no product development."""
    result = result_of(
        {
            "team": all_items("team", "no", dedicated="yes", cross_departmental="yes"),
            "daily": "team",
            "departments": all_items(
                "departments", "yes", sales="na", product_development="na", marketing="no", it="unknown"
            ),
            "goals": {"awareness": "yes", "applicants": "yes", "service": "yes", "expert": "unknown"},
        }
    )
    team, departments = (result.benchmark.sections[id_] for id_ in ("team", "departments"))
    assert team.comparison is not None
    assert departments.comparison is not None
    assert (span(100), "above") == (team.comparison.score, team.comparison.verdict)
    assert span(0) == team.comparison.surveyed_with_more
    # PR and support of four: what does not exist counts as not involved. 50 where theirs is 59.75.
    assert (span(50), "below") == (departments.comparison.score, departments.comparison.verdict)
    assert result.benchmark.verdict == "mixed"
    assert span(75) == result.benchmark.score

    goals = result.described["goals"]
    # Three for certain; expert, customers and stakeholders may be pursued.
    assert Count(3, 6, 6) == goals.count
    # 77 + 56 + 20 = 153; expert 32..68, customers 45..55, stakeholders 31..69.
    assert span(Fraction(261, 6), Fraction(345, 6)) == goals.alike
    assert Count(3, 3, 3) == result.needs.goals_covered  # PR leads on awareness as well as marketing does
    assert result.needs.challenges_in_hand is None
    assert result.needs.not_known == (
        "goals.expert",
        "goals.customers",
        "goals.stakeholders",
        "challenges.resources",
        "challenges.privacy",
        "challenges.big_data",
    )
