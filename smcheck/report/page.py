"""The whole result for people, as blocks: what is said, before it is known what it is rendered to."""

from collections.abc import Iterator

from smcheck.advice import DepartmentAdvice, RuleAdvice
from smcheck.pack import Need, Question
from smcheck.report.blocks import NONE, Block, Entry, Heading, Link, Listing, Pairs, Paragraph, Table
from smcheck.report.case import Case
from smcheck.report.labels import (
    figure_set_label,
    figure_set_text,
    host,
    option_label,
    said,
    section_label,
    survey,
)
from smcheck.report.passport import passport
from smcheck.report.sentences import (
    LONGEST_NAME,
    answer_word,
    caution_sentence,
    completeness_sentence,
    count_sentence,
    department_label,
    effect_text,
    evidence_text,
    fit_sentence,
    item_label,
    item_short,
    label_word,
    more_sentence,
    reason,
    rule_text,
    rule_title,
    sheet_name,
    verdict_sentence,
    verdict_word,
)
from smcheck.report.still_open import nobody_sentence, open_needs, still_open_sentence
from smcheck.scoring import ItemScore, NeedScore, SectionScore
from smcheck.sheet.sheet import asked, paths_of
from smcheck.words.language import _
from smcheck.words.numbers import day, percent, percent_span, signed_span, span, whole
from smcheck.words.visible import clip, visible

_NUMBERS = frozenset({1, 2, 3})


def page(case: Case) -> tuple[Block, ...]:
    """The result's page."""
    return tuple(_blocks(case))


def _blocks(case: Case) -> Iterator[Block]:
    yield Heading(1, sheet_name(case.sheet))
    yield from _who(case)
    yield Heading(2, _("Overview"))
    yield from _overview(case)
    yield Heading(2, _("Comparison with the surveyed companies"))
    for section in case.pack.sections:
        yield from _section(case, section.id)
    yield Heading(2, _("Who is called for"))
    yield from _needs(case)
    yield from _departments(case)
    yield Heading(2, _("Smallest team"))
    yield from _smallest_team(case)
    yield from _findings(case, _("Set-up"), case.advice.setup)
    yield from _findings(case, _("A second look"), case.advice.second_look)
    if case.advice.cautions:
        yield Heading(2, _("To bear in mind"))
        yield Listing(tuple(Entry(caution_sentence(case, caution)) for caution in case.advice.cautions))
    yield Heading(2, _("Sources"))
    yield from _sources(case)


# ── who, and the overview ─────────────────────────────────────────────────────────────────────


def _who(case: Case) -> Iterator[Block]:
    sheet = case.sheet
    on = sheet.on()
    parts = [day(on)] if on else []
    yield Paragraph(" · ".join([*parts, completeness_sentence(case.result.completeness)]))
    given = [(_("Answered by"), clip(sheet.respondent.strip(), LONGEST_NAME))]
    given.append((_("Role"), clip(sheet.profile.get("role", "").strip(), LONGEST_NAME)))
    for field in ("sector", "country", "size"):
        choice = case.texts.profile[field]
        chosen = sheet.profile.get(field, "")
        given.append((said(choice.label), said(choice.options.get(chosen, chosen))))
    pairs = tuple((label, value) for label, value in given if value)
    if pairs:
        yield Pairs(pairs)


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
        (item_short(case, path), answer_word(case.sheet.answer(path)), *_compared(case, scored.get(path)))
        for path in case.pack.section_items[section_id]
    )


def _compared(case: Case, item: ItemScore | None) -> tuple[str, str, str]:
    if item is None:
        return (NONE, NONE, NONE)
    lead = NONE if item.lead is None else signed_span(*item.lead)
    return (lead, percent(item.percent), source_mark(case, item.source))


def _other_answers(case: Case, section_id: str) -> Iterator[Block]:
    """The answers to questions without items of their own; no figure is compared with them."""
    for question in case.pack.questions:
        if question.section != section_id or question.items or not asked(case.pack, case.sheet, question):
            continue
        yield Paragraph(f"{said(case.texts.questions[question.id].text)} {_given(case, question)}")


def _given(case: Case, question: Question) -> str:
    if question.kind == "one":
        answer = case.sheet.answer(question.id)
        known = answer not in {None, "unknown"}
        return f"{option_label(case.texts, question, str(answer)) if known else answer_word(answer)}."
    paths = paths_of(case.pack, case.sheet, question)
    return (
        "; ".join(f"{item_label(case, path)}: {answer_word(case.sheet.answer(path))}" for path in paths) + "."
    )


def source_mark(case: Case, source_id: str) -> str:
    """What a source is called in a narrow column: its number on the page."""
    return f"[{list(case.figures.by_source).index(source_id) + 1}]"


