"""What a value in a pack should have been, in the reader's language, whatever pydantic says of it."""

import datetime as dt
import random
import re
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from smcheck.files.toml import parse_toml
from smcheck.pack import load_pack
from smcheck.pack.models import FigureSet, Model, PackFile
from smcheck.pack.shapes import shape_faults
from smcheck.pack.texts import Texts
from smcheck.words import language
from smcheck.words.fault import Fault
from support.builders import PACK

ENGLISH = re.compile(r"\b(?:should|valid|input|must|value|than|instance)\b", re.IGNORECASE)


def everything(folder: Path) -> None:
    """Read all files of a pack that are looked at here."""
    pack = load_pack(folder)
    pack.texts("de")
    pack.figures()


@pytest.mark.parametrize(
    ("file", "old", "new", "found", "expected"),
    [
        ("pack.toml", "minutes = 3", 'minutes = "3"', "„3“", "eine ganze Zahl"),
        ("pack.toml", "minutes = 3", "minutes = 3.5", "3.5", "eine ganze Zahl"),
        ("pack.toml", "minutes = 3", "minutes = nan", "NaN", "eine ganze Zahl"),
        ("pack.toml", "minutes = 3", "minutes = 0", "0", "mindestens 1"),
        ("pack.toml", "minutes = 3", "minutes = 99999", "99999", "höchstens 600"),
        ("pack.toml", 'id = "dedicated"', "id = true", "true", "ein Text in Anführungszeichen"),
        ("pack.toml", 'id = "dedicated"', 'id = "A B"', "„A B“", "ein Text der Form ^[a-z0-9]"),
        ("pack.toml", 'id = "dedicated"', f'id = "{"x" * 61}"', "„xxx", "höchstens 60 Zeichen"),
        ("pack.toml", "na = true", 'na = "yes"', "„yes“", "true oder false, ohne Anführungszeichen"),
        ("pack.toml", "dated = ", 'dated = "today" #', "„today“", "ein Tag wie 2026-11-22, ohne Anführung"),
        ("pack.toml", "[[sections]]", "sections = []\n[[x]]", "[]", "mindestens ein Eintrag"),
        ("pack.toml", "[[sections]]", "sections = 3\n[[x]]", "3", "eine Liste in eckigen Klammern"),
        ("de.toml", "title = ", "title = [] #", "[]", "ein Text in Anführungszeichen"),
        ("de.toml", "title = ", 'title = "" #', "„“", "ein Text, der nicht leer ist"),
        ("figures/documented.toml", "percent = 51", 'percent = "51"', "„51“", "eine Zahl mit höchstens 6"),
        ("figures/documented.toml", "percent = 51", "percent = 101", "101", "höchstens 100"),
        (
            "figures/documented.toml",
            "percent = 51",
            "percent = 0.1234567",
            "0.1234567",
            "höchstens 6 Nachkommastellen",
        ),
        ("pack.toml", "urgency = 1", "urgency = 4", "4", "höchstens 3"),
        ("pack.toml", "unless = [{ solo = true }]", "unless = [{ solo = 1 }]", "1", "true oder false"),
    ],
)
def test_said_in_german(tmp_path: Path, file: str, old: str, new: str, found: str, expected: str) -> None:
    """The fault names what was found as it was written, and what was expected, with no English in it."""
    shutil.copytree(PACK.folder, tmp_path / "pack")
    path = tmp_path / "pack" / file
    text = path.read_text("utf-8")
    if new.startswith("sections"):  # a key of the whole file stands before its first table
        text = text.replace("[profile]", new.partition("\n")[0] + "\n[profile]", 1).replace(old, "[[x]]")
    else:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")
    before = language.language()
    language.use("de")
    try:
        with pytest.raises(Fault) as caught:
            everything(tmp_path / "pack")
        faults = str(caught.value)
    finally:
        language.use(before)
    assert (f"gefunden: {found}" in faults, f"erwartet: {expected}" in faults) == (True, True), faults
    assert not ENGLISH.search(faults.partition("gefunden")[2])


ODD: tuple[Any, ...] = (
    *(True, 0, -1, 10**11, 10**400, 2**80_000),
    *("", "ä", "A B", "x" * 2001),
    *map(
        Decimal,
        ("1.5", "1.0000001", "1E+20", "1234567.5", "1E+2000000", "1E-2000000", "NaN", "sNaN", "-Infinity"),
    ),
    *(dt.date(2026, 1, 1), dt.datetime(2026, 1, 1, tzinfo=dt.UTC), dt.time(1, 2)),
    *([], ["a"], [{}], {}, {"A B": "x"}, {"a": {}}, {"int": 3, "decimal": True, "[key]": 1}),
)
"""Values as TOML can give them, which few places can hold."""


def damaged(table: dict[str, Any], part: Any) -> Iterator[dict[str, Any]]:
    """The table with each odd value at each place inside ``part`` of it, one after the other."""
    for key, value in [*(part.items() if isinstance(part, dict) else enumerate(part))]:
        if isinstance(value, dict | list):
            yield from damaged(table, value)
        for odd in ODD:
            part[key] = odd
            yield table
        part[key] = value


@pytest.mark.parametrize(
    ("model", "name"), [(PackFile, "pack.toml"), (Texts, "en.toml"), (FigureSet, "figures/documented.toml")]
)
def test_every_odd_value_is_told(model: type[Model], name: str, chance: random.Random, *, long: bool) -> None:
    """Whatever stands at whichever place of a file: it fits, or it is told, once and never in English."""
    table = parse_toml(PACK.contents[name], name)
    seen: set[str] = set()
    before = language.language()
    language.use("de")
    try:
        for changed in damaged(table, table):
            if not long and chance.random() > 0.1:
                continue
            try:
                model.model_validate(changed)
            except ValidationError as error:
                faults = [*shape_faults(error, model, name)]
                assert faults
                assert len({(fault.place, fault.found) for fault in faults}) == len(faults)
                seen |= {fault.expected for fault in faults if fault.rule != "unknown-key"}
    finally:
        language.use(before)
    assert not {text for text in seen if ENGLISH.search(text)}
