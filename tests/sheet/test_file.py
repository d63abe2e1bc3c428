"""The sheet's JSON: what is read, what is refused and where, and that nothing else happens."""

import copy
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcheck.sheet import Sheet, dump_sheet, load_sheet, load_sheets, parse_sheet
from smcheck.sheet import file as sheet_file
from smcheck.sheet.format import MAX_TEXT_LENGTH
from smcheck.sheet.unread import places_of
from smcheck.words.controls import escape_controls
from smcheck.words.exchange import json_text
from smcheck.words.fault import Fault
from support.builders import EXAMPLE, PACK, sheet_of

MINIMAL: dict[str, Any] = {"format": 1, "pack": "social-media", "answers": {}}
STORED: dict[str, Any] = {
    **EXAMPLE,
    "id": "7f3a",
    "created": "2025-11-22T14:02:00+00:00",
    "modified": "2026-11-22T09:30:15.250000+01:00",
    "pack_version": PACK.version,
    "pack_hash": "0" * 64,
    "profile": {"role": "Leitung\nKommunikation", "sector": "itk", "country": "de", "size": "50-249"},
    "notes": {"team": "zu zweit [/]", "in_hand": "seit März"},
    "changed_after_result": ["daily", "departments.pr"],
    "answered_after_result": ["goals.service", "in_hand.privacy"],
}


def changed(path: str, value: object, data: dict[str, Any] = EXAMPLE) -> dict[str, Any]:
    """A copy of a sheet's JSON with the value at ``a.b.c`` set."""
    data = copy.deepcopy(data)
    *parents, last = path.split(".")
    table = data
    for key in parents:
        table = table.setdefault(key, {})
    table[last] = value
    return data


def fault_of(data: object) -> Fault:
    """The fault that parsing raises."""
    with pytest.raises(Fault) as caught:
        parse_sheet(data, PACK)
    return caught.value


def read(content: bytes, name: str = "beispiel.json") -> Sheet | Fault:
    """The only sheet or fault in a file's bytes."""
    (found,) = load_sheets(content, name, PACK)
    return found


def fault_in(content: bytes, name: str = "beispiel.json") -> Fault:
    """The only fault in a file's bytes."""
    found = read(content, name)
    assert isinstance(found, Fault)
    return found


# ── what is read ──────────────────────────────────────────────────────────────────────────────


def test_example() -> None:
    """The design's example gives its answers by path."""
    sheet = parse_sheet(EXAMPLE, PACK)
    assert (sheet.organisation, sheet.respondent, sheet.pack) == ("Beispiel GmbH", "A. B.", "social-media")
    assert dict(sheet.profile) == {"sector": "itk", "country": "de", "size": "50-249"}
    assert dict(sheet.answers) == {
        "team.dedicated": "yes",
        "team.cross_departmental": "no",
        "team.ad_hoc": "unknown",
        "departments.marketing": "yes",
        "departments.pr": "no",
        "departments.sales": "no",
        "departments.support": "na",
        "goals.awareness": "yes",
        "goals.service": "yes",
        "challenges.privacy": "yes",
        "in_hand.privacy": "no",
        "daily": "marketing",
        "targets": "some",
    }


def test_minimal() -> None:
    """Only format, pack and answers are required."""
    assert Sheet("social-media") == parse_sheet(MINIMAL, PACK)


@pytest.mark.parametrize("data", [EXAMPLE, MINIMAL, STORED])
def test_dump_gives_what_was_parsed(data: dict[str, Any]) -> None:
    """Dumping gives the same JSON, and parsing that the same sheet."""
    sheet = parse_sheet(data, PACK)
    assert data == dump_sheet(sheet, PACK)
    assert sheet == parse_sheet(dump_sheet(sheet, PACK), PACK)


