"""The interface's language: German and English, translated with gettext.

The catalogue ``locale/de/LC_MESSAGES/smcheck.mo`` is compiled from the ``.po`` beside it by the build, and
by hand after the ``.po`` was edited (see CONTRIBUTING). Where it is missing, English is the fallback.
"""

import gettext
import os
from collections.abc import Mapping
from pathlib import Path

LANGUAGES = ("de", "en")
"""The languages that the interface speaks, as ISO 639 codes."""

_DOMAIN = "smcheck"
_FOLDER = Path(__file__).resolve().parent.parent / "locale"

_language = "en"
_translations = gettext.NullTranslations()


def _(message: str) -> str:
    """The translation of ``message`` into the language in use."""
    return _translations.gettext(message)


def N_(message: str) -> str:  # noqa: N802 - gettext's name for it
    """Mark a text in a table for extraction; it is translated where it is shown, with ``_``."""
    return message


def n_(singular: str, plural: str, n: int) -> str:
    """The translation of the singular or the plural, whichever goes with ``n`` things."""
    return _translations.ngettext(singular, plural, n)


def language() -> str:
    """The language in use."""
    return _language


def use(code: str) -> None:
    """Speak this language from now on, argparse's own texts included; English is the fallback."""
    global _language, _translations  # noqa: PLW0603 - one language at a time, as in gettext
    _language = code
    _translations = gettext.translation(_DOMAIN, _FOLDER, [code], fallback=True)
    # argparse asks gettext's process-wide domain, which asks this variable.
    os.environ["LANGUAGE"] = code
    gettext.bindtextdomain(_DOMAIN, str(_FOLDER))
    gettext.textdomain(_DOMAIN)


def preferred_language(option: str | None, environ: Mapping[str, str]) -> str:
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
