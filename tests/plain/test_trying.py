"""What if, and other surveys: what is tried in a sitting, and changes nothing that is stored."""

import pytest

from smcheck.report.overview import overview
from smcheck.report.summary import summary
from smcheck.report.surveys import survey_sets
from smcheck.report.what_if import what_if
from smcheck.words.language import use
from support.builders import PACK
from support.plain import FILLED, at_menu, case

# ── what if ───────────────────────────────────────────────────────────────────────────────────


def test_what_if() -> None:
    """Switched by numbers, name, or all that is advised, and back; what changes is said, nothing stored."""
    sitting = at_menu("5", "4", "sales", "0", "+", "")
    one = what_if(case(), {"departments.support": "yes"})
    first = sitting.said[sitting.said.index("Switch: 4") + 2 :]
    assert first[:5] == [
        "Customer support: yes, was “don't know”.",
        one.sentence,
        "Score 25, now 13 to 25.",
        "Of the 4 departments with a figure you involve 2, surveyed companies 2.4 on average.",
        "Switch: sales",
    ]
    assert "Sales: yes, was “no”." in first
    assert "As it is: nothing is switched." in first
    every = what_if(case(), ADVISED)
    assert every.sentence in first
    assert every.then.headline.sentence in first
    assert sitting.sheet == FILLED


ADVISED = {
    "departments.pr": "yes",
    "departments.sales": "yes",
    "departments.support": "yes",
    "departments.hr": "yes",
    "departments.it": "yes",
    "departments.legal": "yes",
    "team.cross_departmental": "yes",
    "team.ad_hoc": "no",
}


def test_switching_on_and_off_is_as_it_was() -> None:
    """A switch that is switched again has its real answer; one that nobody knows is a no in between."""
    sitting = at_menu("5", "4 1", "1 4", "4", "?")
    assert sitting.said.count("Customer support: no, was “don't know”.") == 1
    assert "As it is: nothing is switched." in sitting.said
    assert "As it is: nothing is switched." in sitting.said
    assert sitting.said.count("4. Customer support: don't know; advised: yes.") == 2


@pytest.mark.parametrize("line", ["12", "xyz", "1 99", "2,x", "99 1"])
def test_what_cannot_be_switched(line: str) -> None:
    """What is not clear is told and switches nothing, also beside what is clear."""
    sitting = at_menu("5", line, "?")
    told = sitting.said[sitting.said.index(f"Switch: {line}") + 1]
    assert told.startswith("There is no “")
    before = sitting.said[sitting.said.index("What next? 5") + 2 :]
    assert before[:12] == sitting.said[sitting.said.index("Switch: ?") + 1 :][:12]


def test_which_one_is_switched() -> None:
    """Where several may be meant they are listed, and nothing is switched."""
    sitting = at_menu("5", "de", "?")
    assert sitting.said[sitting.said.index("Switch: de") + 1 :][:5] == [
        "Which one?",
        "9. A dedicated team that specialises in social media: no.",
        "10. A team across departments: no; advised: yes.",
        "Switch: ?",
        "1. Marketing: yes.",
    ]


# ── surveys ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("typed", ["3", "ragan", "ragan-2012"])
def test_measured_against_another_survey(typed: str) -> None:
    """From then on everything in this sitting is measured against it, and the list says which is in use."""
    sitting = at_menu("6", typed, "comparison", "6")
    assert "From now on measured against: Ragan 2012, communicators." in sitting.said
    for text in summary(overview(case("ragan-2012"))):
        assert text in sitting.said
    assert "Marketing: yes. 70 of 100 surveyed companies say yes." in sitting.said
    assert [line.partition(",")[0] for line in sitting.said if line.endswith("; in use.")] == [
        "1. Bitkom 2015 and Pivot 2010; figures for set-up",
        "3. Ragan 2012",
    ]


def test_about_a_survey() -> None:
    """Before one is chosen one can hear its percentages and its passport; nothing changes by that."""
    sitting = at_menu("6", "?2", "?ipr", "", "1")
    found = survey_sets(PACK)[1]
    start = sitting.said.index("Which survey? ?2")
    assert sitting.said[start + 2] == f"{found.label}."
    assert [line for line in sitting.said if line.startswith("Number asked: ")] != []
    assert [line for line in sitting.said if line.startswith("From now on")] == []
    assert sitting.said.count("Your score is 13 to 25 of 100, average of both surveys 58.") == 2


def test_every_survey_can_be_measured_against() -> None:
    """All of them give five sentences, in both languages."""
    for language in ("en", "de"):
        use(language)
        for number, _entry in enumerate(survey_sets(PACK), 1):
            sitting = at_menu("6", str(number), "2", "3", "4", "7", "1", "", "5", "+")
            assert sitting.said[-1] in {"Nothing of this is kept.", "Nichts davon bleibt gespeichert."}
