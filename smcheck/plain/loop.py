"""A whole sitting: who answers, the questions, the result, and back to the questions, until it is left."""

import shlex
from collections.abc import Callable

from smcheck.plain.profile import ask_field, is_new, missing_fields
from smcheck.plain.questions import Questions
from smcheck.plain.result import Result
from smcheck.plain.sitting import Sitting
from smcheck.plain.talk import Quit
from smcheck.words.fault import Fault
from smcheck.words.language import _


def run(sitting: Sitting, *, at_result: bool = False, command: str = "smcheck ask") -> None:
    """Hold a sitting until it is left.

    Every answer is in the journal before the next line is read.

    Args:
        sitting: what it works on.
        at_result: begin with the result, as a sitting does that was left there.
        command: the command line that goes on with a stored sheet, without its id.
    """
    try:
        _hold(sitting, at_result=at_result)
    except Quit:
        _say_goodbye(sitting, command)


def command_with_id(command: str, id_: str) -> str:
    """A command line and the id of a sheet, as a shell takes them; an imported id can be any text."""
    return f"{command} {'-- ' if id_.startswith('-') else ''}{shlex.quote(id_)}"


def _hold(sitting: Sitting, *, at_result: bool) -> None:
    """Questions and result by turns; raises Quit once the sitting is left."""
    questions, session = Questions(sitting), sitting.session
    if not at_result and not (session.journal.finished and session.at_review):
        sitting.talk.say(_("One question at a time; h says what can be typed, q leaves."))
        if is_new(session):
            _ask_profile(sitting, questions.describe)
        questions.run()
    while True:
        Result(sitting).run()
        if questions.session is not sitting.session:  # another version of the questionnaire
            questions = Questions(sitting)
        questions.run(from_result=True)


def _ask_profile(sitting: Sitting, describe: Callable[[str, str], bool]) -> None:
    """Ask who answers; what cannot be kept is asked again."""
    sitting.talk.say(_("First, who answers. Press Enter to skip what you do not want to say."))
    for field in tuple(missing_fields(sitting.session, sitting.texts)):
        while (value := ask_field(field, sitting.talk)) and not describe(field.name, value):
            pass


def _say_goodbye(sitting: Sitting, command: str) -> None:
    journal = sitting.session.journal
    if not journal.stored:
        sitting.talk.say("", _("Nothing of this is kept."))
    elif journal.sheet.id:
        text = _("Everything you answered is kept. To go on: {command}")
        try:
            journal.refresh()  # another window may have deleted the sheet
        except Fault as fault:
            sitting.talk.say("", str(fault))
        else:
            sitting.talk.say("", text.format(command=command_with_id(command, journal.sheet.id)))
    else:
        sitting.talk.say("", _("Nothing was answered, so nothing is kept."))
