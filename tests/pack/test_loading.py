"""Reading a pack: where it is found, and what is said of one that does not fit."""

import shutil
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from smcheck.files.toml import parse_toml
from smcheck.pack import default_folder, load_pack
from smcheck.pack.files import LARGEST, LARGEST_PACK
from smcheck.pack.loading import restore_pack
from smcheck.words.fault import Fault


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped pack to break."""
    copy = tmp_path / "pack"
    shutil.copytree(default_folder(), copy)
    return copy


def replace(path: Path, old: str, new: str) -> None:
    """Replace the first ``old`` in a file, which has one."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def fault_of(folder: Path) -> Fault:
    """What is said of a pack that cannot be loaded."""
    with pytest.raises(Fault) as caught:
        load_pack(folder)
    return caught.value


def test_the_shipped_pack_is_found() -> None:
    """The default folder is there, in a clone as in an installed copy, and holds the pack of the clone."""
    clone = Path(__file__).resolve().parents[2] / "questions" / "social-media"

    assert clone.name == default_folder().name
    assert (clone / "pack.toml").read_bytes() == (default_folder() / "pack.toml").read_bytes()


def test_a_copy_is_the_same_pack(folder: Path) -> None:
    """Where a pack lies does not matter: the same files have the same hash."""
    assert load_pack().hash == load_pack(folder).hash


def test_one_changed_byte_is_another_pack(folder: Path) -> None:
    """A change in any file, texts included, changes the hash."""
    before = load_pack(folder).hash
    replace(folder / "de.toml", "Kampagnen, Marke", "Marke, Kampagnen")

    assert before != load_pack(folder).hash


def test_an_unknown_key_names_the_nearest_word(folder: Path) -> None:
    """A misspelt key is named with its place, the known keys and the nearest of them."""
    replace(folder / "pack.toml", "minutes = 3", "minutes = 3\nsektions = 1")

    fault = fault_of(folder)

    assert str(folder / "pack.toml") == fault.file
    assert fault.place == "sektions"
    assert fault.nearest == "sections"
    assert "minutes" in fault.expected.split(", ")


def test_an_unknown_key_deep_inside_names_the_keys_there(folder: Path) -> None:
    """The nearest word is one that is known at that place."""
    replace(folder / "pack.toml", '{ id = "dedicated", favourable', '{ id = "dedicated", favorable')

    fault = fault_of(folder)

    assert fault.place == "questions[0].items[0].favorable"
    assert fault.nearest == "favourable"


def test_a_dangling_id_names_the_nearest_word(folder: Path) -> None:
    """An id that nothing has is named with its place and the nearest id."""
    replace(folder / "pack.toml", 'each_of = "challenges"', 'each_of = "challenge"')

    fault = fault_of(folder)

    assert fault.place == "questions[6].each_of"
    assert fault.nearest == "challenges"


def test_a_newer_format_is_refused(folder: Path) -> None:
    """A pack in a format to come is not half understood."""
    replace(folder / "pack.toml", "format = 2", "format = 3")

    fault = fault_of(folder)

    assert fault.place == "format"
    assert fault.expected == "2"


def test_what_is_not_toml_is_named_with_its_line(folder: Path) -> None:
    """A slip of the pen is found again."""
    replace(folder / "pack.toml", "format = 2", "format = ")

    fault = fault_of(folder)

    assert str(folder / "pack.toml") == fault.file
    assert fault.place == "line 3, column 10"


def test_what_is_not_utf_8_is_named_with_its_byte(folder: Path) -> None:
    """Another encoding is not guessed."""
    (folder / "pack.toml").write_bytes(b"# Gr\xfc\xdfe\n")

    fault = fault_of(folder)

    assert fault.found == "not UTF-8"
    assert fault.place == "byte 4"


def test_a_folder_without_a_pack_is_named(tmp_path: Path) -> None:
    """An empty folder is no pack."""
    fault = fault_of(tmp_path)

    assert str(tmp_path) == fault.file
    assert fault.found == "no pack.toml in this folder"


def test_a_folder_that_is_none_is_named(tmp_path: Path) -> None:
    """Neither is one that does not exist."""
    fault = fault_of(tmp_path / "none")

    assert str(tmp_path / "none") == fault.file
    assert fault.found == "not a folder"


def test_a_file_that_cannot_be_read_is_named(folder: Path) -> None:
    """A folder in a file's place is said to be one, without a traceback."""
    (folder / "pack.toml").unlink()
    (folder / "pack.toml").mkdir()

    fault = fault_of(folder)

    assert str(folder / "pack.toml") == fault.file
    assert fault.found.startswith("cannot be read")


