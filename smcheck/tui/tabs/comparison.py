"""Comparison: section by section and item by item beside the surveyed companies."""

from textual.content import Content

from smcheck.report.case import Case
from smcheck.report.labels import answer_word, item_short, section_label, survey
from smcheck.report.sentences import count_sentence, more_sentence
from smcheck.scoring import ItemScore, SectionScore
from smcheck.tui.text import cell, hanging, joined, plain, right_cell, stacked
from smcheck.tui.widgets.bars import diverging_bar
from smcheck.tui.widgets.result_list import ResultRow
from smcheck.words.language import _
from smcheck.words.numbers import percent, signed_span, span, whole


def rows(case: Case, width: int) -> list[ResultRow]:
    """The tab's rows for a width in columns."""
    found: list[ResultRow] = []
    for section in case.result.benchmark.sections.values():
        found += [
            ResultRow(_head(case, section, width), ("section", section.id)),
            ResultRow(
                hanging(plain(""), plain(count_sentence(case, section)), width), ("section", section.id)
            ),
            ResultRow(hanging(plain(""), plain(more_sentence(case, section)), width), ("rank", section.id)),
            ResultRow(_columns(width), heading=True),
            *(ResultRow(_item(case, item, width), ("item", item.path)) for item in section.items),
            ResultRow(_source(case, section, width), heading=True),
        ]
    return found or [ResultRow(plain(_("No figure of this set can be compared.")))]


def _head(case: Case, section: SectionScore, width: int) -> Content:
    facts = _("{score}, surveyed {percent}").format(
        score=span(*section.score), percent=whole(section.surveyed)
    )
    label = section_label(case, section.id).upper()
    return joined(cell(label, min(20, width // 2), "bold"), plain(facts, "bold"))


def _widths(width: int) -> tuple[int, int, int]:
    """Of label, answer and bar; the percentage takes six."""
    label, answer = (18, 15) if width >= 60 else (min(16, width - 20), 0)
    return label, answer, width - label - answer - 6


def _columns(width: int) -> Content:
    label, answer, bar = _widths(width)
    if not answer:
        return joined(
            " " * (width - 22),
            right_cell(_("lead"), 11, "$foreground-muted"),
            right_cell(_("surveyed"), 11, "$foreground-muted"),
        )
    half = (bar - 1) // 2
    return joined(
        " " * label,
        cell(_("you"), answer, "$foreground-muted"),
        right_cell(_("behind") + " ", half, "$foreground-muted"),
        plain("│", "$foreground-muted"),
        cell(" " + _("ahead"), bar - half - 5, "$foreground-muted"),
        right_cell(_("surveyed"), 10, "$foreground-muted"),
    )


def _item(case: Case, item: ItemScore, width: int) -> Content:
    label, answer, bar = _widths(width)
    name = item_short(case, item.path)
    share = percent(item.percent)
    changed = " *" if item.path in case.sheet.after_result else ""
    word = answer_word(item.answer) + changed
    if not answer:
        lead = "–" if item.lead is None else signed_span(*item.lead)
        return stacked(
            joined(cell(name, width - 22), right_cell(lead, 14, "bold"), right_cell(share, 8)),
            plain(f"  {word}", "$foreground-muted"),
        )
    return joined(cell(name, label), cell(word, answer), diverging_bar(item, bar), right_cell(share, 6))


def _source(case: Case, section: SectionScore, width: int) -> Content:
    sources = dict.fromkeys(item.source for item in section.items)
    names = ", ".join(survey(case.figures.by_source[source]) for source in sources)
    return stacked(right_cell(names, width, "$foreground-muted"), "")
