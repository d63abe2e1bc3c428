"""Which language is spoken."""

import locale

import pytest

from smcheck.words.language import LANGUAGES, language, preferred_language, use


@pytest.mark.parametrize(
    ("option", "environ", "expected"),
    [
        ("de", {"SMCHECK_LANG": "en", "LANG": "en_GB.UTF-8"}, "de"),
        ("en", {"SMCHECK_LANG": "de"}, "en"),
        (None, {"SMCHECK_LANG": "de", "LANG": "en_GB.UTF-8"}, "de"),
        (None, {"LANG": "de_DE.UTF-8"}, "de"),
        (None, {"LANG": "de_AT"}, "de"),
        (None, {"LANG": "DE"}, "de"),
        (None, {"LANG": "en_US.UTF-8"}, "en"),
        (None, {"LANG": "fr_FR.UTF-8"}, "en"),
        (None, {"LANG": "C.UTF-8"}, "en"),
        (None, {"LANG": "POSIX"}, "en"),
        (None, {"LC_ALL": "de_DE.UTF-8", "LC_MESSAGES": "en_GB", "LANG": "en_GB"}, "de"),
        (None, {"LC_MESSAGES": "de_DE.UTF-8", "LANG": "en_GB"}, "de"),
        (None, {"LC_ALL": "", "LANG": "de_DE"}, "de"),
        (None, {"SMCHECK_LANG": "", "LANG": "de_DE"}, "de"),
        (None, {"SMCHECK_LANG": "fr", "LANG": "de_DE"}, "de"),  # a language that is not spoken is passed over
        ("fr", {"LANG": "de_DE"}, "de"),
    ],
)
def test_preferred(option: str | None, environ: dict[str, str], expected: str) -> None:
    """The option, else SMCHECK_LANG, else the locale in its usual order, else English."""
    assert expected == preferred_language(option, environ)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("de_DE", "de"),
        ("German_Germany", "de"),
        ("German_Austria", "de"),
        ("English_Germany", "en"),
        (None, "en"),
    ],
)
def test_system_locale(monkeypatch: pytest.MonkeyPatch, name: str | None, expected: str) -> None:
    """Where the environment says nothing, as on Windows, the system is asked."""
    monkeypatch.setattr(locale, "getlocale", lambda: (name, "UTF-8"))
    assert expected == preferred_language(None, {})


def test_a_locale_that_python_does_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    """A locale beyond Python is no reason to stop: English."""

    def refuse() -> tuple[str, str]:
        raise ValueError("unknown locale: UTF-8")

    monkeypatch.setattr(locale, "getlocale", refuse)
    assert preferred_language(None, {}) == "en"


def test_use(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language is spoken from then on."""
    monkeypatch.setenv("LANGUAGE", "")
    before = language()
    for code in LANGUAGES:
        use(code)
        assert code == language()
    use(before)
