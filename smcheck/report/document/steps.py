"""A step as it stands in the document, with the consultant's comment on it."""

from smcheck.report.case import Case
from smcheck.report.comments import own_comment_key
from smcheck.report.content import StepLine
from smcheck.report.document.comments import comment_on
from smcheck.report.document.model import Step
from smcheck.report.steps import step_situation
from smcheck.words.language import _


def document_step(case: Case, step: StepLine, *, then: bool = False) -> Step:
    """A step; with ``then`` its effect is a sentence of its own, else a phrase for a column."""
    key = own_comment_key(step.subject)
    effect = f"{_('Then: {effect}').format(effect=step.effect)}." if step.effect and then else step.effect
    return Step(
        id=key,
        number=step.number,
        title=step.title,
        situation=step_situation(case, step),
        text=step.text,
        who=step.who,
        say=step.say,
        evidence=step.evidence,
        effect=effect,
        comment=comment_on(case, key),
    )
