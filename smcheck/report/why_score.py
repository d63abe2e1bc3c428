"""How scores came about: benchmark, section, item."""

from collections.abc import Sequence
from fractions import Fraction

from smcheck.report.case import Case
from smcheck.report.exact import exact, exact_span, signed_exact, signed_exact_span
from smcheck.report.labels import answer_word, item_label, item_short, one_line, section_label, verdict_word
from smcheck.report.passport import interval_text
from smcheck.report.sentences import verdict_sentence
from smcheck.report.surveys import source_lines
from smcheck.scoring import ItemScore, SectionScore, Span
from smcheck.words.language import _
from smcheck.words.numbers import percent, span


def why_benchmark(case: Case) -> list[str]:
    """The benchmark from its sections, and what the verdict rests on."""
    benchmark = case.result.benchmark
    score, surveyed, lead, robust = (
        benchmark.score,
        benchmark.surveyed,
        benchmark.lead,
        benchmark.robust_lead,
    )
    if score is None or surveyed is None or lead is None or robust is None:
        return [verdict_sentence(benchmark)]
    weights = {section.id: Fraction(section.weight) for section in case.pack.sections}
    counted = [section for section in benchmark.sections.values() if weights[section.id]]
    factors = [weights[section.id] for section in counted]
    lines = [
        _("Benchmark {score} = {formula}").format(
            score=exact_span(score),
            formula=_mean([exact_span(section.score) for section in counted], factors),
        ),
        _("Surveyed companies {surveyed} = {formula}").format(
            surveyed=exact(surveyed),
            formula=_mean([exact(section.surveyed) for section in counted], factors),
        ),
        _("Lead {lead} = benchmark − surveyed companies").format(lead=signed_exact_span(lead)),
        _("The sections, in order: {sections}.").format(
            sections=", ".join(section_label(case, section.id) for section in counted)
        ),
    ]
    lines += _sections_out(case, {section.id for section in counted}, weights)
    lines += [
        _(
            "Lead {low} … {high} when the weight of each section is halved, kept or doubled by itself: "
            "low scores for the lowest, high scores for the highest."
        ).format(low=signed_exact(robust.low), high=signed_exact(robust.high)),
        _(
            "{verdict}: ahead if all of that range is above 0, behind if all of it is below, else level."
        ).format(verdict=verdict_word(benchmark.verdict))
        if benchmark.verdict != "open"
        else verdict_sentence(benchmark),
    ]
    return lines + source_lines(case, (item.source for section in counted for item in section.items))


def _sections_out(case: Case, counted: set[str], weights: dict[str, Fraction]) -> list[str]:
    scored = case.result.benchmark.sections
    unscored = [section.id for section in case.pack.sections if section.id not in scored]
    weightless = [
        id_ for id_, weight in weights.items() if not weight and id_ in scored and id_ not in counted
    ]
    lines = []
    if unscored:
        text = _("Left out, as nothing in it can be compared: {sections}.")
        lines.append(text.format(sections=", ".join(section_label(case, id_) for id_ in unscored)))
    if weightless:
        text = _("Left out, as its weight is 0: {sections}.")
        lines.append(text.format(sections=", ".join(section_label(case, id_) for id_ in weightless)))
    return lines


def _mean(values: Sequence[str], weights: Sequence[Fraction]) -> str:
    """The formula of a mean, its weights named where they differ from 1."""
    if all(weight == 1 for weight in weights):
        return quotient(" + ".join(values), len(values))
    terms = [f"{exact(weight)} × {value}" for weight, value in zip(weights, values, strict=True)]
    return f"({' + '.join(terms)}) ÷ {exact(sum(weights, Fraction(0)))}"


def quotient(total: str, n: int) -> str:
    """The formula of a sum divided by how many there are."""
    return f"({total}) ÷ {n}" if n > 1 else total