def test_dump_is_in_the_packs_order() -> None:
    """However the answers came in, they go out in the order in which they are asked."""
    answers = {"targets": "all", "goals": {"service": "yes", "awareness": "yes"}, "team": {"ad_hoc": "no"}}
    found = dump_sheet(sheet_of(answers), PACK)["answers"]
    assert list(found) == ["team", "goals", "targets"]
    assert list(found["goals"]) == ["awareness", "service"]


def test_dates_keep_their_zone() -> None:
    """Moments are read with their offset, and the day is that of the last change, as it was there."""
    sheet = parse_sheet(STORED, PACK)
    assert sheet.modified == datetime.fromisoformat("2026-11-22T09:30:15.250000+01:00")
    on = sheet.on()
    assert on is not None
    assert on.isoformat() == "2026-11-22"


def test_a_role_is_free_text() -> None:
    """A role is kept as typed, control characters and markup included."""
    role = "[/] \x1b[31m \u202e"
    assert role == parse_sheet(changed("profile.role", role), PACK).profile["role"]


@pytest.mark.parametrize("question", ["daily", "targets"])
def test_unknown_answers_a_question(question: str) -> None:
    """“Don't know” answers a question with one answer too."""
    assert sheet_of({question: "unknown"}).answer(question) == "unknown"


# ── what is refused ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("path", "value", "place", "nearest"),
    [
        ("organization", "x", "organization", "organisation"),
        ("pack", "socialmedia", "pack", "social-media"),
        ("pack", "another", "pack", ""),
        ("pack", ["social-media"], "pack", ""),
        ("profile.sectors", "itk", "profile.sectors", "sector"),
        ("profile.sector", "ITK", "profile.sector", "itk"),
        ("profile.country", "deu", "profile.country", "de"),
        ("profile.size", "50-250", "profile.size", "50-249"),
        ("answers.teams", {}, "answers.teams", "team"),
        ("answers.team.dedicatet", "yes", "answers.team.dedicatet", "dedicated"),
        ("answers.departments.Sales", "yes", "answers.departments.Sales", "sales"),
        ("answers.in_hand.privaci", "yes", "answers.in_hand.privaci", "privacy"),
        ("answers.team.dedicated", "Yes", "answers.team.dedicated", "yes"),
        ("answers.team.dedicated", "unkown", "answers.team.dedicated", "unknown"),
        ("answers.team.dedicated", True, "answers.team.dedicated", ""),
        ("answers.team.dedicated", 1, "answers.team.dedicated", ""),
        ("answers.team.dedicated", None, "answers.team.dedicated", ""),
        ("answers.team.dedicated", ["yes"], "answers.team.dedicated", ""),
        ("answers.team.dedicated", "na", "answers.team.dedicated", ""),  # nothing that could be missing
        ("answers.goals.service", "na", "answers.goals.service", ""),
        ("answers.daily", "markting", "answers.daily", "marketing"),
        ("answers.daily", {"marketing": "yes"}, "answers.daily", ""),
        ("answers.daily", "Nobody", "answers.daily", "nobody"),
        ("answers.targets", False, "answers.targets", ""),
        ("notes.teams", "x", "notes.teams", "team"),
        ("changed_after_result", ["daily", "departments.p"], "changed_after_result[1]", "departments.pr"),
        ("changed_after_result", [["daily"]], "changed_after_result[0]", ""),
        ("answered_after_result", ["dayly"], "answered_after_result[0]", "daily"),
    ],
)
def test_unknown_word(path: str, value: object, place: str, nearest: str) -> None:
    """An unknown key, id or value is named with its exact place and the nearest valid word."""
    fault = fault_of(changed(path, value))
    assert (place, nearest) == (fault.place, fault.nearest)
    assert fault.expected
    assert "unknown" in fault.found


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        ("organisation", 1, "organisation"),
        ("organisation", None, "organisation"),
        ("respondent", ["A. B."], "respondent"),
        ("id", {}, "id"),
        ("pack_version", 1.0, "pack_version"),
        ("pack_hash", True, "pack_hash"),
        ("profile", [], "profile"),
        ("profile.role", 3, "profile.role"),
        ("profile.sector", 3, "profile.sector"),
        ("answers", [], "answers"),
        ("answers", None, "answers"),
        ("answers.team", "yes", "answers.team"),
        ("answers.team", ["dedicated"], "answers.team"),
        ("notes", "x", "notes"),
        ("notes.team", 1, "notes.team"),
        ("changed_after_result", "daily", "changed_after_result"),
        ("changed_after_result", {"daily": 1}, "changed_after_result"),
        ("answered_after_result", "daily", "answered_after_result"),
        ("created", 0, "created"),
        ("created", "yesterday", "created"),
        ("modified", "2026-11-22", "modified"),
        ("modified", "2026-11-22T14:02:00", "modified"),  # without an offset it is no moment
        ("format", "1", "format"),
        ("format", True, "format"),
        ("format", 0, "format"),
        ("format", 1.5, "format"),
        ("format", None, "format"),
    ],
)
def test_wrong_type(path: str, value: object, place: str) -> None:
    """A value of the wrong type is named with its place and what is expected there."""
    fault = fault_of(changed(path, value))
    assert place == fault.place
    assert fault.found.startswith("found ")
    assert fault.expected


