"""The result line by line: five sentences, the menu, and what is read."""

from dataclasses import replace
from fractions import Fraction

import pytest

from smcheck.plain.reading import sentence, spell_out
from smcheck.report.case import open_case
from smcheck.report.comparison import comparison
from smcheck.report.overview import overview
from smcheck.report.summary import score_sentence, summary
from smcheck.report.who_does_what import who_does_what
from smcheck.report.why import why
from smcheck.sheet import Sheet
from support.builders import PACK, sheet_of, span
from support.plain import at_menu, case

MENU = [
    "Overview",
    "Comparison",
    "Who does what",
    "Next steps",
    "What if",
    "Surveys",
    "Why",
    "Hand out",
    "Answers",
    "Comment",
    "Quit",
]


def test_result_begins_with_five_sentences() -> None:
    """Whose it is and how complete; headline, score, goals, challenges, what to do first; then the menu."""
    sitting = at_menu()
    assert sitting.said[:2] == ["", "Beispiel GmbH: complete, 1 don't know."]
    assert list(summary(overview(case()))) == sitting.said[2:7]
    assert sitting.said[7] == ""
    rows = [line for line in sitting.said if line[:1].isdigit() and ". " in line[:4]]
    assert [f"{number}. {name}" for number, name in enumerate(MENU, 1)] == [
        row.partition(":")[0] for row in rows
    ]
    assert [row for row in rows if not row.endswith(".")] == []


def test_menu_is_read_again_after_an_empty_line() -> None:
    """An empty line reads the menu; what is no entry gets a hint."""
    sitting = at_menu("", "xyz")
    assert [line.partition(":")[0] for line in sitting.after("What next? ")[:2]] == [
        "1. Overview",
        "2. Comparison",
    ]
    assert (
        "There is no “xyz” here. Say a number from 1 to 11 or first letters; ? reads all of them."
        in sitting.said
    )


@pytest.mark.parametrize("line", ["11", "qui", "q", "ende"])
def test_leave(line: str) -> None:
    """The menu is left by number or by a word."""
    assert at_menu(line, "1").said[-2:] == ["", "Nothing of this is kept."]


@pytest.mark.parametrize(
    ("by_number", "by_letters"),
    [
        ("1", "overview"),
        ("2", "comp"),
        ("3", "who"),
        ("4", "steps"),
        ("5", "what if"),
        ("6", "s"),
        ("8", "hand"),
    ],
)
def test_number_or_letters(by_number: str, by_letters: str) -> None:
    """An entry is chosen by its number or its first letters, alike."""
    number, letters = at_menu(by_number), at_menu(by_letters)
    if by_letters == "s":  # “Steps” is a word inside
        assert "6. Surveys:" in "\n".join(letters.said)
    assert number.after(f"What next? {by_number}") == letters.after(f"What next? {by_letters}")


# ── the five sentences ────────────────────────────────────────────────────────────────────────


def test_score_in_a_sentence() -> None:
    """Beside the surveyed companies; open; none, with and without a section that stands by itself."""
    few = {"pr": "yes", "marketing": "na", "sales": "na", "support": "na"}
    team = {"dedicated": "yes", "cross_departmental": "no", "ad_hoc": "no"}
    cases = {
        "Your score is 13 to 25 of 100, average of both surveys 58.": case(),
        "So far anything from 0 to 100 of 100.": open_case(PACK, Sheet(PACK.id)),
        "So there is no score. Set-up by itself: 2 of 3, theirs 1.7.": open_case(
            PACK, sheet_of({"team": team, "departments": few})
        ),
        "So there is no score. Figures for goals.": case("bitkom-2025"),
    }
    for expected, measured in cases.items():
        assert expected == score_sentence(overview(measured))
    content = overview(case("bitkom-2025"))
    silent = replace(content, headline=replace(content.headline, detail=""))
    assert score_sentence(silent) == "So there is no score: it takes two sections that can be compared."
    assert case().result.benchmark.score == span(Fraction(25, 2), 25)


