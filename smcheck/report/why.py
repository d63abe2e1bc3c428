"""Why: how each number came about, its name and words first, then the arithmetic, then the sources once."""

from smcheck.advice.cautions import as_of
from smcheck.report.case import Case
from smcheck.report.cautions import source_cautions
from smcheck.report.content import Subject
from smcheck.report.headline import headline
from smcheck.report.labels import (
    completeness_words,
    item_label,
    item_short,
    join_words,
    one_line,
    section_label,
    section_verdict_word,
    survey,
    verdict_phrase,
)
from smcheck.report.passport import passport
from smcheck.report.sections import section_line
from smcheck.report.tab_content import Lines, Why
from smcheck.report.why_advice import why_department, why_rule
from smcheck.report.why_item import why_item
from smcheck.report.why_needs import why_coverage, why_need
from smcheck.report.why_section import passports, why_section
from smcheck.sheet.sheet import all_paths, paths_of
from smcheck.words.language import _
from smcheck.words.numbers import count_words, decimal, decimal_range, range_words


def why(case: Case, subject: Subject) -> Why:
    """How what ``subject`` names came about.

    Raises:
        KeyError: there is no such kind.
    """
    kinds = {
        "section": why_section,
        "item": why_item,
        "coverage": why_coverage,
        "need": why_need,
        "rule": why_rule,
        "second_look": why_rule,
        "department": why_department,
        "source": _why_source,
    }
    if subject.kind == "benchmark":
        return _why_benchmark(case)
    if subject.kind == "completeness":
        return _why_completeness(case)
    return kinds[subject.kind](case, subject.id)


def _why_benchmark(case: Case) -> Why:
    benchmark = case.result.benchmark
    words = headline(case)
    title = _("Verdict: {verdict}").format(verdict=verdict_phrase(benchmark.verdict))
    if benchmark.score is not None:
        title = _("Score: {n} of 100").format(n=range_words(*benchmark.score))
    known = [item.source for section in benchmark.sections.values() for item in section.items]
    return Why(
        title=title,
        text=words.sentence,
        lines=(*_section_lines(case), *_mean_lines(case)),
        sources=passports(case, known),
    )


def _section_lines(case: Case) -> Lines:
    """The judged sections by themselves."""
    text = _("{count} = {score} of 100, theirs {theirs}: {verdict}")
    for id_, section in case.result.benchmark.sections.items():
        compared = section.comparison
        if compared is None:
            yield section_label(case, id_), section_line(case, id_).sentence
        else:
            yield (
                section_label(case, id_),
                text.format(
                    count=count_words(*section.count),
                    score=decimal_range(*compared.score),
                    theirs=decimal(compared.surveyed),
                    verdict=section_verdict_word(compared.verdict),
                ),
            )


def _mean_lines(case: Case) -> Lines:
    """How the sections make one number, and a verdict."""
    benchmark = case.result.benchmark
    if benchmark.score is None or benchmark.surveyed is None:
        yield _("verdict"), _("a verdict takes two sections that can be compared")
        return
    text = _("the mean of these sections, {score} of 100, theirs {theirs}")
    yield (
        _("overall score"),
        text.format(score=decimal_range(*benchmark.score), theirs=decimal(benchmark.surveyed)),
    )
    verdicts = {
        "above": _("above in each of them"),
        "below": _("below in each of them"),
        "mixed": _("not the same in all of them"),
        "open": _("what is not known decides in one of them, or more"),
    }
    yield _("verdict"), verdicts[benchmark.verdict]
    yield "", _("goals and challenges are described, not judged: they enter neither")


def _why_completeness(case: Case) -> Why:
    pack, sheet = case.pack, case.sheet
    paths = all_paths(pack, sheet)
    unknown = [_short_or_question(case, path) for path in paths if sheet.answer(path) == "unknown"]
    missing = [
        one_line(case.texts.questions[question.id].text)
        for question in pack.questions
        if any(sheet.answer(path) is None for path in paths_of(pack, sheet, question))
    ]
    found = case.result.completeness
    lines = [
        (_("answered"), _("{answered} of {asked}").format(answered=found.answered, asked=found.asked)),
        *([(_("don't know"), join_words(unknown))] if unknown else []),
        *((_("still open"), question) for question in missing),
    ]
    text = _("It stands beside every result and never inside it.")
    return Why(completeness_words(found), text, tuple(lines))


def _short_or_question(case: Case, path: str) -> str:
    """What an item or a question with one answer is called."""
    return item_short(case, path) if "." in path else item_label(case, path)


def _why_source(case: Case, id_: str) -> Why:
    source = case.figures.by_source[id_]
    return Why(
        title=survey(source),
        text="",
        lines=(
            *((_("caution"), sentence) for sentence in source_cautions(case, id_)),
            *passport(case.pack, case.figures, id_, as_of(case.pack, case.sheet)),
        ),
    )
