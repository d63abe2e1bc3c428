"""Page one: what to do, where one stands, who takes charge; alone enough for a board."""

from collections.abc import Iterator

from smcheck.report.case import Case
from smcheck.report.content import Overview, SectionLine
from smcheck.report.coverage import candidates_answered
from smcheck.report.document.claims import claim
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
from smcheck.report.document.verdict import is_incomparable, verdict_sentence
from smcheck.report.gaps import points_words
from smcheck.report.labels import (
    capital,
    department_name,
    department_subject,
    either,
    item_inline,
    item_label,
    item_short,
    join_words,
)
from smcheck.report.summary import score_sentence
from smcheck.report.who_does_what import missing_sentences
from smcheck.scoring import NeedResult
from smcheck.words.language import _, n_
from smcheck.words.numbers import number_word, span, whole


def summary_part(case: Case, content: Overview) -> DocumentPart:
    """The three sections of page one."""
    sections = (_next_steps(case, content), _standing(case, content), _charge(case, content))
    return DocumentPart(
        id="summary",
        title=_("Summary"),
        message="",
        sections=tuple(section for section in sections if section is not None),
        claim=claim(verdict_sentence(case)),
    )


# ── next steps ────────────────────────────────────────────────────────────────────────────────


def _next_steps(case: Case, content: Overview) -> Section:
    more = _others(len(content.also)) if content.also else ""
    if content.no_steps:
        return Section("next_steps", _("The next steps"), "", (Text(content.no_steps),))
    rows = tuple(document_step(case, step, then=True) for step in content.steps)
    return Section("next_steps", _("The next steps"), "", (Steps(_("Who"), _("By when"), rows),), hint=more)


def _others(n: int) -> str:
    """How many things are advised besides, and where they stand."""
    text = n_("one more under “{heading}”", "{number} more under “{heading}”", n)
    return text.format(number=number_word(n), heading=_("Recommendations"))


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
    """The score beside that of the surveyed companies, and by how many points it differs; or why not."""
    if is_incomparable(case):
        no_score = _("So there is no overall score.")
        return f"{content.headline.sentence} {no_score}"
    first, benchmark = score_sentence(content), case.result.benchmark
    if benchmark.gap is None or benchmark.verdict in {"open", "none"}:
        return first
    if benchmark.verdict == "mixed":
        return f"{first} {capital(content.headline.detail)}."
    text = _("You are higher {points}.") if benchmark.verdict == "above" else _("You are lower {points}.")
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
    needs = case.result.needs
    open_ = needs.challenges_in_hand is None and set(needs.not_known) & set(case.pack.in_hand)
    in_hand = "" if open_ else content.challenges.sentence  # which ones are not known is said anyway
    sentences = (*_to_bring_in(case, rows), in_hand, content.not_known)
    message = " ".join(filter(None, sentences))
    if not rows and not message:
        return None
    stand_in = any(need.stand_in for need in case.result.needs.open.values())
    who = _("Who can take charge") if stand_in else _("Usually in charge")
    heads = (_("Goal or open challenge"), who, _("Today"))
    table = (Needs(heads, rows, _needs_legend(rows)),) if rows else ()
    return Section("charge", _("Who takes charge"), message, table)


def _to_bring_in(case: Case, rows: tuple[Need, ...]) -> tuple[str, ...]:
    """With which departments all of the rows are covered; else which are missing."""
    leads = case.advice.missing_leads
    if not leads or any(not row.department for row in rows):  # nobody could, or nobody knows whether to
        return missing_sentences(case)
    if len(leads) == 1:
        one = _("With {department} on board everything would be covered.")
        return (one.format(department=department_subject(case, leads[0])),)
    several = _("With {departments} everything would be covered.")
    names = join_words(item_inline(case, case.pack.department_path(name)) for name in leads)
    return (several.format(departments=names),)


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


def _needs_legend(rows: tuple[Need, ...]) -> tuple[tuple[str, str], ...]:
    words = {"covered": _("involved"), "missing": _("not involved"), "not_known": _("involved? not known")}
    states = dict.fromkeys(row.state for row in rows if row.department)
    return tuple((state, words[state]) for state in states)


def _need(case: Case, need: NeedResult) -> Need:
    if need.covered == "yes":
        today = _("involved, stands in") if need.stand_in else _("involved")
        who = join_words(candidates_answered(case, need, "yes"))
        return _row(case, need.item, "covered", who, today, stand_in=need.stand_in)
    if need.covered == "no":
        today = _("could stand in, not involved") if need.stand_in else _("not involved")
        who = department_name(case, need.bring_in)
        return _row(case, need.item, "missing", who, today, stand_in=need.stand_in)
    today = _("could stand in; involved? not known") if need.stand_in else _("involved? not known")
    who = either(candidates_answered(case, need, "unknown", None))
    return _row(case, need.item, "not_known", who, today, stand_in=need.stand_in)


def _row(case: Case, item: str, state: str, department: str, today: str, *, stand_in: bool = False) -> Need:
    marked = _("{department} (stand-in)").format(department=department) if stand_in else department
    return Need(item_label(case, item), item_short(case, item), state, department, today, marked)
