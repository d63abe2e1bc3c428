"""Advice: ranked cards, then the set-up, then what deserves a second look."""

from textual.content import Content

from smcheck.advice import DepartmentAdvice, RuleAdvice
from smcheck.report.case import Case
from smcheck.report.labels import department_label, label_word
from smcheck.report.sentences import effect_text, evidence_text, reason, rule_text, rule_title
from smcheck.report.still_open import setup_sentence
from smcheck.tui.text import hanging, joined, plain, stacked
from smcheck.tui.widgets.result_list import ResultRow
from smcheck.words.language import _


def rows(case: Case, width: int) -> list[ResultRow]:
    """The tab's rows for a width in columns."""
    advice = case.advice
    found = _headed(
        _("DEPARTMENTS TO BRING IN"),
        [
            ResultRow(_card(case, entry, number, width), ("department", entry.department))
            for number, entry in enumerate(advice.departments, 1)
        ],
        _("Every department is on board, or not asked about yet."),
    )
    found += _headed(
        _("SET-UP"),
        [ResultRow(_rule(case, entry, width)) for entry in advice.setup],
        setup_sentence(case),
    )
    if advice.second_look:
        second = [ResultRow(_rule(case, entry, width)) for entry in advice.second_look]
        found += _headed(_("A SECOND LOOK"), second, "")
    return found


def _headed(heading: str, found: list[ResultRow], otherwise: str) -> list[ResultRow]:
    return [ResultRow(plain(heading, "bold"), heading=True), *(found or [ResultRow(stacked(otherwise, ""))])]


def _card(case: Case, entry: DepartmentAdvice, number: int, width: int) -> Content:
    head = f"{number:>2}  "
    inset = plain(" " * len(head))
    label = joined(plain(department_label(case, entry.department), "bold"), f"  [{label_word(entry.label)}]")
    effects = " · ".join(
        (
            _("fit {effect}").format(effect=effect_text(entry.fit)),
            _("benchmark {effect}").format(effect=effect_text(entry.benchmark)),
        )
    )
    evidence = evidence_text(case, entry.evidence, case.pack.department_path(entry.department))
    return stacked(
        hanging(plain(head), label, width),
        hanging(inset, plain(reason(case, entry)), width),
        hanging(inset, plain(effects, "$primary"), width),
        *(hanging(joined(inset, "· "), plain(line, "$foreground-muted"), width) for line in evidence),
        "",
    )


def _rule(case: Case, entry: RuleAdvice, width: int) -> Content:
    inset = plain("    ")
    return stacked(
        hanging(plain("  – "), plain(rule_title(case, entry), "bold"), width),
        hanging(inset, plain(rule_text(case, entry)), width),
        *(
            hanging(joined(inset, "· "), plain(line, "$foreground-muted"), width)
            for line in evidence_text(case, entry.evidence)
        ),
        "",
    )
