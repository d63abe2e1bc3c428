"""The settings: kept whole or not at all, read with all that people put into such a file by hand."""

import stat
from functools import partial
from pathlib import Path

import pytest

from smcheck.settings import Settings, brand_file, change_settings, read_settings, settings_path
from smcheck.words.fault import Fault


def test_where_nothing_was_chosen(tmp_path: Path) -> None:
    """Without a file, or where there can be none, all settings are empty, and no file is made."""
    assert read_settings(tmp_path / "settings.toml") == Settings() == read_settings(None)
    assert list(tmp_path.iterdir()) == []


def test_what_was_chosen_is_read_again(tmp_path: Path) -> None:
    """Each setting by itself, with any characters; what is not named stays; an empty text takes one back."""
    file = tmp_path / "new" / "folder" / "settings.toml"
    change_settings(file, theme="smcheck-light", language="de")
    change_settings(file, name='Kim "K" \\ Müller\n[/]', figures="bitkom-2012")
    assert read_settings(file) == Settings("de", "smcheck-light", "bitkom-2012", 'Kim "K" \\ Müller\n[/]')
    assert change_settings(file, theme="") == read_settings(file)
    assert "theme" not in file.read_text(encoding="utf-8")


def test_what_another_window_chose_meanwhile_stays(tmp_path: Path) -> None:
    """The file is read anew before it is written."""
    file = tmp_path / "settings.toml"
    change_settings(file, theme="nord")
    file.write_text('theme = "dracula"\nname = "Kim"\n', encoding="utf-8")
    assert change_settings(file, language="en") == Settings("en", "dracula", "", "Kim")


def test_the_brand_lies_beside_the_settings(tmp_path: Path) -> None:
    """Where its place is relative; none was chosen without one, or where no settings can be kept."""
    file = tmp_path / "settings.toml"
    assert brand_file(read_settings(file), file) is None
    settings = change_settings(file, brand="brands/own.yml")
    assert brand_file(settings, file) == tmp_path / "brands" / "own.yml"
    assert brand_file(settings, None) is None
    assert brand_file(settings._replace(brand="/else/own.yml"), file) == Path("/else/own.yml")
    with pytest.raises(Fault, match="no such home folder"):
        brand_file(settings._replace(brand="~nobody-here-7/own.yml"), file)


def test_only_the_owner_can_read_them(tmp_path: Path) -> None:
    """The file and the folders that are made for it."""
    file = tmp_path / "folder" / "settings.toml"
    change_settings(file, name="Kim")
    assert (stat.S_IMODE(file.stat().st_mode), stat.S_IMODE(file.parent.stat().st_mode)) == (0o600, 0o700)


def test_a_link_to_the_file_stays_a_link(tmp_path: Path) -> None:
    """Some people keep all such files in one place, and link to them."""
    (tmp_path / "kept").mkdir()
    link = tmp_path / "settings.toml"
    link.symlink_to(tmp_path / "kept" / "own.toml")
    change_settings(link, theme="nord")
    assert (link.is_symlink(), read_settings(tmp_path / "kept" / "own.toml").theme) == (True, "nord")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'theme = "nord', "end of the file: not TOML (a bracket or a quote that is not closed)"),
        (b"\xff", "byte 0: not UTF-8"),
        (b"theme = 3", "theme: not a text: 3; expected: a text in quotes"),
        (b'[theme]\nname = "nord"', "theme: not a text: {'name': 'nord'}; expected: a text in quotes"),
        (b'lang = "de"', "unknown setting “lang”; expected: language, theme, figures, name"),
        (b'language = "da"', "language: unknown language “da”; expected: de, en"),
        (b'name = "' + b"x" * 1001 + b'"', "name: too long; expected: at most 1000 characters"),
        (b"#" * 70_000, "too large; expected: at most 65536 bytes"),
    ],
)
def test_a_damaged_file_is_told_and_never_written_over(tmp_path: Path, content: bytes, told: str) -> None:
    """One sentence with file, place, what was found and expected; the file stays as somebody wrote it."""
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    for act in (partial(read_settings, file), partial(change_settings, file, theme="nord")):
        with pytest.raises(Fault) as fault:
            act()
        assert str(fault.value).startswith(f"{file}: {told}")
    assert (file.read_bytes(), list(tmp_path.iterdir())) == (content, [file])


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"language": "fr"}, "language: unknown language “fr”; expected: de, en"),
        ({"name": "x" * 1001}, "name: too long"),
        ({"name": "half \udc80"}, "name: a text with half a character cannot be stored"),
    ],
)
def test_what_cannot_be_kept(tmp_path: Path, changes: dict[str, str], told: str) -> None:
    """It is told before anything is written."""
    file = tmp_path / "settings.toml"
    with pytest.raises(Fault) as fault:
        change_settings(file, **changes)
    assert str(fault.value).startswith(told)
    assert not file.exists()


def test_a_place_that_cannot_be_written_to(tmp_path: Path) -> None:
    """A folder stands where the file would be, or a file where its folder would be: told, nothing changed."""
    (tmp_path / "settings.toml").mkdir()
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for file in (tmp_path / "settings.toml", tmp_path / "file" / "settings.toml"):
        with pytest.raises(Fault) as fault:
            change_settings(file, theme="nord")
        assert str(tmp_path) in str(fault.value)
    assert (tmp_path / "file").read_text(encoding="utf-8") == "x"


def test_which_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What SMCHECK_SETTINGS names, else the platform's; none where no home is known."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert settings_path({"SMCHECK_SETTINGS": "~/own.toml"}) == tmp_path / "own.toml"
    platform = settings_path({"SMCHECK_SETTINGS": ""})
    assert platform == settings_path({})
    assert platform is not None
    assert (platform.name, platform.is_relative_to(tmp_path)) == ("settings.toml", True)
    with pytest.raises(Fault, match="no such home folder"):
        settings_path({"SMCHECK_SETTINGS": "~nobody-of-this-name/own.toml"})


def test_no_home_folder_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then nothing can be chosen, and what needs no settings works."""
    monkeypatch.setattr("smcheck.settings.platform_folder", _no_home)
    assert settings_path({}) is None


def _no_home(*_arguments: str) -> Path:
    raise Fault("no home folder is known")
