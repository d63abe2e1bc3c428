"""Surveys: hear about them, and choose which one is measured against in this sitting."""

from collections.abc import Iterator

from smcheck.advice.cautions import as_of
from smcheck.plain.choices import Choice, choose, rows
from smcheck.plain.reading import pair_lines, sentence
from smcheck.plain.sitting import Sitting
from smcheck.report.content import SurveySet
from smcheck.report.passport import passport
from smcheck.report.surveys import figure_rows, survey_sets
from smcheck.words.fault import Fault
from smcheck.words.language import _
from smcheck.words.numbers import percent


def ask_survey(sitting: Sitting) -> bool:
    """Ask which survey is to be measured against, and tell about those that are asked about.

    Returns:
        Whether one was chosen.

    Raises:
        Quit: the sitting is left.
    """
    try:
        sets = survey_sets(sitting.session.pack)
    except Fault as fault:
        sitting.talk.refuse(str(fault))
        return False
    choices = [_choice(entry, in_use=entry.id == sitting.figures) for entry in sets]
    sitting.talk.say("", *rows(choices))
    sitting.talk.say(
        _("A number or a name: measured against it in this sitting. ? and a number, as in ?2: hear about it.")
    )

    def tell(place: int) -> None:
        sitting.talk.say(*_about(sitting, sets[place]))

    place = choose(sitting.talk, _("Which survey? "), choices, tell)
    if place is None:
        return False
    sitting.figures = sets[place].id
    sitting.talk.say(_("From now on measured against: {survey}.").format(survey=sets[place].label))
    return True


def _choice(entry: SurveySet, *, in_use: bool) -> Choice:
    """A set with what it can be compared for, and whether it is the one in use."""
    parts = (entry.label, entry.compares, _("in use") if in_use else "")
    return Choice(entry.label, entry.id, "; ".join(filter(None, parts)) + ".")


def _about(sitting: Sitting, entry: SurveySet) -> Iterator[str]:
    """A set: what to know of it, its percentages, and the passport of each survey."""
    pack = sitting.session.pack
    figures = pack.figures(entry.id)
    yield from ("", f"{entry.label}.", sentence(entry.compares), *filter(None, [entry.note]))
    yield from (f"{row.label}: {percent(row.percent)}." for row in figure_rows(pack, figures))
    on = as_of(pack, sitting.session.sheet)
    for source in entry.sources:
        yield from ("", *pair_lines(passport(pack, figures, source, on)))
