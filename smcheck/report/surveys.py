"""The surveys: which figure sets there are to choose from, and the same question over the years."""

from fractions import Fraction

from smcheck.pack import FigureSet, Pack, Texts
from smcheck.pack.loading import DEFAULT_FIGURES
from smcheck.report.content import FigureRow, SurveySet, YearValue
from smcheck.report.interval import interval_words
from smcheck.report.labels import figure_set_label, join_words, one_line, survey
from smcheck.words.language import _, language


def survey_sets(pack: Pack) -> tuple[SurveySet, ...]:
    """The figure sets, the default first, then by year.

    Raises:
        Fault: a figure set or the texts do not fit.
    """
    texts = pack.texts(language())
    found = [_survey_set(pack, texts, pack.figures(name)) for name in pack.figure_sets]
    return tuple(sorted(found, key=lambda entry: (entry.id != DEFAULT_FIGURES, entry.years)))


def _survey_set(pack: Pack, texts: Texts, figures: FigureSet) -> SurveySet:
    words = texts.figures.get(figures.id)
    return SurveySet(
        id=figures.id,
        label=figure_set_label(texts, figures.id),
        note=one_line(words.note) if words else "",
        compares=compared_sections(pack, figures),
        sources=tuple(source.id for source in figures.sources),
        years=tuple(sorted({source.year for source in figures.sources})),
    )


def compared_sections(pack: Pack, figures: FigureSet) -> str:
    """Which sections a figure set has figures for: ``figures for set-up and goals``."""
    texts = pack.texts(language())
    sections = [
        one_line(texts.sections[section.id].inline)
        for section in pack.sections
        if any(path in figures.by_item for path in pack.section_items[section.id])
    ]
    if not sections:
        return _("no figure to compare with")
    return _("figures for {sections}").format(sections=join_words(sections))


def figure_rows(pack: Pack, figures: FigureSet) -> tuple[FigureRow, ...]:
    """Every percentage of a figure set: those of the pack's items, then those compared with nothing."""
    texts = pack.texts(language())
    words = texts.figures.get(figures.id)
    rows = [
        FigureRow(
            path=path,
            label=one_line(texts.item(path).label),
            percent=100 * figures.by_item[path].share,
            source=figures.by_item[path].source,
            interval=interval_words(figures, path),
        )
        for path in pack.items
        if path in figures.by_item
    ]
    others = words.others if words else {}
    rows += [
        FigureRow("", one_line(others.get(other.id, other.id)), Fraction(other.percent), other.source, "")
        for other in figures.others
    ]
    return tuple(rows)


def over_the_years(pack: Pack, path: str) -> tuple[YearValue, ...]:
    """An item's percentages by year, from all sets of the publisher that the default set quotes.

    Values of earlier editions that a report names are among them, where no set of their own has them. Empty
    with fewer than two values. Populations may differ from set to set; ``label`` says whose a value is.
    """
    default = pack.figures().source(path)
    sets = [
        figures
        for figures in map(pack.figures, pack.figure_sets)
        if default and (source := figures.source(path)) and source.publisher == default.publisher
    ]
    texts = pack.texts(language())
    own = [_value(texts, figures, path) for figures in sets]
    known = {(value.year, value.percent) for value in own}
    named = [
        YearValue(earlier.year, Fraction(earlier.percent), figures.id, _earlier_label(texts, figures, path))
        for figures in sets
        for earlier in figures.by_item[path].earlier
        if (earlier.year, Fraction(earlier.percent)) not in known
    ]
    values = sorted([*own, *named], key=lambda value: value.year)
    return tuple(values) if len(values) > 1 else ()


def _value(texts: Texts, figures: FigureSet, path: str) -> YearValue:
    figure = figures.by_item[path]
    year = figures.by_source[figure.source].year
    return YearValue(year, 100 * figure.share, figures.id, _whose(texts, figures, path))


def _whose(texts: Texts, figures: FigureSet, path: str) -> str:
    """The set's name, which tells whom it asked; the survey's in a set of several."""
    source = figures.by_source[figures.by_item[path].source]
    return survey(source) if len(figures.sources) > 1 else figure_set_label(texts, figures.id)


def _earlier_label(texts: Texts, figures: FigureSet, path: str) -> str:
    return _("{survey}, on an earlier edition").format(survey=_whose(texts, figures, path))
