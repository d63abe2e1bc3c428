"""Results in sentences: plain strings on one line each, no markup, in the language in use."""

from smcheck.advice import Caution, DepartmentAdvice, Effect, RuleAdvice, age_of
from smcheck.advice.cautions import as_of
from smcheck.report.case import Case
from smcheck.report.labels import (
    fill_template,
    host,
    item_inline,
    item_short,
    join_words,
    one_line,
    source_text,
    survey,
)
from smcheck.report.parts import about, part
from smcheck.report.still_open import open_needs
from smcheck.scoring import Benchmark, Completeness, Fit, SectionScore, Span
from smcheck.words.language import _, n_
from smcheck.words.numbers import decimal, percent, percent_span, signed_span, span, whole
from smcheck.words.visible import visible

# ── the benchmark ─────────────────────────────────────────────────────────────────────────────


def verdict_sentence(benchmark: Benchmark) -> str:
    """What the verdict says and how far it holds."""
    robust = benchmark.robust_lead
    if robust is None:
        return _("Open: no section can be compared with these figures.")
    if benchmark.verdict == "open":
        return _("Open: not every section has an answer yet.")
    if benchmark.verdict == "level":
        return _level_sentence(benchmark, robust)
    if benchmark.verdict == "ahead":
        # The range may begin with a lead that is 0 after rounding.
        text = (
            _("Ahead under every weighting of the sections ({range}).")
            if whole(robust.low)
            else _("Ahead, if only just, under every weighting of the sections ({range}).")
        )
    else:
        text = (
            _("Behind under every weighting of the sections ({range}).")
            if whole(robust.high)
            else _("Behind, if only just, under every weighting of the sections ({range}).")
        )
    return text.format(range=signed_span(robust.low, robust.high))


def _level_sentence(benchmark: Benchmark, robust: Span) -> str:
    if robust.low == robust.high == 0:
        return _("Level with the surveyed companies under every weighting of the sections.")
    text = {
        (True, True): _("Ahead or behind, depending on {reason} ({range})."),
        (True, False): _("Behind or level, depending on {reason} ({range})."),
        (False, True): _("Ahead or level, depending on {reason} ({range})."),
    }[robust.low < 0, robust.high > 0]
    lead = benchmark.lead
    if lead is None or lead.exact:
        why = _("how the sections are weighted")
    elif lead == robust:
        why = _("what is not known yet")
    else:
        why = _("what is not known yet and how the sections are weighted")
    return text.format(reason=why, range=signed_span(robust.low, robust.high))


def count_sentence(case: Case, section: SectionScore) -> str:
    """How many of a section's items a company has, beside the surveyed mean, in the pack's words."""
    count, mean = section.count, section.surveyed_mean
    if section.inverted:
        count = Span(section.of - count.high, section.of - count.low)
        mean = section.of - mean
    template = case.texts.sections[section.id].count
    return fill_template(template, count=span(*count), of=str(section.of), mean=decimal(mean))


def more_sentence(case: Case, section: SectionScore) -> str:
    """Which share of surveyed companies is better off, in the pack's words."""
    return fill_template(case.texts.sections[section.id].more, range=share_range(section.surveyed_with_more))


def share_range(shares: Span) -> str:
    """A range of percentages that says neither 0 nor 100 % where only rounding makes it so."""
    if shares.high > 0 and not whole(shares.high):
        return _("under 1 %")
    if shares.low < 100 and whole(shares.low) == 100:
        return _("over 99 %")
    return percent_span(*shares)


# ── the fit ───────────────────────────────────────────────────────────────────────────────────


def fit_sentence(fit: Fit) -> str:
    """What the fit says, in words that hold for the whole range."""
    score = fit.score
    if score is None:
        return _("No goal is pursued and no open challenge is faced, so there is nothing to fit.")
    if not fit.needs:
        return _("It is not known yet whether any goal is pursued or any challenge is open.")
    if score.high == 0:
        return _("Your goals and challenges have none of the departments they call for.")
    if score.low == 100:
        return _("Your goals and challenges have all the departments they call for.")
    if score.low == 0 and score.high == 100:
        return _("Your goals and challenges may have none or all of the departments they call for.")
    if score.low == 0:
        text = _("Your goals and challenges have at most {high} of the departments they call for.")
        return text.format(high=about(score.high))
    if score.high == 100:
        text = _("Your goals and challenges have at least {low} of the departments they call for.")
        return text.format(low=about(score.low))
    low, high = about(score.low), about(score.high)
    if score.exact or low == high:
        text = _("Your goals and challenges have {part} of the departments they call for.")
        return text.format(part=part(score.low) if score.exact else low)
    text = _("Your goals and challenges have between {low} and {high} of the departments they call for.")
    return text.format(low=low, high=high)


def completeness_sentence(completeness: Completeness) -> str:
    """How much was answered, “don't know” apart."""
    text = _("{answered} of {asked} answered").format(
        answered=completeness.answered, asked=completeness.asked
    )
    if not completeness.unknown:
        return text
    unknown = n_("{n} don't know", "{n} don't know", completeness.unknown).format(n=completeness.unknown)
    return f"{text} · {unknown}"


