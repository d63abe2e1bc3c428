"""The JSON Schema of a sheet, held against what is read."""

import copy
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from smcheck.pack import Pack, default_folder, load_pack
from smcheck.sheet import Sheet, dump_sheet, parse_sheet
from smcheck.sheet.schema import sheet_schema
from smcheck.words.fault import Fault
from support.builders import EXAMPLE, PACK, sheets


def has_time_zone(value: object) -> bool:
    """Whether a text is a date and time with time zone."""
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


FORMATS = FormatChecker(formats=())
FORMATS.checks("date-time", raises=ValueError)(has_time_zone)


def validator(pack: Pack) -> Draft202012Validator:
    """What holds data against the schema, which is one itself."""
    schema = sheet_schema(pack)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FORMATS)


VALIDATOR = validator(PACK)
FULL: dict[str, Any] = {
    **EXAMPLE,
    "id": "1",
    "pack_version": PACK.version,
    "pack_hash": PACK.hash,
    "created": "2026-11-22T14:02:00+00:00",
    "modified": None,
    "result_seen": "2026-11-22T15:02:00+00:00",
    "profile": {"role": "–", "sector": "itk", "country": "de", "size": "1000+"},
    "notes": {"team": "–"},
    "changed_after_result": ["daily", "goals.service"],
    "answered_after_result": ["in_hand.privacy"],
    "summary": {"text": "One line.\nAnother.", "by": "C. D.", "at": "2026-11-22T16:02:00+00:00"},
    "comments": {"sections.team": {"text": "–"}, "rules.ad_hoc": {"text": "–", "at": None}},
}
UNSTORED = {key: value for key, value in FULL.items() if key != "id"}
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
    return bool(VALIDATOR.is_valid(data))


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
@example({**FULL, "notes": {"team": "x" * 2_000_001}})
@example({**FULL, "format": 1.0})
@example({**FULL, "created": None})
@example({**FULL, "pack": "another"})
@example({**FULL, "notes": {"team": 1}})
@example({**FULL, "notes": {"nowhere": "x"}})
@example({**FULL, "summary": None})
@example({**FULL, "summary": {"by": "C. D."}})
@example({**FULL, "summary": {"text": "x" * 2_000_001}})
@example({**FULL, "summary": {"text": "", "at": "today"}})
@example({**FULL, "comments": {"sections.gone": {"text": "–"}}})
@example({**UNSTORED, "comments": {"sections.gone": {"text": "–"}}})
@example({**FULL, "comments": {"figures.team": {"text": "–"}}})
@example({**FULL, "comments": {"team": {"text": "–"}}})
@example({**FULL, "comments": {"rules.ad_hoc": {"text": "–", "who": "C. D."}}})
@example({**FULL, "changed_after_result": ["team"]})
@example({**FULL, "answered_after_result": ["daily", "daily.x"]})
@example({**FULL, "answers": {"daily": {}}})
@example({**FULL, "answers": {"extra": {}}})
@example({**FULL, "pack_version": "", "pack_hash": ""})
@example({**FULL, "profile": {"sector": ""}})
@example({**FULL, "answers": {"in_hand": {"privacy": "na"}}})
@example({**FULL, "answers": {"daily": {"marketing": "yes"}}})
@settings(max_examples=200)
def test_the_schema_says_what_is_read(data: dict[str, Any]) -> None:
    """A sheet of this version is read exactly if it is as the schema says."""
    assume(data.get("pack_version", "") in ["", PACK.version])
    assume(data.get("pack_hash", "") in ["", PACK.hash])
    assert accepted(data) == valid(data)


@given(sheets())
@settings(max_examples=60)
def test_every_sheet_written_is_as_the_schema_says(sheet: Sheet) -> None:
    """What smcheck writes keeps to the schema."""
    assert list(VALIDATOR.iter_errors(dump_sheet(sheet, PACK))) == []


def test_the_full_sheet_is_as_the_schema_says() -> None:
    """Every key that a sheet can have is in the schema."""
    assert accepted(FULL)
    assert valid(FULL)
    assert set(FULL) == set(sheet_schema(PACK)["properties"])