# ── another version of the pack ───────────────────────────────────────────────────────────────

NEWER: dict[str, Any] = {
    **STORED,
    "pack_version": "9.1.0",
    "profile": {"role": "PR", "sector": "space", "founded": "1999", "size": "50-249"},
    "answers": {
        "team": {"dedicated": "yes", "robot": "no", "agency": "often"},
        "daily": "robot",
        "targets": {"awareness": "yes"},
        "goals": "many",
        "budget": "small",
        "channels": {"video": "yes"},
    },
    "notes": {"team": "zu zweit", "budget": "knapp"},
    "changed_after_result": ["daily", "team.robot"],
    "answered_after_result": ["channels.video"],
    "remarks": {"text": "–", "by": ["A. B."]},
}


def test_what_another_version_asked_is_kept() -> None:
    """Unknown keys, ids and values of a sheet that names another version are kept and are no answers."""
    sheet = parse_sheet(NEWER, PACK)

    assert dict(sheet.profile) == {"role": "PR", "size": "50-249"}
    assert dict(sheet.answers) == {"team.dedicated": "yes"}
    assert dict(sheet.notes) == {"team": "zu zweit"}
    assert (sheet.changed_after_result, sheet.answered_after_result) == (("daily",), ())
    assert dict(sheet.unread) == {
        "profile": {"sector": "space", "founded": "1999"},
        "answers": {
            "team": {"robot": "no", "agency": "often"},
            "daily": "robot",
            "targets": {"awareness": "yes"},
            "goals": "many",
            "budget": "small",
            "channels": {"video": "yes"},
        },
        "notes": {"budget": "knapp"},
        "changed_after_result": ["team.robot"],
        "answered_after_result": ["channels.video"],
        "remarks": {"text": "–", "by": ["A. B."]},
    }
    assert places_of(sheet.unread) == [
        "remarks",
        "profile.sector",
        "profile.founded",
        "answers.team.robot",
        "answers.team.agency",
        "answers.daily",
        "answers.targets.awareness",
        "answers.goals",
        "answers.budget",
        "answers.channels.video",
        "notes.budget",
    ]


def test_what_another_version_asked_is_written_again() -> None:
    """The JSON of such a sheet is as it was; an answer given since stands in place of the unknown one."""
    sheet = parse_sheet(NEWER, PACK)
    assert json.loads(json_text(dump_sheet(sheet, PACK))) == NEWER
    assert sheet == parse_sheet(dump_sheet(sheet, PACK), PACK)
    answered = dump_sheet(sheet.with_answer("daily", "marketing"), PACK)["answers"]
    assert answered == {**NEWER["answers"], "daily": "marketing"}