def test_a_huge_file_is_refused_before_it_is_parsed(folder: Path) -> None:
    """A pack is text, not data."""
    (folder / "pack.toml").write_bytes(b"#\n" * (LARGEST // 2) + b"\n")

    fault = fault_of(folder)

    assert fault.found == "too large"


def test_many_large_files_are_refused(folder: Path) -> None:
    """Neither is a pack of many files, each of them as large as it may be."""
    for number in range(LARGEST_PACK // LARGEST):
        (folder / "figures" / f"x{number}.toml").write_bytes(b"#\n" * (LARGEST // 2))

    fault = fault_of(folder)

    assert (fault.file, fault.found, fault.rule) == (str(folder), "too large", "large-file")


def test_a_larger_pack_that_was_read_before_still_opens(folder: Path) -> None:
    """The limits are those of the folder: what a store has kept from other times is read however large."""
    contents = {**load_pack().contents}
    contents["pack.toml"] += b"#\n" * LARGEST
    contents["de.toml"] += b"#" * 100_000

    pack = restore_pack(folder, contents)

    assert (pack.id, pack.texts("de").title) == ("social-media", load_pack().texts("de").title)


@pytest.mark.parametrize(
    ("line", "reason", "place"),
    [
        ("a = 2", "given twice", "line 2, column 6"),
        ("[b]\n[b]", "given twice", "line 3, column 3"),
        ("x = [1", "a bracket or a quote that is not closed", "end of the file"),
        ("x = {y = 1", "a bracket or a quote that is not closed", "line 2, column 11"),
        ('x = "a', "a bracket or a quote that is not closed", "line 2, column 7"),
        ("x = 1 2", "something stands behind the value", "line 2, column 7"),
        ("x", "no “=” after the key", "line 2, column 2"),
        ("x = yes", "no value that TOML knows; texts stand in quotes", "line 2, column 5"),
        ("x = 2026-02-30", "no such day or time", "line 2, column 5"),
        ('x = "\\q"', "a “\\” that begins no character", "line 2, column 8"),
        ("= 1", "a character that does not belong there", "line 2, column 1"),
        (f"x{'.x' * 20} = 1", "a key of too many parts", ""),
        (f"x = {'9' * 5000}", "nested too deeply or numbers too long", ""),
        (f"x = {'[' * 5000}", "nested too deeply or numbers too long", ""),
    ],
)
def test_what_is_not_toml_is_told_in_words(line: str, reason: str, place: str) -> None:
    """Whatever the parser finds is told in our words, with the place where the parser knows it."""
    with pytest.raises(Fault) as caught:
        parse_toml(f"a = 1\n{line}\n".encode(), "x.toml")

    fault = caught.value
    assert (f"not TOML ({reason})", place, "not-toml") == (fault.found, fault.place, fault.rule)


def test_a_language_is_read_when_it_is_asked_for(folder: Path) -> None:
    """A fault in one language leaves the others usable."""
    (folder / "de.toml").write_text("title = 1", "utf-8")
    pack = load_pack(folder)

    assert pack.texts("en").title == "Social media across the company"
    with pytest.raises(Fault) as caught:
        pack.texts("de")
    assert str(folder / "de.toml") == caught.value.file


def test_a_language_that_the_pack_lacks_becomes_its_first() -> None:
    """Texts are there in any language of the interface."""
    pack = load_pack()

    assert pack.texts("de") is pack.texts("fr")


def test_an_unknown_figure_set_names_the_nearest() -> None:
    """A figure set is asked for by people, who misspell."""
    with pytest.raises(Fault) as caught:
        load_pack().figures("ragan-2021")
    assert caught.value.nearest == "ragan-2012"


CONTENT = (default_folder() / "pack.toml").read_bytes()
BYTES = st.one_of(
    st.binary(max_size=3), st.sampled_from([b'"', b"[", b"]", b"\n", b"= ", b"1e9", b"inf", b"{}"])
)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped pack whose structure every example overwrites."""
    copy = tmp_path_factory.mktemp("packs") / "pack"
    shutil.copytree(default_folder(), copy)
    return copy


@given(st.lists(st.tuples(st.integers(0, len(CONTENT)), st.integers(0, 20), BYTES), max_size=3))
@example([])
@settings(max_examples=60)
def test_any_bytes_load_or_raise_a_fault(broken: Path, changes: list[tuple[int, int, bytes]]) -> None:
    """Whatever becomes of pack.toml, it loads or is said to be at fault; nothing else is raised."""
    content = bytearray(CONTENT)
    for start, length, new in changes:
        content[start : start + length] = new
    (broken / "pack.toml").write_bytes(content)
    try:
        found = load_pack(broken).id
    except Fault as fault:
        found = fault.file

    assert found in ({"social-media"} if not changes else {found, str(broken / "pack.toml")})
