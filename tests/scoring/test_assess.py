"""Whole sheets assessed: known results, and properties that hold for any answers."""

import json
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from smcheck.advice import advise
from smcheck.pack import Pack
from smcheck.report.case import open_case
from smcheck.report.data import dump_result
from smcheck.scoring import Completeness, Result, Span, assess, benchmark_scores_if, fit_scores_if
from smcheck.sheet import Sheet, dump_sheet, parse_sheet
from smcheck.words.exchange import json_text
from support.builders import EXAMPLE, FIGURES, PACK, all_items, reweighted, sheet_of, sheets, span

SECTIONS = ("team", "departments", "goals", "challenges")


def result_of(answers: dict[str, Any], *, pack: Pack = PACK, figures: str = "documented") -> Result:
    """The result of a sheet with these answers."""
    return assess(pack, pack.figures(figures), sheet_of(answers, pack=pack))


def every_answer(favourable: bool) -> dict[str, dict[str, str]]:
    """All answers favourable, or all unfavourable."""
    answers: dict[str, dict[str, str]] = {}
    for question in PACK.questions:
        for item in question.items:
            good = item.favourable or "no"
            bad = "no" if good == "yes" else "yes"
            answers.setdefault(question.id, {})[item.id] = good if favourable else bad
    return answers


def test_marketing_alone() -> None:
    """Marketing alone is 25 where surveyed companies have 59.75, and 54–100 % of them involve more."""
    section = result_of({"departments": all_items("departments", "no", marketing="yes")}).benchmark.sections[
        "departments"
    ]
    assert span(25) == section.score
    assert Fraction("59.75") == section.surveyed
    assert span(54, 100) == section.surveyed_with_more
    assert (span(1), 4, Fraction("2.39")) == (section.count, section.of, section.surveyed_mean)


def test_empty_sheet() -> None:
    """Nothing answered: every section 0..100, any rank, no verdict, any fit."""
    result = result_of({})
    assert result.benchmark.verdict == "open"
    assert span(0, 100) == result.benchmark.score
    for name in SECTIONS:
        section = result.benchmark.sections[name]
        assert span(0, 100) == section.score
        assert span(0, 100) == section.surveyed_with_more
    assert span(0, 100) == result.fit.score
    # Seven questions' items, without those that depend on a goal or a challenge: 6 + 1 + 9 + 6 + 3.
    assert Completeness(answered=0, asked=25, unknown=0) == result.completeness


def test_all_unknown() -> None:
    """All unknown is as wide as nothing answered, but it is answered, so the verdict is given: level."""
    result = result_of(
        {
            **{name: all_items(name, "unknown") for name in SECTIONS},
            "daily": "unknown",
        }
    )
    silent = result_of({})
    assert silent.benchmark.score == result.benchmark.score
    assert silent.benchmark.robust_lead == result.benchmark.robust_lead
    assert silent.fit.score == result.fit.score
    assert result.benchmark.verdict == "level"
    assert Completeness(answered=25, asked=25, unknown=25) == result.completeness


def test_all_departments_na() -> None:
    """A section whose items are all na drops out; the benchmark is the mean of the other three."""
    best = every_answer(favourable=True)
    result = result_of({**best, "departments": all_items("departments", "na")})
    assert list(result.benchmark.sections) == ["team", "goals", "challenges"]
    assert span(100) == result.benchmark.score
    # (169/3 + 307/6 + 181/3) ÷ 3 = 1007/18
    assert Fraction(1007, 18) == result.benchmark.surveyed
    assert result.benchmark.verdict == "ahead"
    assert span(0) == result.fit.score


def test_best() -> None:
    """All favourable: 100 everywhere, nobody has more, ahead under every weighting, every need backed."""
    result = result_of(every_answer(favourable=True))
    for section in result.benchmark.sections.values():
        assert span(100) == section.score
        assert span(0) == section.surveyed_with_more
    assert span(100) == result.benchmark.score
    # (169/3 + 239/4 + 307/6 + 181/3) ÷ 4 = 2731/48
    assert Fraction(2731, 48) == result.benchmark.surveyed
    assert span(100 - Fraction(2731, 48)) == result.benchmark.lead
    assert result.benchmark.verdict == "ahead"
    assert span(100) == result.fit.score