@pytest.mark.parametrize("version", ["", PACK.version, None])
def test_what_is_unknown_to_the_version_that_is_named_is_at_fault(version: str | None) -> None:
    """Only another version is a reason to keep what is unknown; another hash makes it another version."""
    data = {key: value for key, value in NEWER.items() if key not in {"pack_version", "pack_hash"}}
    named = data if version is None else {**data, "pack_version": version}
    assert "unknown key" in fault_of(named).found
    assert "unknown key" in fault_of({**named, "pack_hash": PACK.hash}).found
    assert parse_sheet({**named, "pack_hash": "abc"}, PACK).unread == parse_sheet(NEWER, PACK).unread


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        ("answers.budget", 3, "answers.budget"),
        ("answers.channels", {"video": None}, "answers.channels"),
        ("answers.channels", {"video": {"a": "yes"}}, "answers.channels"),
        ("answers.channels", {"a video": "yes"}, "answers.channels"),
        ("answers.Channels", "x", "answers.Channels"),
        ("answers.team", ["robot"], "answers.team"),
        ("answers.team.robot", True, "answers.team.robot"),
        ("answers.channels", {}, "answers.channels"),
        ("profile.founded", 1999, "profile.founded"),
        ("notes.budget", ["x"], "notes.budget"),
        ("changed_after_result", ["a video"], "changed_after_result[0]"),
        ("changed_after_result", [1], "changed_after_result[0]"),
        ("remarks", "\ud800", "remarks"),
        ("notes.budget", "\ud800", "notes.budget"),
        ("organisation", 1, "organisation"),
    ],
)
def test_what_no_version_can_have_asked_is_at_fault(path: str, value: object, place: str) -> None:
    """Wrong types, and ids that are none, are at fault whatever version is named."""
    assert place == fault_of(changed(path, value, NEWER)).place


@pytest.mark.parametrize("data", [None, [], "sheet", 1, True])
def test_not_an_object(data: object) -> None:
    """A sheet is an object."""
    assert fault_of(data).expected == "an object {…}"


@pytest.mark.parametrize("key", ["format", "pack", "answers"])
def test_missing(key: str) -> None:
    """Each required key is missed by name."""
    data = {name: value for name, value in MINIMAL.items() if name != key}
    fault = fault_of(data)
    assert (key, "missing") == (fault.place, fault.found)


@pytest.mark.parametrize("number", [2, 10**30])
def test_newer_format(number: int) -> None:
    """A newer format is called that, whatever new keys and answers it brings."""
    fault = fault_of({**changed("answers.weather", "fine"), "format": number, "mood": "good"})
    assert (fault.place, fault.found, fault.expected) == ("format", "written by a newer smcheck", "1")


def test_foreign_pack() -> None:
    """A sheet of another pack is called that before its answers are looked at."""
    fault = fault_of({"format": 1, "pack": "security", "answers": {"firewall": "yes"}})
    expected = "social-media; or name the sheet's own pack with --pack FOLDER"
    assert (fault.place, fault.expected) == ("pack", expected)


def test_text_too_long() -> None:
    """A text beyond any sense is refused."""
    fault = fault_of(changed("organisation", "x" * (MAX_TEXT_LENGTH + 1)))
    assert (fault.place, fault.found) == ("organisation", "a text that is too long")


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("organisation", "organisation"),
        ("profile.role", "profile.role"),
        ("notes.team", "notes.team"),
        ("id", "id"),
    ],
)
def test_half_a_character(path: str, place: str) -> None:
    r"""``\ud800`` alone is valid in JSON and is no text: it could not be written again."""
    content = json.dumps(changed(path, "\ud800")).encode()
    assert place == fault_in(content).place


def test_long_keys_are_cut_in_the_place() -> None:
    """A key of any length makes a line that can be read."""
    fault = fault_of(changed("answers.team." + "x" * 5000, "yes"))
    assert fault.place.startswith("answers.team.xxx")
    assert len(str(fault)) < 400


