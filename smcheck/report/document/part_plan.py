"""The plan to write on, second looks, notes, and comments whose recommendation has fallen away."""

from collections.abc import Iterator

from smcheck.report.case import Case
from smcheck.report.comments import own_comment_key
from smcheck.report.content import Overview
from smcheck.report.document.comments import comments_left
from smcheck.report.document.model import Block, Comments, DocumentPart, Notes, Plan, Questions, Section
from smcheck.report.labels import one_line
from smcheck.words.language import _, n_


def plan_part(case: Case, content: Overview) -> DocumentPart:
    """What is there of plan, second looks and notes."""
    steps, sections = len(content.steps) + len(content.also), tuple(_sections(case, content))
    if not steps:
        return DocumentPart("plan", _("Second looks and notes"), "", sections)
    message = _("To be filled in together: who takes it on, and by when. Best with names of people.")
    agree = n_(
        "One thing to agree on: who does it, and by when",
        "{n} things to agree on: who does each, and by when",
        steps,
    )
    return DocumentPart("plan", _("Plan"), message, sections, agree.format(n=steps))


def _sections(case: Case, content: Overview) -> Iterator[Section]:
    steps = (*content.steps, *content.also)
    if steps:
        first = len(content.steps)
        rows = tuple((step.number, step.title, number < first) for number, step in enumerate(steps))
        heads = (_("What"), _("Who"), _("By when"))
        yield Section("plan", _("Plan"), "", (Plan(heads, rows, _("We look at this plan again on")),))
    if content.second_looks:
        looks = tuple((look.title, look.text) for look in content.second_looks)
        yield Section("second_looks", _("A second look"), "", (Questions(looks),))
    blocks = tuple(_notes(case, content))
    if blocks:
        yield Section("notes", _("Notes and comments"), "", blocks)


def _notes(case: Case, content: Overview) -> Iterator[Block]:
    noted = tuple(
        (one_line(case.texts.questions[question.id].text), case.sheet.notes[question.id])
        for question in case.pack.questions
        if case.sheet.notes.get(question.id)
    )
    if noted:
        yield Notes(noted)
    shown = [f"sections.{section.id}" for section in case.pack.sections]
    shown += [own_comment_key(step.subject) for step in (*content.steps, *content.also)]
    left = comments_left(case, shown)
    if left:
        yield Comments(left)