def test_worst() -> None:
    """All unfavourable: 0 everywhere, behind; more than none is at least one of the favourable shares.

    team .51 .36 .82: lowest is the largest, 82 %. departments 90 %, goals 77 %, challenges 68 %.
    No goal and every challenge faced, with nobody on board: fit 0 (in hand is not answered).
    """
    result = result_of(every_answer(favourable=False))
    ranks = {name: section.surveyed_with_more for name, section in result.benchmark.sections.items()}
    assert {
        "team": span(82, 100),
        "departments": span(90, 100),
        "goals": span(77, 100),
        "challenges": span(68, 100),
    } == ranks
    assert span(0) == result.benchmark.score
    assert result.benchmark.verdict == "behind"
    assert span(0) == result.fit.score


def test_level() -> None:
    """Best in two sections and worst in two: which of them weighs more decides, so no verdict is given."""
    best, worst = every_answer(favourable=True), every_answer(favourable=False)
    result = result_of({**best, "goals": worst["goals"], "team": worst["team"]})
    assert span(50) == result.benchmark.score
    assert result.benchmark.verdict == "level"


@pytest.mark.parametrize("section", SECTIONS)
def test_open_without_one_section(section: str) -> None:
    """The verdict is open while any one section has no answer."""
    answers = every_answer(favourable=True)
    del answers[section]
    assert result_of(answers).benchmark.verdict == "open"


def test_weights() -> None:
    """Weights 2 for departments and 0 for team: (2·100 + 0 + 100) ÷ 4 = 75; team stays visible."""
    best, worst = every_answer(favourable=True), every_answer(favourable=False)
    heavy = reweighted({"departments": 2, "team": 0})
    result = result_of({**best, "goals": worst["goals"], "team": worst["team"]}, pack=heavy)
    assert span(75) == result.benchmark.score
    # (2·239/4 + 307/6 + 181/3) ÷ 4 = (717 + 307 + 362) ÷ 24
    assert Fraction(717 + 307 + 362, 24) == result.benchmark.surveyed
    assert span(0) == result.benchmark.sections["team"].score


def test_weights_that_are_not_whole() -> None:
    """Weights ½ for goals and 0.25 for challenges: (0 + 100 + ½·0 + ¼·100) ÷ 2¾ = 500/11, exactly."""
    best, worst = every_answer(favourable=True), every_answer(favourable=False)
    pack = reweighted({"goals": Decimal("0.5"), "challenges": Decimal("0.25")})
    result = result_of({**best, "goals": worst["goals"], "team": worst["team"]}, pack=pack)
    assert span("500/11") == result.benchmark.score


def test_figure_set_of_two_sections() -> None:
    """ragan-2012 scores dedicated (27) and marketing, pr, support, it, legal (70, 69, 19, 17, 14).

    Dedicated and marketing only: team 100 beside 27; departments 1 of 5, 20 beside 189 ÷ 5 = 37.8.
    Benchmark 60 beside 32.4. Goals and challenges have no figure, so they are not waited for.
    """
    result = result_of(
        {"team": {"dedicated": "yes"}, "departments": all_items("departments", "no", marketing="yes")},
        figures="ragan-2012",
    )
    assert list(result.benchmark.sections) == ["team", "departments"]
    assert span(100) == result.benchmark.sections["team"].score
    assert span(20) == result.benchmark.sections["departments"].score
    assert Fraction("37.8") == result.benchmark.sections["departments"].surveyed
    assert span(60) == result.benchmark.score
    assert Fraction("32.4") == result.benchmark.surveyed
    # Leads 73 and −17.8: (½·73 − 2·17.8) ÷ 2½ = 0.36 in the worst weighting.
    assert Fraction("0.36") == (result.benchmark.robust_lead or span(0)).low
    assert result.benchmark.verdict == "ahead"
    assert result.figures == "ragan-2012"


