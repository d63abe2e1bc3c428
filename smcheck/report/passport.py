"""A survey's passport: everything that a source is described by, known or not published.

(The list follows the elements that the American Association for Public Opinion Research asks to disclose.)
"""

from collections.abc import Iterable
from datetime import date

from smcheck.advice import age_of
from smcheck.advice.cautions import age_word
from smcheck.pack import FigureSet, Pack, Source, Texts
from smcheck.pack.texts import SourceText
from smcheck.report.labels import join_words, one_line, source_text, survey
from smcheck.words.controls import escape_controls
from smcheck.words.fault import quote
from smcheck.words.language import _, language, n_
from smcheck.words.numbers import day, part_day

Pairs = tuple[tuple[str, str], ...]
"""Heads and texts; each link is a pair of its own."""


def passport(pack: Pack, figures: FigureSet, source_id: str, on: date) -> Pairs:
    """What is known and what is not known of a survey, in the language in use.

    Args:
        pack: the pack that the figure set belongs to.
        figures: the set that the survey is in.
        source_id: the survey.
        on: the day for which its age counts.

    Raises:
        KeyError: the figure set has no such source.
    """
    known, note = passport_fields(pack, figures, source_id, on)
    notes = [(_("Note"), note)] if note else []
    links = [(_("Link"), escape_controls(link)) for link in figures.by_source[source_id].links]
    pairs = [(head, text or _("not published")) for head, text in known]
    return (*pairs[:-1], *links, pairs[-1], *notes)


def passport_fields(pack: Pack, figures: FigureSet, source_id: str, on: date) -> tuple[Pairs, str]:
    """The same fields, empty where nothing is published, without links; and a note, which may be empty."""
    source = figures.by_source[source_id]
    texts = pack.texts(language())
    words = source_text(texts, figures, source_id)
    known = (
        (_("Publisher"), one_line(source.publisher)),
        (_("Conducted by"), one_line(source.conductor or "")),
        (_("Commissioned by"), one_line(source.sponsor or "")),
        (_("Title"), _field(words, "title")),
        (_("Year"), year_words(source)),
        (_("Age"), age_words(source, on)),
        (_("Asked when"), fieldwork_words(source)),
        (_("Population"), _field(words, "population")),
        *_population(source, texts),
        (_("Sample"), _field(words, "sampling") or _self_selected(source)),
        (_("Mode"), _mode_words(source)),
        (_("Number asked"), n_words(source)),
        (_("Base"), _field(words, "base") or base_words(source)),
        (_("Question"), _field(words, "asked")),
        (_("Answers"), several_words(source)),
        (_("Weighting"), _field(words, "weighting")),
        (_("Limitations"), _field(words, "limitations")),
        (_("Read in"), _outlet_words(source)),
        (_("Last compared"), day(figures.dated)),
    )
    return known, one_line(words.note) if words and words.note else ""


def short_passport(pack: Pack, figures: FigureSet, source_id: str, on: date) -> Pairs:
    """What one has to know of a survey beside a number: who, whom, what was asked, how old, where."""
    source = figures.by_source[source_id]
    words = source_text(pack.texts(language()), figures, source_id)
    title = f", {quote(one_line(words.title))}" if words else ""
    asked = _field(words, "population") or _("not published")
    n = n_words(source) or _("not published")
    return (
        (_("Source"), f"{survey(source)}{title}"),
        (_("Population"), _("{population} · number asked: {n}").format(population=asked, n=n)),
        (_("Question"), " · ".join(filter(None, (_field(words, "asked"), several_words(source))))),
        (_("Age"), age_words(source, on)),
        *((_("Link"), escape_controls(link)) for link in source.links),
    )


def _field(words: SourceText | None, field: str) -> str:
    """A field of a survey's texts, or nothing."""
    return one_line(getattr(words, field) or "") if words else ""


def _population(source: Source, texts: Texts) -> Iterable[tuple[str, str]]:
    """Country, sector and size of those asked.

    A size that is known is left out: the profile's classes come near it only, and the population says it.
    """
    for field, ids in (("country", source.country), ("sector", source.sector), ("size", source.size)):
        if field == "size" and ids:
            continue
        choice = texts.profile[field]
        yield one_line(choice.label), join_words(one_line(choice.options.get(id_, id_)) for id_ in ids)


def year_words(source: Source) -> str:
    """The survey's year, and whether it is inferred."""
    return _("{year} (inferred)").format(year=source.year) if source.year_inferred else str(source.year)


def age_words(source: Source, on: date) -> str:
    """How old a survey was on a day, and what that makes of it."""
    age = max(age_of(source, on), 0)
    text = n_("{n} year old", "{n} years old", age).format(n=age)
    return _("{age}: historical").format(age=text) if age_word(source, on) == "historical" else text


def fieldwork_words(source: Source) -> str:
    """When the survey asked, as far as it is known."""
    days = [part_day(value) for value in (source.fieldwork_from, source.fieldwork_to) if value]
    return " – ".join(dict.fromkeys(days))


def n_words(source: Source) -> str:
    """How many were asked, and how sure that is; empty where it is not published."""
    if source.n is None:
        return ""
    if source.n_confirmed:
        return f"{source.n}"
    return _("{n} (not confirmed: one report only, or reports differ)").format(n=source.n)


def base_words(source: Source) -> str:
    """What the percentages are shares of, where the texts do not say it."""
    if source.users_only:
        return _("the companies that use social media")
    if not source.n_is_base:
        return _("a smaller group among those asked")
    return _("all that were asked") if source.n and source.n_confirmed else ""


def several_words(source: Source) -> str:
    """Whether several answers were allowed; empty where it is not published."""
    if source.several is None:
        return ""
    return _("several answers allowed") if source.several else _("one answer only")


def _self_selected(source: Source) -> str:
    return _("whoever wanted could take part") if source.self_selected else ""


def _mode_words(source: Source) -> str:
    return {"online": _("online"), "telephone": _("by telephone")}.get(source.mode or "", "")


def _outlet_words(source: Source) -> str:
    if source.outlets is None:
        return _("not counted")
    return n_("{n} outlet", "{n} outlets", source.outlets).format(n=source.outlets)
