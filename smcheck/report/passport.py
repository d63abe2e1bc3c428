"""Where figures come from: each survey's passport, and what rival surveys say of the same item."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from smcheck.advice import age_of, wilson
from smcheck.advice.cautions import age_word, as_of
from smcheck.pack import FigureSet, Pack, Source
from smcheck.pack.loading import DEFAULT_FIGURES
from smcheck.report.case import Case
from smcheck.report.labels import figure_set_label, one_line, source_text
from smcheck.words.language import _, n_
from smcheck.words.numbers import day, percent_span
from smcheck.words.visible import visible


def passport(case: Case, source_id: str) -> list[tuple[str, str]]:
    """What is known and what is not known of a survey, as labels and values; each link is a pair of its own.

    Raises:
        KeyError: the case's figure set has no such source.
    """
    source = case.figures.by_source[source_id]
    words = source_text(case.texts, case.figures, source_id)
    unknown = _("not known")
    pairs = [
        (_("Publisher"), one_line(source.publisher)),
        (_("Title"), one_line(words.title) if words else unknown),
        (_("Year"), year_words(source)),
        (_("Age"), age_words(case, source)),
        (_("Population"), one_line(words.population) if words else unknown),
        (_("Number asked"), n_words(source)),
        (_("Question"), one_line(words.asked) if words else unknown),
        (_("Answers"), several_words(source)),
        *((_("Link"), visible(link)) for link in source.links),
        (_("Last compared"), day(case.figures.dated)),
    ]
    if words and words.note:
        pairs.append((_("Note"), one_line(words.note)))
    return pairs


def year_words(source: Source) -> str:
    """The survey's year, and whether it is inferred."""
    return _("{year} (inferred)").format(year=source.year) if source.year_inferred else str(source.year)


def age_words(case: Case, source: Source) -> str:
    """How old the survey was when the sheet was last changed, and what that makes of it."""
    on = as_of(case.pack, case.sheet)
    age = max(age_of(source, on), 0)
    text = {
        "historical": n_("{n} year: historical", "{n} years: historical", age),
        "old": n_("{n} year: old", "{n} years: old", age),
    }.get(age_word(source, on), n_("{n} year", "{n} years", age))
    return text.format(n=age)


def n_words(source: Source) -> str:
    """How many were asked, and how sure that is."""
    if source.n is None:
        return _("n not published")
    if source.n_confirmed:
        text = "{n}" if source.n_is_base else _("{n}; the percentages are of a smaller group among them")
    elif source.n_is_base:
        text = _("{n} (not confirmed: one report only, or reports differ)")
    else:
        text = _(
            "{n} (not confirmed: one report only, or reports differ); the percentages are of a smaller group "
            "among them"
        )
    return text.format(n=source.n)


def several_words(source: Source) -> str:
    """Whether several answers were allowed."""
    if source.several is None:
        return _("not known whether several were allowed")
    return _("several allowed") if source.several else _("one only")


# ── intervals ─────────────────────────────────────────────────────────────────────────────────


def interval(figures: FigureSet, item: str) -> tuple[float, float] | None:
    """The 95 % Wilson interval of an item's figure in percent (0..100), or none where no base is known."""
    share, source = figures.share(item), figures.source(item)
    if share is None or source is None or source.base is None:
        return None
    low, high = wilson(share, source.base)
    return 100 * low, 100 * high


def interval_text(figure_set: FigureSet, item: str) -> str:
    """The 95 % interval of an item's figure, or why there is none."""
    known = interval(figure_set, item)
    if known is not None:
        low, high = (Fraction(end) for end in known)
        return _("95 %: {range}").format(range=percent_span(low, high))
    source = figure_set.source(item)
    if source is None:
        return _("no figure is documented")
    if source.n is None:
        return _("no interval: n not published")
    if not source.n_confirmed:
        return _("no interval: n not confirmed")
    return _("no interval: the percentages are of a smaller group than n")


# ── rival surveys ─────────────────────────────────────────────────────────────────────────────


class RivalFigure(NamedTuple):
    """What one figure set says of an item; ``percent`` and ``interval`` in percent, 0..100."""

    set_id: str
    label: str
    year: int
    percent: Fraction
    interval: tuple[float, float] | None


class Rival(NamedTuple):
    """What several figure sets say of one item, the default set first, the others by year."""

    item: str
    figures: tuple[RivalFigure, ...]

    @property
    def spread(self) -> tuple[Fraction, Fraction]:
        """The lowest and the highest percentage (0..100) that the sets give."""
        return spread(self.figures)


def spread(figures: Sequence[RivalFigure]) -> tuple[Fraction, Fraction]:
    """The lowest and the highest percentage (0..100) among at least one figure."""
    percents = [figure.percent for figure in figures]
    return min(percents), max(percents)


def rivals(pack: Pack, language: str) -> list[Rival]:
    """Every item that at least two figure sets have a figure for, in the pack's order.

    Raises:
        Fault: a figure set or the texts do not fit.
    """
    texts = pack.texts(language)
    found: dict[str, list[RivalFigure]] = {path: [] for path in pack.items}
    for figures in map(pack.figures, pack.figure_sets):
        label = figure_set_label(texts, figures.id)
        for figure in figures.figures:
            year = figures.by_source[figure.source].year
            known = interval(figures, figure.item)
            found[figure.item].append(RivalFigure(figures.id, label, year, 100 * figure.share, known))
    return [
        Rival(path, tuple(sorted(rows, key=lambda row: (row.set_id != DEFAULT_FIGURES, row.year))))
        for path, rows in found.items()
        if len(rows) > 1
    ]
