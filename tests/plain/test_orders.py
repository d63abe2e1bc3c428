"""What a typed line means: every line is an order or gets a sentence, whatever it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcheck.plain.orders import (
    Command,
    Give,
    Jump,
    Message,
    Note,
    Offer,
    Order,
    is_quit,
    nothing_given,
    parse,
    possible,
)

SEVERAL = Offer(rows=9, questions=7, none=True, absent=frozenset({3, 5}))
ONE = Offer(rows=4, questions=7, several=False)
REVIEW = Offer(rows=0, questions=7)
OFFERS = st.builds(
    Offer,
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
        ("", Command.KEEP),
        ("  \t", Command.KEEP),
        ("0", Command.NONE),
        ("?", Command.UNKNOWN),
        ("1 4", Give(yes=(1, 4))),
        ("1,4", Give(yes=(1, 4))),
        ("4; 1 1", Give(yes=(4, 1))),
        ("01", Give(yes=(1,))),
        ("?3", Give(unknown=(3,))),
        ("? 3", Give(unknown=(3,))),
        ("-5", Give(absent=(5,))),
        ("– 5", Give(absent=(5,))),
        ("−5", Give(absent=(5,))),
        ("1 4 ?2 -5", Give(yes=(1, 4), unknown=(2,), absent=(5,))),
        ("n", Note("")),
        ("n asked the press office", Note("asked the press office")),
        ("Notiz  morgen fragen", Note("morgen fragen")),
        ("note -", Note("-")),
        ("j 3", Jump(3)),
        ("springe 7", Jump(7)),
        ("JUMP 1", Jump(1)),
    ],
)
def test_orders(line: str, expected: Order) -> None:
    """Numbers, signs and words as they are typed."""
    assert parse(line, SEVERAL) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("b back zurück zurueck ZURÜCK", Command.BACK),
        ("s skip auslassen überspringen", Command.SKIP),
        ("u undo rückgängig rueckgaengig", Command.UNDO),
        ("h help hilfe Hilfe", Command.HELP),
        ("r review prüfen pruefen", Command.REVIEW),
        ("q quit ende Q", Command.QUIT),
    ],
)
def test_words_in_both_languages(words: str, expected: Command) -> None:
    """Every command is understood in German and in English, at a question and at the review."""
    found = {parse(f" {word} ", offer) for word in words.split() for offer in (SEVERAL, ONE, REVIEW)}
    assert found == {expected}


@pytest.mark.parametrize(
    "line",
    ["x", "1 x", "1-2", "1?3", "1 - 2", "1 ?", "-", "1.", "²", "٣", "back 3", "1 4 0x", ","],
)
def test_what_is_no_order(line: str) -> None:
    """A line that might be meant otherwise gets the sentence on what is possible."""
    assert parse(line, SEVERAL) == Message(possible(SEVERAL))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("10", "There is no number 10 here: 1 to 9."),
        ("0 1", "There is no number 0 here: 1 to 9."),
        ("?10", "There is no number 10 here: 1 to 9."),
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
def test_messages(line: str, expected: str) -> None:
    """What is wrong is said, with what would be right."""
    assert parse(line, SEVERAL) == Message(expected)


def test_question_with_one_answer() -> None:
    """One number chooses; several, “none” and signs with numbers are no answers to it."""
    assert parse("2", ONE) == Give(yes=(2,))
    assert parse("?", ONE) == Command.UNKNOWN
    assert {parse(line, ONE) for line in ("1 2", "0", "?2")} == {Message(possible(ONE))}


def test_question_without_none_of_these() -> None:
    """Where “none of these” is not offered, 0 is no order."""
    offer = Offer(rows=3, questions=7)
    assert parse("0", offer) == Message(possible(offer))


def test_review() -> None:
    """At the review a number is a question's, and there is nothing to give."""
    assert parse("3", REVIEW) == Jump(3)
    assert parse("8", REVIEW) == Message("Say a question's number, 1 to 7.")
    assert {parse(line, REVIEW) for line in ("?", "1 2", "-1", "x")} == {Message(possible(REVIEW))}
    assert parse("", REVIEW) == Command.KEEP


def test_nothing_given() -> None:
    """What is said on an empty line with nothing given depends on whether “none” is offered."""
    expected = [
        "Nothing is given yet. Say 0 for none of these, or s to skip the question.",
        "Nothing is given yet. Say a number, ? for don't know, or s to skip the question.",
    ]
    assert [nothing_given(SEVERAL), nothing_given(ONE)] == expected


def test_leaving_the_profile() -> None:
    """Where names are typed, only the words for leaving are no names."""
    assert [is_quit(line) for line in ("q", " Ende ", "quit", "Ende GmbH", "b", "")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]


@given(st.text() | LIKELY, OFFERS)
def test_any_line_is_an_order_or_gets_a_message(line: str, offer: Offer) -> None:
    """Nothing that can be typed breaks the sitting, and every number in an order can be given."""
    order = parse(line, offer)
    if isinstance(order, Give):
        given = (*order.yes, *order.unknown, *order.absent)
        assert given
        assert len(set(given)) == len(given)
        assert set(given) <= set(range(1, offer.rows + 1))
        assert set(order.absent) <= offer.absent
        assert offer.several or len(order.yes) == len(given) == 1
    elif isinstance(order, Jump):
        assert 1 <= order.number <= offer.questions
    elif isinstance(order, Message):
        assert order.text
    else:
        assert isinstance(order, Command | Note)


@given(st.sets(st.integers(1, 9), min_size=1), st.sampled_from([" ", ",", ", ", ";", "\t"]))
def test_any_way_of_listing(numbers: set[int], separator: str) -> None:
    """Numbers mean the same however they are set apart."""
    line = separator.join(map(str, sorted(numbers)))
    assert parse(line, SEVERAL) == Give(yes=tuple(sorted(numbers)))
