"""The comparison: every item beside the surveyed companies."""

from fractions import Fraction

from smcheck.report.comparison import comparison
from smcheck.report.tab_content import SectionTable
from support.builders import span
from support.companies import case_of, example


def tables_of_the_example() -> dict[str, SectionTable]:
    """The example's tables by section."""
    return {table.line.subject.id: table for table in comparison(example())}


def test_every_item_is_there_once() -> None:
    """With a figure or without one."""
    tables = tables_of_the_example()
    assert {id_: (len(table.rows), len(table.without_figure)) for id_, table in tables.items()} == {
        "team": (3, 3),
        "departments": (4, 5),
        "goals": (6, 0),
        "challenges": (3, 0),
    }
    assert tables["departments"].surveys == "Pivot Conference 2010"


def test_judged_items_have_a_gap() -> None:
    """Above, below, either; an item met by “no” says so."""
    tables = tables_of_the_example()
    marketing, pr, _sales, support = tables["departments"].rows
    assert (marketing.mark, marketing.percent, marketing.gap) == ("●", Fraction(90), span(10))
    assert (pr.mark, pr.gap) == ("○", span(-64))
    assert (support.mark, support.answer, support.gap) == ("?", "don't know", span(-39, 61))
    ad_hoc = tables["team"].rows[2]
    assert (ad_hoc.gap, ad_hoc.note, ad_hoc.as_you) == (span(-82), "met by “no”", None)


def test_described_items_say_who_answers_alike() -> None:
    """Their percentage where one says yes, the rest where one says no, either where nobody knows."""
    awareness, expert = tables_of_the_example()["goals"].rows[:2]
    assert (awareness.as_you, awareness.gap) == (span(77), None)
    assert expert.as_you == span(32)
    (unknown, *_others) = next(
        table.rows for table in comparison(case_of({})) if table.line.subject.id == "goals"
    )
    assert (unknown.as_you, unknown.mark, unknown.answer) == (span(23, 77), "", "not answered")


def test_what_does_not_exist_has_no_gap() -> None:
    """It stands there with its figure, without a gap."""
    case = case_of({"departments": {"sales": "na"}})
    sales = comparison(case)[1].rows[2]
    assert (sales.mark, sales.answer, sales.percent, sales.gap) == (
        "–",
        "does not exist here",
        Fraction(46),
        None,
    )


def test_answers_after_the_result_are_marked() -> None:
    """Changed is something else than first given."""
    case = case_of(
        {"departments": {"marketing": "yes", "pr": "no"}},
        changed_after_result=["departments.marketing"],
        answered_after_result=["departments.pr"],
    )
    marketing, pr, sales, _support = comparison(case)[1].rows
    assert [row.changed for row in (marketing, pr, sales)] == [
        "changed after the result",
        "answered after the result",
        "",
    ]
