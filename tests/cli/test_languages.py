"""The command line in German and English."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from smcheck.store import Store
from support.cli import EXAMPLE_FILE, Outcome

Run = Callable[..., Outcome]


@pytest.mark.parametrize("place", ["before", "after", "joined", "variable", "locale"])
def test_german_faults(run: Run, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    """German by option, wherever it stands, by SMCHECK_LANG and by the locale."""
    monkeypatch.setenv("SMCHECK_LANG", "de" if place == "variable" else "")
    monkeypatch.setenv("LANG", "de_DE.UTF-8" if place == "locale" else "C.UTF-8")
    before = {"before": ["--lang", "de"], "joined": ["--lang=de"]}.get(place, [])
    after = ["--lang", "de"] if place == "after" else []
    outcome = run(*before, "score", "nowhere.json", *after)
    assert outcome.err == "smcheck: nowhere.json: weder eine Datei noch ein gespeicherter Bogen\n"


def test_the_option_wins(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """--lang goes before SMCHECK_LANG, and SMCHECK_LANG before the locale."""
    monkeypatch.setenv("SMCHECK_LANG", "de")
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert "no such file" in run("--lang", "en", "score", "nowhere").err
    monkeypatch.setenv("SMCHECK_LANG", "en")
    assert "no such file" in run("score", "nowhere").err


def test_a_language_that_is_not_spoken(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """SMCHECK_LANG with another language stops nothing, but is told once, unless --lang is given."""
    monkeypatch.setenv("SMCHECK_LANG", "fr\x1b")
    outcome = run("schema", "sheet")
    assert (outcome.code, outcome.out[0]) == (0, "{")
    assert outcome.err == "smcheck: SMCHECK_LANG: unknown language “fr␛”; expected: de, en\n"
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert "Sprache „fr␛“ gibt es nicht; erwartet: de, en" in run("schema", "sheet").err
    assert run("--lang", "en", "schema", "sheet").err == ""


def test_an_organisation_called_like_an_option(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands after ``--`` is no option, so it changes no language."""
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
    outcome = run("new", "--", "--lang=de")
    assert (outcome.code, outcome.out.splitlines()[0][:8]) == (0, "One ques")


@pytest.mark.parametrize(("typed", "stored"), [("  ", ""), (" Beispiel GmbH\t", "Beispiel GmbH")])
def test_blanks_around_an_organisation(
    run: Run, store_file: Path, monkeypatch: pytest.MonkeyPatch, typed: str, stored: str
) -> None:
    """They are no part of a name given with ``new``, and blanks alone are none: it is asked for then."""
    monkeypatch.setattr("sys.stdin", io.StringIO("\n" * (5 if stored else 6) + "1\nq\n"))
    outcome = run("new", typed)
    assert (outcome.code, "Organisation: " in outcome.out) == (0, not stored)
    assert [entry.organisation for entry in Store(store_file).list_sheets()] == [stored]


@pytest.mark.parametrize(
    "command",
    [
        "",
        "new",
        "ask",
        "example",
        "list",
        "show",
        "delete",
        "export",
        "import",
        "score",
        "report",
        "lint",
        "schema",
        "completion",
    ],
)
def test_german_help(run: Run, command: str) -> None:
    """The help of every command is German throughout, argparse's own words included."""
    arguments = [command] if command else []
    outcome = run("--lang", "de", *arguments, "--help")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Aufruf: smcheck")
    english = run("--lang", "en", *arguments, "--help").out
    assert english.startswith("usage: smcheck")
    for text in english.split("\n\n")[1:]:  # each section below the usage is another one
        assert text not in outcome.out


def test_german_usage_errors(run: Run) -> None:
    """What argparse finds is German too."""
    outcome = run("--lang", "de", "score")
    assert (outcome.code, outcome.err.startswith("Aufruf: smcheck score")) == (2, True)
    assert "Fehler: " in outcome.err


@pytest.mark.parametrize("answer", ["j\n", "ja\n"])
def test_german_yes(run: Run, monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    """Where German is asked, German is understood."""

    class Keyboard(io.StringIO):
        def isatty(self) -> bool:
            return True

    id_ = run("import", str(EXAMPLE_FILE)).out.strip()
    monkeypatch.setattr("sys.stdin", Keyboard(answer))
    outcome = run("--lang", "de", "delete", id_)
    assert (outcome.code, run("list").out) == (0, "")


def test_json_knows_no_language(run: Run) -> None:
    """The same bytes in both languages."""
    german, english = (
        run("--lang", code, "score", str(EXAMPLE_FILE), "--format", "json").out for code in ("de", "en")
    )
    assert english == german


def test_a_pack_without_the_language(run: Run, tmp_path: Path) -> None:
    """A pack that speaks German only is shown in German, with the English of the program around it."""
    own = tmp_path / "own"
    (own / "figures").mkdir(parents=True)
    for file in EXAMPLE_FILE.parent.rglob("*.toml"):
        if file.name != "en.toml":
            (own / file.relative_to(EXAMPLE_FILE.parent)).write_bytes(file.read_bytes())
    outcome = run("--pack", str(own), "score", str(EXAMPLE_FILE))
    assert (outcome.code, "The next steps" in outcome.out, "Ziele" in outcome.out) == (0, True, True)


def test_the_language_chosen_in_the_app(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It goes before the locale, and after --lang and SMCHECK_LANG."""
    (tmp_path / "settings.toml").write_text('language = "de"\n', encoding="utf-8")
    assert "weder eine Datei noch" in run("score", "nowhere.json").err
    assert "no such file" in run("--lang", "en", "score", "nowhere").err
    monkeypatch.setenv("SMCHECK_LANG", "en")
    assert "no such file" in run("score", "nowhere").err


def test_settings_at_fault_stop_nobody(run: Run, tmp_path: Path) -> None:
    """They are told in one line, and the command does what it does without settings."""
    (tmp_path / "settings.toml").write_text("language = de\n", encoding="utf-8")
    outcome = run("schema", "sheet")
    assert (outcome.code, outcome.out[0]) == (0, "{")
    assert outcome.err == (
        f"smcheck: The language that was chosen in the app cannot be read: {tmp_path}/settings.toml:"
        " line 1, column 12: not TOML (no value that TOML knows; texts stand in quotes)\n"
    )
