"""What a line typed at a question means: every line is a command or gets a hint, whatever it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcheck.plain.commands import (
    Answers,
    Command,
    Context,
    EditNote,
    Hint,
    Jump,
    ParsedCommand,
    empty_line_usage,
    parse_command,
    usage,
)

SEVERAL = Context(rows=9, questions=7, none=True, absent=frozenset({3, 5}))
ONE = Context(rows=4, questions=7, several=False)
REVIEW = Context(rows=0, questions=7)
CONTEXTS = st.builds(
    Context,
    rows=st.integers(0, 12),
    questions=st.integers(1, 9),
    several=st.booleans(),
    none=st.booleans(),
    absent=st.frozensets(st.integers(1, 12)),
)
LIKELY = st.text(alphabet="0123456789?-−–,; bsuhnjrqBSü.", max_size=12)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", Command.NEXT),
        ("  \t", Command.NEXT),
        ("0", Command.NONE),
        ("?", Command.UNKNOWN),
        ("1 4", Answers(yes=(1, 4))),
        ("1,4", Answers(yes=(1, 4))),
        ("4; 1 1", Answers(yes=(4, 1))),
        ("01", Answers(yes=(1,))),
        ("?3", Answers(unknown=(3,))),
        ("? 3", Answers(unknown=(3,))),
        ("-5", Answers(absent=(5,))),
        ("– 5", Answers(absent=(5,))),
        ("−5", Answers(absent=(5,))),
        ("1 4 ?2 -5", Answers(yes=(1, 4), unknown=(2,), absent=(5,))),
        ("1-3", Answers(yes=(1, 2, 3))),
        ("1–3 3 9", Answers(yes=(1, 2, 3, 9))),
        ("4-4", Answers(yes=(4,))),
        ("?1-2 4", Answers(yes=(4,), unknown=(1, 2))),
        ("-3-3", Answers(absent=(3,))),
        ("-0", Answers(others_absent=True)),
        ("1 ?2 -0", Answers(yes=(1,), unknown=(2,), others_absent=True)),
        ("n", EditNote("")),
        ("n asked the press office", EditNote("asked the press office")),
        ("Notiz  morgen fragen", EditNote("morgen fragen")),
        ("note -", EditNote("-")),
        ("j 3", Jump(3)),
        ("springe 7", Jump(7)),
        ("JUMP 1", Jump(1)),
    ],
)
def test_numbers_signs_and_words(line: str, expected: ParsedCommand) -> None:
    """Numbers, signs and words as they are typed."""
    assert parse_command(line, SEVERAL) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("b back zurück zurueck ZURÜCK", Command.BACK),
        ("s skip auslassen überspringen", Command.SKIP),
        ("u undo rückgängig rueckgaengig", Command.UNDO),
        ("h help hilfe Hilfe", Command.HELP),
        ("a r answers Antworten", Command.ANSWERS),
        ("result Ergebnis", Command.RESULT),
    ],
)
def test_words_in_both_languages(words: str, expected: Command) -> None:
    """Every command is understood in German and in English, at a question and at the review."""
    found = {
        parse_command(f" {word} ", context) for word in words.split() for context in (SEVERAL, ONE, REVIEW)
    }
    assert found == {expected}


@pytest.mark.parametrize(
    "line",
    ["x", "1 x", "3-1", "1?3", "1 - 2", "1-2-3", "1-", "1 ?", "-", "1.", "²", "٣", "back 3", "1 4 0x", ","],
)
def test_what_is_no_command(line: str) -> None:
    """A line that might be meant otherwise gets the sentence on what is possible."""
    assert parse_command(line, SEVERAL) == Hint(usage(SEVERAL))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("10", "There is no number 10 here: 1 to 9."),
        ("0 1", "There is no number 0 here: 1 to 9."),
        ("?10", "There is no number 10 here: 1 to 9."),
        ("7-10", "There is no number 10 here: 1 to 9."),
        ("0-3", "There is no number 0 here: 1 to 9."),
        ("1 -0 -0 0", "There is no number 0 here: 1 to 9."),
        ("1-3 ?2", "Number 2 is given two answers."),
        ("-3-5", "“Does not exist here” is no answer to number 4."),
        ("9" * 5000, "There is no number 999999 here: 1 to 9."),
        ("1 ?1", "Number 1 is given two answers."),
        ("-1", "“Does not exist here” is no answer to number 1."),
        ("j", "Say a question's number, 1 to 7."),
        ("j 8", "Say a question's number, 1 to 7."),
        ("j 0", "Say a question's number, 1 to 7."),
        ("j x", "Say a question's number, 1 to 7."),
        ("j " + "1" * 5000, "Say a question's number, 1 to 7."),
    ],
)
def test_hints(line: str, expected: str) -> None:
    """What is wrong is said, with what would be right."""
    assert parse_command(line, SEVERAL) == Hint(expected)


def test_question_with_one_answer() -> None:
    """One number chooses; several, “none” and signs with numbers are no answers to it."""
    assert parse_command("2", ONE) == Answers(yes=(2,))
    assert parse_command("?", ONE) == Command.UNKNOWN
    assert {parse_command(line, ONE) for line in ("1 2", "1-2", "0", "?2", "-0")} == {Hint(usage(ONE))}


def test_question_without_none_of_these() -> None:
    """Where “none of these” is not offered, 0 is no command."""
    context = Context(rows=3, questions=7)
    assert {parse_command(line, context) for line in ("0", "-0", "1 -0")} == {Hint(usage(context))}


def test_review() -> None:
    """At the review a number is a question's, and there is nothing to give."""
    assert parse_command("3", REVIEW) == Jump(3)
    assert parse_command("8", REVIEW) == Hint("Say a question's number, 1 to 7.")
    assert {parse_command(line, REVIEW) for line in ("?", "1 2", "-1", "x")} == {Hint(usage(REVIEW))}
    assert parse_command("", REVIEW) == Command.NEXT


