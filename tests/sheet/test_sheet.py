"""The sheet itself: replaced, never changed; and what is asked given its answers."""

import pytest

from smcheck.sheet import Sheet
from smcheck.sheet.sheet import applies, paths_of
from support.builders import PACK, all_items, sheet_of


def test_changing_an_answer_leaves_the_sheet() -> None:
    """With an answer there is a new sheet; the old one is as it was."""
    sheet = Sheet("social-media")
    changed = sheet.with_answer("team.dedicated", "yes")
    assert dict(sheet.answers) == {}
    assert dict(changed.answers) == {"team.dedicated": "yes"}
    assert sheet == changed.with_answer("team.dedicated", None)


def test_answers_cannot_be_assigned() -> None:
    """Nobody changes an answer behind the sheet's back."""
    sheet = sheet_of({"daily": "team"})
    with pytest.raises(TypeError):
        sheet.answers["daily"] = "nobody"  # type: ignore[index]


@pytest.mark.parametrize(
    ("question", "answers", "expected"),
    [
        ("targets", {}, False),
        ("targets", {"goals": all_items("goals", "unknown")}, False),
        ("targets", {"goals": {"service": "yes"}}, True),
        ("in_hand", {"challenges": {"privacy": "no"}}, False),
        ("in_hand", {"challenges": {"privacy": "yes"}}, True),
        ("daily", {}, True),
        ("team", {}, True),
    ],
)
def test_applies(question: str, answers: dict[str, dict[str, str]], expected: bool) -> None:
    """Targets are asked once a goal is pursued, measures once a challenge is faced, all else always."""
    assert expected == applies(PACK, sheet_of(answers), PACK.question_by_id[question])


def test_paths_of() -> None:
    """A question asks for its items, for itself, for the items faced, or for nothing."""
    sheet = sheet_of({"challenges": {"privacy": "yes", "big_data": "yes", "resources": "no"}})

    def paths(question: str) -> tuple[str, ...]:
        return paths_of(PACK, sheet, PACK.question_by_id[question])

    assert paths("in_hand") == ("in_hand.privacy", "in_hand.big_data")
    assert paths("challenges") == ("challenges.resources", "challenges.privacy", "challenges.big_data")
    assert paths("daily") == ("daily",)
    assert paths("targets") == ()
