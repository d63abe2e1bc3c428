"""What stands around page one: whose answers these are, and what they were measured against."""

from collections.abc import Iterator

from smcheck.report.case import Case
from smcheck.report.content import Overview
from smcheck.report.labels import (
    LONGEST_NAME,
    choice_fact,
    choice_label,
    figure_set_label,
    join_words,
    one_line,
    source_text,
    survey,
)
from smcheck.words.controls import clip
from smcheck.words.language import _, n_
from smcheck.words.numbers import long_day

_MOST_SURVEYS = 2
"""Surveys whose groups the foot of page one has room for."""


def situation(case: Case) -> tuple[str, ...]:
    """Whose answers these are, of which day, and how many there are; a line each."""
    on, profile, texts = case.sheet.on(), case.sheet.profile, case.texts
    facts = [choice_fact(texts, field, profile.get(field, "")) for field in ("sector", "country")]
    size = choice_label(texts, "size", profile.get("size", ""))
    facts.append(_("{n} employees").format(n=size) if size else "")
    first = _("Self-assessment of {day}").format(day=long_day(on)) if on else _("Self-assessment")
    known = ", ".join(filter(None, facts))
    return (
        f"{first}: {known}." if known else f"{first}.",
        *_respondent(case),
        _completeness(case),
    )


def _respondent(case: Case) -> Iterator[str]:
    names = (case.sheet.respondent, case.sheet.profile.get("role", ""))
    who = ", ".join(filter(None, (clip(name.strip(), LONGEST_NAME) for name in names)))
    if who:
        yield _("Answered by {who}.").format(who=who)


def _completeness(case: Case) -> str:
    """How many answers there are, and how many of them are “don't know”."""
    completeness = case.result.completeness
    if completeness.missing and completeness.answered == completeness.unknown == 1:
        return _("1 of {asked} answers is given; it is “don't know”.").format(asked=completeness.asked)
    if completeness.missing:
        text = n_(
            "{answered} of {asked} answers is given.",
            "{answered} of {asked} answers are given.",
            completeness.answered,
        )
    else:
        text = n_("The one answer is given.", "All {asked} answers are given.", completeness.asked)
    sentence = text.format(answered=completeness.answered, asked=completeness.asked)
    if not completeness.unknown:
        return sentence
    if completeness.unknown == completeness.answered > 1:
        all_ = _("All of them are “don't know”.")
        return f"{sentence} {all_}"
    unknown = n_("One of them is “don't know”.", "{n} of them are “don't know”.", completeness.unknown)
    return f"{sentence} {unknown.format(n=completeness.unknown)}"


def sources_note(case: Case, content: Overview) -> str:
    """What was measured against and whom that asked, how old it is, and what is no survey's but ours."""
    return _note(case, content, _surveys(case))


def sources_short(case: Case, content: Overview) -> str:
    """The same without whom the surveys asked."""
    return _note(case, content, figure_set_label(case.texts, case.figures.id))


def _note(case: Case, content: Overview, surveys: str) -> str:
    measured = _("Measured against: {figures}.").format(figures=surveys)
    own = _("Who usually takes charge of what is our judgement; there is no survey on it.")
    return " ".join((measured, content.yardstick, own if case.result.needs.open else "")).strip()


def _surveys(case: Case) -> str:
    """The surveys with those whom they asked; the name of the set alone where they are many."""
    words = [source_text(case.texts, case.figures, source.id) for source in case.figures.sources]
    if len(words) > _MOST_SURVEYS or None in words:
        return figure_set_label(case.texts, case.figures.id)
    return join_words(
        f"{survey(source)} ({one_line(found.population)})"
        for source, found in zip(case.figures.sources, words, strict=True)
        if found
    )
