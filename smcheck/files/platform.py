"""The folders that the platform gives a program: for its data, for its settings."""

from pathlib import Path
from typing import Literal

from smcheck.words.fault import Fault
from smcheck.words.language import _


def platform_folder(purpose: Literal["data", "config"], remedy: str) -> Path:
    """The folder for smcheck's data or configuration; it need not exist.

    Args:
        purpose: what is kept in it.
        remedy: what to give instead where there is no such folder.

    Raises:
        Fault: no home folder is known, as in a container that runs as an unknown user.
    """
    from platformdirs import user_config_path, user_data_path  # not needed where the place is given

    of_user = user_data_path if purpose == "data" else user_config_path
    try:
        folder = of_user("smcheck", appauthor=False)
    except (RuntimeError, KeyError):
        folder = Path()
    if not folder.is_absolute():  # some versions leave “~” as it is
        raise Fault(_("no home folder is known"), expected=remedy)
    return folder