# ── needs and advice ──────────────────────────────────────────────────────────────────────────


def _needs(case: Case) -> Iterator[Block]:
    fit = case.result.fit
    if fit.score is None:
        yield Paragraph(fit_sentence(fit))
        return
    if fit.needs:
        yield Listing(tuple(_need(case, need) for need in fit.needs.values()))
    if fit.possible:
        yield Paragraph(_("Not known to be called for:"))
        yield Listing(tuple(_need(case, need) for need in fit.possible.values()))


def _need(case: Case, score: NeedScore) -> Entry:
    need = next(need for need in case.pack.needs if need.item == score.item)
    if score.homeless:
        backing = _("none of its departments exists here.")
    else:
        low, high = (100 * share for share in score.backing)
        backing = _("backing {range}.").format(range=percent_span(low, high))
    text = f"{item_label(case, score.item)}: {backing}"
    return Entry(text, tuple(_parts(case, need)))


def _parts(case: Case, need: Need) -> Iterator[str]:
    yield _("Lead: {departments}").format(departments=_with_answers(case, need.lead))
    if need.support:
        yield _("Support: {departments}").format(departments=_with_answers(case, need.support))


def _with_answers(case: Case, departments: tuple[str, ...]) -> str:
    return ", ".join(
        f"{department_label(case, name)} ({answer_word(case.sheet.answer(case.pack.department_path(name)))})"
        for name in departments
    )


def _departments(case: Case) -> Iterator[Block]:
    advised = [advice for advice in case.advice.departments if advice.label == "advised"]
    others = [advice for advice in case.advice.departments if advice.label != "advised"]
    yield Heading(2, _("Bring in"))
    if advised:
        yield Listing(tuple(_department(case, advice) for advice in advised), numbered=True)
    else:
        yield Paragraph(nobody_sentence(case))
    # What is common is no advice, so it never stands in the same list.
    if others:
        yield Heading(2, _("Not called for so far") if open_needs(case) else _("Not called for"))
        yield Listing(tuple(_department(case, advice) for advice in others))


def _department(case: Case, advice: DepartmentAdvice) -> Entry:
    path = case.pack.department_path(advice.department)
    label = f"{department_label(case, advice.department)}: {label_word(advice.label)}"
    details = [reason(case, advice)]
    if advice.answer == "unknown":
        details.append(_("It is not known whether it is involved already."))
    details.append(
        _("Fit {fit}, benchmark {benchmark}").format(
            fit=effect_text(advice.fit), benchmark=effect_text(advice.benchmark)
        )
    )
    return Entry(label, (*details, *evidence_text(case, advice.evidence, path)))


def _smallest_team(case: Case) -> Iterator[Block]:
    team, needs = case.advice.smallest_team, case.result.fit.needs
    undecided = open_needs(case)
    if team.departments:
        names = ", ".join(department_label(case, name) for name in team.departments)
        yield Paragraph(
            _("To give every goal and challenge its lead, bring in: {departments}.").format(departments=names)
        )
    elif not needs:
        yield Paragraph(
            _("Nothing is known yet that calls for a department.")
            if undecided
            else _("There is nothing that calls for a department.")
        )
    elif len(team.without_lead) < len(needs):
        yield Paragraph(_("Every goal and challenge that can have its lead has it."))
    if team.without_lead:
        items = ", ".join(item_label(case, item) for item in team.without_lead)
        yield Paragraph(_("No department that could lead exists here for: {items}.").format(items=items))
    if undecided:
        yield Paragraph(still_open_sentence(undecided))


def _findings(case: Case, title: str, findings: tuple[RuleAdvice, ...]) -> Iterator[Block]:
    if findings:
        yield Heading(2, title)
        yield Listing(
            tuple(
                Entry(
                    rule_title(case, finding),
                    (rule_text(case, finding), *evidence_text(case, finding.evidence)),
                )
                for finding in findings
            )
        )


# ── sources ───────────────────────────────────────────────────────────────────────────────────


def _sources(case: Case) -> Iterator[Block]:
    words = figure_set_text(case.texts, case.figures.id)
    label = figure_set_label(case.texts, case.figures.id)
    text = _("Measured against: {figures}.").format(figures=label)
    yield Paragraph(f"{text} {said(words.note)}" if words else text)
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
    yield Paragraph(text.format(pack=said(case.texts.title), version=case.pack.version))


def _arguments(case: Case) -> list[str]:
    """The links of the arguments that the page rests on, in the pack's order."""
    advice = case.advice
    used = {basis for entry in advice.departments for basis in entry.evidence}
    used |= {basis for finding in (*advice.setup, *advice.second_look) for basis in finding.evidence}
    return [argument.link for argument in case.pack.file.arguments if argument.id in used]
