"""Figures: every survey's passport, what to bear in mind, and what rival surveys say."""

from fractions import Fraction

from textual.content import Content

from smcheck.report.case import Case
from smcheck.report.labels import figure_set_text, item_label
from smcheck.report.passport import Rival, interval_text, passport, rivals
from smcheck.report.sentences import caution_sentence
from smcheck.tui.text import cell, hanging, joined, plain, right_cell, stacked
from smcheck.tui.widgets.result_list import ResultRow
from smcheck.words.language import _, language
from smcheck.words.numbers import percent, percent_span


def rows(case: Case, width: int) -> list[ResultRow]:
    """The tab's rows for a width in columns."""
    found = [ResultRow(plain(_("BEAR IN MIND"), "bold"), heading=True)]
    found += [
        ResultRow(
            hanging(plain("! ", "bold"), plain(caution_sentence(case, caution)), width),
            ("source", caution.source),
        )
        for caution in case.advice.cautions
    ]
    found.append(ResultRow(stacked("", plain(_("SOURCES"), "bold")), heading=True))
    found += passports(case, width)
    found.append(ResultRow(plain(_("THE SAME ASKED ELSEWHERE"), "bold"), heading=True))
    found += [ResultRow(_rival(case, rival, width), ("item", rival.item)) for rival in _known(case)]
    found += _others(case, width)
    return found


def passports(case: Case, width: int) -> list[ResultRow]:
    """A passport for each source of the case's figure set."""
    inset = 20 if width >= 60 else 0
    found = []
    for source in case.figures.sources:
        rows: list[Content] = []
        for label, value in passport(case, source.id):
            if inset:
                rows.append(hanging(cell(label, inset, "$foreground-muted"), plain(value), width))
            else:
                rows.append(
                    hanging(plain("  "), joined(plain(f"{label}: ", "$foreground-muted"), value), width)
                )
        found.append(ResultRow(stacked(*rows, ""), ("source", source.id)))
    return found


def _known(case: Case) -> list[Rival]:
    """The rivals of items that this case's figure set has a figure for, so that one can ask why."""
    return [rival for rival in rivals(case.pack, language()) if rival.item in case.figures.by_item]


def _rival(case: Case, rival: Rival, width: int) -> Content:
    rows: list[Content | str] = [
        joined(
            plain(item_label(case, rival.item), "bold"),
            plain("  " + _("from {spread}").format(spread=percent_span(*rival.spread)), "$foreground-muted"),
        )
    ]
    for figure in rival.figures:
        note = interval_text(case.pack.figures(figure.set_id), rival.item)
        facts = joined("  ", f"{figure.year}", right_cell(percent(figure.percent), 7, "bold"), "  ")
        text = joined(figure.label, plain(f" · {note}", "$foreground-muted"))
        rows.append(hanging(facts, text, width))
    return stacked(*rows, "")


def _others(case: Case, width: int) -> list[ResultRow]:
    found = []
    for name in case.pack.figure_sets:
        figures, texts = case.pack.figures(name), figure_set_text(case.texts, name)
        if not figures.others or texts is None:
            continue
        rows = [
            hanging(
                right_cell(percent(Fraction(other.percent)), 7), plain(f"  {texts.others[other.id]}"), width
            )
            for other in figures.others
        ]
        found.append(ResultRow(stacked(plain(texts.label, "bold"), *rows, "")))
    heading = ResultRow(plain(_("REPORTED THERE, COMPARED WITH NOTHING HERE"), "bold"), heading=True)
    return [heading, *found] if found else []
