"""Whom to talk to about a step, and what to say first, as lines."""

from smcheck.report.document.model import Step
from smcheck.words.fault import quote
from smcheck.words.language import _


def who_line(step: Step) -> str:
    """Whom to talk to; empty where nobody is named."""
    return _("Who: {who}").format(who=step.who) if step.who else ""


def say_line(step: Step) -> str:
    """What to say first; empty where there is nothing."""
    return _("Say: {question}").format(question=quote(step.say)) if step.say else ""
