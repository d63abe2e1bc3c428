"""What somebody chose once for all sheets: theme, language, survey, name, brand; kept in a file of TOML.

A setting that was never chosen does not stand in the file. A file that cannot be understood is never written
over: whoever edited it by hand gets it back as it was.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from smcheck.files.platform import platform_folder
from smcheck.words.fault import Fault, quote_short, unknown_word
from smcheck.words.language import LANGUAGES, _
from smcheck.words.system_error import system_reason

FILE_NAME = "settings.toml"
_LARGEST = 64 * 1024
"""Bytes that the file may have."""
_LONGEST = 1000
"""Characters that a setting may have."""


class Settings(NamedTuple):
    """What was chosen; an empty text where nothing was."""

    language: str = ""
    """The language of the interface, an ISO 639 code."""
    theme: str = ""
    """The colours of the app, by their name in its list of themes."""
    figures: str = ""
    """The id of the figure set that the app measures against."""
    name: str = ""
    """Who comments on results, as it stands under a comment."""
    brand: str = ""
    """The file of the brand that reports are made in; a relative one lies beside the settings."""


def settings_path(environ: Mapping[str, str]) -> Path | None:
    """The file: what SMCHECK_SETTINGS names, else the one in the platform's folder for settings.

    There is none where no home folder is known, as in a container that runs as an unknown user.

    Raises:
        Fault: SMCHECK_SETTINGS begins with the home of a user that does not exist.
    """
    given = environ.get("SMCHECK_SETTINGS")
    try:
        if not given:
            return platform_folder("config", "SMCHECK_SETTINGS") / FILE_NAME
    except Fault:
        return None
    try:
        return Path(given).expanduser()
    except RuntimeError:
        raise Fault(_("no such home folder"), file=given) from None


def read_settings(path: Path | None) -> Settings:
    """The settings in a file; none where there is no file.

    Raises:
        Fault: the file cannot be read, is no TOML, or holds what is no setting.
    """
    from smcheck.files.reading import read_bytes, unreadable

    try:
        if path is None or not path.exists():
            return Settings()
    except OSError as error:
        raise unreadable(system_reason(error), str(path)) from None
    from smcheck.files.toml import parse_toml  # most people never chose anything

    values = parse_toml(read_bytes(path, _LARGEST), str(path))
    try:
        return Settings(**{key: _setting(key, value) for key, value in values.items()})
    except Fault as fault:
        raise fault.within(str(path)) from None


def brand_file(settings: Settings, path: Path | None) -> Path | None:
    """The file of the brand that was chosen, if one was; ``path`` is the file of the settings.

    Raises:
        Fault: it begins with the home of a user that does not exist.
    """
    if path is None or not settings.brand:
        return None
    try:
        return path.parent / Path(settings.brand).expanduser()
    except RuntimeError:
        raise Fault(_("no such home folder"), file=str(path), place="brand") from None


def change_settings(path: Path, **changes: str) -> Settings:
    """Choose other settings, and keep them; those that are not named stay as they are in the file by now.

    Args:
        path: the file.
        changes: settings by their names; an empty text takes one back.

    Raises:
        Fault: what stands in the file is no settings, a new one is none, or nothing can be written there; the
            file is as it was then.
    """
    import tomli_w  # not to read settings

    from smcheck.files.writing import make_private_folder, write_file

    for key, value in changes.items():
        _check(key, value)
    changed = read_settings(path)._replace(**changes)
    chosen = {key: value for key, value in changed._asdict().items() if value}
    file = Path(os.path.realpath(path))  # a link to where somebody keeps such files stays one
    make_private_folder(file.parent)
    write_file(file, tomli_w.dumps(chosen), force=True)
    return changed


def _setting(key: str, value: object) -> str:
    """The value of a setting as the file has it."""
    if key not in Settings._fields:
        raise unknown_word(_("setting"), key, Settings._fields)
    if not isinstance(value, str):
        found = _("not a text: {value}").format(value=quote_short(value))
        raise Fault(found, place=key, expected=_("a text in quotes"))
    _check(key, value)
    return value


def _check(key: str, value: str) -> None:
    """Raise the fault of a setting that cannot be kept."""
    if len(value) > _LONGEST:
        raise Fault(_("too long"), place=key, expected=_("at most {n} characters").format(n=_LONGEST))
    if key == "language" and value and value not in LANGUAGES:
        raise unknown_word(_("language"), value, LANGUAGES, place=key)
    try:
        value.encode()
    except UnicodeEncodeError:
        raise Fault(_("a text with half a character cannot be stored"), place=key) from None