def test_figure_set_of_no_section() -> None:
    """A set with no mapped figure leaves the benchmark absent and the fit as it is."""
    result = result_of(EXAMPLE["answers"], figures="bitkom-social-business-2013")
    benchmark = result.benchmark
    assert (
        benchmark.score,
        benchmark.surveyed,
        benchmark.lead,
        benchmark.robust_lead,
    ) == (None, None, None, None)
    assert benchmark.sections == {}
    assert benchmark.verdict == "open"
    assert result_of(EXAMPLE["answers"]).fit == result.fit


@pytest.mark.parametrize(
    ("section", "score", "surveyed", "count", "mean", "more"),
    [
        # dedicated yes, cross no, ad hoc unknown; q .51 .36 .82. 1..2 of 3. More: lowest of all three is 0,
        # highest of at least two is min(1.69 ÷ 2, .36 + .51) = .845.
        ("team", ("100/3", "200/3"), "169/3", (1, 2, 3), "1.69", ("0", "84.5")),
        # support is na: marketing yes, pr no, sales no; q .90 .64 .46. At least two: lowest
        # 1 − min((.10 + .36 + .54) ÷ 2, .10 + .36) = .54, highest min(2.00 ÷ 2, .46 + .64) = 1.
        ("departments", ("100/3", "100/3"), "200/3", (1, 1, 3), "2", ("54", "100")),
        # two goals pursued, four not asked: 2..6 of 6, nobody has more than 6, at least 3 reaches 100.
        ("goals", ("100/3", "100"), "307/6", (2, 6, 6), "3.07", ("0", "100")),
        # privacy faced, two not asked: 0..2 of 3; all three may be 0 %, at least one may be 100 %.
        ("challenges", ("0", "200/3"), "181/3", (0, 2, 3), "1.81", ("0", "100")),
    ],
)
def test_example_sections(
    section: str,
    score: tuple[str, str],
    surveyed: str,
    count: tuple[int, int, int],
    mean: str,
    more: tuple[str, str],
) -> None:
    """The sections of the design's example, by hand."""
    found = result_of(EXAMPLE["answers"]).benchmark.sections[section]
    assert span(*score) == found.score
    assert Fraction(surveyed) == found.surveyed
    assert span(*score).minus(Fraction(surveyed)) == found.lead
    assert (span(*count[:2]), count[2]) == (found.count, found.of)
    assert Fraction(mean) == found.surveyed_mean
    assert span(*more) == found.surveyed_with_more


def test_example_items() -> None:
    """What each answer of the design's example adds or costs: 100·(x − q)."""
    sections = result_of(EXAMPLE["answers"]).benchmark.sections
    found = {item.path: item.lead for section in sections.values() for item in section.items}
    assert {
        "team.dedicated": span(49),
        "team.cross_departmental": span(-36),
        "team.ad_hoc": span(-82, 18),
        "departments.marketing": span(10),
        "departments.pr": span(-64),
        "departments.sales": span(-46),
        "departments.support": None,
        "goals.awareness": span(23),
        "goals.expert": span(-68, 32),
        "goals.applicants": span(-56, 44),
        "goals.customers": span(-55, 45),
        "goals.stakeholders": span(-31, 69),
        "goals.service": span(80),
        "challenges.resources": span(-51, 49),
        "challenges.privacy": span(-62),
        "challenges.big_data": span(-68, 32),
    } == found


def test_example_benchmark() -> None:
    """The benchmark of the design's example, by hand.

    Score (100/3 + 100/3 + 100/3 + 0) ÷ 4 = 25 .. (200/3 + 100/3 + 100 + 200/3) ÷ 4 = 200/3;
    surveyed (338 + 400 + 307 + 362)/6 ÷ 4 = 1407/24. In sixths the lows of the leads are −138, −200, −107,
    −362: the lowest doubles −362 and halves the rest, (4·−362 − 445) ÷ 7 = −1893/7. The highs are 62, −200,
    293, 38: the highest doubles 293, (4·293 + 62 − 200 + 38) ÷ 7 = 1072/7.
    """
    benchmark = result_of(EXAMPLE["answers"]).benchmark
    assert span(25, "200/3") == benchmark.score
    assert Fraction(1407, 24) == benchmark.surveyed
    assert span(25 - Fraction(1407, 24), Fraction(1600 - 1407, 24)) == benchmark.lead
    assert span(Fraction(-1893, 42), Fraction(1072, 42)) == benchmark.robust_lead
    assert benchmark.verdict == "level"