def test_many_keys_given_once() -> None:
    """A key given twice among very many is found without comparing each with each."""
    keys = ",".join(f'"{number}":1' for number in range(60_000))
    assert fault_in(f'{{{keys},"x":1,"x":1}}'.encode()).found == "key “x” given twice"


# ── files ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("content", "found", "place"),
    [
        (b"", "not JSON", "line 1, column 1"),
        (b"{", "not JSON", "line 1, column 2"),
        (b'{"format": 1 2}', "not JSON", "line 1, column 14"),
        (b'{\n"format" 1}', "not JSON", "line 2, column 10"),
        (b"{} {}", "not JSON", "line 1, column 4"),
        (b'{"format": NaN}', "not JSON (NaN)", ""),
        (b'{"format": -Infinity}', "not JSON (-Infinity)", ""),
        (b'{"format": ' + b"1" * 5000 + b"}", "not JSON", ""),
        (b"[" * 100_000, "not JSON", ""),
        (b'{"a":' * 100_000, "not JSON", ""),
        (b'{"format": 1, "pack": "\xe4"}', "not UTF-8", "byte 23"),
        ("{}".encode("utf-16"), "UTF-16, not UTF-8", ""),
        ("{}".encode("utf-16-be"), "UTF-16, not UTF-8", ""),
        (b'{"format": 1, "format": 1}', "key “format” given twice", ""),
        (b'{"answers": {"team": {"ad_hoc": "yes", "ad_hoc": "no"}}}', "key “ad_hoc” given twice", ""),
    ],
)
def test_not_json(content: bytes, found: str, place: str) -> None:
    """What is no JSON object is refused with its reason and place, in one line that names the file."""
    fault = fault_in(content)
    assert fault.found.startswith(found)
    assert place == fault.place
    assert str(fault).startswith("beispiel.json: ")
    assert "\n" not in str(fault)


@pytest.mark.parametrize("depth", range(150, 1000, 25))
def test_nested_values(depth: int) -> None:
    """A value nested to any depth that the reader takes is still only a fault."""
    content = json.dumps(MINIMAL)[:-2] + '"team": ' + "[" * depth + "]" * depth + "}}"
    assert type(fault_in(content.encode())).__name__ == "Fault"


def test_byte_order_mark() -> None:
    """Editors on Windows put a mark in front; it is no fault."""
    content = b"\xef\xbb\xbf" + json.dumps(EXAMPLE).encode()
    assert parse_sheet(EXAMPLE, PACK) == read(content)
    lines = content + b"\n" + json.dumps(MINIMAL).encode()
    assert [parse_sheet(EXAMPLE, PACK), parse_sheet(MINIMAL, PACK)] == list(load_sheets(lines, "-", PACK))


def test_pretty_printed() -> None:
    """One object over many lines is one sheet, under any name."""
    content = json.dumps(EXAMPLE, indent=2).encode()
    for name in ("beispiel.json", "beispiel", "-"):
        assert parse_sheet(EXAMPLE, PACK) == read(content, name)


@pytest.mark.parametrize(
    "text",
    [
        '{\n"format": 1, "pack": "social-media", "answers":\n{"team": {"dedicated": "yes"}}\n}\n',
        '{"format": 1, "pack": "social-media", "answers":\n{"team": {"dedicated": "yes"}}}',
        '{"pack": "social-media", "answers": {"team": {"dedicated": "yes"}}\n, "format": 1}',
        '{"format": 1, "pack": "social-media", "answers": {"team": {"dedicated": "yes"}}\n}',
    ],
)
def test_an_object_on_a_line_of_its_own(text: str) -> None:
    """However the lines of one sheet are broken, it is one."""
    (found,) = load_sheets(text.encode(), "a.json", PACK)
    assert isinstance(found, Sheet)
    assert dict(found.answers) == {"team.dedicated": "yes"}


