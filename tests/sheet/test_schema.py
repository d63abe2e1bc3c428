"""The schema of a sheet's JSON, held against what is read."""

import copy
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from smcheck.pack import default_folder, load_pack
from smcheck.sheet import Sheet, dump_sheet, parse_sheet
from smcheck.sheet.schema import sheet_model, sheet_schema
from smcheck.words.fault import Fault
from support.builders import EXAMPLE, PACK, sheets

MODEL = sheet_model(PACK)
FULL: dict[str, Any] = {
    **EXAMPLE,
    "id": "1",
    "pack_version": "1.0.0",
    "pack_hash": PACK.hash,
    "created": "2026-11-22T14:02:00+00:00",
    "modified": None,
    "profile": {"role": "–", "sector": "itk", "country": "de", "size": "1000+"},
    "notes": {"team": "–"},
    "changed_after_result": ["daily", "goals.service"],
}
WORDS = ["", "yes", "no", "na", "unknown", "sales", "team", "all", "itk", "daily", "2026-11-22T14:02:00"]
JUNK = st.one_of(
    st.sampled_from([*WORDS, None, True, False, 0, 1, 2, [], ["daily"], ["x"], {}, {"x": "yes"}]),
    st.text(max_size=3),
)
KEYS = st.sampled_from(["x", "format", "answers", "na", "legal", "privacy", "daily", "goals", "role", "note"])


def accepted(data: object) -> bool:
    """Whether a sheet is read."""
    try:
        parse_sheet(data, PACK)
    except Fault:
        return False
    return True


def valid(data: object) -> bool:
    """Whether a sheet is as the schema says."""
    try:
        MODEL.model_validate(data)
    except ValidationError:
        return False
    return True


@st.composite
def nearly_sheets(draw: st.DrawFn) -> dict[str, Any]:
    """Sheets with something changed, added or taken out at some place."""
    data: dict[str, Any] = copy.deepcopy(draw(st.sampled_from([EXAMPLE, FULL])))
    for _change in range(draw(st.integers(0, 2))):
        holder = data
        while isinstance(inner := holder.get(draw(st.sampled_from([*holder, ""]))), dict) and inner:
            holder = inner
        key = draw(st.one_of(st.sampled_from(list(holder)), KEYS))
        if draw(st.booleans()):
            holder[key] = draw(JUNK)
        elif len(holder) > 1:
            holder.pop(key, None)
    return data


@given(nearly_sheets())
@example({"format": True, "pack": "social-media", "answers": {}})
@example({**FULL, "created": "yesterday"})
@example({**FULL, "created": "2026-11-22T14:02:00"})
@example({**FULL, "organisation": "x" * 2_000_001})
@settings(max_examples=200)
def test_the_schema_says_what_is_read(data: dict[str, Any]) -> None:
    """A sheet is read exactly if it is as the schema says."""
    assert accepted(data) == valid(data)


@given(sheets())
@settings(max_examples=60)
def test_every_sheet_written_is_as_the_schema_says(sheet: Sheet) -> None:
    """What smcheck writes keeps to the schema, and nothing in it is converted."""
    expected = dump_sheet(sheet, PACK)

    assert expected == MODEL.model_validate(expected).model_dump(by_alias=True, exclude_unset=True)


def test_the_full_sheet_is_as_the_schema_says() -> None:
    """Every key that a sheet can have is in the schema."""
    assert accepted(FULL)
    assert valid(FULL)
    assert set(FULL) == set(sheet_schema(PACK)["properties"])


def definition(name: str, key: str) -> Any:
    """What the schema says of one key of one of its objects."""
    return sheet_schema(PACK)["$defs"][name]["properties"][key]


def test_the_schema_names_its_dialect_and_the_pack() -> None:
    """Other programs see which schema language it is, and which pack it is for."""
    schema = sheet_schema(PACK)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == "smcheck sheet for social-media"
    assert schema["required"] == ["format", "pack", "answers"]


@pytest.mark.parametrize(
    ("name", "key", "expected"),
    [
        ("Items_departments", "legal", ["yes", "no", "unknown", "na"]),
        ("Items_goals", "service", ["yes", "no", "unknown"]),
        ("Items_in_hand", "privacy", ["yes", "no", "unknown"]),
        ("Answers", "targets", ["all", "some", "none", "unknown"]),
        ("Answers", "daily", [*PACK.departments, "team", "nobody", "unknown"]),
        ("Profile", "size", ["1-9", "10-49", "50-249", "250-999", "1000+"]),
    ],
)
def test_the_schema_lists_the_words_of_the_pack(name: str, key: str, expected: list[str]) -> None:
    """The pack's ids are the only words allowed, in its order."""
    assert expected == definition(name, key)["enum"]


def test_the_schema_describes_the_ids() -> None:
    """Who writes a sheet by hand reads in the schema what an id means."""
    assert definition("Items_departments", "hr")["description"] == "Human resources"
    assert (
        definition("Answers", "daily")["description"] == "Who answers comments and messages from day to day?"
    )


def test_no_object_of_the_schema_takes_other_keys_or_tells_a_default() -> None:
    """Absent is absent: no key has a value by default."""
    schema = sheet_schema(PACK)
    parts = [schema, *schema["$defs"].values()]

    assert [part["title"] for part in parts if part["additionalProperties"]] == []
    assert "default" not in {key for part in parts for value in part["properties"].values() for key in value}


@pytest.mark.parametrize("id_", ["copy", "model_dump", "schema", "1st", "a-b", "in", "c++"])
def test_any_id_can_be_a_question(tmp_path: Path, id_: str) -> None:
    """Ids that Python or pydantic use themselves, or that are no names at all, are ids like others."""
    folder = tmp_path / "pack"
    shutil.copytree(default_folder(), folder)
    for name, old, new in (
        ("pack.toml", 'id = "daily"', f'id = "{id_}"'),
        ("pack.toml", 'answer = "daily"', f'answer = "{id_}"'),
        ("de.toml", "[questions.daily]", f'[questions."{id_}"]'),
        ("en.toml", "[questions.daily]", f'[questions."{id_}"]'),
    ):
        text = (folder / name).read_text("utf-8")
        (folder / name).write_text(text.replace(old, new, 1), "utf-8")
    pack = load_pack(folder)
    data = {"format": 1, "pack": pack.id, "answers": {id_: "nobody"}}

    assert "nobody" in sheet_schema(pack)["$defs"]["Answers"]["properties"][id_]["enum"]
    assert data == sheet_model(pack).model_validate(data).model_dump(by_alias=True, exclude_unset=True)
