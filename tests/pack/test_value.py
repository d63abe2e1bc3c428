"""Values of a pack: read quickly where they fit, judged by pydantic where they do not."""

import copy
import datetime as dt
import subprocess
import sys
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

import smcheck
from smcheck.pack.contract import checked, contract
from smcheck.pack.models import Figure, FigureSet, Item, Need, PackFile, Rule, Section
from smcheck.pack.texts import Texts
from smcheck.pack.value import Misfit, Model, read
from support.builders import PACK

FILES: list[tuple[type[Model], Any]] = [
    (
        PackFile if name == "pack.toml" else FigureSet if "/" in name else Texts,
        tomllib.loads(content.decode(), parse_float=Decimal),
    )
    for name, content in PACK.contents.items()
]
"""Every file of the shipped pack, as TOML gives it, with its model."""

ODD: st.SearchStrategy[Any] = st.sampled_from(
    [
        None, True, False, 0, 1, -1, 2, 100, 101, 599, 601, 10**11, 1.5, float("nan"),
        "", "a", "A", "a.b", "a b", "ä", "yes", "no", "one", "x" * 17, "x" * 61, "x" * 2001,
        "1.0.0", "1.0.0\n", "\u0661.\u0660.\u0660", "B4",
        "https://a.b", "https://a b", "https://a\u00a0b", "https://a\x1cb",
        Decimal("1.5"), Decimal("1.0000001"), Decimal("1.50000000"), Decimal("1E+3"), Decimal("1E+20"),
        Decimal("NaN"), Decimal("Infinity"), Decimal("-0"),
        dt.date(2026, 1, 1), dt.datetime(2026, 1, 1, tzinfo=dt.UTC), dt.time(1, 2),
        [], ["a"], [{}], {}, {"a": "b"}, {"a": {}}, {"id": "a"},
    ]
)  # fmt: skip


def places(data: Any, so_far: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where something is in a file."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [so_far, *(place for key, value in inner for place in places(value, (*so_far, key)))]


PLACES = [(number, place) for number, (_model, data) in enumerate(FILES) for place in places(data) if place]


def changed(data: Any, place: tuple[Any, ...], how: str, odd: Any) -> Any:
    """A file with something else, something more or nothing at a place."""
    data = copy.deepcopy(data)
    holder = data
    for key in place[:-1]:
        holder = holder[key]
    if how == "replace":
        holder[place[-1]] = odd
    elif how == "remove":
        del holder[place[-1]]
    elif isinstance(holder, dict):
        holder[odd if isinstance(odd, str) else "more"] = odd
    else:
        holder.append(odd)
    return data


def validated(model: type[Model], data: Any) -> Model:
    """The value, read quickly or judged by pydantic."""
    return model.model_validate(data)


def told(judge: Callable[[type[Model], Any], Model], model: type[Model], data: Any) -> str:
    """The value in words, or why there is none; equal words are equal types, too."""
    try:
        return repr(judge(model, data))
    except ValidationError as error:
        return f"refused: {error.errors(include_url=False, include_input=False)}"


@pytest.mark.parametrize("number", range(len(FILES)))
def test_what_fits_is_read_as_pydantic_reads_it(number: int) -> None:
    """Every shipped file is read without pydantic, into the values that pydantic would give."""
    model, data = FILES[number]
    assert repr(checked(model, data)) == repr(read(model, data))


@given(where=st.sampled_from(PLACES), how=st.sampled_from(["replace", "remove", "add"]), odd=ODD)
@settings(max_examples=1500)
def test_nothing_is_accepted_that_pydantic_refuses(where: tuple[int, Any], how: str, odd: Any) -> None:
    """Whatever is changed in a file: where it is read it is what pydantic reads, else pydantic judges."""
    number, place = where
    model, data = FILES[number]
    damaged = changed(data, place, how, odd)
    expected, actual = (told(judge, model, damaged) for judge in (checked, validated))
    assert expected == actual
    if expected.startswith("refused"):
        with pytest.raises(Misfit):
            read(model, damaged)


def test_a_right_pack_needs_no_pydantic() -> None:
    """Loading the shipped pack with texts and figures loads nothing of pydantic."""
    script = (
        "import sys; from smcheck.pack import load_pack\n"
        "pack = load_pack(); pack.texts('de'); pack.figures()\n"
        "print(sorted(name for name in sys.modules if name.partition('.')[0].startswith('pydantic')))"
    )
    folder = Path(smcheck.__file__).resolve().parent.parent
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(folder)},
    )
    assert done.stdout == "[]\n"


def test_values_are_not_changed() -> None:
    """A value is frozen; a copy may differ from it."""
    section = Section(id="team")
    with pytest.raises(AttributeError, match=r"Section\.id cannot be changed"):
        section.id = "goals"  # type: ignore[misc]  # what is tested
    copied = section.model_copy(update={"weight": 2})
    assert (section.weight, copied.weight, copied.id) == (1, 2, "team")


def test_values_are_equal_by_their_fields() -> None:
    """Two values of the same fields are the same, also as keys, whatever was derived from one of them."""
    first, second = (Figure.model_validate({"item": "a.b", "percent": 50, "source": "s"}) for _ in range(2))
    assert first.share == second.share
    assert (first == second, len({first, second}), first == Item(id="a")) == (True, 1, False)
    assert repr(Section(id="team")) == "Section(id='team', weight=1)"


def test_figure_sets_are_themselves_only() -> None:
    """Of two figure sets with the same contents each is itself, as packs are."""
    data = next(data for model, data in FILES if model is FigureSet)
    assert FigureSet.model_validate(data) != FigureSet.model_validate(data)


def test_defaults_are_not_shared() -> None:
    """A table that is filled by default is another one in each value."""
    first, second = (Need.model_validate({"item": "a.b"}) for _ in range(2))
    assert (first.arguments, first.arguments is second.arguments) == ({}, False)


def test_a_constructor_checks() -> None:
    """Wrong values are refused there too, with pydantic's reasons."""
    with pytest.raises(ValidationError, match="favourable"):
        Item(id="a", favourable="maybe")  # type: ignore[arg-type]  # what is tested


def test_values_inside_values() -> None:
    """Values can be given where tables are, and a dictionary of a value gives it again."""
    rule = {"id": "r", "kind": "setup", "when": [{"answer": "daily", "is": ["team"]}]}
    given_ = Rule.model_validate(rule)
    assert given_.when[0].is_ == ("team",)
    assert Rule.model_validate({**rule, "when": given_.when}) == given_
    assert given_.model_dump(exclude_none=True)["when"][0] == {
        "answer": "daily",
        "is_": ("team",),
        "is_not": (),
    }


def test_keys_are_those_of_the_file() -> None:
    """A field whose name Python does not allow has its key in files and faults."""
    condition = contract(Rule).model_fields["when"]
    assert "Condition" in str(condition.annotation)
    with pytest.raises(ValidationError) as caught:
        Rule.model_validate({"id": "r", "kind": "setup", "when": [{"is_": ["team"]}]})
    assert caught.value.errors()[0]["loc"] == ("when", 0, "is_")
