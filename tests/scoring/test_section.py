"""One section's score, calculated by hand."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcheck.scoring import SectionScore
from smcheck.scoring.section import ScoredItem, SectionScale, score_section
from support.builders import span


def scale(*items: tuple[str, str, int]) -> SectionScale:
    """A section of items: name, favourable answer, percentage of surveyed companies that have it."""
    return SectionScale(
        "section",
        tuple(ScoredItem(f"q.{name}", answer, Fraction(share, 100), "s") for name, answer, share in items),
    )


def scored(section: SectionScale, *answers: str | None) -> SectionScore:
    """The score of answers that leave something to score."""
    score = score_section(section, answers)
    assert score is not None
    return score


DEPARTMENTS = scale(("marketing", "yes", 90), ("pr", "yes", 64), ("sales", "yes", 46), ("support", "yes", 39))
CHALLENGES = scale(("resources", "no", 49), ("privacy", "no", 38), ("big_data", "no", 32))


def test_all_answered() -> None:
    """1 of 4 is 25; (90 + 64 + 46 + 39) ÷ 4 = 59.75; more than 1 is at least 2: 54–100 %."""
    score = scored(DEPARTMENTS, "yes", "no", "no", "no")
    assert span(25) == score.score
    assert Fraction("59.75") == score.surveyed
    assert span("-34.75") == score.lead
    assert (span(1), 4) == (score.count, score.of)
    assert Fraction("2.39") == score.surveyed_mean
    assert span(54, 100) == score.surveyed_with_more
    assert [span(10), span(-64), span(-46), span(-39)] == [item.lead for item in score.items]


def test_unknown_and_absent() -> None:
    """Support unknown: 25..50, lead −34.75..−9.75; more than 1..2 is 19.5..100 %. Absent is the same."""
    for answer in ("unknown", None):
        score = scored(DEPARTMENTS, "yes", "no", "no", answer)
        assert span(25, 50) == score.score
        assert span("-34.75", "-9.75") == score.lead
        assert span(1, 2) == score.count
        assert span("19.5", 100) == score.surveyed_with_more
        assert span(-39, 61) == score.items[3].lead


def test_na_drops_out() -> None:
    """Without sales and support: 1 of 2 is 50; (90 + 64) ÷ 2 = 77.

    At least 2 of .9 and .64: lowest .9 + .64 − 1 = .54, highest .64.
    """
    score = scored(DEPARTMENTS, "yes", "no", "na", "na")
    assert span(50) == score.score
    assert Fraction(77) == score.surveyed
    assert (span(1), 2) == (score.count, score.of)
    assert Fraction("1.54") == score.surveyed_mean
    assert span(54, 64) == score.surveyed_with_more
    assert [span(10), span(-64), None, None] == [item.lead for item in score.items]


def test_all_na() -> None:
    """Nothing left to score is no score, not 0."""
    assert score_section(DEPARTMENTS, ("na",) * 4) is None


def test_no_items() -> None:
    """A section without figures has no score."""
    assert score_section(scale(), ()) is None


def test_favourable_no() -> None:
    """Facing 1 of 3: 2 of 3 favourable; surveyed (51 + 62 + 68) ÷ 3 = 60⅓; more than 2 is all 3.

    All 3 of .51, .62, .68: lowest 1 − (.49 + .38 + .32) < 0, so 0; highest .51. An answer yes
    costs 62, an answer no adds 49 and 32.
    """
    score = scored(CHALLENGES, "no", "yes", "no")
    assert span(Fraction(200, 3)) == score.score
    assert Fraction(181, 3) == score.surveyed
    assert Fraction("1.81") == score.surveyed_mean
    assert span(0, 51) == score.surveyed_with_more
    assert [span(49), span(-62), span(32)] == [item.lead for item in score.items]
    assert [Fraction(49), Fraction(38), Fraction(32)] == [item.percent for item in score.items]


def test_inverted() -> None:
    """A section is inverted where having none of its items is the best."""
    assert scored(CHALLENGES, "no", "no", "no").inverted
    assert not scored(DEPARTMENTS, "no", "no", "no", "no").inverted
    mixed = scale(("dedicated", "yes", 51), ("ad_hoc", "no", 18))
    assert not scored(mixed, "no", "no").inverted


SCALES = st.lists(
    st.tuples(st.just("item"), st.sampled_from(["yes", "no"]), st.integers(0, 100)), min_size=1, max_size=6
).map(lambda items: scale(*items))


@given(SCALES, st.data())
def test_item_leads_average_to_the_lead(section: SectionScale, data: st.DataObject) -> None:
    """The leads of the items that count average to the section's lead, at both ends."""
    states = st.sampled_from(["yes", "no", "unknown", "na", None])
    answers = tuple(data.draw(states) for _ in section.items)
    score = score_section(section, answers)
    if score is None:
        assert {"na"} == set(answers)
        return
    leads = [item.lead for item in score.items if item.lead is not None]
    assert score.of == len(leads)
    assert score.lead.low == sum(lead.low for lead in leads) / Fraction(len(leads))
    assert score.lead.high == sum(lead.high for lead in leads) / Fraction(len(leads))


@given(SCALES)
def test_best_and_worst(section: SectionScale) -> None:
    """All favourable is 100 with nobody ahead; all unfavourable is 0."""
    opposite = {"yes": "no", "no": "yes"}
    best = scored(section, *(item.favourable for item in section.items))
    worst = scored(section, *(opposite[item.favourable] for item in section.items))
    assert span(100) == best.score
    assert span(0) == best.surveyed_with_more
    assert span(0) == worst.score


@pytest.mark.parametrize("percent", [0, 100])
def test_certain_shares(percent: int) -> None:
    """A share of 0 or 100 % makes the rank a number: all or none have more."""
    score = scored(scale(("only", "yes", percent)), "no")
    assert span(percent) == score.surveyed_with_more
