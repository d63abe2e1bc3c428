"""The comparison: every item beside the surveyed companies, section by section."""

from fractions import Fraction

from smcheck.report.case import Case
from smcheck.report.content import Subject
from smcheck.report.labels import answer_word, item_label, item_short, join_words, state_glyph, survey
from smcheck.report.sections import section_line
from smcheck.report.tab_content import ItemRow, SectionTable
from smcheck.scoring import ItemResult, Span
from smcheck.words.language import _


def comparison(case: Case) -> tuple[SectionTable, ...]:
    """All sections in the pack's order."""
    return tuple(_table(case, section.id) for section in case.pack.sections)


def section_items(case: Case, section: str) -> tuple[ItemResult, ...]:
    """The items of a judged or described section."""
    judged = case.result.benchmark.sections.get(section)
    return judged.items if judged else case.result.described[section].items


def _table(case: Case, section: str) -> SectionTable:
    line = section_line(case, section)
    rows = [_row(case, item, judged=line.judged) for item in section_items(case, section)]
    return SectionTable(
        line=line,
        rows=tuple(row for row in rows if row.percent is not None),
        without_figure=tuple(row for row in rows if row.percent is None),
        surveys=survey_names(case, [item.source for item in section_items(case, section) if item.source]),
    )


def survey_names(case: Case, sources: list[str]) -> str:
    """The surveys that figures are from: ``Bitkom 2015``; empty without any."""
    return join_words(survey(case.figures.by_source[source]) for source in dict.fromkeys(sources))


def _row(case: Case, item: ItemResult, *, judged: bool) -> ItemRow:
    return ItemRow(
        subject=Subject("item", item.path),
        label=item_label(case, item.path),
        short=item_short(case, item.path),
        state=item.answer or "",
        mark=state_glyph(item.answer or ""),
        answer=answer_word(item.answer),
        percent=item.percent,
        gap=item.gap,
        as_you=None if judged or item.percent is None else _as_you(item.answer, item.percent),
        note=_("met by “no”") if item.favourable == "no" else "",
        changed=changed_words(case, item.path),
    )


def _as_you(answer: str | None, percent: Fraction) -> Span:
    """The percentage of surveyed companies with the same answer; not known: either."""
    if answer in {None, "unknown"}:
        return Span(min(percent, 100 - percent), max(percent, 100 - percent))
    same = same_answer(percent, answer)
    return Span(same, same)


def same_answer(percent: Fraction, answer: str | None) -> Fraction:
    """The percentage (0..100) of surveyed companies with this known answer, where so many say yes."""
    return percent if answer == "yes" else 100 - percent


def answer_words(answer: str, changed: str) -> str:
    """The answer, and that it came late."""
    return f"{answer} ({changed})" if changed else answer


def no_figure_sentence(table: SectionTable) -> str:
    """The answers that no figure is compared with; empty where there is none."""
    answers = "; ".join(
        f"{row.label}: {answer_words(row.answer, row.changed)}" for row in table.without_figure
    )
    return _("No figure to compare: {answers}.").format(answers=answers) if answers else ""


def changed_words(case: Case, path: str) -> str:
    """That an answer was first given, or had another value, when the result had been seen."""
    if path in case.sheet.answered_after_result:
        return _("answered after the result")
    if path in case.sheet.changed_after_result:
        return _("changed after the result")
    return ""
