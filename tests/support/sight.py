"""What a person reads from the screen: the page, the question, and which answers it shows as given."""

import re
from dataclasses import dataclass, field

from smcheck.session import Row, rows_of
from support.builders import PACK
from support.mirror import State

TEXTS = PACK.texts("en")
_ROW = re.compile(r"(?:^|\s)([0-9ab?]) [\[(]([x•?– ])[\])] (\S.*)$")
_SIGNS = {"yes": "x", "unknown": "?", "na": "–"}


@dataclass(frozen=True)
class Sight:
    """What is on the screen.

    ``page`` is ``ask``, ``review``, ``result``, ``profile``, ``home``, or empty where it is none of them.
    """

    page: str
    question: str = ""
    marks: dict[str, str] = field(default_factory=dict)
    """The sign in a row's box or circle, by the row's key."""
    note: str = ""


def sight(text: str) -> Sight:
    """What is on the screen with this text."""
    lines = text.split("\n")
    top = lines[0].split()
    if "Answers" in top[-1:]:
        return Sight("review")
    if "Profile" in top[-1:]:
        return Sight("profile")
    if "Comparison" in lines[1] and "What if" in lines[1]:
        return Sight("result")
    if TEXTS.title in lines[0]:
        return Sight("home")
    marks = {found[1]: found[2] for line in lines if (found := _ROW.search(line))}
    joined = " ".join(text.split())
    question = next(
        (id_ for id_, words in TEXTS.questions.items() if " ".join(words.text.split()[:6]) in joined), ""
    )
    if not marks or not question:
        return Sight("")
    note = re.search(r"Note: (.*?)(?:…? · saved .*)?$", text, re.MULTILINE)
    return Sight("ask", question, marks, note[1].strip() if note else "")


def keys(state: State, question: str) -> dict[str, Row]:
    """The rows of a question by the keys that mark them: 1 to 9, a, b; 0 for none and nobody; ?."""
    rows = rows_of(PACK, state.sheet, PACK.question_by_id[question])
    free = iter("123456789ab")
    return {_key(row) or next(free): row for row in rows}


def _key(row: Row) -> str:
    return {"none": "0", "nobody": "0", "unknown": "?"}.get(row.id, "")


def sign(row: Row) -> str:
    """What is in the box, or the circle, of a row in this state."""
    return "•" if row.kind == "option" and row.state else _SIGNS.get(row.state or "", " ")


def marks(state: State, question: str) -> dict[str, str]:
    """The signs that should be on the screen."""
    return {key: sign(row) for key, row in keys(state, question).items()}
