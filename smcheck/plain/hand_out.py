"""Handing out: choose a format and hear where the file lies."""

from collections.abc import Mapping
from pathlib import Path

from smcheck.plain.choices import Choice, choose, rows
from smcheck.plain.talk import Talk
from smcheck.report.case import Case
from smcheck.report.hand_out import formats, hand_out
from smcheck.words.fault import Fault
from smcheck.words.language import _


def ask_hand_out(talk: Talk, case: Case, supposed: Mapping[str, str]) -> None:
    """Ask for a format, write the file into the folder that smcheck was started in, and say where it lies.

    ``supposed`` are answers of what if, by path.

    Raises:
        Quit: the sitting is left.
    """
    endings = formats(supposed=bool(supposed))
    choices = [Choice(name, ending) for ending, name in endings.items()]
    talk.say("", *rows(choices))
    place = choose(talk, _("Which format? "), choices)
    if place is None:
        return
    try:
        path = hand_out(case, list(endings)[place], Path.cwd(), supposed)
    except (Fault, OSError) as reason:
        talk.refuse(str(reason))
        return
    talk.say(_("Saved: {file}").format(file=path))
