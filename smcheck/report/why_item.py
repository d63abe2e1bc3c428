"""How the numbers of an item came about."""

from fractions import Fraction

from smcheck.report.case import Case
from smcheck.report.comparison import changed_words, same_answer, section_items
from smcheck.report.interval import interval_words
from smcheck.report.labels import answer_word, item_label, one_line
from smcheck.report.surveys import over_the_years
from smcheck.report.tab_content import Lines, Why
from smcheck.report.why_section import favourable_percent, passports
from smcheck.scoring import ItemResult
from smcheck.words.language import _
from smcheck.words.numbers import decimal, percent, whole


def why_item(case: Case, path: str) -> Why:
    """An item: the answer, the surveyed companies, the gap, and how exact the figure is."""
    section = case.pack.question_by_id[path.partition(".")[0]].section
    item = next(entry for entry in section_items(case, section) if entry.path == path)
    return Why(
        title=f"{item_label(case, path)}: {answer_word(item.answer)}",
        text=_item_text(item),
        lines=(*_gap_lines(item), *_more_lines(case, item)),
        sources=passports(case, [item.source]),
    )


def _item_text(item: ItemResult) -> str:
    if item.percent is None:
        return _("No figure to compare, so it enters no score.")
    return _("{n} of 100 surveyed companies say yes.").format(n=whole(item.percent))


def _gap_lines(item: ItemResult) -> Lines:
    """The gap for each answer that is possible; in a described section who answers alike."""
    if item.percent is None:
        return
    answers = ("yes", "no") if item.answer in {None, "unknown"} else (str(item.answer),)
    heads = {"yes": _("if yes"), "no": _("if no")} if len(answers) == 2 else {}
    for answer in answers:
        yield heads.get(answer, _("compared")), _comparison(item, item.percent, answer)


def _comparison(item: ItemResult, percent: Fraction, answer: str) -> str:
    """What an answer means beside the percentage."""
    if item.favourable is None:
        return _("{n} of 100 answer as you do").format(n=whole(same_answer(percent, answer)))
    if answer == "na":
        return _("does not exist here: no gap; counts as not met")
    return _gap_text(item, met=answer == item.favourable)


def _gap_text(item: ItemResult, *, met: bool) -> str:
    """``100 against 39: 61 above``."""
    theirs = favourable_percent(item)
    own = 100 if met else 0
    text = _("{own} against {theirs}: {n} above") if met else _("{own} against {theirs}: {n} below")
    return text.format(own=own, theirs=decimal(theirs), n=decimal(abs(own - theirs)))


def _more_lines(case: Case, item: ItemResult) -> Lines:
    if item.favourable == "no" and item.percent is not None:
        text = _("met by “no”: {n} of 100 say no")
        yield _("theirs"), text.format(n=decimal(100 - item.percent))
    changed = changed_words(case, item.path)
    if changed:
        yield _("note"), changed
    if item.percent is None:
        return
    yield _("exactness"), interval_words(case.figures, item.path)
    for number, value in enumerate(over_the_years(case.pack, item.path)):
        yield "" if number else _("years"), f"{value.year}: {percent(value.percent)} ({value.label})"
    for caution in item_cautions(case, item):
        yield _("caution"), caution


def item_cautions(case: Case, item: ItemResult) -> tuple[str, ...]:
    """The cautions that the pack has on this figure alone."""
    figure = case.figures.by_item.get(item.path)
    if figure is None or figure.caution is None:
        return ()
    return (one_line(case.texts.cautions.get(figure.caution, figure.caution)),)
