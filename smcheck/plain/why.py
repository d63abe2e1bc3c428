"""Why: choose a number or a piece of advice and hear how it came about."""

from collections.abc import Iterator

from smcheck.plain.choices import Choice, choose, rows
from smcheck.plain.reading import sentence, why_lines
from smcheck.plain.talk import Talk
from smcheck.report.case import Case
from smcheck.report.comparison import section_items
from smcheck.report.content import Subject
from smcheck.report.overview import overview
from smcheck.report.why import why
from smcheck.words.language import _


def ask_why(talk: Talk, case: Case) -> None:
    """Ask what is to be explained, and explain it, until nothing more is asked.

    Raises:
        Quit: the sitting is left.
    """
    titles = _titles(case)
    subjects = [*titles, *_items(case)]
    choices = [
        Choice(title, text=sentence(title))
        for title in (titles.get(subject) or why(case, subject).title for subject in subjects)
    ]
    talk.say("", *rows(choices[: len(titles)]))
    talk.say(_("Each single answer can be asked about, too: say its first letters. ? reads all of them."))
    while (place := choose(talk, _("Why? "), choices)) is not None:
        talk.say(*why_lines(why(case, subjects[place])))


def _titles(case: Case) -> dict[Subject, str]:
    """What the overview tells, with the title of each step; the others are called as their explanation is."""
    content = overview(case)
    numbers = (
        Subject("benchmark"),
        *(line.subject for line in content.sections),
        content.goals.subject,
        content.challenges.subject,
    )
    surveys = (Subject("source", source.id) for source in case.figures.sources)
    return {
        **dict.fromkeys(numbers, ""),
        **{step.subject: step.title for step in (*content.steps, *content.also)},
        **{look.subject: look.title for look in content.second_looks},
        **dict.fromkeys((*surveys, Subject("completeness")), ""),
    }


def _items(case: Case) -> Iterator[Subject]:
    """Every item that a section counts or lists."""
    for section in case.pack.sections:
        yield from (Subject("item", item.path) for item in section_items(case, section.id))