def test_example_fit() -> None:
    """The fit of the design's example, by hand.

    Needs: awareness (marketing in, pr and sales out) 2/4, service (support is na, product development not
    asked) 0..1, privacy (legal and it not asked) 0..1.
    Lowest: those and stakeholders at 0, (1/2) ÷ 4 = 12.5 %; the next, 1/4, would raise it.
    Highest: (1/2 + 1 + 1) with resources and big data at 1, 4.5 ÷ 5 = 90 %; 3/4 would lower it.
    """
    found = result_of(EXAMPLE["answers"]).fit
    assert {
        "goals.awareness": span("1/2"),
        "goals.service": span(0, 1),
        "challenges.privacy": span(0, 1),
    } == {item: need.backing for item, need in found.needs.items()}
    assert {
        "goals.expert": span("1/4", "1/2"),
        "goals.applicants": span("1/4", "3/4"),
        "goals.customers": span("1/3"),
        "goals.stakeholders": span(0, "1/3"),
        "challenges.resources": span("1/3", 1),
        "challenges.big_data": span("1/3", 1),
    } == {item: need.backing for item, need in found.possible.items()}
    assert span("12.5", 90) == found.score


def test_example_advice() -> None:
    """The advice on the design's example, by hand.

    With pr: awareness 3/4, stakeholders 2/3..1. Lowest (3/4) ÷ 3 = 25 %; highest (3/4 + 2) and five possible
    needs at 1, 7.75 ÷ 8 = 96.875 %. With sales: lowest (3/4 + 0) ÷ 4 = 18.75 %, highest (2.75 + 3) ÷ 6 =
    575/6 %.
    Pr gains more, so it comes first. Either makes departments 2/3: benchmark 100/3..75.
    Privacy wants legal; service has no lead here.
    """
    sheet = parse_sheet(EXAMPLE, PACK)
    found = advise(PACK, FIGURES, sheet, assess(PACK, FIGURES, sheet))
    assert [entry.department for entry in found.departments] == ["pr", "sales"]
    pr, sales = found.departments
    assert (span("12.5", 90), span(25, "96.875")) == (pr.fit.before, pr.fit.after)
    assert (span("12.5", 90), span("18.75", "575/6")) == (sales.fit.before, sales.fit.after)
    for entry in (pr, sales):
        assert (span(25, "200/3"), span("100/3", 75)) == (entry.benchmark.before, entry.benchmark.after)
        assert (entry.label, entry.leads, entry.supports) == ("advised", (), ("goals.awareness",))
        assert entry.evidence == ("figure", "judgement")
    assert (
        found.smallest_team.departments,
        found.smallest_team.without_lead,
    ) == (("legal",), ("goals.service",))
    assert [(finding.rule, finding.about) for finding in found.setup] == [
        ("targets", ()),
        ("owner", ("challenges.privacy",)),
    ]
    assert [(finding.rule, finding.about) for finding in found.second_look] == [
        ("no_lead", ("goals.service",))
    ]


def test_example_completeness() -> None:
    """Team 3 of 6, daily, departments 4 of 9, goals 2 of 6, targets, challenges 1 of 3, in hand 1 of 1."""
    assert Completeness(answered=13, asked=27, unknown=1) == result_of(EXAMPLE["answers"]).completeness


# ── properties over any sheet ─────────────────────────────────────────────────────────────────


