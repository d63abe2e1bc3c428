"""Stores that earlier versions wrote, used through the program: all that they hold is there and goes on.

How such a store is made stands in ``tests/store/stores/README.md``; what they hold stands here, by hand.
"""

import json
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from smcheck.store import migrations
from smcheck.store.migrations import VERSION
from support.builders import PACK
from support.cli import program
from support.mirror import State, states_in
from support.stores import assert_whole, reading
from support.terminal import Terminal
from support.terminal_input import DOWN, ENTER, F10

STORES = Path(__file__).resolve().parents[1] / "store" / "stores"
VERSIONS = (1, 2, 3, 4)

EXAMPLE = {
    "team": {
        "dedicated": "no",
        "cross_departmental": "no",
        "ad_hoc": "yes",
        "one_person": "no",
        "one_department": "yes",
        "agency": "no",
    },
    "daily": "marketing",
    "departments": {
        "marketing": "yes",
        "pr": "no",
        "sales": "no",
        "support": "unknown",
        "product_development": "na",
        "hr": "no",
        "management": "yes",
        "it": "no",
        "legal": "no",
    },
    "goals": {
        "awareness": "yes",
        "expert": "no",
        "applicants": "yes",
        "customers": "yes",
        "stakeholders": "no",
        "service": "yes",
    },
    "targets": "some",
    "challenges": {"resources": "yes", "privacy": "yes", "big_data": "no"},
    "in_hand": {"resources": "yes", "privacy": "no"},
}
ONE_DEDICATED = {
    "dedicated": "yes",
    "cross_departmental": "no",
    "ad_hoc": "no",
    "one_person": "no",
    "one_department": "no",
    "agency": "no",
}


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> int:
    """A schema that a store was written with."""
    return int(request.param)


@pytest.fixture
def path(tmp_path: Path, version: int) -> Path:
    """A copy of the store that this schema's version wrote."""
    target = tmp_path / "sheets.db"
    shutil.copyfile(STORES / f"schema-{version}.db", target)
    return target


def flat(answers: dict[str, Any]) -> dict[str, str]:
    """Answers by their paths."""
    found: dict[str, str] = {}
    for question, given in answers.items():
        if isinstance(given, dict):
            found |= {f"{question}.{item}": answer for item, answer in given.items()}
        else:
            found[question] = given
    return found


def test_every_schema_has_its_store() -> None:
    """For each schema up to the present one there is a store to be read for ever."""
    assert [f"schema-{number}.db" for number in range(1, VERSION + 1)] == sorted(
        file.name for file in STORES.glob("*.db")
    )


def test_what_an_older_store_holds(path: Path, version: int) -> None:
    """Sheets, names, answers, notes, late changes, positions and the order of the list are as they were."""
    states = states_in(path)
    done = states["beisp2"]
    assert (done.organisation, done.respondent, done.finished) == ("Beispiel GmbH", "A. B.", True)
    assert flat(EXAMPLE) | {"departments.sales": "yes"} == done.answers
    assert done.notes == {"goals": "bis Jahresende [/]"}
    assert done.entries[:2] == (
        ("profile", "role", "Marketing", False),
        ("profile", "sector", "industry", False),
    )
    late = [("answer", "departments.sales", "yes", True)]
    if version >= 3:
        late.append(("answer", "in_hand.privacy", "no", True))
    assert [entry for entry in done.entries if entry[3]] == late
    assert len(done.entries) == 32
    half = states["halb23"]
    assert (half.organisation, half.position, half.finished) == ("Halb & Halb [EUR]", "departments", False)
    expected: dict[str, Any] = {
        1: {"daily": "unknown", "departments": {"sales": "yes"}},
        2: {"daily": "unknown", "departments": {"hr": "na"}},
        3: {"daily": "agency", "departments": {"hr": "na"}},
        4: {"daily": "agency", "departments": {"hr": "na"}},
    }[version]
    assert flat({"team": ONE_DEDICATED, **expected}) == half.answers
    assert ({} if version == 1 else {"daily": "Wörtlich: „weiß nicht“ 🙂"}) == half.notes
    more = {1: [], 2: ["alt234"], 3: ["neu234"], 4: ["neu234"]}[version]
    assert [*more, "halb23", "beisp2"] == list(states)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert_whole(path)


