"""The overview: all that one sees first, in the order in which it is said."""

from smcheck.advice.cautions import age_word, as_of
from smcheck.report.case import Case
from smcheck.report.content import Overview
from smcheck.report.coverage import challenge_group, goal_group, not_known_sentence
from smcheck.report.headline import headline, score_line
from smcheck.report.labels import choice_fact, completeness_words, join_words, sheet_name
from smcheck.report.sections import section_lines
from smcheck.report.steps import no_steps_sentence, second_looks, step_lines
from smcheck.words.language import _, n_
from smcheck.words.numbers import day


def overview(case: Case) -> Overview:
    """The overview of a case."""
    steps, also = step_lines(case)
    return Overview(
        organisation=sheet_name(case.sheet),
        facts=_facts(case),
        completeness=completeness_words(case.result.completeness),
        headline=headline(case),
        score=score_line(case),
        sections=section_lines(case),
        goals=goal_group(case),
        challenges=challenge_group(case),
        not_known=not_known_sentence(case),
        steps=steps,
        no_steps=no_steps_sentence(case),
        also=also,
        second_looks=second_looks(case),
        yardstick=yardstick(case),
    )


def _facts(case: Case) -> tuple[str, ...]:
    """When, which sector, how many employees; what is not known, or is in the sheet's name, is left out."""
    on, profile = case.sheet.on(), case.sheet.profile
    sector, size = (choice_fact(case.texts, field, profile.get(field, "")) for field in ("sector", "size"))
    when = day(on) if on else ""
    named = not case.sheet.organisation.strip() and when in sheet_name(case.sheet)
    facts = ["" if named else when, sector, _("{n} employees").format(n=size) if size else ""]
    return tuple(filter(None, facts))


def yardstick(case: Case) -> str:
    """How old the surveys are, and what they are good for."""
    used = {figure.source for figure in case.figures.figures}
    sources = [source for source in case.figures.sources if source.id in used] or case.figures.sources
    years = sorted({source.year for source in sources})
    aged = any(age_word(source, as_of(case.pack, case.sheet)) for source in sources)
    text = (
        n_(
            "A survey of {years}: a yardstick, not today's market.",
            "Surveys of {years}: a yardstick, not today's market.",
            len(years),
        )
        if aged
        else n_("A survey of {years}.", "Surveys of {years}.", len(years))
    )
    return text.format(years=join_words(map(str, years)))
