"""Handing out: choose a format and hear where the file lies."""

from collections.abc import Mapping
from pathlib import Path

from smcheck.plain.choices import Choice, choose, rows
from smcheck.plain.talk import Talk
from smcheck.report.case import Case
from smcheck.report.hand_out import formats, free_path, hand_out, working_folder
from smcheck.words.fault import Fault
from smcheck.words.language import _


def ask_hand_out(talk: Talk, case: Case, supposed: Mapping[str, str], brand_file: Path | None = None) -> None:
    """Ask for a format, write the file into the folder that smcheck was started in, and say where it lies.

    ``supposed`` are answers of what if, by path; ``brand_file`` is the brand that a report is made in.

    Raises:
        Quit: the sitting is left.
    """
    endings = formats(supposed=bool(supposed))
    choices = [Choice(name, ending) for ending, name in endings.items()]
    talk.say("", *rows(choices))
    place = choose(talk, _("Which format? "), choices)
    if place is None:
        return
    ending = list(endings)[place]
    try:
        path = free_path(case, ending, working_folder())
        hand_out(case, ending, path, supposed, brand_file)
    except Fault as fault:
        talk.refuse(str(fault))
        return
    talk.say(_("Saved: {file}").format(file=path))
