"""The models of a pack: frozen, strict, equal by what they hold."""

import pytest
from pydantic import ValidationError

from smcheck.pack.models import Condition, Figure, FigureSet, Item, Need, Rule, Section
from support.builders import FIGURES


def test_values_are_not_changed() -> None:
    """A value is frozen; a copy may differ from it."""
    section = Section(id="team", kind="judged")
    with pytest.raises(ValidationError, match="frozen"):
        section.id = "goals"  # type: ignore[misc]  # what is tested
    copied = section.model_copy(update={"kind": "described"})
    assert (section.kind, copied.kind, copied.id) == ("judged", "described", "team")


def test_values_are_equal_by_their_fields() -> None:
    """Two values of the same fields are the same, also as keys, whatever was derived from one of them."""
    first, second = (Figure.model_validate({"item": "a.b", "percent": 50, "source": "s"}) for _ in range(2))
    assert 2 * first.share == 1
    assert (first == second, len({first, second})) == (True, 1)


def test_figure_sets_are_themselves_only() -> None:
    """Of two figure sets with the same contents each is itself, as packs are, and finds its figures."""
    copy = FigureSet.model_validate(FIGURES.model_dump())
    assert (copy == FIGURES, len({copy, FIGURES})) == (False, 2)
    assert list(copy.by_item) == [figure.item for figure in FIGURES.figures]


def test_wrong_values_are_refused() -> None:
    """A text is no number, a number is no text, and what is not known is no key."""
    for values in (
        {"id": 1},
        {"id": "a", "na": "yes"},
        {"id": "a", "favourable": "maybe"},
        {"id": "a", "x": 1},
    ):
        with pytest.raises(ValidationError):
            Item.model_validate(values)


def test_lists_become_tuples() -> None:
    """A list of a file is a tuple; a table that is filled by default is another one in each value."""
    first, second = (Need.model_validate({"item": "a.b", "lead": ["a"]}) for _ in range(2))
    assert first.lead == ("a",)
    assert first.evidence is not second.evidence


def test_keys_are_those_of_the_file() -> None:
    """``is`` is the key in a file, whatever Python calls it."""
    rule = Rule.model_validate({"id": "r", "kind": "setup", "when": [{"answer": "daily", "is": ["team"]}]})
    assert rule.when[0].is_ == ("team",)
    with pytest.raises(ValidationError):
        Condition.model_validate({"is_": ["team"]})


def test_conditions_inside_conditions() -> None:
    """``any_of`` holds conditions again; a condition has one form, or is none."""
    condition = Condition.model_validate({"any_of": [{"solo": False}, {"any_of": [{"none_of": "goals"}]}]})
    assert [condition.form, *(inner.form for inner in condition.any_of)] == ["any_of", "solo", "any_of"]
    assert Condition.model_validate({"solo": True, "none_of": "goals"}).form == ""
    assert Condition.model_validate({"min": 1}).form == ""
