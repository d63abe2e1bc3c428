"""What must hold of any answers, whatever they are."""

from collections.abc import Iterable
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from smcheck.scoring import Count, Result, Span, assess
from smcheck.sheet import Sheet
from support.builders import FIGURES, PACK, sheets

JUDGED = (
    "team.dedicated",
    "team.cross_departmental",
    "team.ad_hoc",
    *map(PACK.department_path, PACK.departments),
)
DESCRIBED = tuple(path for path in PACK.items if path.partition(".")[0] in {"goals", "challenges", "in_hand"})


def assess_documented(sheet: Sheet) -> Result:
    """The result held against the documented figures."""
    return assess(PACK, FIGURES, sheet)


def answers_with(paths: Iterable[str], answer: str) -> st.SearchStrategy[dict[str, str]]:
    """Some of the paths, all answered alike."""
    return st.sets(st.sampled_from(sorted(paths))).map(lambda found: dict.fromkeys(found, answer))


@given(sheets(), st.sampled_from(DESCRIBED), st.sampled_from(["yes", "no", "unknown"]))
def test_goals_and_challenges_never_change_the_benchmark(sheet: Sheet, path: str, answer: str) -> None:
    """Naming a challenge or leaving a goal out moves neither score nor verdict."""
    changed = sheet.with_answer(path, answer)
    assert assess_documented(changed).benchmark == assess_documented(sheet).benchmark


@given(sheets())
def test_no_verdict_on_less_than_two_sections(sheet: Sheet) -> None:
    """With fewer than two comparable sections there is neither a verdict nor a number that looks like one."""
    benchmark = assess_documented(sheet).benchmark
    comparable = [section for section in benchmark.sections.values() if section.comparison]
    numbers = (benchmark.score, benchmark.surveyed, benchmark.gap)
    assert (benchmark.verdict == "none") == (len(comparable) < 2)
    assert (benchmark.verdict == "none") == (numbers == (None, None, None))


@given(sheets(), answers_with(map(PACK.department_path, PACK.departments), "na"))
def test_what_does_not_exist_is_as_what_is_not_involved(sheet: Sheet, absent: dict[str, str]) -> None:
    """“Does not exist here” instead of “no” changes no score and no verdict of a section, or withholds it."""
    denied = sheet.with_answers(dict.fromkeys(absent, "no"))
    with_no = assess_documented(denied).benchmark.sections
    with_na = assess_documented(denied.with_answers(dict(absent))).benchmark.sections
    for id_, section in with_na.items():
        assert section.count == with_no[id_].count
        if section.comparison is not None:
            assert section.comparison == with_no[id_].comparison


@given(sheets(), st.sampled_from(PACK.departments))
def test_bringing_a_department_in_lowers_nothing(sheet: Sheet, department: str) -> None:
    """A department that is involved never lowers goals covered, challenges in hand or a count."""
    path = PACK.department_path(department)
    assume(sheet.answer(path) != "na")  # one that does not exist cannot be brought in
    before, after = (assess_documented(sheet.with_answer(path, answer)) for answer in ("no", "yes"))
    assert not_lower(before.needs.goals_covered, after.needs.goals_covered)
    assert before.needs.challenges_in_hand == after.needs.challenges_in_hand
    for id_, section in after.benchmark.sections.items():
        assert not_lower(before.benchmark.sections[id_].count, section.count)


def not_lower(before: Count | None, after: Count | None) -> bool:
    """Whether a count is of as many, and not lower at either end."""
    if before is None or after is None:
        return before == after
    return (before.of, True, True) == (after.of, after.low >= before.low, after.high >= before.high)


@given(sheets(), st.data())
def test_knowing_more_never_widens_a_range(sheet: Sheet, data: st.DataObject) -> None:
    """Where a don't know becomes an answer, score, gap and alike become narrower or stay as they are."""
    open_paths = [path for path in PACK.items if sheet.answer(path) in {None, "unknown"}]
    assume(open_paths)
    path = data.draw(st.sampled_from(open_paths))
    answer = data.draw(st.sampled_from(["yes", "no"]))
    before, after = assess_documented(sheet), assess_documented(sheet.with_answer(path, answer))
    for wide, narrow in zip(ranges(before), ranges(after), strict=True):
        if wide is not None and narrow is not None:
            assert wide.low <= narrow.low <= narrow.high <= wide.high


def ranges(result: Result) -> list[Span | None]:
    """Scores, gaps and likenesses."""
    compared = [section.comparison for section in result.benchmark.sections.values()]
    return [
        result.benchmark.score,
        result.benchmark.gap,
        *(comparison.score if comparison else None for comparison in compared),
        *(comparison.gap if comparison else None for comparison in compared),
        *(section.alike for section in result.described.values()),
    ]


@given(sheets())
def test_numbers_stay_where_they_belong(sheet: Sheet) -> None:
    """Percent within 0..100, counts within what they count, likeness within what is possible."""
    result = assess_documented(sheet)
    for section in result.benchmark.sections.values():
        assert 0 <= section.count.low <= section.count.high <= section.count.of
        if section.comparison is not None:
            for span in (section.comparison.score, section.comparison.surveyed_with_more):
                assert 0 <= span.low <= span.high <= 100
    for described in result.described.values():
        assert described.alike is not None
        assert described.possible is not None
        assert (
            described.possible.low <= described.alike.low <= described.alike.high <= described.possible.high
        )


@given(sheets(), st.sampled_from(JUDGED))
def test_an_item_is_worth_what_its_gap_says(sheet: Sheet, path: str) -> None:
    """The mean of the items' gaps is the section's gap, where all of them exist."""
    sections = assess_documented(sheet).benchmark.sections.values()
    section = next(found for found in sections if any(item.path == path for item in found.items))
    gaps = [item.gap for item in section.items if item.percent is not None and item.favourable]
    assume(section.comparison is not None and None not in gaps)
    assert section.comparison is not None
    known = [gap for gap in gaps if gap is not None]
    assert section.comparison.gap.low == sum((gap.low for gap in known), Fraction(0)) / len(known)
    assert section.comparison.gap.high == sum((gap.high for gap in known), Fraction(0)) / len(known)


@given(sheets())
def test_absent_counts_like_unknown(sheet: Sheet) -> None:
    """An answer that is not given yet makes the same ranges as one that nobody knows."""
    unknown = sheet.with_answers({path: "unknown" for path in PACK.items if sheet.answer(path) is None})
    assert ranges(assess_documented(sheet)) == ranges(assess_documented(unknown))
    assert assess_documented(sheet).benchmark.verdict == assess_documented(unknown).benchmark.verdict