def at(path: str) -> Any:
    """What the schema says of the key at ``a.b.c``."""
    schema = sheet_schema(PACK)
    for key in path.split("."):
        schema = schema["properties"][key]
    return schema


def test_the_schema_names_its_dialect_and_the_pack() -> None:
    """Other programs see which schema language it is, and which pack it is for."""
    schema = sheet_schema(PACK)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == "smcheck sheet for social-media"
    assert schema["required"] == ["format", "pack", "answers"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("answers.departments.legal", ["yes", "no", "unknown", "na"]),
        ("answers.goals.service", ["yes", "no", "unknown"]),
        ("answers.in_hand.privacy", ["yes", "no", "unknown"]),
        ("answers.targets", ["all", "some", "none", "unknown"]),
        ("answers.daily", [*PACK.departments, "team", "agency", "nobody", "unknown"]),
        ("profile.size", ["1-9", "10-49", "50-249", "250-999", "1000+"]),
    ],
)
def test_the_schema_lists_the_words_of_the_pack(path: str, expected: list[str]) -> None:
    """The pack's ids are the only words allowed, in its order."""
    assert expected == at(path)["enum"]


def test_the_schema_describes_the_ids() -> None:
    """Who writes a sheet by hand reads in the schema what an id means."""
    assert at("answers.departments.hr")["description"] == "Human resources"
    assert at("answers.daily")["description"] == "Who answers comments and messages from day to day?"
    assert at("answers.team")["description"] == PACK.texts("en").questions["team"].text


def parts(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """A schema and all that is inside it."""
    inner = schema.get("properties", {}).values()
    return [schema, *(part for value in inner for part in parts(value))]


def test_no_object_of_the_schema_takes_other_keys_or_tells_a_default() -> None:
    """Absent is absent: no key has a value by default."""
    found = parts(sheet_schema(PACK))
    objects = [part for part in found if part.get("type") == "object"]

    assert len(objects) > len(PACK.questions) - 2
    assert [part for part in objects if part["additionalProperties"]] == []
    assert [part for part in found if "default" in part] == []


@pytest.mark.parametrize("id_", ["copy", "model_dump", "schema", "1st", "a-b", "in", "c++"])
def test_any_id_can_be_a_question(tmp_path: Path, id_: str) -> None:
    """Ids that Python or pydantic use themselves, or that are no names at all, are ids like others."""
    folder = tmp_path / "pack"
    shutil.copytree(default_folder(), folder)
    for name, old, new in (
        ("pack.toml", 'id = "daily"', f'id = "{id_}"'),
        ("de.toml", "[questions.daily]", f'[questions."{id_}"]'),
        ("en.toml", "[questions.daily]", f'[questions."{id_}"]'),
    ):
        text = (folder / name).read_text("utf-8")
        (folder / name).write_text(text.replace(old, new, 1), "utf-8")
    structure = folder / "pack.toml"
    for key in ("answer", "chosen"):
        renamed = structure.read_text("utf-8").replace(f'{key} = "daily"', f'{key} = "{id_}"')
        structure.write_text(renamed, "utf-8")
    pack = load_pack(folder)
    data = {"format": 1, "pack": pack.id, "answers": {id_: "nobody"}}

    assert "nobody" in sheet_schema(pack)["properties"]["answers"]["properties"][id_]["enum"]
    assert validator(pack).is_valid(data)


def test_a_profile_without_choices_takes_none() -> None:
    """Where a pack has no sectors no sector is valid, and the schema is one all the same."""
    profile = PACK.file.profile.model_copy(update={"sector": ()})
    pack = Pack(PACK.folder, PACK.file.model_copy(update={"profile": profile}), PACK.contents)
    data = {"format": 1, "pack": pack.id, "answers": {}, "profile": {"sector": "itk"}}

    assert not validator(pack).is_valid(data)
    assert validator(pack).is_valid({**data, "profile": {}})
    with pytest.raises(Fault, match="unknown choice"):
        parse_sheet(data, pack)
