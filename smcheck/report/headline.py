"""The headline: a sentence of its own for every verdict, and the number in plain words."""

from smcheck.pack.loading import DEFAULT_FIGURES
from smcheck.report.case import Case
from smcheck.report.content import Headline, ScoreLine
from smcheck.report.gaps import gap_words, open_words, points_words
from smcheck.report.labels import (
    capital,
    department_subject,
    figure_set_label,
    item_inline,
    join_words,
    section_inline,
    section_label,
    section_within,
    verdict_glyph,
    verdict_word,
)
from smcheck.report.surveys import compared_sections
from smcheck.scoring import JudgedSection
from smcheck.sheet.sheet import paths_of
from smcheck.words.language import _, n_
from smcheck.words.numbers import count_words, mean_words, number_word, span, whole

_MOST_NAMES = 2
"""Departments that a headline names before it counts them."""


def headline(case: Case) -> Headline:
    """The first thing to say about a case."""
    verdict = case.result.benchmark.verdict
    deciding = _deciding_items(case) if verdict == "open" else []
    return Headline(
        verdict=verdict,
        glyph=verdict_glyph(verdict),
        word=verdict_word(verdict),
        sentence=_sentence(case, deciding),
        detail=_detail(case, deciding),
        question=deciding[0].partition(".")[0] if deciding else first_missing(case),
    )


def score_line(case: Case) -> ScoreLine:
    """The score on a line from 0 to 100."""
    benchmark = case.result.benchmark
    if benchmark.score is None or benchmark.surveyed is None:
        return ScoreLine(None, None, "", ())
    surveys = {item.source for section in _compared_sections(case) for item in section.items if item.source}
    longest = {
        1: _("surveyed companies {n}"),
        2: _("average of both surveys {n}"),
    }.get(len(surveys), _("average of all surveys {n}"))
    shorter = [_("both surveys {n}")] if len(surveys) == 2 else []
    theirs = whole(benchmark.surveyed)
    return ScoreLine(
        score=benchmark.score,
        surveyed=benchmark.surveyed,
        own=_("you {n} of 100").format(n=span(*benchmark.score)),
        theirs=tuple(text.format(n=theirs) for text in (longest, *shorter, _("theirs {n}"))),
    )


def first_missing(case: Case) -> str:
    """The first question that lacks an answer, or nothing."""
    for question in case.pack.questions:
        if any(case.sheet.answer(path) is None for path in paths_of(case.pack, case.sheet, question)):
            return question.id
    return ""


def verdict_groups(case: Case) -> dict[str, list[str]]:
    """The sections that can be compared, by their verdicts, in the sections' order."""
    groups: dict[str, list[str]] = {}
    for section in _compared_sections(case):
        if section.comparison:
            groups.setdefault(section.comparison.verdict, []).append(section.id)
    return groups


def _compared_sections(case: Case) -> list[JudgedSection]:
    return [section for section in case.result.benchmark.sections.values() if section.comparison]


def _deciding_items(case: Case) -> list[str]:
    """The items that nobody knows and that decide; none where answers are missing among those that do."""
    undecided = [
        item
        for section in _compared_sections(case)
        if section.comparison and section.comparison.verdict == "open"
        for item in section.items
        if item.gap is not None and not item.gap.exact
    ]
    if any(item.answer is None for item in undecided):
        return []
    return [item.path for item in undecided]


def _sentence(case: Case, deciding: list[str]) -> str:
    verdict = case.result.benchmark.verdict
    if verdict == "none":
        return _none_sentence(case)
    if verdict == "open":
        return _open_sentence(case, deciding)
    if verdict == "mixed":
        return _mixed_sentence(case)
    text = (
        _("Above the surveyed companies, in {inline}.")
        if verdict == "above"
        else _("Below the surveyed companies, in {inline}.")
    )
    return name_sections(case, text, [section.id for section in _compared_sections(case)])


def name_sections(case: Case, text: str, sections: list[str]) -> str:
    """A text with the sections' names in the forms that languages need."""
    return text.format(
        within=join_words(section_within(case, section) for section in sections),
        inline=join_words(section_inline(case, section) for section in sections),
    )


