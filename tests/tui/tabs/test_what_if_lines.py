"""What if: switches, and the result now and then, at every width."""

import pytest

from smcheck.report.tab_content import Switch
from smcheck.report.what_if import advised_changes, switch_answers, switches, what_if
from smcheck.tui.tabs.now_and_then import brief_rows, result_rows, sentence_rows
from smcheck.tui.tabs.what_if import switch_lines
from smcheck.words.numbers import span
from support.companies import example
from support.lines import missing, rows_of, shown_rows
from support.result import NAMES, case_of


def _switch(state: str) -> Switch:
    return Switch("departments.hr", "Human resources", "HR", state, state, "")


@pytest.mark.parametrize(
    ("state", "steps"),
    [
        ("no", ["yes", None, "yes"]),
        ("yes", ["no", None, "no"]),
        ("unknown", ["yes", "no", None, "yes"]),
        ("", ["yes", "no", None, "yes"]),
    ],
)
def test_a_switch(state: str, steps: list[str | None]) -> None:
    """On, off, and where nobody knows as it was; what is as answered is no change, and others stay."""
    changes = {"team.ad_hoc": "no"}
    for supposed in steps:
        changes = switch_answers(_switch(state), changes)
        assert changes.pop("team.ad_hoc") == "no"
        assert changes == ({} if supposed is None else {"departments.hr": supposed})
        changes["team.ad_hoc"] = "no"


def test_the_switches_of_the_example() -> None:
    """A box for each, what was where it is another now, how many are changed."""
    changes = {"departments.support": "yes", "team.ad_hoc": "no"}
    shown = rows_of(switch_lines(example(), changes, 40, spacious=False), 40)
    assert shown[:5] == [
        "Suppose ────────────────────── 2 changed",
        "[x] Marketing",
        "[ ] Public relations",
        "[ ] Sales",
        "[x] Customer support    was “don't know”",
    ]
    assert "[ ] Whoever feels like it      was “yes”" in shown
    assert "Product development" in " ".join(shown)
    untouched = rows_of(switch_lines(example(), {}, 40, spacious=False), 40)
    assert untouched[0] == "Suppose " + "─" * 32
    assert untouched[4] == "[?] Customer support"


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [17, 37, 40, 54, 69, 74, 90])
@pytest.mark.parametrize("all_advised", [False, True])
def test_everything_is_told(name: str, lang: str, width: int, all_advised: bool) -> None:
    """The sentence, each count and score now and then, who takes charge then, what would be next."""
    case = case_of(name, lang)
    changes = advised_changes(case) if all_advised else {}
    found = what_if(case, changes)
    shown = shown_rows([*sentence_rows(found, width), *result_rows(found, width, spacious=False)], width)
    texts = [found.sentence, found.then.headline.sentence, found.then.headline.detail, found.then.no_steps]
    texts += [text for count in found.counts for text in (count.label, count.now, count.then)]
    texts += [text for need in found.needs for text in (need.short, need.who)]
    texts += [step.title for step in found.then.steps]
    texts += [span(*of.score.score) for of in (found.now, found.then) if of.score.score]
    assert missing(texts, shown) == []
    boxes = rows_of(switch_lines(case, changes, width, spacious=True), width)
    names = [name for switch in switches(case) for name in (switch.label, switch.short)]
    assert len(missing(names, boxes)) <= len(names) // 2


@pytest.mark.parametrize("width", [37, 69, 74])
def test_nothing_moves_when_an_answer_is_switched(width: int) -> None:
    """Headings and counts keep their rows and columns, switches their names."""
    case = example()
    supposed: tuple[dict[str, str], ...] = ({}, {"departments.support": "yes", "departments.hr": "yes"})
    before, after = [
        shown_rows([*sentence_rows(found, width), *result_rows(found, width, spacious=True)], width)
        for found in (what_if(case, changes) for changes in supposed)
    ]
    places = [place for place, row in enumerate(before) if row.startswith(("Now", "Goals", "Score", "Who"))]
    assert len(places) == 4
    for place in places:
        assert before[place].split()[0] == after[place].split()[0]
    boxes = [rows_of(switch_lines(case, changes, width, spacious=True), width)[1:] for changes in supposed]
    assert [row[4:11] for row in boxes[0]] == [row[4:11] for row in boxes[1]]


def test_the_score_now_and_then() -> None:
    """13 to 25 of 100 becomes 25 and then 83, each bar with its number above it, theirs below."""
    shown = shown_rows(
        result_rows(what_if(example(), {"departments.support": "yes"}), 69, spacious=False), 69
    )
    start = next(place for place, row in enumerate(shown) if row.startswith("Score"))
    assert shown[start : start + 6] == [
        "Score  now ▼ below the surveyed, then ▼ below the surveyed ──────────",
        "                 ▾ 13–25",
        "now   0 ━━━━━━━╍╍╍╍╍╍────────────────╂──────────────────── 100",
        "                    ▾ 25",
        "then  0 ━━━━━━━━━━━━╾────────────────╂──────────────────── 100",
        "                                     ▴ both surveys 58",
    ]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("short", [False, True])
def test_what_stays_in_view_is_brief(name: str, short: bool) -> None:
    """Above the switches at most two numbers, and the sentence where there is room."""
    case = case_of(name)
    found = what_if(case, advised_changes(case))
    shown = shown_rows(brief_rows(found, 37, short=short), 37)
    assert len(shown) <= (3 if short else 6)
    assert missing([found.sentence], shown) == ([found.sentence] if short else [])
