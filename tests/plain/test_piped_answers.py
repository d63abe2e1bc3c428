"""Answers from a pipe or a file: nobody can type another line where one is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from smcheck.plain import Refusal, Sitting, Talk, run
from smcheck.session import Session
from smcheck.store import MemoryJournal
from smcheck.words.language import use
from support.builders import PACK
from support.cli import Outcome, program
from support.plain import ANSWERS, FILLED, GIVEN, WHO, sheet_with_answers

LINES = [*WHO, *ANSWERS]


def ask(
    tmp_path: Path, *lines: str, encoding: str = "utf-8", end: str = "\n", more: tuple[str, ...] = ()
) -> Outcome:
    """Answer line by line through the real program."""
    return program(tmp_path, "ask", *more, stdin="".join(f"{line}{end}" for line in lines).encode(encoding))


def answers(tmp_path: Path) -> dict[str, Any]:
    """What was stored."""
    id_ = program(tmp_path, "list").out.split()[0]
    found: dict[str, Any] = json.loads(program(tmp_path, "export", id_).out)
    return found


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_byte_order_mark_answers_nothing(tmp_path: Path, end: str) -> None:
    """Windows puts one before the first line; the answers are the same with it and without."""
    done = ask(tmp_path, *LINES, encoding="utf-8-sig", end=end)
    assert (done.code, done.err) == (0, "")
    sheet = answers(tmp_path)
    assert (sheet["organisation"], sheet["answers"]) == ("Beispiel GmbH", GIVEN)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_answers_in_utf_16(tmp_path: Path, encoding: str) -> None:
    """They are named as such, with what helps; nothing is stored."""
    done = ask(tmp_path, *LINES, encoding=encoding)
    assert done.code == 1
    assert "smcheck: standard input: UTF-16, not UTF-8; expected: UTF-8; PowerShell 5" in done.err
    assert not (tmp_path / "sheets.db").exists()


@pytest.mark.sample(2)
@pytest.mark.parametrize("place", range(len(WHO), len(LINES)))
def test_a_refused_line_ends_the_sitting(tmp_path: Path, place: int) -> None:
    """Nothing after it is taken for the answer to another question: exit code 1, and which line it was."""
    done = ask(tmp_path, *LINES[:place], "99", *LINES[place:])
    assert (done.code, done.out.count("\nQuestion ")) == (1, place - len(WHO) + 1)
    assert done.err.startswith(f"smcheck: standard input: line {place + 1}: ")
    if place > len(WHO):
        assert "What was answered before is stored. To go on: smcheck ask " in done.err
        given = answers(tmp_path)["answers"]
        assert given == {key: value for key, value in GIVEN.items() if key in given}


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_refused_choice_of_the_profile(tmp_path: Path, language: str) -> None:
    """The same while it is asked who answers, in both languages."""
    done = ask(tmp_path, *WHO[:3], "nowhere", *WHO[3:], *ANSWERS, more=("--lang", language))
    place = {"de": "Standardeingabe: Zeile 4: ", "en": "standard input: line 4: "}[language]
    assert (done.code, done.err.startswith(f"smcheck: {place}")) == (1, True)


def refused(*lines: str, at_result: bool = False) -> Refusal:
    """The refusal that a sitting with these lines from a pipe ends with."""
    typed = iter(lines)

    said: list[str] = []

    use("en")
    journal = MemoryJournal(FILLED if at_result else sheet_with_answers())
    sitting = Sitting(Session(PACK, journal), Talk(lambda _prompt: next(typed), said.append, typed=False))
    with pytest.raises(Refusal) as caught:
        run(sitting, at_result=at_result)
    return caught.value


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["h", "b"], "This is the first question."),
        (["h", "u"], "There is nothing to take back."),
        (["h", ""], "Nothing is given yet."),
        (["h", "j 99"], "Say a question's number"),
        (["h", "j 7"], "This question is not asked, given the answers so far."),
        (["h", "what?"], "Say "),
    ],
)
def test_what_is_refused_at_a_question(lines: list[str], reason: str) -> None:
    """Whatever a typed line would get a hint for; help is none of it."""
    refusal = refused(*lines)
    assert (refusal.line, refusal.reason[: len(reason)]) == (2, reason)


@pytest.mark.parametrize("lines", [["nonsense"], ["w"], ["what if", "nonsense"], ["answers", "99"]])
def test_what_is_refused_at_the_result(lines: list[str]) -> None:
    """What names nothing, and what may name several."""
    assert refused(*lines, at_result=True).line == len(lines)
