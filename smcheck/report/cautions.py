"""Cautions in sentences: what to bear in mind when reading a result."""

from smcheck.advice import Caution, age_of
from smcheck.advice.cautions import as_of
from smcheck.pack import Source
from smcheck.report.case import Case
from smcheck.report.labels import (
    OTHER,
    choice_label,
    either,
    item_inline,
    join_words,
    one_line,
    source_text,
    survey,
)
from smcheck.report.passport import n_words
from smcheck.words.language import _, n_


def caution_sentences(case: Case) -> tuple[str, ...]:
    """Every caution on the figures, source by source; then what happened after the result was seen."""
    figures = (_sentence(case, caution) for caution in case.advice.cautions)
    return (*figures, *after_result_sentences(case))


def source_cautions(case: Case, source: str) -> tuple[str, ...]:
    """The cautions on one source that its passport does not tell: whom it did not ask, how it was worded."""
    told = {"old", "historical", "n_unknown", "n_unconfirmed", "self_selected", "users_only"}
    return tuple(
        _sentence(case, caution)
        for caution in case.advice.cautions
        if caution.source == source and caution.kind not in told
    )


def after_result_sentences(case: Case) -> tuple[str, ...]:
    """How many answers had another value, or were first given, once the result had been seen."""
    changed, answered = case.sheet.changed_after_result, case.sheet.answered_after_result
    sentences = []
    if changed:
        text = n_(
            "{n} answer was changed after the result had been seen.",
            "{n} answers were changed after the result had been seen.",
            len(changed),
        )
        sentences.append(text.format(n=len(changed)))
    if answered:
        text = n_(
            "{n} answer was first given after the result had been seen.",
            "{n} answers were first given after the result had been seen.",
            len(answered),
        )
        sentences.append(text.format(n=len(answered)))
    return tuple(sentences)


def _sentence(case: Case, caution: Caution) -> str:
    source = case.figures.by_source[caution.source]
    if caution.kind in {"old", "historical"}:
        return _age(case, caution.kind, source)
    if caution.kind in {"sector", "country", "size"}:
        return _others_asked(case, caution, source)
    texts = {
        "n_unknown": _("{survey}: how many were asked is not published, so there is no margin of error."),
        "n_unconfirmed": _("{survey}: how many were asked is not confirmed, so there is no margin of error."),
        "self_selected": _("{survey}: whoever wanted could take part."),
        "users_only": _("{survey}: the percentages are of companies that use social media."),
    }
    if caution.kind in texts:
        return texts[caution.kind].format(survey=survey(source), n=n_words(source))
    own = one_line(case.texts.cautions.get(caution.kind, caution.kind))
    items = join_words(item_inline(case, path) for path in caution.items)
    return _("On {items}: {text}").format(items=items, text=own)


def _age(case: Case, kind: str, source: Source) -> str:
    age = age_of(source, as_of(case.pack, case.sheet))
    text = (
        n_("{survey} is {n} year old: historical.", "{survey} is {n} years old: historical.", age)
        if kind == "historical"
        else n_("{survey} is {n} year old.", "{survey} is {n} years old.", age)
    )
    return text.format(survey=survey(source), n=age)


def _others_asked(case: Case, caution: Caution, source: Source) -> str:
    """That the survey asked others than the respondent, with both names."""
    texts = {
        "country": _("{survey} was asked {surveyed}, you are {given}."),
        "sector": (
            _("{survey} was asked in the sector “{surveyed}”, you are in another one.")
            if caution.given == OTHER
            else _("{survey} was asked in the sector “{surveyed}”, yours is “{given}”.")
        ),
        "size": _("{survey} asked “{population}”, you have {given} employees."),
    }
    names = case.texts.profile[caution.kind].within if caution.kind == "country" else {}
    words = source_text(case.texts, case.figures, source.id)
    return texts[caution.kind].format(
        survey=survey(source),
        surveyed=either(_choice(case, caution.kind, id_, names) for id_ in caution.surveyed),
        given=_choice(case, caution.kind, caution.given, names),
        population=one_line(words.population) if words else "",
    )


def _choice(case: Case, field: str, choice: str, names: dict[str, str]) -> str:
    return one_line(names[choice]) if choice in names else choice_label(case.texts, field, choice)
