"""Overview: where the company stands, how its departments fit its needs, whom to bring in first."""

from textual.content import Content

from smcheck.advice import DepartmentAdvice
from smcheck.report.case import Case
from smcheck.report.labels import (
    department_label,
    item_inline,
    item_short,
    join_words,
    section_label,
    verdict_word,
)
from smcheck.report.sentences import caution_sentence, effect_text, fit_sentence, rule_title, verdict_sentence
from smcheck.report.still_open import nobody_sentence, open_calls, still_open_sentence
from smcheck.scoring import SectionScore
from smcheck.tui.text import cell, hanging, joined, plain, right_cell, stacked
from smcheck.tui.widgets.bars import filled_bar, scale_bar
from smcheck.tui.widgets.result_list import ResultRow
from smcheck.words.language import _
from smcheck.words.numbers import span, whole

_STYLES = {"ahead": "bold $success", "behind": "bold $error", "level": "bold $accent", "open": "bold"}


def rows(case: Case, width: int) -> list[ResultRow]:
    """The tab's rows for a width in columns."""
    inset = 15 if width >= 60 else 0
    gap = ResultRow(plain(""), heading=True)
    return [
        _benchmark(case, width, inset),
        gap,
        _fit(case, width, inset),
        gap,
        *_sections(case, width, inset),
        gap,
        *_bring_in(case, width, inset),
        gap,
        *_cautions(case, width),
    ]


def _named(name: str, first: Content, more: list[Content], width: int, inset: int) -> Content:
    """A name on the left and its rows beside it, or above them where it is narrow."""
    rows = [first, *more]
    if not inset:
        return stacked(plain(name, "bold"), *rows)
    head = [cell(name, inset, "bold"), *([joined(" " * inset)] * len(more))]
    return stacked(*(hanging(left, row, width) for left, row in zip(head, rows, strict=True)))


def _benchmark(case: Case, width: int, inset: int) -> ResultRow:
    benchmark = case.result.benchmark
    if benchmark.score is None or benchmark.surveyed is None:
        text = plain(_("No figure of this set can be compared."))
        return ResultRow(_named(_("BENCHMARK"), text, [], width, inset), ("benchmark", ""))
    verdict = plain(verdict_word(benchmark.verdict), _STYLES[benchmark.verdict])
    score = span(*benchmark.score)
    surveyed = _("surveyed companies {percent}").format(percent=whole(benchmark.surveyed))
    if width >= 60:
        room = width - inset - 14 - verdict.cell_length
        first = joined(cell(score, 14, "bold"), cell(surveyed, room), verdict)
    else:
        surveyed = _("surveyed {percent}").format(percent=whole(benchmark.surveyed))
        first = joined(plain(score, "bold"), "  ", verdict, f"  {surveyed}")
    more = [
        scale_bar(benchmark.score, benchmark.surveyed, width - inset),
        plain(verdict_sentence(benchmark), "$foreground-muted"),
    ]
    return ResultRow(_named(_("BENCHMARK"), first, more, width, inset), ("benchmark", ""))


def _fit(case: Case, width: int, inset: int) -> ResultRow:
    fit = case.result.fit
    if fit.score is None:
        text = plain(fit_sentence(fit))
        return ResultRow(_named(_("FIT"), text, [], width, inset), ("fit", ""))
    more = [filled_bar(fit.score, width - inset), plain(fit_sentence(fit), "$foreground-muted")]
    return ResultRow(_named(_("FIT"), plain(span(*fit.score), "bold"), more, width, inset), ("fit", ""))


def _sections(case: Case, width: int, inset: int) -> list[ResultRow]:
    return [
        ResultRow(_section(case, section, width, inset), ("section", section.id))
        for section in case.result.benchmark.sections.values()
    ]


def _section(case: Case, section: SectionScore, width: int, inset: int) -> Content:
    label = section_label(case, section.id)
    score, surveyed = span(*section.score), str(whole(section.surveyed))
    if width < 60:
        return joined(
            cell(label, 18), right_cell(score, 7, "bold"), right_cell(surveyed, 5, "$foreground-muted")
        )
    bar = scale_bar(section.score, section.surveyed, max(width - inset - 18 - 9 - 16, 10))
    asked = _("surveyed {percent}").format(percent=surveyed)
    return joined(
        " " * inset, cell(label, 18), cell(score, 9, "bold"), bar, "  ", cell(asked, 14, "$foreground-muted")
    )


def _bring_in(case: Case, width: int, inset: int) -> list[ResultRow]:
    advised = [advice for advice in case.advice.departments if advice.label == "advised"][:3]
    name = _("BRING IN")
    if not advised:
        setup = [plain(rule_title(case, entry)) for entry in case.advice.setup[:1]]
        nobody = still_open_sentence(open_calls(case)) if setup else nobody_sentence(case)
        first, *more = [*setup, *([plain(nobody)] if nobody else [])]
        return [ResultRow(_named(name, first, more, width, inset))]
    found = []
    effects = [_("fit {effect}").format(effect=effect_text(advice.fit)) for advice in advised]
    widest = max(plain(effect).cell_length for effect in effects)
    labels = [item_short(case, case.pack.department_path(advice.department)) for advice in advised]
    named = max(plain(label).cell_length for label in labels) + 2
    for number, (label, advice, effect) in enumerate(zip(labels, advised, effects, strict=True), 1):
        serves = _leads(case, advice)
        if width < 60:
            text = stacked(
                *([plain(name, "bold")] if number == 1 else []),
                joined(f"{number} ", plain(department_label(case, advice.department), "bold")),
                plain(f"  {effect}", "$foreground-muted"),
            )
        else:
            left = cell(name if number == 1 else "", inset, "bold")
            head = joined(left, f"{number}  ", cell(label, named, "bold"), cell(effect, widest + 2))
            text = joined(head, cell(serves, width - head.cell_length, "$foreground-muted"))
        found.append(ResultRow(text, ("department", advice.department)))
    return found


def _cautions(case: Case, width: int) -> list[ResultRow]:
    aged = [c for c in case.advice.cautions if c.kind in {"old", "historical"}]
    if not aged:
        return []
    if len(aged) == 1:
        text = caution_sentence(case, aged[0])
    else:
        years = join_words(str(year) for year in sorted({caution.year for caution in aged}))
        text = _("The figures are from {years}: old, and of different surveys.").format(years=years)
        if all(caution.kind == "historical" for caution in aged):
            text = _("The figures are from {years}: historical, of different surveys.").format(years=years)
    return [ResultRow(hanging(plain("! ", "bold"), plain(text), width), ("source", aged[0].source))]


def _leads(case: Case, advice: DepartmentAdvice) -> str:
    """What the department would be there for, in few words."""
    if advice.leads:
        names = ", ".join(item_inline(case, item) for item in advice.leads)
        return _("leads {needs}").format(needs=names)
    names = ", ".join(item_inline(case, item) for item in advice.supports)
    return _("supports {needs}").format(needs=names)
