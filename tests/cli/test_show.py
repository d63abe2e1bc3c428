"""A stored sheet in words: answers, notes, what was changed after the result, and the history."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from smcheck.cli.show import render_answers, render_history
from smcheck.sheet import Sheet, parse_sheet
from smcheck.store import HistoryEntry
from smcheck.words.language import use
from support.builders import EXAMPLE, PACK, sheet_of, sheets

AT = datetime(2026, 11, 22, 14, 2, 3, tzinfo=UTC)
HOSTILE = "\x1b[31mred\x00\u202e[/] {0}\r"


@pytest.fixture(autouse=True)
def _english_in_greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    use("en")
    yield
    use("en")
    monkeypatch.undo()
    time.tzset()


def entry(
    key: str, value: str | None, *, kind: str = "answer", by: str = "A. B.", after: bool = False
) -> HistoryEntry:
    """An entry made on 22 November 2026 at 14:02:03 UTC."""
    return HistoryEntry(kind=kind, key=key, value=value, at=AT, by=by, after_result=after)


def told(*entries: HistoryEntry) -> list[str]:
    """The history's lines below its heading, without their indents."""
    return [line.strip() for line in render_history(PACK, entries).splitlines()[1:]]


# ── answers ───────────────────────────────────────────────────────────────────────────────────


def test_answers_in_words() -> None:
    """Every question that applies, with the answer to each of its items or “not answered”."""
    shown = render_answers(PACK, parse_sheet({**EXAMPLE, "id": "k7m2xq"}, PACK))
    assert shown.startswith(
        "Beispiel GmbH\n"
        "k7m2xq · answering 3 of 7 · 1 don't know\n"
        "  Answered by: A. B.\n"
        "  Sector: IT and telecoms\n"
        "  Country: Germany\n"
        "  Employees: 50 to 249\n"
        "\n"
        "Set-up\n"
        "  How is social media organised in your company?\n"
        "    A dedicated team that specialises in social media: yes\n"
        "    A team across departments: no\n"
        "    Whoever feels like it: don't know\n"
        "    One person alone: not answered\n"
    )
    assert "\n  Who answers comments and messages from day to day?\n    Marketing\n" in shown
    assert "\n    Customer support: does not exist here\n" in shown
    assert "measurable target?\n    Some of them\n" in shown


def test_one_answer_that_is_not_known() -> None:
    """A question with one answer can be answered with “don't know”, or not at all."""
    question = "  Who answers comments and messages from day to day?\n"
    assert f"{question}    don't know\n" in render_answers(PACK, sheet_of({"daily": "unknown"}))
    assert f"{question}    not answered\n" in render_answers(PACK, sheet_of({}))


def test_a_question_that_does_not_apply() -> None:
    """Without a goal nobody is asked for targets, and that is said instead of an answer."""
    shown = render_answers(PACK, sheet_of({"goals": {"service": "no"}}))
    assert "measurable target?\n    not asked, given the other answers\n" in shown


def test_changed_after_the_result() -> None:
    """Answers that were changed after the result was seen are marked, others are not."""
    sheet = parse_sheet({**EXAMPLE, "changed_after_result": ["goals.service", "daily"]}, PACK)
    marked = [line.strip() for line in render_answers(PACK, sheet).splitlines() if "changed after" in line]
    assert marked == [
        "Marketing · changed after the result was seen",
        "Serve customers on social media: yes · changed after the result was seen",
    ]


def test_answered_after_the_result() -> None:
    """Answers that were first given after the result was seen are marked as such."""
    sheet = parse_sheet({**EXAMPLE, "answered_after_result": ["daily"]}, PACK)
    assert "    Marketing · answered after the result was seen\n" in render_answers(PACK, sheet)


def test_notes_keep_their_lines() -> None:
    """A note stands below its question's answers, line by line, a long line wrapped."""
    note = "first line\n\nthird " + "word " * 30
    lines = render_answers(PACK, sheet_of({}, notes={"daily": note})).splitlines()
    place = lines.index("    Note: first line")
    assert [lines[place - 1], lines[place + 1].strip(), lines[place + 2][:13]] == [
        "    not answered",
        "",
        "    third wor",
    ]
    assert lines[place + 3].startswith("      word word")


def test_a_sheet_without_a_name() -> None:
    """It is called by its date."""
    sheet = parse_sheet({**EXAMPLE, "organisation": "", "modified": AT.isoformat()}, PACK)
    assert render_answers(PACK, sheet).splitlines()[0] == "Sheet of 22 Nov 2026"


def test_in_german() -> None:
    """All of it is German where German is in use."""
    use("de")
    shown = render_answers(PACK, parse_sheet({**EXAMPLE, "changed_after_result": ["daily"]}, PACK))
    assert "Wer beantwortet" in shown
    assert not [word for word in ("answered", "changed", "don't", "yes", "none") if word in shown]
    german = told(entry("daily", None, by="", after=True))
    assert not [word for word in ("taken", "named", "result") if word in german[1]]


@pytest.mark.parametrize("place", ["organisation", "respondent", "role", "note", "id"])
def test_hostile_texts(place: str) -> None:
    """Whatever people typed is shown and not alive."""
    more = {
        "role": {"profile": {"role": HOSTILE}},
        "note": {"notes": {"daily": HOSTILE}},
    }.get(place, {place: HOSTILE})
    shown = render_answers(PACK, parse_sheet({**EXAMPLE, **more}, PACK))
    assert "␛[31mred␀<U+202E>[/] {0}" in shown
    assert [c for c in shown if not c.isprintable() and c != "\n"] == []