def why_section(case: Case, section_id: str) -> list[str]:
    """A section's score, surveyed value and lead from its items."""
    label = section_label(case, section_id)
    section = case.result.benchmark.sections.get(section_id)
    if section is None:
        return [_("{section}: nothing in it can be compared with these figures.").format(section=label)]
    counted = [item for item in section.items if item.lead is not None]
    shares = [_favourable_share(item) for item in counted]
    leads = [_term(item.lead) for item in counted if item.lead is not None]
    lines = [
        _("{section} {score} = 100 × {count} of {of} favourable answers").format(
            section=label, score=exact_span(section.score), count=span(*section.count), of=section.of
        ),
        _("Surveyed companies {surveyed} = {formula}").format(
            surveyed=exact(section.surveyed), formula=quotient(" + ".join(shares), section.of)
        ),
        _("Lead {lead} = {formula}").format(
            lead=signed_exact_span(section.lead), formula=quotient(" ".join(leads), section.of)
        ),
        _("The items, in order: {items}.").format(
            items=", ".join(item_short(case, item.path) for item in counted)
        ),
    ]
    if any(item.favourable == "no" for item in counted):
        lines.append(_("Where “no” is the favourable answer, 100 − the percentage is compared."))
    if any(item.lead is not None and not item.lead.exact for item in counted):
        lines.append(_("An answer that is not known counts 0 in the low score and 1 in the high one."))
    lines += _items_out(case, section)
    return lines + source_lines(case, (item.source for item in counted))


def _favourable_share(item: ItemScore) -> str:
    return exact(item.percent) if item.favourable == "yes" else f"(100 − {exact(item.percent)})"


def _term(lead: Span) -> str:
    return signed_exact(lead.low) if lead.exact else f"({signed_exact_span(lead)})"


def _items_out(case: Case, section: SectionScore) -> list[str]:
    scored = {item.path for item in section.items}
    absent = [item.path for item in section.items if item.lead is None]
    without = [path for path in case.pack.section_items[section.id] if path not in scored]
    lines = []
    if absent:
        text = _("Left out, as they do not exist here: {items}.")
        lines.append(text.format(items=", ".join(item_short(case, path) for path in absent)))
    if without:
        text = _("Not scored, as no figure is documented: {items}.")
        lines.append(text.format(items=", ".join(item_short(case, path) for path in without)))
    return lines


def why_item(case: Case, path: str) -> list[str]:
    """What one answer adds or costs, and where its figure comes from."""
    answer = case.sheet.answer(path)
    lines = [f"{item_label(case, path)}: {answer_word(answer)}"]
    item = _find_item(case, path)
    figure = case.figures.by_item.get(path)
    if item is not None:
        lines += _item_lines(item)
    elif figure is None:
        lines.append(_("Not scored, as no figure is documented."))
    elif answer == "na":
        lines.append(_("Left out of the score, as it does not exist here."))
    else:
        lines.append(_("Not scored: no answer to it is the favourable one."))
    if figure is None:
        return lines
    lines.append(f"{percent(100 * figure.share)} · {interval_text(case.figures, path)}")
    if figure.earlier:
        earlier = ", ".join(f"{entry.year}: {percent(Fraction(entry.percent))}" for entry in figure.earlier)
        lines.append(_("Earlier, as the same report gives it: {values}.").format(values=earlier))
    if figure.caution:
        lines.append(one_line(case.texts.cautions.get(figure.caution, figure.caution)))
    return lines + source_lines(case, [figure.source])


def _find_item(case: Case, path: str) -> ItemScore | None:
    return next(
        (
            item
            for section in case.result.benchmark.sections.values()
            for item in section.items
            if item.path == path
        ),
        None,
    )


def _item_lines(item: ItemScore) -> list[str]:
    if item.lead is None:
        return [_("Left out of the score, as it does not exist here.")]
    low = 1 if item.answer == item.favourable else 0
    high = 1 if item.answer in {None, "unknown"} else low
    share = exact(item.percent / 100)
    compared = share if item.favourable == "yes" else f"(1 − {share})"
    gains = f"{low}" if low == high else f"{low}–{high}"
    return [
        _("Lead {lead} = 100 × ({gain} − {share})").format(
            lead=signed_exact_span(item.lead), gain=gains, share=compared
        ),
        _("The favourable answer is “{answer}”: 1 where it is given, 0 where it is not.").format(
            answer=answer_word(item.favourable)
        ),
    ]