def test_a_line_that_is_cut_off_behind_a_comma() -> None:
    """It is one damaged line, and the next is a sheet all the same."""
    content = b'{"format": 1, "pack": "social-media",\n' + json.dumps(EXAMPLE).encode() + b"\n"
    fault, sheet = load_sheets(content, "a", PACK)
    assert isinstance(fault, Fault)
    assert (fault.file, sheet) == ("a:1", parse_sheet(EXAMPLE, PACK))


@pytest.mark.parametrize("name", ["alle.jsonl", "-"])
@pytest.mark.parametrize(
    "bad", [b"{oops}", b'{"format": 1}', b"[]", b'{"format": 1, "pack": "\xff"}', b'{"a": 1, "a": 2}']
)
@pytest.mark.parametrize("position", [0, 1, 2])
def test_one_bad_line(name: str, bad: bytes, position: int) -> None:
    """A line at fault is named by its number, and the others are read."""
    good = json.dumps(EXAMPLE).encode()
    lines = [good, good, good]
    lines[position] = bad
    found = list(load_sheets(b"\n\n".join(lines) + b"\n", name, PACK))
    faults = [entry for entry in found if isinstance(entry, Fault)]
    assert [f"{name}:{2 * position + 1}"] == [fault.file for fault in faults]
    assert [parse_sheet(EXAMPLE, PACK)] * 2 == [entry for entry in found if isinstance(entry, Sheet)]


@pytest.mark.parametrize("name", ["eins.jsonl", "eins.json", "eins"])
def test_what_a_file_holds_is_seen_from_its_bytes(name: str) -> None:
    """One sheet over several lines, or a sheet on each line: the name of the file says nothing."""
    lines = "".join(json.dumps(sheet) + "\n" for sheet in (EXAMPLE, MINIMAL)).encode()
    assert [parse_sheet(EXAMPLE, PACK), parse_sheet(MINIMAL, PACK)] == list(load_sheets(lines, name, PACK))
    printed = json.dumps(EXAMPLE, indent=2).encode()
    assert [parse_sheet(EXAMPLE, PACK)] == list(load_sheets(printed, name, PACK))


def test_a_file_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of sheets beyond the limit is refused, read whole or as lines."""
    monkeypatch.setattr(sheet_file, "MAX_FILE_BYTES", 100)
    content = json.dumps(EXAMPLE).encode()
    for name in ("beispiel.json", "alle.jsonl"):
        fault = fault_in(content, name)
        assert (fault.file, fault.found, fault.expected) == (name, "too large", "at most 100 bytes")


def sized(size: int, **more: Any) -> bytes:
    """The example as JSON of so many bytes, filled up with notes."""
    data = {**EXAMPLE, **more, "notes": dict.fromkeys(PACK.question_by_id, "")}
    left = size - len(json.dumps(data))
    for question in PACK.question_by_id:
        data["notes"][question] = "x" * min(left, MAX_TEXT_LENGTH)
        left -= len(data["notes"][question])
    return json.dumps(data).encode()


@pytest.mark.parametrize(
    ("more", "limit"), [({}, sheet_file.MAX_SHEET_BYTES), ({"id": "7f3a"}, sheet_file.MAX_STORED_SHEET_BYTES)]
)
@pytest.mark.parametrize("name", ["beispiel.json", "alle.jsonl"])
def test_a_sheet_too_large(name: str, more: dict[str, str], limit: int, tmp_path: Path) -> None:
    """A sheet may have a megabyte, and twelve where it was stored before, whatever the file is called."""
    path = tmp_path / name
    path.write_bytes(sized(limit, **more))
    assert isinstance(read(path.read_bytes(), name), Sheet)
    assert isinstance(load_sheet(path, PACK), Sheet)

    path.write_bytes(sized(limit + 1, **more))
    fault = fault_in(path.read_bytes(), name)
    assert (fault.found, fault.expected) == ("too large", f"at most {limit} bytes")
    with pytest.raises(Fault, match="too large"):
        load_sheet(path, PACK)


def test_the_word_id_in_a_text_is_no_id() -> None:
    """A text that speaks of an "id" does not lift the limit."""
    content = sized(sheet_file.MAX_SHEET_BYTES + 1, respondent='the "id"', organisation="id")
    assert fault_in(content).found == "too large"


def test_large_sheets_among_others() -> None:
    """Lines are lines, however long, and one that is too large does not keep the others from being read."""
    good = json.dumps(EXAMPLE).encode()
    content = b"\n".join([good, sized(2_000_000), sized(2_000_000, id="7f3a"), good])
    found = list(load_sheets(content, "-", PACK))
    assert [type(entry) for entry in found] == [Sheet, Fault, Sheet, Sheet]
    assert str(found[1]) == "-:2: too large; expected: at most 1048576 bytes"


def test_no_memory_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """JSON that takes more memory than there is, is a fault like any other."""

    class Decoder:
        def decode(self, _text: str) -> object:
            raise MemoryError

    monkeypatch.setattr(sheet_file, "_DECODER", Decoder())
    assert fault_in(b"{}").found.startswith("not JSON (")


def test_load_sheet(tmp_path: Path) -> None:
    """A sheet from a file; a fault names the file."""
    path = tmp_path / "beispiel.json"
    path.write_text(json.dumps(EXAMPLE), encoding="utf-8")
    assert parse_sheet(EXAMPLE, PACK) == load_sheet(path, PACK) == load_sheet(str(path), PACK)
    path.write_text(json.dumps(changed("answers.team.ad_hoc", "nein")), encoding="utf-8")
    with pytest.raises(Fault) as caught:
        load_sheet(path, PACK)
    assert (str(path), "answers.team.ad_hoc") == (caught.value.file, caught.value.place)


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there, or is a folder, is a fault."""
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(Fault, match="cannot be read") as caught:
            load_sheet(path, PACK)
        assert str(path) == caught.value.file