def _mixed_sentence(case: Case) -> str:
    """Each group of sections with its verdict, in the sections' order."""
    first, *others = verdict_groups(case).items()
    if not others:
        return name_sections(case, _("Level with the surveyed companies, in {inline}."), first[1])
    beginnings = {
        "above": _("Above the surveyed companies {within}"),
        "below": _("Below the surveyed companies {within}"),
        "level": _("Level with the surveyed companies {within}"),
    }
    ends = {"above": _("above {within}"), "below": _("below {within}"), "level": _("level {within}")}
    parts = [name_sections(case, beginnings[first[0]], first[1])]
    parts += [name_sections(case, ends[verdict], sections) for verdict, sections in others]
    return capital(", ".join(parts)) + "."


def _open_sentence(case: Case, deciding: list[str]) -> str:
    if not deciding:
        missing = case.result.completeness.missing
        return n_(
            "Still open: {n} answer is missing.", "Still open: {n} answers are missing.", missing
        ).format(n=missing)
    prefix = case.pack.department_path("")
    departments = [path.removeprefix(prefix) for path in deciding if path.startswith(prefix)]
    if len(departments) < len(deciding):
        sections = [case.pack.question_by_id[path.partition(".")[0]].section for path in deciding]
        text = _("Still open: it depends on what nobody knows yet about {inline}.")
        return name_sections(case, text, list(dict.fromkeys(sections)))
    if len(departments) > _MOST_NAMES:
        text = _("Still open: nobody knows whether {number} departments are involved.")
        return text.format(number=number_word(len(departments)))
    text = n_(
        "Still open: it depends on whether {departments} is involved.",
        "Still open: it depends on whether {departments} are involved.",
        len(departments),
    )
    return text.format(departments=join_words(department_subject(case, name) for name in departments))


def _none_sentence(case: Case) -> str:
    if case.figures.id != DEFAULT_FIGURES:
        text = _("No verdict with this survey: only {surveys} allow one.")
        return text.format(surveys=figure_set_label(case.texts, DEFAULT_FIGURES))
    sections = case.result.benchmark.sections.values()
    section = next((section for section in sections if section.reason == "few_exist"), None)
    if section is None:
        return _("Too little to compare: there are too few figures for a verdict.")
    exist = [item for item in section.items if item.percent is not None and item.answer != "na"]
    within = section_within(case, section.id)
    if not exist:
        text = _("Too little to compare {within}: of the {of} none exists.")
        return text.format(within=within, of=section.count.of)
    if any(item.answer is None for item in exist):
        text = n_(
            "Too little to compare {within}: of the {of} at most {items} exists.",
            "Too little to compare {within}: of the {of} at most {items} exist.",
            len(exist),
        )
    else:
        text = n_(
            "Too little to compare {within}: of the {of} only {items} exists.",
            "Too little to compare {within}: of the {of} only {items} exist.",
            len(exist),
        )
    items = join_words(item_inline(case, item.path) for item in exist)
    return text.format(within=within, of=section.count.of, items=items)


def _detail(case: Case, deciding: list[str]) -> str:
    benchmark = case.result.benchmark
    if benchmark.gap is None or benchmark.score is None:
        return _none_detail(case)
    if benchmark.verdict == "mixed":
        return gap_words(benchmark.gap)
    if benchmark.verdict != "open":
        return points_words(benchmark.gap)
    if deciding and (benchmark.gap.high < 0 or benchmark.gap.low > 0):
        return open_words(benchmark.gap)
    text = _("so far anything from {low} to {high} of 100")
    return text.format(low=whole(benchmark.score.low), high=whole(benchmark.score.high))


def _none_detail(case: Case) -> str:
    """What can be said all the same: what the survey has figures for, and a section by itself."""
    text = _("{label} by itself: {count}, theirs {mean}")
    known = [] if case.figures.id == DEFAULT_FIGURES else [compared_sections(case.pack, case.figures)]
    alone = [
        text.format(
            label=section_label(case, section.id),
            count=count_words(*section.count),
            mean=mean_words(section.surveyed_mean),
        )
        for section in _compared_sections(case)
    ]
    return "; ".join(known + alone)
