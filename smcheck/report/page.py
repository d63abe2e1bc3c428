"""The whole result for people, as blocks, before it is known what they are rendered to."""

from collections.abc import Iterator

from smcheck.pack import Question
from smcheck.report.blocks import NONE, Block, Heading, Link, Pairs, Paragraph, Table
from smcheck.report.case import Case
from smcheck.report.labels import (
    answer_label,
    answer_word,
    figure_set_label,
    figure_set_text,
    host,
    item_label,
    item_short,
    one_line,
    profile_pairs,
    section_label,
    sheet_name,
    survey,
    verdict_word,
)
from smcheck.report.page_advice import advice_blocks
from smcheck.report.passport import passport
from smcheck.report.sentences import (
    completeness_sentence,
    count_sentence,
    fit_sentence,
    more_sentence,
    verdict_sentence,
)
from smcheck.scoring import ItemScore, SectionScore
from smcheck.sheet.sheet import applies, paths_of
from smcheck.words.language import _
from smcheck.words.numbers import day, percent, signed_span, span, whole
from smcheck.words.visible import visible

_NUMBERS = frozenset({1, 2, 3})


def page(case: Case) -> tuple[Block, ...]:
    """The blocks of the result's page."""
    return tuple(_blocks(case))


def _blocks(case: Case) -> Iterator[Block]:
    yield Heading(1, sheet_name(case.sheet))
    yield from _who(case)
    yield Heading(2, _("Overview"))
    yield from _overview(case)
    yield Heading(2, _("Comparison with the surveyed companies"))
    for section in case.pack.sections:
        yield from _section(case, section.id)
    yield from advice_blocks(case)
    yield Heading(2, _("Sources"))
    yield from _sources(case)


# ── who, and the overview ─────────────────────────────────────────────────────────────────────


def _who(case: Case) -> Iterator[Block]:
    on = case.sheet.on()
    parts = [day(on)] if on else []
    yield Paragraph(" · ".join([*parts, completeness_sentence(case.result.completeness)]))
    pairs = profile_pairs(case.sheet, case.texts)
    if pairs:
        yield Pairs(tuple(pairs))


def _overview(case: Case) -> Iterator[Block]:
    benchmark, fit = case.result.benchmark, case.result.fit
    rows: list[tuple[str, ...]] = []
    if benchmark.score and benchmark.surveyed is not None and benchmark.lead:
        rows.append(
            (
                _("Benchmark"),
                span(*benchmark.score),
                str(whole(benchmark.surveyed)),
                signed_span(*benchmark.lead),
                verdict_word(benchmark.verdict),
            )
        )
    else:
        rows.append((_("Benchmark"), NONE, NONE, NONE, verdict_word(benchmark.verdict)))
    rows.append((_("Fit"), span(*fit.score) if fit.score else NONE, NONE, NONE, ""))
    rows += [_section_row(case, section.id) for section in case.pack.sections]
    yield Table(("", _("you"), _("surveyed"), _("lead"), _("verdict")), _NUMBERS, tuple(rows))
    yield Paragraph(verdict_sentence(benchmark))
    yield Paragraph(fit_sentence(fit))
    if case.sheet.after_result:
        text = _("Changed after the result was seen: {items}.")
        yield Paragraph(text.format(items=", ".join(item_label(case, p) for p in case.sheet.after_result)))


def _section_row(case: Case, section_id: str) -> tuple[str, ...]:
    label = section_label(case, section_id)
    section = case.result.benchmark.sections.get(section_id)
    if section is None:
        return (label, NONE, NONE, NONE, "")
    return (label, span(*section.score), str(whole(section.surveyed)), signed_span(*section.lead), "")


# ── the comparison ────────────────────────────────────────────────────────────────────────────


def _section(case: Case, section_id: str) -> Iterator[Block]:
    yield Heading(3, section_label(case, section_id))
    section = case.result.benchmark.sections.get(section_id)
    if section is None:
        yield Paragraph(_("Nothing in it can be compared with these figures."))
    else:
        text = _("{score}, surveyed companies {surveyed}.").format(
            score=span(*section.score), surveyed=whole(section.surveyed)
        )
        yield Paragraph(f"{text} {count_sentence(case, section)} {more_sentence(case, section)}")
    rows = _item_rows(case, section_id, section)
    if rows:
        yield Table(("", _("you"), _("lead"), _("surveyed"), _("source")), frozenset({2, 3}), rows)
    yield from _other_answers(case, section_id)


def _item_rows(case: Case, section_id: str, section: SectionScore | None) -> tuple[tuple[str, ...], ...]:
    scored = {item.path: item for item in section.items} if section else {}
    return tuple(
        (item_short(case, path), answer_word(case.sheet.answer(path)), *_item_figures(case, scored.get(path)))
        for path in case.pack.section_items[section_id]
    )


def _item_figures(case: Case, item: ItemScore | None) -> tuple[str, str, str]:
    if item is None:
        return (NONE, NONE, NONE)
    lead = NONE if item.lead is None else signed_span(*item.lead)
    return (lead, percent(item.percent), source_mark(case, item.source))


def _other_answers(case: Case, section_id: str) -> Iterator[Block]:
    """The answers to questions without items of their own; no figure is compared with them."""
    for question in case.pack.questions:
        if question.section != section_id or question.items or not applies(case.pack, case.sheet, question):
            continue
        yield Paragraph(f"{one_line(case.texts.questions[question.id].text)} {_answer_words(case, question)}")


def _answer_words(case: Case, question: Question) -> str:
    if question.kind == "one":
        return answer_label(case.pack, case.texts, question.id, case.sheet.answer(question.id)) + "."
    paths = paths_of(case.pack, case.sheet, question)
    return (
        "; ".join(f"{item_label(case, path)}: {answer_word(case.sheet.answer(path))}" for path in paths) + "."
    )


def source_mark(case: Case, source_id: str) -> str:
    """What a source is called in a narrow column: its number on the page."""
    return f"[{list(case.figures.by_source).index(source_id) + 1}]"


# ── sources ───────────────────────────────────────────────────────────────────────────────────


def _sources(case: Case) -> Iterator[Block]:
    words = figure_set_text(case.texts, case.figures.id)
    label = figure_set_label(case.texts, case.figures.id)
    text = _("Measured against: {figures}.").format(figures=label)
    yield Paragraph(f"{text} {one_line(words.note)}" if words else text)
    for id_, source in case.figures.by_source.items():
        yield Heading(3, f"{source_mark(case, id_)} {survey(source)}")
        links = {visible(link) for link in source.links}
        values = ((label, Link(value) if value in links else value) for label, value in passport(case, id_))
        yield Pairs(tuple(values))
    arguments = _arguments(case)
    if arguments:
        yield Heading(3, _("Arguments"))
        yield Pairs(tuple(dict.fromkeys((host(link), Link(visible(link))) for link in arguments)))
    text = _("Questionnaire: {pack}, version {version}.")
    yield Paragraph(text.format(pack=one_line(case.texts.title), version=case.pack.version))


def _arguments(case: Case) -> list[str]:
    """The links of the arguments that the page rests on, in the pack's order."""
    advice = case.advice
    used = {basis for entry in advice.departments for basis in entry.evidence}
    used |= {basis for entry in (*advice.setup, *advice.second_look) for basis in entry.evidence}
    return [argument.link for argument in case.pack.file.arguments if argument.id in used]
