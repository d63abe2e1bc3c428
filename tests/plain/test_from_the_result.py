"""What the menu leads to: files, the questions again, a newer questionnaire."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from smcheck.plain import Newer
from smcheck.report.what_if import what_if
from smcheck.session import Session
from smcheck.sheet import Sheet
from smcheck.store import MemoryJournal, Store, StoredJournal
from smcheck.words.fault import Fault
from support.builders import PACK, sheet_of
from support.plain import FILLED, Held, at_menu, case, stored_sheet

# ── hand out ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("typed", "name", "begins"),
    [
        ("9", "smcheck-beispiel-gmbh.txt", "Beispiel GmbH\n"),
        ("8", "smcheck-beispiel-gmbh.md", "# Beispiel GmbH\n"),
        ("10", "smcheck-beispiel-gmbh.result.json", "{"),
        ("11", "smcheck-beispiel-gmbh.json", "{"),
    ],
)
def test_hand_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, name: str, begins: str
) -> None:
    """The file lies where smcheck was started, and its place is said; a second one gets another name."""
    monkeypatch.chdir(tmp_path)
    sitting = at_menu("8", typed, "8", typed)
    assert f"Saved: {tmp_path / name}" in sitting.said
    assert (tmp_path / name).read_text("utf-8").startswith(begins)
    assert len(list(tmp_path.iterdir())) == 2
    if name.endswith("json"):
        json.loads((tmp_path / name).read_text("utf-8"))


def test_hand_out_what_is_measured_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is measured against the survey that was chosen."""
    monkeypatch.chdir(tmp_path)
    at_menu("6", "ragan", "8", "10")
    (file,) = tmp_path.iterdir()
    assert json.loads(file.read_text("utf-8"))["figures"]["id"] == "ragan-2012"


def test_hand_out_what_was_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is switched in what if is handed out with the result, and is still there in the next what if."""
    monkeypatch.chdir(tmp_path)
    sitting = at_menu("5", "4", "", "8", "9", "5", "0", "", "8", "8")
    found = what_if(case(), {"departments.support": "yes"})
    text = (tmp_path / "smcheck-beispiel-gmbh.txt").read_text("utf-8")
    assert " ".join(found.sentence.split()) in " ".join(text.split())
    assert "9. The result and this what if as text." in sitting.said
    assert "4. Customer support: yes." in sitting.said
    assert found.sentence not in (tmp_path / "smcheck-beispiel-gmbh.md").read_text("utf-8")


def test_hand_out_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be written is told, and the menu goes on; an empty line writes nothing."""
    monkeypatch.chdir(tmp_path)
    tmp_path.rmdir()
    sitting = at_menu("8", "9", "8", "", "1")
    assert [line for line in sitting.said if line.startswith("Saved")] == []
    assert "What next? 1" in sitting.said


# ── answers ───────────────────────────────────────────────────────────────────────────────────


def test_change_an_answer(store: Store) -> None:
    """From the menu into a question and back to the result; the answer is stored and marked as late."""
    id_ = store.create(PACK, FILLED)
    journal = StoredJournal(store, PACK, Sheet(PACK.id, id=id_))
    sitting = Held(journal, ["answers", "3", "1 2 4", "q"], at_result=True)
    assert sitting.said.count("Question 3 of 7, Departments.") == 1
    assert "Question 4 of 7, Goals." not in sitting.said
    assert sitting.said.count("1. Overview: the five sentences once more.") == 2
    assert [
        stored_sheet(store).answer(f"departments.{name}") for name in ("marketing", "pr", "support", "hr")
    ] == [
        "yes",
        "yes",
        "yes",
        "no",
    ]
    assert stored_sheet(store).changed_after_result == (
        "departments.management",
        "departments.pr",
        "departments.support",
    )


@pytest.mark.parametrize(
    ("lines", "asked"),
    [
        (["2", "1"], ["2"]),
        (["2", ""], ["2"]),
        (["2", "s"], ["2"]),
        (["2", "result"], ["2"]),
        (["2", "b", "0"], ["2", "1"]),
        (["2", "j 4", "1"], ["2", "4"]),
        (["6", "3"], ["6", "7"]),  # what is faced now is asked about
        (["6", "0"], ["6"]),
    ],
)
def test_back_to_the_result(lines: list[str], asked: list[str]) -> None:
    """After an answer the result comes again, unless the answer has opened a question."""
    sitting = at_menu("answers", *lines)
    questions = [line.split()[1] for line in sitting.said if line.startswith("Question ")]
    assert asked == questions
    back = sitting.said.count("1. Overview: the five sentences once more.")
    assert back == (1 if lines == ["6", "3"] else 2)


def test_no_answer_is_changed() -> None:
    """An empty line leads back to the menu; a question that is not asked is not gone to."""
    sitting = at_menu("9", "", "9", "5", "1", sheet=sheet_of({"team": {"dedicated": "yes"}}))
    assert "This question is not asked, given the answers so far." in sitting.said
    assert "What next? 1" in sitting.said
    assert [line for line in sitting.said if line.startswith("Question ")] == []


def test_result_before_the_last_question() -> None:
    """``result`` shows it at once; what is missing is said, and can be answered from there."""
    sitting = Held(
        MemoryJournal(sheet_of({"team": {"dedicated": "yes"}})), ["s", "result", "answers", "2", "1"]
    )
    assert [line for line in sitting.said if line.startswith("Still open: ")] != []
    assert sitting.answers["daily"] == "marketing"
    assert sitting.said[-8].startswith("Question 3") or "Question 3 of 7, Departments." in sitting.said


# ── a newer questionnaire ─────────────────────────────────────────────────────────────────────


def newer(go_over: Callable[[], Session]) -> Newer:
    """A newer questionnaire."""
    return Newer("There is a newer one.", ("new: item X", "gone: item Y"), go_over)


def test_newer_questionnaire() -> None:
    """What differs is said; whoever goes over is asked and measured with it from then on."""
    other = Session(PACK, MemoryJournal(sheet_of({"daily": "pr"}, organisation="Beta GmbH")))
    lines = ["newer", "", "new", "2", "11", "go", "6", "", "answers", "2", "1"]
    sitting = Held(MemoryJournal(FILLED), lines, newer=newer(lambda: other), at_result=True)
    assert sitting.said.count("There is a newer one.") == 3
    assert sitting.said.count("new: item X.") == 3
    assert [line for line in sitting.said if line.startswith("Beta GmbH: ")] != []
    assert sitting.session is other
    assert other.sheet.answers["daily"] == "marketing"
    assert "12. Quit: nothing of this is kept." in sitting.said


def test_newer_questionnaire_that_cannot_be_stored() -> None:
    """Where going over fails it is told, and the old one stays."""

    def fail() -> Session:
        raise Fault("the store does not answer")

    sitting = Held(MemoryJournal(FILLED), ["newer", "1"], newer=newer(fail), at_result=True)
    assert "the store does not answer" in sitting.said
    assert sitting.sheet == FILLED