def test_long_names_are_cut() -> None:
    """A name of a megabyte is shown in a few lines."""
    sheet = parse_sheet({**EXAMPLE, "organisation": "x" * 1_000_000, "respondent": "y" * 1_000_000}, PACK)
    assert len(render_answers(PACK, sheet)) < 4000


@given(sheet=sheets(), note=st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_sheet(sheet: Sheet, note: str) -> None:
    """Any answers and any note: every line within 80 columns, nothing alive, nothing lost."""
    data = {"format": 1, "pack": PACK.id, "answers": {}, "notes": {"team": note} if note else {}}
    noted = parse_sheet(data, PACK).with_answers(sheet.answers)
    shown = render_answers(PACK, noted)
    assert shown.endswith("\n")
    assert [line for line in shown.splitlines() if cell_len(line) > 80] == []
    assert [c for c in shown if c in "\x00\x1b\u202e\r"] == []


# ── history ───────────────────────────────────────────────────────────────────────────────────


def test_history() -> None:
    """One line for each entry: when, what, by whom, before or after the result; headed by its question."""
    entries = (
        entry("sector", "itk", kind="profile", by=""),
        entry("role", "PR", kind="profile"),
        entry("team.dedicated", "yes"),
        entry("team.ad_hoc", "unknown"),
        entry("daily", "nobody"),
        entry("daily", "Monday", kind="note", by="C. D."),
        entry("daily", None, kind="note"),
        entry("daily", None, after=True),
    )
    assert render_history(PACK, entries).replace("22 Nov 2026 14:02:03", "NOW") == (
        "History\n"
        "  Who answers\n"
        "    NOW  Sector: IT and telecoms · not named\n"
        "    NOW  Role: PR · A. B.\n"
        "  How is social media organised in your company?\n"
        "    NOW  A dedicated team that specialises in social media: yes · A. B. · before the result\n"
        "    NOW  Whoever feels like it: don't know · A. B. · before the result\n"
        "  Who answers comments and messages from day to day?\n"
        "    NOW  Nobody in particular · A. B. · before the result\n"
        "    NOW  Note: Monday · C. D.\n"
        "    NOW  Note: taken back · A. B.\n"
        "    NOW  taken back · A. B. · after the result\n"
    )


def test_the_same_item_of_two_questions() -> None:
    """A challenge that is faced and one that is in hand have the same name, so each is below its question."""
    lines = told(entry("challenges.privacy", "yes"), entry("in_hand.privacy", "no"))
    assert [line for line in lines if "14:02" not in line] == [
        "Which challenges does your company face with social media?",
        "Which of these challenges have an owner and a measure in place?",
    ]


def test_on_this_computers_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Times are those of the place where they are read."""
    monkeypatch.setenv("TZ", "CET-1")
    time.tzset()
    assert told(entry("daily", "nobody"))[1].startswith("22 Nov 2026 15:02:03  ")


def test_what_the_pack_no_longer_knows() -> None:
    """Entries of an older pack are shown by their ids."""
    lines = told(
        entry("gone.item", "yes"),
        entry("team.gone", "yes"),
        entry("daily", "gone"),
        entry("team.dedicated", "na"),
        entry("gone", "x", kind="profile"),
        entry("sector", "gone", kind="profile"),
        entry("gone", "x", kind="note"),
    )
    assert [line.removeprefix("22 Nov 2026 14:02:03  ").partition(" · ")[0] for line in lines] == [
        "gone.item",
        "yes",
        "How is social media organised in your company?",
        "team.gone: yes",
        "Who answers comments and messages from day to day?",
        "gone",
        "How is social media organised in your company?",
        "A dedicated team that specialises in social media: na",
        "Who answers",
        "gone: x",
        "Sector: gone",
        "gone",
        "Note: x",
    ]


def test_hostile_history() -> None:
    """Names, keys, values and notes are shown and not alive, each on one line."""
    lines = told(
        entry("daily", f"{HOSTILE}\n", kind="note", by=HOSTILE),
        entry(HOSTILE, HOSTILE, by="x" * 100_000),
        entry("role", HOSTILE, kind="profile"),
    )
    assert len(lines) == 6
    assert [c for line in lines for c in line if not c.isprintable()] == []
    assert max(map(len, lines)) < 400


def test_no_history() -> None:
    """A sheet without entries has a heading only."""
    assert render_history(PACK, ()) == "History\n"


# ── comments ──────────────────────────────────────────────────────────────────────────────────


def test_comments_stand_below_the_answers() -> None:
    """What is commented on, by whom and when, then the text in its lines; a rule that is gone by its key."""
    sheet = sheet_of(
        {},
        id="k7m2xq",
        summary={"text": "Good.\nGo on. [/]", "by": "C. D.", "at": AT.isoformat()},
        comments={
            "departments.sales": {"text": HOSTILE},
            "sections.team": {"text": "Two people."},
            "rules.gone": {"text": "Still true."},
        },
    )
    below = render_answers(PACK, sheet).partition("\nComments\n")[2]
    assert below == (
        "  Summary · C. D. · 22 Nov 2026\n"
        "    Good.\n"
        "    Go on. [/]\n"
        "  Sales\n"
        "    ␛[31mred␀<U+202E>[/] {0}␍\n"
        "  Set-up\n"
        "    Two people.\n"
        "  rules.gone\n"
        "    Still true.\n"
    )
    assert "Comments" not in render_answers(PACK, sheet_of({}))


def test_comments_in_the_history() -> None:
    """Under what they are on; one that was removed is told, too."""
    entries = [entry("summary", "Good.", kind="comment", by="C. D."), entry("summary", None, kind="comment")]
    assert told(*entries) == [
        "Summary",
        "22 Nov 2026 14:02:03  Comment: Good. · C. D.",
        "22 Nov 2026 14:02:03  Comment: taken back · A. B.",
    ]
