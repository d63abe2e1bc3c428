"""The interface's language: German and English, through gettext catalogues."""

import gettext
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

LANGUAGES = ("de", "en")
"""The languages that the interface speaks, as ISO 639 codes."""

_DOMAIN = "smcheck"
_FOLDER = Path(__file__).resolve().parent.parent / "locale"

_current = "en"


def _(message: str) -> str:
    """``message`` in the language in use."""
    return _catalogue(_current).gettext(message)


def n_(singular: str, plural: str, n: int) -> str:
    """The form that goes with ``n`` things, in the language in use."""
    return _catalogue(_current).ngettext(singular, plural, n)


def language() -> str:
    """The language in use."""
    return _current


def use(code: str) -> None:
    """Speak this language from now on; argparse's own texts included."""
    global _current  # noqa: PLW0603 - a program speaks one language at a time, as gettext itself holds it
    _current = code
    # argparse asks gettext's process-wide domain, which asks this variable.
    os.environ["LANGUAGE"] = code
    gettext.bindtextdomain(_DOMAIN, str(_FOLDER))
    gettext.textdomain(_DOMAIN)


def preferred(option: str | None, environ: Mapping[str, str]) -> str:
    """The language to speak: the option, else SMCHECK_LANG, else the locale, else English."""
    for wish in (option, environ.get("SMCHECK_LANG")):
        if wish in LANGUAGES:
            return wish
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or _system_locale()
    code = locale[:2].lower()
    return code if code in LANGUAGES else "en"


def _system_locale() -> str:
    import locale  # only where the environment says nothing, as on Windows

    try:
        return (locale.getlocale()[0] or "").replace("German", "de")
    except ValueError:  # a locale that Python does not know
        return ""


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    compiled = _FOLDER / code / "LC_MESSAGES" / f"{_DOMAIN}.mo"
    source = compiled.with_suffix(".po")
    if source.exists() and not _is_current(compiled, source):
        return _compiled_in_memory(source)
    if compiled.exists():
        with compiled.open("rb") as file:
            return gettext.GNUTranslations(file)
    return gettext.NullTranslations()


def _is_current(compiled: Path, source: Path) -> bool:
    return compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime


def _compiled_in_memory(source: Path) -> gettext.NullTranslations:
    """The catalogue of a clone whose texts were edited since it was installed."""
    try:
        from babel.messages import mofile, pofile
    except ImportError:  # a development tool; without it a clone speaks English
        return gettext.NullTranslations()
    from io import BytesIO

    buffer = BytesIO()
    with source.open("rb") as file:
        mofile.write_mo(buffer, pofile.read_po(file))
    buffer.seek(0)
    return gettext.GNUTranslations(buffer)
