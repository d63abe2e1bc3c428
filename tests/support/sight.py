"""What a person reads from the screen: the page, the question, and which answers it shows as given."""

import re
from dataclasses import dataclass, field

from smcheck.session import Row, rows_of
from support.builders import PACK
from support.mirror import State

TEXTS = PACK.texts("en")
_ROW = re.compile(r"(?:^|\s)([0-9?]) \[([x? -])\] (\S.*)$")
_SIGNS = {"yes": "x", "unknown": "?", "na": "-"}


@dataclass(frozen=True)
class Sight:
    """What is on the screen.

    ``page`` is ``ask``, ``review``, ``result``, ``profile``, ``home``, or empty where it is none of them.
    """

    page: str
    question: str = ""
    marks: dict[str, str] = field(default_factory=dict)
    """The sign in a row's box, by the row's key."""
    note: str = ""


def sight(text: str) -> Sight:
    """What is on the screen with this text."""
    lines = text.split("\n")
    top = lines[0].split()
    if "Review" in top[-1:]:
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
    note = re.search(r"Note: (.*)", text)
    return Sight("ask", question, marks, note[1].strip() if note else "")


def _key(row: Row, index: int) -> str:
    if row.kind in {"none", "unknown"}:
        return {"none": "0", "unknown": "?"}[row.kind]
    return str(index + 1) if index < 9 else ""


def keys(state: State, question: str) -> dict[str, Row]:
    """The rows of a question by the keys that mark them; rows without a key are left out."""
    rows = rows_of(PACK, state.sheet, PACK.question_by_id[question])
    found = {_key(row, index): row for index, row in enumerate(rows)}
    return {key: row for key, row in found.items() if key}


def sign(row: Row) -> str:
    """What is in the box of a row in this state."""
    if row.kind == "unknown":
        return "x" if row.state else " "
    return _SIGNS.get(row.state or "", " ")


def marks(state: State, question: str) -> dict[str, str]:
    """The signs that should be on the screen."""
    return {key: sign(row) for key, row in keys(state, question).items()}
