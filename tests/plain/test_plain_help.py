"""Help at a question: what it means, what its items mean, and which orders hold there."""

import re

import pytest

from smcheck.plain.commands import Hint, parse_command
from smcheck.plain.question import context
from smcheck.store import MemoryJournal
from support.builders import PACK
from support.plain import Held, sheet_with_answers

TEXTS = PACK.texts("en")


def helped(*lines: str, **answers: object) -> list[str]:
    """What help says after these lines."""
    return Held(MemoryJournal(sheet_with_answers(**answers)), [*lines, "h"]).after("Answer: h")


def test_help_explains_question_and_items() -> None:
    """Help begins with what the question means, and what each item means."""
    said = helped("j 3")
    items = TEXTS.items["departments"]
    meanings = [f"{n}. {item.label}: {item.help}" for n, item in enumerate(items.values(), 1)]
    assert [TEXTS.questions["departments"].help, *meanings] == said[:10]


@pytest.mark.parametrize(
    ("lines", "there", "not_there"),
    [
        ([], ["0", "1 4", "1-4", "?2", "s"], ["b", "u", "-9", "Nothing"]),
        (["1"], ["1", "?", "0", "b", "u"], ["?2", "1 4", "-0"]),
        (["j 3"], ["0", "1 4", "-9", "-0", "b"], ["u", "Nothing"]),
        (["j 3", "?1"], ["Nothing", "u"], []),
        (["j 6"], ["1 3", "0"], ["-3", "-0", "1 4"]),
        (["j 6", "1"], ["1", "0", "u"], ["1 2", "?2"]),
        (["j 6", "0"], ["A number", "Nothing", "b", "u"], ["0", "s", "n", "n TEXT"]),
    ],
)
def test_help_names_what_holds_here(lines: list[str], there: list[str], not_there: list[str]) -> None:
    """At every place help names the orders that hold there, each of which is one, and none that does not."""
    sitting = Held(MemoryJournal(sheet_with_answers()), [*lines, "h"])
    said = sitting.after("Answer: h")
    start = said.index("What can be typed:") + 1 if "What can be typed:" in said else 0
    orders = set(re.findall(r"(?:^|\. )([^.:]+): ", "\n".join(said[start:]), re.MULTILINE))
    assert {*there, "answers", "result", "q"} <= orders
    assert orders.isdisjoint(not_there)
    for order in orders - {"Nothing", "A number", "q"}:
        assert not isinstance(parse_command(order, context(sitting.session)), Hint), order