def test_a_store_that_another_process_brings_up_to_date_meanwhile(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the looks at version and tables another process migrates: no damage is seen."""
    look = migrations._tables
    others: list[int] = []

    def late_look(connection: sqlite3.Connection) -> set[tuple[str, str, str]]:
        if not others:
            others.append(len(others))
            with reading(path) as other:
                others.append(len(other.list_sheets()))
        return look(connection)

    monkeypatch.setattr(migrations, "_tables", late_look)
    with reading(path) as store:
        assert len(store.list_sheets()) == others[1]


@pytest.mark.sample(1)
def test_the_program_reads_an_older_store(path: Path) -> None:
    """``list``, ``show``, ``export`` and ``score`` give what was stored; what was deleted stays deleted."""
    listed = program(path.parent, "list").out
    assert re.search(r"beisp2  2\d Nov 2026  result seen +Beispiel GmbH · A\. B\.\n", listed)
    assert re.search(r"halb23  2\d Nov 2026  result not seen +Halb & Halb \[EUR\]\n", listed)
    assert "weg234" not in listed
    shown = program(path.parent, "show", "--history", "beisp2").out
    assert "Sales: yes · changed after the result was seen" in shown
    assert "bis Jahresende [/]" in shown
    exported = json.loads(program(path.parent, "export", "beisp2").out)
    departments = EXAMPLE["departments"]
    assert isinstance(departments, dict)
    assert {**EXAMPLE, "departments": {**departments, "sales": "yes"}} == exported["answers"]
    scored = json.loads(program(path.parent, "score", "--format", "json", "beisp2").out)
    done = scored["completeness"]
    assert (done["answered"], done["asked"]) == (28, 28)
    assert program(path.parent, "show", "weg234").code == 1


def test_a_result_under_a_pack_of_a_format_that_is_not_read_any_more(tmp_path: Path) -> None:
    """It is measured with the pack as it is now, both versions are told, and nothing is lost."""
    path = tmp_path / "sheets.db"
    shutil.copyfile(STORES / "schema-2.db", path)
    before = states_in(path)["alt234"]
    done = program(tmp_path, "score", "--format", "json", "alt234")
    result = json.loads(done.out)
    items = result["benchmark"]["sections"]["departments"]["items"]
    assert (items["marketing"]["percent"], result["pack"]["version"]) == (90, PACK.version)
    assert re.search(rf"0\.9\.0.*{re.escape(PACK.version)}", done.err)
    assert before == states_in(path)["alt234"]


def test_a_sheet_of_another_version_in_a_store(tmp_path: Path) -> None:
    """What this version does not know is exported as it came, and both versions are told."""
    shutil.copyfile(STORES / "schema-3.db", tmp_path / "sheets.db")
    sheet = json.loads(program(tmp_path, "export", "neu234").out)
    assert sheet["answers"] == {"team": {"dedicated": "yes", "robot": "no"}, "budget": "small"}
    assert (sheet["notes"], sheet["summary"]) == ({"budget": "knapp"}, {"text": "[/]"})
    assert sheet["changed_after_result"] == ["team.dedicated"]
    assert sheet["answered_after_result"] == ["budget"]
    assert re.search(rf"9\.1\.0.*{re.escape(PACK.version)}", program(tmp_path, "show", "neu234").err)


def test_comments_in_a_store(tmp_path: Path) -> None:
    """The last text of each comment stands, with its lines, by whom and when; none that was removed."""
    shutil.copyfile(STORES / "schema-4.db", tmp_path / "sheets.db")
    sheet = json.loads(program(tmp_path, "export", "neu234").out)
    at = "2026-11-28T11:00:00+00:00"
    assert {"text": "Gut unterwegs.\nNächstes Jahr wieder. [/]", "by": "C. D.", "at": at} == sheet["summary"]
    assert {"sections.team": {"text": "Zu dritt.", "by": "C. D.", "at": at}} == sheet["comments"]


@pytest.mark.sample(1)
def test_the_app_goes_on_with_an_older_store(path: Path) -> None:
    """The sheet under way opens at its question; the next answer is stored beside all that was there."""
    states = states_in(path)
    before = states["halb23"]
    with Terminal(path.parent) as window:
        window.wait_for("Halb & Halb [EUR]", "Beispiel GmbH")
        window.press(*[DOWN] * [*states].index("halb23"), ENTER)
        window.wait_for("Which departments")
        window.press("9")
        window.wait_for("9 [x]")
        window.press(F10)
        assert window.wait_end() == 0
    after: State = states_in(path)["halb23"]
    assert (*before.entries, ("answer", "departments.legal", "yes", False)) == after.entries
