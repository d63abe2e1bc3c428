"""Page one: what to do, where one stands, who takes charge; alone enough for a board."""

from collections.abc import Iterator

from smcheck.report.case import Case
from smcheck.report.content import Overview, SectionLine
from smcheck.report.document.model import (
    Bands,
    CountBand,
    DocumentPart,
    Need,
    Needs,
    ScoreBand,
    Section,
    Steps,
    Text,
)
from smcheck.report.document.steps import document_step
from smcheck.report.gaps import points_words
from smcheck.report.labels import (
    LONGEST_NAME,
    capital,
    choice_label,
    department_name,
    either,
    figure_set_label,
    item_label,
    item_short,
    join_words,
)
from smcheck.report.summary import score_sentence
from smcheck.report.who_does_what import missing_sentences
from smcheck.scoring import NeedResult
from smcheck.words.language import _, n_
from smcheck.words.numbers import day, span, whole
from smcheck.words.visible import clip


def summary_part(case: Case, content: Overview) -> DocumentPart:
    """The three sections of page one."""
    sections = (_next_steps(case, content), _standing(case, content), _charge(case, content))
    return DocumentPart(
        id="summary",
        title=_("Summary"),
        message="",
        sections=tuple(section for section in sections if section is not None),
        claim=content.headline.sentence.removesuffix("."),
    )


def second_sentence(content: Overview) -> str:
    """For how many goals somebody takes charge, or that there are none."""
    return content.goals.sentence


def situation(case: Case) -> tuple[str, ...]:
    """Whose answers these are, of which day, and how many there are; a line each."""
    on, profile, texts = case.sheet.on(), case.sheet.profile, case.texts
    facts = [choice_label(texts, field, profile.get(field, "")) for field in ("sector", "country")]
    size = choice_label(texts, "size", profile.get("size", ""))
    facts.append(_("{n} employees").format(n=size) if size else "")
    first = _("Self-assessment of {day}").format(day=day(on)) if on else _("Self-assessment")
    known = ", ".join(filter(None, facts))
    return (
        f"{first}: {known}." if known else f"{first}.",
        *_respondent(case),
        _completeness(case),
    )


def _respondent(case: Case) -> Iterator[str]:
    names = (case.sheet.respondent, case.sheet.profile.get("role", ""))
    who = ", ".join(filter(None, (clip(name.strip(), LONGEST_NAME) for name in names)))
    if who:
        yield _("Answered by {who}.").format(who=who)


def _completeness(case: Case) -> str:
    """How many answers there are, and how many of them are “don't know”."""
    completeness = case.result.completeness
    if completeness.missing:
        text = n_(
            "{answered} of {asked} answer is given.",
            "{answered} of {asked} answers are given.",
            completeness.asked,
        )
    else:
        text = n_("The one answer is given.", "All {asked} answers are given.", completeness.asked)
    sentence = text.format(answered=completeness.answered, asked=completeness.asked)
    if not completeness.unknown:
        return sentence
    unknown = n_("One of them is “don't know”.", "{n} of them are “don't know”.", completeness.unknown)
    return f"{sentence} {unknown.format(n=completeness.unknown)}"


def sources_note(case: Case, content: Overview) -> str:
    """What was measured against, how old that is, and what is no survey's but ours."""
    measured = _("Measured against: {figures}.").format(figures=figure_set_label(case.texts, case.figures.id))
    own = _("Who usually takes charge of what is our judgement; there is no survey on it.")
    return " ".join((measured, content.yardstick, own if case.result.needs.open else "")).strip()


# ── next steps ────────────────────────────────────────────────────────────────────────────────


def _next_steps(case: Case, content: Overview) -> Section:
    others = len(content.also)
    more = n_("one more further on", "{n} more further on", others).format(n=others) if others else ""
    if content.no_steps:
        return Section("next_steps", _("The next steps"), "", (Text(content.no_steps),))
    rows = tuple(document_step(case, step, then=True) for step in content.steps)
    return Section("next_steps", _("The next steps"), "", (Steps(_("Who"), _("By when"), rows),), hint=more)


# ── where you stand ───────────────────────────────────────────────────────────────────────────


