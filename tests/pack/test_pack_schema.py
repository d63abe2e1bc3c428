"""The schema of a pack's files, held against the models that read them."""

from typing import Any

import pytest

from smcheck.pack.models import FigureSet, PackFile
from smcheck.pack.schema import pack_schema
from smcheck.pack.texts import Texts


def definition(name: str) -> Any:
    """What the schema says of one kind of table."""
    return pack_schema()["$defs"][name]


def walk(schema: Any) -> list[dict[str, Any]]:
    """Every schema inside a schema."""
    if isinstance(schema, list):
        return [part for entry in schema for part in walk(entry)]
    if not isinstance(schema, dict):
        return []
    return [schema, *(part for entry in schema.values() for part in walk(entry))]


def test_the_schema_covers_the_three_kinds_of_file() -> None:
    """Structure, texts and figures are one object's keys, and definitions of their own."""
    schema = pack_schema()

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == "smcheck pack"
    assert schema["properties"] == {
        "pack": {"$ref": "#/$defs/PackFile"},
        "texts": {"$ref": "#/$defs/Texts"},
        "figures": {"$ref": "#/$defs/FigureSet"},
    }


@pytest.mark.parametrize("model", [PackFile, Texts, FigureSet])
def test_the_schema_has_the_keys_of_each_file(model: Any) -> None:
    """Keys, and which of them are required, are those that the reading knows."""
    schema = definition(model.__name__)

    assert list(model.model_fields) == list(schema["properties"])
    assert [name for name, field in model.model_fields.items() if field.is_required()] == schema["required"]


def test_every_table_is_closed() -> None:
    """A key or id that is none is refused by an editor, as it is when the file is read."""
    tables = [part for part in walk(pack_schema()) if "properties" in part or "patternProperties" in part]

    assert len(tables) > 20
    assert [part for part in tables if part.get("additionalProperties") is not False] == []


def test_conditions_use_the_words_of_the_file() -> None:
    """``is`` is the key in the file, whatever Python calls it."""
    assert {"answer", "is", "count_of", "min", "max", "any_of", "solo"} <= definition("Condition")[
        "properties"
    ].keys()


def test_conditions_can_stand_inside_one_another() -> None:
    """``any_of`` is a list of conditions, however deep."""
    inner = definition("Condition")["properties"]["any_of"]

    assert inner["items"] == {"$ref": "#/$defs/Condition"}


def test_percentages_are_numbers_with_limits() -> None:
    """A percentage is a number from 0 to 100 and no text."""
    percent = definition("Figure")["properties"]["percent"]

    assert percent == {"title": "Percent", "type": "number", "minimum": 0, "maximum": 100}


def test_nothing_is_null() -> None:
    """TOML has no null: what is not known is left out."""
    parts = walk(pack_schema())

    assert [part for part in parts if part.get("type") == "null" or part.get("default", 0) is None] == []