def ranges(result: Result) -> dict[str, Span]:
    """Every range that answering more can only narrow, by name."""
    benchmark = result.benchmark
    found = {
        "score": benchmark.score,
        "lead": benchmark.lead,
        "robust": benchmark.robust_lead,
        "fit": result.fit.score,
    }
    for name, section in benchmark.sections.items():
        found |= {
            f"{name}.score": section.score,
            f"{name}.lead": section.lead,
            f"{name}.count": section.count,
            f"{name}.more": section.surveyed_with_more,
        }
        found |= {item.path: item.lead for item in section.items}
    return {name: found_span for name, found_span in found.items() if found_span is not None}


def json_of(sheet: Sheet) -> bytes:
    """The bytes of a sheet's result."""
    return json_text(dump_result(open_case(PACK, sheet))).encode()


@given(sheets())
def test_ranges_are_ranges(sheet: Sheet) -> None:
    """Low is never above high; scores and shares stay within 0..100."""
    result = assess(PACK, FIGURES, sheet)
    for name, found in ranges(result).items():
        assert found.low <= found.high, name
        if name in {"score", "fit"} or name.endswith((".score", ".more")):
            assert found.low >= 0
            assert found.high <= 100
    benchmark = result.benchmark
    assert benchmark.lead is not None
    assert benchmark.robust_lead is not None
    assert benchmark.robust_lead.low <= benchmark.lead.low
    assert benchmark.lead.high <= benchmark.robust_lead.high


@given(sheets())
def test_item_leads_average_to_section_leads(sheet: Sheet) -> None:
    """In every section the leads of the items average to the section's lead."""
    for section in assess(PACK, FIGURES, sheet).benchmark.sections.values():
        leads = [item.lead for item in section.items if item.lead is not None]
        assert section.lead.low * len(leads) == sum(lead.low for lead in leads)
        assert section.lead.high * len(leads) == sum(lead.high for lead in leads)


@given(sheets(), st.sampled_from(sorted(PACK.items)), st.sampled_from(["yes", "no"]))
def test_answering_narrows(sheet: Sheet, path: str, answer: str) -> None:
    """Answering what was unknown never widens a range, and never leaves it."""
    before = ranges(assess(PACK, FIGURES, sheet.with_answer(path, "unknown")))
    after = ranges(assess(PACK, FIGURES, sheet.with_answer(path, answer)))
    assert before.keys() - {"fit"} <= after.keys()
    for name in before.keys() & after.keys():
        assert before[name].low <= after[name].low, name
        assert after[name].high <= before[name].high, name


@given(sheets(), st.sampled_from([path for path, item in PACK.items.items() if item.favourable]))
def test_favourable_answer_never_lowers_the_benchmark(sheet: Sheet, path: str) -> None:
    """Whatever was answered, the favourable answer leaves the benchmark at least as high."""
    before = assess(PACK, FIGURES, sheet).benchmark.score
    after = assess(PACK, FIGURES, sheet.with_answer(path, PACK.items[path].favourable)).benchmark.score
    assert before is not None
    assert after is not None
    assert before.low <= after.low
    assert before.high <= after.high


@given(sheets(), st.sampled_from(PACK.departments), st.sampled_from(["no", "unknown", None]))
def test_department_never_lowers_the_fit(sheet: Sheet, department: str, answer: str | None) -> None:
    """A department brought in leaves the fit at least as high."""
    path = PACK.department_path(department)
    before = assess(PACK, FIGURES, sheet.with_answer(path, answer)).fit.score
    after = assess(PACK, FIGURES, sheet.with_answer(path, "yes")).fit.score
    assert (before is None) == (after is None)
    assume(before is not None)
    assert before is not None
    assert after is not None
    assert before.low <= after.low
    assert before.high <= after.high


CHANGES = st.lists(
    st.dictionaries(
        st.sampled_from(sorted(PACK.items)), st.sampled_from(["yes", "no", "unknown", "na"]), max_size=12
    ),
    max_size=4,
)


