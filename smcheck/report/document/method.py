"""How a result comes about, in sentences for a client; true for every pack and every figure set."""

from smcheck.report.case import Case
from smcheck.report.labels import join_words, section_inline
from smcheck.words.language import _, n_


def method_sentences(case: Case) -> tuple[str, ...]:
    """The rules of the calculation, in their order; those that play no part in this result are left out."""
    judged = list(case.result.benchmark.sections)
    described = list(case.result.described)
    names = join_words(section_inline(case, id_) for id_ in judged)
    sentences = [
        _("Only what a survey has a percentage for is compared."),
        _("Judged: {sections}. Each point that is met counts 1, each other one 0.").format(sections=names),
        _("A score is 100 × points met ÷ all points. “Does not exist here” counts as “no”."),
        _("“Don't know” counts 0 at the lower end and 1 at the upper end: hence the ranges."),
        _("For the surveyed companies the same is calculated with the survey's percentages."),
    ]
    if len(judged) > 1:
        sentences += [
            n_(
                "The overall score is the mean of {sections}; it belongs to no survey.",
                "The overall score is the mean of {sections}; it belongs to none of the surveys.",
                len(case.figures.sources),
            ).format(sections=names),
            _("“Above” or “below” is said only where each section is so with its whole range."),
        ]
    sentences.append(
        _("“At least about”: single percentages allow only a range (Rüger 1978); nothing is assumed.")
    )
    if described:
        sentences.append(
            _("Described: {sections}. They never move the score.").format(
                sections=join_words(section_inline(case, id_) for id_ in described)
            )
        )
    if not case.result.needs.solo:
        sentences.append(_("A goal is covered if a department that usually takes charge of it is involved."))
    return tuple(sentences)