def test_usage_after_an_empty_line() -> None:
    """What is said on an empty line with nothing given depends on whether “none” is offered."""
    expected = [
        "Nothing is given yet. Say 0 for none of these, or s to skip the question.",
        "Nothing is given yet. Say a number, ? for don't know, or s to skip the question.",
    ]
    assert [empty_line_usage(SEVERAL), empty_line_usage(ONE)] == expected


@given(st.text() | LIKELY, CONTEXTS)
def test_any_line_is_a_command_or_gets_a_hint(line: str, context: Context) -> None:
    """Nothing that can be typed breaks the session, and every number in a command can be given."""
    command = parse_command(line, context)
    if isinstance(command, Answers):
        given = (*command.yes, *command.unknown, *command.absent)
        assert given or command.others_absent
        assert len(set(given)) == len(given)
        assert set(given) <= set(range(1, context.rows + 1))
        assert set(command.absent) <= context.absent
        assert not command.others_absent or (context.none and context.absent)
        assert context.several or len(command.yes) == len(given) == 1
    elif isinstance(command, Jump):
        assert 1 <= command.number <= context.questions
    elif isinstance(command, Hint):
        assert command.text
    else:
        assert isinstance(command, Command | EditNote)


@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from("-−–"))
def test_any_range(first: int, last: int, dash: str) -> None:
    """A range is every number from the first to the last; one that runs backwards is none."""
    expected = Answers(yes=tuple(range(first, last + 1))) if first <= last else Hint(usage(SEVERAL))
    assert expected == parse_command(f"{first}{dash}{last}", SEVERAL)


@given(st.sets(st.integers(1, 9), min_size=1), st.sampled_from([" ", ",", ", ", ";", "\t"]))
def test_any_way_of_listing(numbers: set[int], separator: str) -> None:
    """Numbers mean the same however they are set apart."""
    line = separator.join(map(str, sorted(numbers)))
    assert parse_command(line, SEVERAL) == Answers(yes=tuple(sorted(numbers)))