def effect_text(effect: Effect) -> str:
    """A score before and after: ``33–40 → 52``; a dash where there is none."""
    before, after = effect.before, effect.after
    if before is None and after is None:
        return "–"
    return f"{_score(before)} → {_score(after)}"


def _score(score: Span | None) -> str:
    return "–" if score is None else span(*score)


# ── advice ────────────────────────────────────────────────────────────────────────────────────


def reason(case: Case, advice: DepartmentAdvice) -> str:
    """Why a department should be brought in, or why not, in one sentence."""
    leads = [item_inline(case, path) for path in advice.leads]
    supports = [item_inline(case, path) for path in advice.supports]
    if leads and supports:
        text = _("Would lead on {leads}, and support {supports}.")
        return text.format(leads=join_words(leads), supports=join_words(supports))
    if leads:
        return _("Would lead on {leads}.").format(leads=join_words(leads))
    if supports:
        return _("Would support {supports}.").format(supports=join_words(supports))
    return _reason_without_need(case, advice)


def _reason_without_need(case: Case, advice: DepartmentAdvice) -> str:
    """What is known of a department that no known goal or challenge calls for."""
    involved = "" if advice.percent is None else percent(advice.percent)
    undecided = open_needs(case, advice.department)
    if undecided:
        text = (
            _(
                "{percent} of surveyed companies involve it."
                " Whether you need it depends on what is still open: {items}."
            )
            if involved
            else _(
                "No figure is documented for it. Whether you need it depends on what is still open: {items}."
            )
        )
        return text.format(percent=involved, items=join_words(undecided))
    if involved:
        text = _(
            "{percent} of surveyed companies involve it; none of your goals and challenges calls for it."
        )
        return text.format(percent=involved)
    return _("No figure is documented for it, and none of your goals and challenges calls for it.")


def evidence_text(case: Case, evidence: tuple[str, ...], item: str = "") -> list[str]:
    """What a statement rests on, one line each.

    Args:
        case: the case that the statement belongs to.
        evidence: ``figure``, arguments such as ``B3``, ``judgement``.
        item: the item whose figure is meant by ``figure``, such as ``departments.support``.
    """
    return [_evidence_line(case, basis, item) for basis in evidence]


def _evidence_line(case: Case, basis: str, item: str) -> str:
    if basis == "judgement":
        return _("Our judgement")
    if basis == "figure":
        return _figure_line(case, item)
    argument = case.pack.argument_by_id[basis]
    return f"{one_line(case.texts.arguments[basis])} ({host(argument.link)})"


def _figure_line(case: Case, item: str) -> str:
    figure, source = case.figures.by_item.get(item), case.figures.source(item)
    if figure is None or source is None:
        return _("A documented figure")
    text = _("{percent} of surveyed companies: {publisher}, {year}")
    return text.format(
        percent=percent(100 * figure.share), publisher=one_line(source.publisher), year=source.year
    )


def rule_title(case: Case, advice: RuleAdvice) -> str:
    """What a rule advises, or asks, in a few words."""
    return one_line(case.texts.rules[advice.rule].title)


def rule_text(case: Case, advice: RuleAdvice) -> str:
    """What a rule says, its template filled with the items that it is about."""
    items = ", ".join(item_inline(case, path) for path in advice.about)
    return fill_template(case.texts.rules[advice.rule].text, about=items)


# ── cautions ──────────────────────────────────────────────────────────────────────────────────


def caution_sentence(case: Case, caution: Caution) -> str:
    """What to bear in mind about a survey when reading the result."""
    source = case.figures.by_source[caution.source]
    name = survey(source)
    if caution.kind in {"old", "historical"}:
        age = age_of(source, as_of(case.pack, case.sheet))
        text = (
            n_("{survey}: {n} year old, historical.", "{survey}: {n} years old, historical.", age)
            if caution.kind == "historical"
            else n_("{survey}: {n} year old.", "{survey}: {n} years old.", age)
        )
        return text.format(survey=name, n=age)
    if caution.kind in {"sector", "country"}:
        text = (
            _("{survey} asked another sector than yours ({yours}): {population}.")
            if caution.kind == "sector"
            else _("{survey} asked in another country than yours ({yours}): {population}.")
        )
        words = source_text(case.texts, case.figures, source.id)
        population = one_line(words.population) if words else _("not described")
        return text.format(survey=name, yours=_choice(case, caution.kind), population=population)
    if caution.kind == "n_unknown":
        text = _("{survey}: how many were asked is not published, so no interval can be given.")
        return text.format(survey=name)
    if caution.kind == "n_unconfirmed":
        text = _("{survey}: that {n} were asked is not confirmed, so no interval is given.")
        return text.format(survey=name, n=source.n)
    own = case.texts.cautions.get(caution.kind)
    items = ", ".join(item_short(case, path) for path in caution.items)
    return f"{items}: {one_line(own)}" if own else f"{items}: {caution.kind}"


def _choice(case: Case, field: str) -> str:
    given = case.sheet.profile.get(field, "")
    choice = case.texts.profile.get(field)
    return one_line(choice.options.get(given, given)) if choice else visible(given)
