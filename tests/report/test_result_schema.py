"""The JSON Schema of results and the results themselves say the same."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from smcheck.report.case import open_case
from smcheck.report.data import dump_result
from smcheck.report.result_schema import ResultPart, result_schema
from smcheck.sheet import Sheet, parse_sheet
from support.builders import EXAMPLE, PACK, sheets


def result_of(sheet: Sheet, figures: str = "documented") -> dict[str, Any]:
    """The JSON of a sheet's result."""
    return dump_result(open_case(PACK, sheet, figures))


@given(sheets(), st.sampled_from(PACK.figure_sets))
@settings(max_examples=60)
def test_every_result_fits_the_schema(sheet: Sheet, figures: str) -> None:
    """No key is missing or beyond the schema, no value out of its limits, and none is converted."""
    expected = result_of(sheet, figures)

    assert expected == ResultPart.model_validate(expected).model_dump(exclude_unset=True)


def test_the_result_of_a_named_sheet_fits_the_schema() -> None:
    """Organisation, id, profile and answers of after the result are part of the schema."""
    data = {
        **EXAMPLE,
        "id": "1",
        "changed_after_result": ["daily"],
        "answered_after_result": ["goals.service"],
    }
    expected = result_of(parse_sheet(data, PACK))

    assert expected == ResultPart.model_validate(expected).model_dump(exclude_unset=True)
    assert expected["sheet"] == {
        "id": "1",
        "organisation": "Beispiel GmbH",
        "profile": {"sector": "itk", "country": "de", "size": "50-249"},
    }


def broken(place: str, value: object) -> dict[str, Any]:
    """The example's result with one value put in at a place."""
    result = result_of(parse_sheet(EXAMPLE, PACK))
    *outer, key = place.split("/")
    holder: Any = result
    for part in outer:
        holder = holder[int(part) if isinstance(holder, list) else part]
    holder[key] = value
    return result


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("extra", 1),
        ("benchmark/score/mean", 50),
        ("benchmark/score/low", -0.5),
        ("benchmark/score/high", 100.5),
        ("benchmark/score/high", "50"),
        ("benchmark/gap/low", -101),
        ("benchmark/verdict", "better"),
        ("benchmark/sections/departments/items/marketing/answer", "maybe"),
        ("benchmark/sections/departments/count/surveyed_mean", None),
        ("described/goals/alike/low", -1),
        ("needs/goals_covered/of", -1),
        ("needs/open/goals.service/candidates", []),
        ("needs/open/goals.service/covered", "maybe"),
        ("completeness/answered", 1.5),
        ("advice/departments/0/label", "recommended"),
        ("advice/setup/0/urgency", 4),
        ("answers/in_hand", 5),
        ("pack/hash", "0"),
    ],
)
def test_what_the_schema_does_not_allow_is_an_error(place: str, value: object) -> None:
    """A key beyond the schema, a value out of its limits or of another kind is noticed."""
    with pytest.raises(ValidationError) as caught:
        ResultPart.model_validate(broken(place, value))

    error, *_others = caught.value.errors()  # a value that fits none of two kinds has two
    assert place.split("/") == [str(part) for part in error["loc"]][: len(place.split("/"))]


def objects(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Every object that the schema describes, by name."""
    return {"": schema, **schema["$defs"]}


def test_the_schema_names_its_dialect_and_itself() -> None:
    """Other programs see which schema language it is."""
    schema = result_schema()

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == "smcheck result"


def test_the_schema_has_the_keys_of_a_result() -> None:
    """The keys at the top are the result's own, and all of them are required."""
    schema = result_schema()
    expected = list(result_of(parse_sheet(EXAMPLE, PACK)))

    assert expected == list(schema["properties"])
    assert expected == schema["required"]


def test_every_object_of_the_schema_is_open_and_described() -> None:
    """A later version may give more keys, so no object refuses unnamed ones; each says what it is."""
    closed = [
        name for name, part in objects(result_schema()).items() if part.get("additionalProperties") is False
    ]
    mute = [name for name, part in objects(result_schema()).items() if not part["description"]]

    assert closed == []
    assert mute == []


def test_every_number_of_the_schema_has_its_unit() -> None:
    """A number without description could be a percentage, a share or a count."""
    mute = [
        f"{name}.{key}"
        for name, part in objects(result_schema()).items()
        for key, value in part["properties"].items()
        if value.get("type") in {"number", "integer"} and not value.get("description")
    ]

    assert mute == []


def test_optional_keys_are_those_that_a_result_can_lack() -> None:
    """A sheet without a name, a caution by its kind, and a section that is comparable leave keys out."""
    optional = {
        (name, key)
        for name, part in objects(result_schema()).items()
        for key in part["properties"]
        if key not in part.get("required", ())
    }

    assert optional == {
        *(("SheetPart", key) for key in ("id", "organisation", "date", "profile")),
        *(("CautionPart", key) for key in ("items", "given", "surveyed")),
        ("JudgedSectionPart", "reason"),
    }
