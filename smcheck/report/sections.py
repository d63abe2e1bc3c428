"""The sections of a result, in words and for columns."""

from smcheck.report.case import Case
from smcheck.report.content import SectionLine, Subject
from smcheck.report.labels import (
    fill_template,
    item_inline,
    join_words,
    section_label,
    section_verdict_word,
    verdict_glyph,
)
from smcheck.scoring import Count, DescribedSection, JudgedSection
from smcheck.words.language import _, n_
from smcheck.words.numbers import count_column, mean_words, range_words, rank_words, whole


def section_lines(case: Case) -> tuple[SectionLine, ...]:
    """The judged and the described sections, in the pack's order."""
    return tuple(section_line(case, section.id) for section in case.pack.sections)


def section_line(case: Case, section: str) -> SectionLine:
    """One section."""
    judged = case.result.benchmark.sections.get(section)
    return _judged_line(case, judged) if judged else _described_line(case, case.result.described[section])


def _judged_line(case: Case, section: JudgedSection) -> SectionLine:
    verdict = section.comparison.verdict if section.comparison else ""
    return SectionLine(
        subject=Subject("section", section.id),
        label=section_label(case, section.id),
        judged=True,
        count=count_column(*section.count) if section.count.of else "",
        states=count_states(section.count),
        theirs=mean_words(section.surveyed_mean) if section.count.of else "",
        verdict=verdict,
        glyph=verdict_glyph(verdict),
        word=section_verdict_word(verdict),
        count_sentence=_count_sentence(case, section),
        sentence=_judged_sentence(case, section),
    )


def _described_line(case: Case, section: DescribedSection) -> SectionLine:
    alike, likeness = _alike(section)
    return SectionLine(
        subject=Subject("section", section.id),
        label=section_label(case, section.id),
        judged=False,
        count=count_column(*section.count) if section.count.of else "",
        states=count_states(section.count),
        theirs=mean_words(section.surveyed_mean) if section.count.of else "",
        alike=alike,
        likeness=likeness,
        count_sentence=_count_sentence(case, section),
        sentence=_described_sentence(case, section),
        possible=_possible_range(section),
    )


def count_states(count: Count | None) -> tuple[str, ...]:
    """The sure first, then what nobody knows, then the others; nothing where there is no count."""
    if count is None:
        return ()
    unsure = count.high - count.low
    return ("yes",) * count.low + ("unknown",) * unsure + ("no",) * (count.of - count.high)


def _count_sentence(case: Case, section: JudgedSection | DescribedSection) -> str:
    """The count said aloud; nothing where there is hardly anything to count."""
    low, high, of = section.count
    if of < 2:  # no sentence of the pack speaks of one item
        return ""
    return fill_template(
        case.texts.sections[section.id].count,
        count=range_words(low, high),
        of=str(of),
        mean=mean_words(section.surveyed_mean),
    )


def _judged_sentence(case: Case, section: JudgedSection) -> str:
    """The rank, or why there is no comparison."""
    texts = case.texts.sections[section.id]
    if section.comparison:
        rank = rank_words(*section.comparison.surveyed_with_more)
        return fill_template(texts.more or "", range=rank) if rank else ""
    if section.reason == "few_figures":
        return _few_figures(section)
    exist = [item for item in section.items if item.percent is not None and item.answer != "na"]
    template = texts.few_exist if exist else texts.none_exist
    if any(item.answer is None for item in exist):
        template = _("Of these {of} you have at most {items}: too little to compare.")
    items = join_words(item_inline(case, item.path) for item in exist)
    return fill_template(template or "", of=str(section.count.of), items=items)


def _described_sentence(case: Case, section: DescribedSection) -> str:
    if section.alike is None:
        return _few_figures(section)
    return fill_template(case.texts.sections[section.id].alike or "", alike=range_words(*section.alike))


def _few_figures(section: JudgedSection | DescribedSection) -> str:
    """That there are too few to compare; one of an item that is neither for nor against is a figure, too."""
    if all(item.percent is None for item in section.items):
        return _("This survey has no figures for it.")
    return _("This survey has too few figures for it.")


def _alike(section: DescribedSection) -> tuple[str, str]:
    """How many answer alike: for a row, and as a sentence without its full stop; both may be empty."""
    if section.alike is None:
        return "", ""
    n, shown = whole(section.alike.high), range_words(*section.alike)
    row = n_("on average {n} of 100 answers as you do", "on average {n} of 100 answer as you do", n)
    aloud = n_("On average {n} of 100 answers as you do", "On average {n} of 100 answer as you do", n)
    return row.format(n=shown), aloud.format(n=shown)


def _possible_range(section: DescribedSection) -> str:
    if section.possible is None or section.possible == section.alike:
        return ""
    return _("{range} is possible").format(range=range_words(*section.possible))