# ── what is read ──────────────────────────────────────────────────────────────────────────────


def test_comparison() -> None:
    """Every section with its sentences, and each item with the words of its own explanation."""
    lines = at_menu("2").after("What next? 2")
    for table in comparison(case()):
        assert {table.line.count_sentence, table.line.sentence} <= {*lines, ""}
        for row in table.rows:
            found = why(case(), row.subject)
            assert [line for line in lines if line.startswith(f"{found.title}. {found.text}")] != []
    assert "Whoever feels like it: yes. 18 of 100 surveyed companies say yes. Met by “no”." in lines
    assert overview(case()).yardstick in lines


def test_who_does_what() -> None:
    """The sentences, every need in words, and who is left out."""
    roles = who_does_what(case())
    expected = [*roles.sentences, *map(sentence, roles.by_need), *roles.left_out]
    assert expected == [line for line in at_menu("3", "1").after("What next? 3") if line]


def test_next_steps() -> None:
    """Three steps with whom, what to say and what changes; all else in a line each; second looks."""
    content = overview(case())
    lines = at_menu("4").after("What next? 4")
    numbered = [line for line in lines if line[:1].isdigit() and ". " in line[:4]]
    steps = [*content.steps, *content.also]
    assert [f"{step.number}. {step.title}." for step in steps] == [
        line[: len(f"{step.number}. {step.title}.")] for line, step in zip(numbered, steps, strict=True)
    ]
    for step in content.steps:
        assert {f"Who: {step.who}.", f"Say: “{step.say}”", step.text, f"Then: {step.effect}."} <= set(lines)
    for look in content.second_looks:
        assert f"{look.title} {look.text}" in lines


def test_nothing_to_do() -> None:
    """Where nothing is advised that is said, in the sentences and among the steps."""
    lines = at_menu("4", sheet=Sheet(PACK.id))
    expected = overview(open_case(PACK, Sheet(PACK.id))).no_steps
    assert lines.said.count(expected) == 2


# ── why ───────────────────────────────────────────────────────────────────────────────────────


def test_why_of_everything() -> None:
    """Each line of the list, and each single answer, is explained, without a sign at the beginning."""
    listed = at_menu("7", "?").said
    start = listed.index("Why? ?")
    rows = [line for line in listed[start + 1 :] if line[:1].isdigit()]
    assert len(rows) > 40
    sitting = at_menu("7", *[str(number) for number in range(1, len(rows) + 1)])
    titles = [why(case(), row.subject).title for table in comparison(case()) for row in table.rows]
    assert [title for title in titles if sentence(title) not in sitting.said] == []
    texts = [line.partition(": ")[2] for line in sitting.said[sitting.said.index("Why? 1") :]]
    assert [text for text in texts if text[:2] in {"● ", "○ ", "? ", "– "}] == []


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("1", "Score: 13 to 25 of 100."),
        ("3", "Departments: 1 to 2 of 4."),
        ("goals cov", "Goals covered: 2 to 3 of 4."),
        ("marketing", "Marketing: yes."),
        ("bitkom", "Bitkom 2015."),
        ("complete", "Complete, 1 don't know."),
    ],
)
def test_why(typed: str, title: str) -> None:
    """A number or first letters; an empty line leads back to the menu."""
    sitting = at_menu("7", typed, "", "1")
    assert sitting.said[sitting.said.index(f"Why? {typed}") + 2] == title
    assert "What next? 1" in sitting.said


def test_signs_are_words() -> None:
    """A sign that begins a phrase is said as a word; points between parts are none."""
    assert spell_out("● Marketing") == "yes, Marketing"
    assert spell_out("○ not involved: Sales · 3") == "no, not involved: Sales, 3"
    assert spell_out("? whether") == "not known, whether"
    assert [sentence(text) for text in ("a", "A.", "a?", "say “b.”", "say „b“", "")] == [
        "A.",
        "A.",
        "A?",
        "Say “b.”",
        "Say „b“.",
        "",
    ]