@given(sheets(), CHANGES)
def test_scores_if_equal_scoring_again(sheet: Sheet, changes: list[dict[str, str]]) -> None:
    """Scoring only what a change touches gives what scoring the changed sheet gives, na included."""
    result = assess(PACK, FIGURES, sheet)
    again = [assess(PACK, FIGURES, sheet.with_answers(change)) for change in changes]
    assert [one.fit.score for one in again] == list(fit_scores_if(PACK, result.fit, changes))
    assert [one.benchmark.score for one in again] == list(
        benchmark_scores_if(PACK, FIGURES, sheet, result, changes)
    )


def test_section_left_without_items() -> None:
    """A change that leaves a section nothing to score takes it out of the benchmark."""
    departments = dict.fromkeys(map(PACK.department_path, PACK.departments), "na")
    sheet = sheet_of(every_answer(favourable=False)).with_answer("team.dedicated", "yes")
    result = assess(PACK, FIGURES, sheet)
    # 1 of 3 in the team, nothing in goals and challenges: 100/3 ÷ 3 = 100/9
    assert [span("100/9")] == list(benchmark_scores_if(PACK, FIGURES, sheet, result, [departments]))


@given(sheets(), st.randoms(use_true_random=False))
def test_order_of_answers_never_matters(sheet: Sheet, random: Random) -> None:
    """The same answers in another order give the same bytes of JSON."""
    paths = list(sheet.answers)
    random.shuffle(paths)
    shuffled = Sheet(sheet.pack).with_answers({path: sheet.answers[path] for path in paths})
    assert json_of(sheet) == json_of(shuffled)


@given(sheets())
def test_absent_counts_like_unknown(sheet: Sheet) -> None:
    """Taking every “unknown” back changes no range; the answers shown and the completeness may."""
    silent = sheet.with_answers(dict.fromkeys((p for p, a in sheet.answers.items() if a == "unknown"), None))
    before, after = assess(PACK, FIGURES, sheet), assess(PACK, FIGURES, silent)
    assert ranges(before) == ranges(after)
    assert before.fit == after.fit
    assert before.completeness.answered - before.completeness.unknown == after.completeness.answered


def test_absent_is_told_from_unknown() -> None:
    """Completeness, verdict and advice tell “don't know” from “not asked”.

    All else favourable, the worst weighting of departments at 0..100 is (½·132⅙ − 2·59¾) ÷ 3½ < 0: level.
    """
    known = every_answer(favourable=True)
    del known["departments"]
    unknown = {**known, "departments": all_items("departments", "unknown")}
    silent_result, asked_result = result_of(known), result_of(unknown)
    assert (silent_result.benchmark.verdict, asked_result.benchmark.verdict) == ("open", "level")
    assert silent_result.completeness.answered + 9 == asked_result.completeness.answered
    assert advise(PACK, FIGURES, sheet_of(known), silent_result).departments == ()
    advised = advise(PACK, FIGURES, sheet_of(unknown), asked_result).departments
    assert set(PACK.departments) == {entry.department for entry in advised}


@given(sheets())
def test_sheet_survives_its_json(sheet: Sheet) -> None:
    """A sheet read back from its JSON is the same sheet, and scores the same bytes."""
    again = parse_sheet(json.loads(json.dumps(dump_sheet(sheet, PACK))), PACK)
    assert sheet == again
    assert json_of(sheet) == json_of(again)


@given(sheets())
def test_json_holds_the_exact_numbers(sheet: Sheet) -> None:
    """Every percentage in the JSON is the exact one, as near as a double comes."""
    result = assess(PACK, FIGURES, sheet)
    data = dump_result(open_case(PACK, sheet))
    for name, section in result.benchmark.sections.items():
        found = data["benchmark"]["sections"][name]
        assert float(section.score.low) == found["score"]["low"]
        assert float(section.surveyed_with_more.high) == found["surveyed_with_more"]["high"]
        assert [item.path.partition(".")[2] for item in section.items] == list(found["items"])
    keys = list(data["benchmark"]["sections"])
    assert keys == [name for name in SECTIONS if name in keys]
    for earlier, later in pairwise(data["advice"]["departments"]):
        assert len(earlier["leads"]) >= len(later["leads"])