# ── anything at all ───────────────────────────────────────────────────────────────────────────

WORDS = st.sampled_from([*PACK.question_by_id, "yes", "no", "na", "format", "pack", "answers", "profile"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(WORDS | st.text(max_size=10), inner, max_size=4)
    ),
    max_leaves=12,
)


def parsed_or_fault(data: object) -> None:
    """Parsing gives a sheet that survives its JSON, or a fault of one line that is safe to show."""
    try:
        sheet = parse_sheet(data, PACK)
    except Fault as fault:
        line = str(fault)
    else:
        line = "a sheet"
        assert sheet == parse_sheet(json.loads(json.dumps(dump_sheet(sheet, PACK))), PACK)
    assert line
    assert line == escape_controls(line)


@given(JSON)
def test_any_json(data: object) -> None:
    """Any JSON value is a sheet or a fault, nothing else."""
    parsed_or_fault(data)


@given(st.data(), JSON)
def test_any_value_anywhere(data: st.DataObject, value: object) -> None:
    """A sheet with any one value replaced by anything is a sheet or a fault, nothing else."""
    paths = [key for key in STORED if key != "answers"]
    paths += [f"profile.{key}" for key in STORED["profile"]]
    paths += [f"answers.{question}" for question in PACK.question_by_id]
    paths += [f"answers.{path}" for path in PACK.items]
    path = data.draw(st.sampled_from(paths))
    base = changed("answers", {}, STORED) if path.count(".") > 1 else STORED
    parsed_or_fault(changed(path, value, base))


@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    """Any bytes give sheets and faults, nothing else."""
    for found in load_sheets(content, "-", PACK):
        assert isinstance(found, Sheet | Fault)


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=3))
def test_damaged_bytes(position: int, damage: bytes) -> None:
    """A stored sheet with some bytes overwritten gives sheets and faults, nothing else."""
    content = bytearray(json.dumps(STORED, indent=1, ensure_ascii=False).encode())
    start = position % len(content)
    content[start : start + len(damage)] = damage
    for found in load_sheets(bytes(content), "-", PACK):
        assert isinstance(found, Sheet | Fault)
