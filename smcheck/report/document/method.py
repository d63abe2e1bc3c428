"""How a result comes about, in sentences for a client; true for every pack and every figure set."""

from collections.abc import Iterator

from smcheck.report.case import Case
from smcheck.report.labels import join_words, section_inline
from smcheck.words.language import _, n_


def method_sentences(case: Case) -> tuple[str, ...]:
    """The rules of the calculation, in their order; those that play no part in this result are left out."""
    return (*_scores(case), *_overall(case), *_others(case))


def _scores(case: Case) -> Iterator[str]:
    """What is compared, and how a section is scored."""
    judged = case.result.benchmark.sections.values()
    names = join_words(section_inline(case, section.id) for section in judged)
    yield _("Only what a survey has a percentage for is compared.")
    yield _("Judged: {sections}. Each point that is met counts 1, each other one 0.").format(sections=names)
    yield _("A score is 100 × points met ÷ all points. “Does not exist here” counts as “no”.")
    yield _("“Don't know” counts 0 at the lower end and 1 at the upper end: hence the ranges.")
    yield _("For the surveyed companies the same is calculated with the survey's percentages.")
    if any(section.comparison is None for section in judged):
        yield _("A section is compared if at least three of its points have a percentage and exist here.")


def _overall(case: Case) -> Iterator[str]:
    """How the sections make one number and a verdict, and what the bounds of a rank are."""
    benchmark = case.result.benchmark
    compared = [section for section in benchmark.sections.values() if section.comparison]
    if benchmark.score is None:
        yield _("An overall score takes two sections that can be compared.")
    else:
        text = n_(
            "The overall score is the mean of {sections}; it belongs to no survey.",
            "The overall score is the mean of {sections}; it belongs to none of the surveys.",
            len(case.figures.sources),
        )
        yield text.format(sections=join_words(section_inline(case, section.id) for section in compared))
        yield _("All is called “above” or “below” only where each section is so with its whole range.")
    if compared:
        yield _("“At least about”: single percentages allow only a range (Rüger 1978); nothing is assumed.")


def _others(case: Case) -> Iterator[str]:
    """What is described, and when something is covered."""
    if case.result.described:
        yield _("Described: {sections}. They never move the score.").format(
            sections=join_words(section_inline(case, id_) for id_ in case.result.described)
        )
    if case.result.needs.solo:
        return
    yield _(
        "A goal or challenge is covered if a department that usually takes charge of it is involved; where"
        " none of these exists, the one that stands in."
    )