def _standing(case: Case, content: Overview) -> Section:
    judged = [line for line in content.sections if line.judged]
    described = [line for line in content.sections if not line.judged]
    unknown = any("unknown" in line.states for line in content.sections)
    heads = (_("You"), _("Surveyed"))
    blocks = (
        Bands(
            *heads,
            rows=(_score_band(content, len(judged)), *(_count_band(case, line) for line in judged)),
            legend=_("hatched: not known") if unknown else "",
        ),
        Bands(
            *heads,
            rows=tuple(_count_band(case, line) for line in described),
            caption=_("Described, not judged: more is neither better nor worse here."),
        ),
    )
    return Section(
        "standing",
        _("Where you stand"),
        standing_sentence(case, content),
        tuple(block for block in blocks if block.rows),
    )


def standing_sentence(case: Case, content: Overview) -> str:
    """The score beside that of the surveyed companies, and by how many points it differs."""
    first, benchmark = score_sentence(content), case.result.benchmark
    if benchmark.gap is None or benchmark.verdict in {"open", "none"}:
        return first
    if benchmark.verdict == "mixed":
        return f"{first} {capital(content.headline.detail)}."
    text = _("You are above {points}.") if benchmark.verdict == "above" else _("You are below {points}.")
    return f"{first} {text.format(points=points_words(benchmark.gap))}"


def _score_band(content: Overview, judged: int) -> ScoreBand:
    score = content.score
    hint = _("average of both") if judged == 2 else _("average of all")
    if score.score is None or score.surveyed is None:
        instead = _("no score: too little to compare")
        return ScoreBand(_("Overall score"), hint, "–", "–", None, None, instead)
    own = _("{n} of 100").format(n=span(*score.score))
    return ScoreBand(_("Overall score"), hint, own, str(whole(score.surveyed)), score.score, score.surveyed)


def _count_band(case: Case, line: SectionLine) -> CountBand:
    id_ = line.subject.id
    judged = case.result.benchmark.sections.get(id_)
    compared = judged.comparison is not None if judged else bool(line.alike)
    section = judged or case.result.described[id_]
    return CountBand(
        label=line.label,
        own=line.count or "–",
        theirs=line.theirs if compared and line.theirs else "–",
        states=line.states,
        mark=section.surveyed_mean if compared else None,
        judged=line.judged,
    )


# ── who takes charge ──────────────────────────────────────────────────────────────────────────


def _charge(case: Case, content: Overview) -> Section | None:
    rows = tuple(_needs(case))
    message = " ".join(
        filter(None, (*missing_sentences(case), content.challenges.sentence, content.not_known))
    )
    if case.result.needs.solo or not rows:
        return None
    heads = (_("Goal or open challenge"), _("Usually in charge"), _("Today"))
    return Section("charge", _("Who takes charge"), message, (Needs(heads, rows),))


def _needs(case: Case) -> Iterator[Need]:
    """The goals that are pursued and the challenges that are not in hand for certain."""
    needs = case.result.needs
    for need in case.pack.needs:
        item = need.item
        if item in needs.open:
            yield _need(case, needs.open[item])
        elif item in needs.nobody_here:
            yield _row(case, item, "nobody_here", "", _("who does this here?"))
        elif item in case.pack.in_hand and case.sheet.answer(item) == "yes":
            in_hand = case.sheet.answer(case.pack.in_hand[item])
            if in_hand != "yes":
                yield _row(case, item, "not_known", "", _("in hand? not known"))


def _need(case: Case, need: NeedResult) -> Need:
    answers = {name: case.sheet.answer(case.pack.department_path(name)) for name in need.candidates}
    involved = [department_name(case, name) for name in answers if answers[name] == "yes"]
    unsure = [department_name(case, name) for name in answers if answers[name] in {"unknown", None}]
    if need.covered == "yes":
        return _row(case, need.item, "covered", join_words(involved), _("involved"))
    if need.covered == "no":
        return _row(case, need.item, "missing", department_name(case, need.bring_in), _("not involved"))
    return _row(case, need.item, "not_known", either(unsure), _("involved? not known"))


def _row(case: Case, item: str, state: str, department: str, today: str) -> Need:
    return Need(item_label(case, item), item_short(case, item), state, department, today)
