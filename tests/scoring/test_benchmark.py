"""The sections together, and the verdict."""

from fractions import Fraction

import pytest

from smcheck.scoring import Benchmark, SectionScore, Span
from smcheck.scoring.benchmark import benchmark
from support.builders import span


def section(name: str, score: Span, surveyed: int) -> SectionScore:
    """A scored section; what the benchmark does not look at is left plain."""
    return SectionScore(
        id=name,
        score=score,
        surveyed=Fraction(surveyed),
        lead=score.minus(Fraction(surveyed)),
        count=span(0),
        of=1,
        surveyed_mean=Fraction(0),
        surveyed_with_more=span(0),
        items=(),
    )


def combined(
    *sections: SectionScore, weights: dict[str, int] | None = None, complete: bool = True
) -> Benchmark:
    """The benchmark of sections that weigh 1 unless told otherwise."""
    factors = {score.id: (weights or {}).get(score.id, 1) for score in sections}
    return benchmark({score.id: score for score in sections}, factors, complete=complete)


def test_two_sections_by_hand() -> None:
    """Scores 20..40 and 80, surveyed 50 and 60.

    score (20 + 80) ÷ 2 = 50 .. (40 + 80) ÷ 2 = 60; surveyed 55; lead −5..5.
    Leads −30..−10 and 20: robust (2·−30 + ½·20) ÷ 2½ = −20 .. (½·−10 + 2·20) ÷ 2½ = 14.
    """
    found = combined(section("a", span(20, 40), 50), section("b", span(80), 60))
    assert span(50, 60) == found.score
    assert Fraction(55) == found.surveyed
    assert span(-5, 5) == found.lead
    assert span(-20, 14) == found.robust_lead
    assert found.verdict == "level"


def test_weights_by_hand() -> None:
    """Weights 6 and 1 on 20 and 90: (120 + 90) ÷ 7 = 30; surveyed (300 + 60) ÷ 7 = 360/7."""
    found = combined(section("a", span(20), 50), section("b", span(90), 60), weights={"a": 6, "b": 1})
    assert span(30) == found.score
    assert Fraction(360, 7) == found.surveyed
    assert span(30 - Fraction(360, 7)) == found.lead


def test_weight_zero_counts_nothing() -> None:
    """A section of weight 0 is shown and enters no number."""
    found = combined(section("a", span(20), 50), section("b", span(90), 60), weights={"b": 0})
    assert span(20) == found.score
    assert Fraction(50) == found.surveyed
    assert span(-30) == found.robust_lead
    assert list(found.sections) == ["a", "b"]


@pytest.mark.parametrize(
    ("leads", "verdict"),
    [
        ([span(1), span(2)], "ahead"),
        ([span(0), span(2)], "ahead"),  # only both ends at 0 would leave the mean at 0
        ([span(0), span(0)], "level"),
        ([span(0, 5)], "level"),  # 0 itself is not above 0
        ([span(-5, 0)], "level"),
        ([span(-1), span(-2)], "behind"),
        ([span(-1), span(4)], "level"),  # (−2 + 2) ÷ 2½ = 0 in one weighting
        ([span(-1), span(5)], "ahead"),  # (−2 + 2½) ÷ 2½ is above 0 in each
        ([span(-9), span(1)], "behind"),
    ],
)
def test_verdict(leads: list[Span], verdict: str) -> None:
    """A verdict is given only where every weighting agrees."""
    scores = [
        section(str(index), Span(50 + lead.low, 50 + lead.high), 50) for index, lead in enumerate(leads)
    ]
    assert verdict == combined(*scores).verdict


def test_open_while_a_section_is_unanswered() -> None:
    """Without an answer in every section there is a score and no verdict."""
    found = combined(section("a", span(100), 10), complete=False)
    assert found.verdict == "open"
    assert span(90) == found.lead


@pytest.mark.parametrize("weights", [{}, {"a": 0}])
def test_nothing_to_score(weights: dict[str, int]) -> None:
    """Where no section can be scored the numbers are absent, not 0."""
    sections = [section("a", span(50), 50)] if weights else []
    found = combined(*sections, weights=weights)
    assert (found.score, found.surveyed, found.lead, found.robust_lead) == (None, None, None, None)
    assert found.verdict == "open"
