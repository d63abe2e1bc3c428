"""The filled sheet of an invented company that a pack may come with."""

import os

from smcheck.pack import Pack
from smcheck.sheet.file import load_sheet
from smcheck.sheet.sheet import Sheet
from smcheck.words.fault import Fault
from smcheck.words.language import _

_NAME = "example.json"


def has_example(pack: Pack) -> bool:
    """Whether the pack comes with an example."""
    return os.path.lexists(pack.folder / _NAME)  # a link to nowhere is one at fault, not none


def example_sheet(pack: Pack) -> Sheet:
    """The pack's example.

    Raises:
        Fault: there is none, or it is no sheet of this pack.
    """
    if not has_example(pack):
        raise Fault(_("this questionnaire has no example"), file=str(pack.folder))
    return load_sheet(pack.folder / _NAME, pack)
