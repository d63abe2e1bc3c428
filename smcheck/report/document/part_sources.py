"""Sources with their passports, what to read with care, and how everything is calculated."""

from collections.abc import Iterator

from smcheck.advice.cautions import as_of
from smcheck.report.case import Case
from smcheck.report.cautions import caution_sentences
from smcheck.report.document.claims import claim
from smcheck.report.document.markers import markers
from smcheck.report.document.method import method_sentences
from smcheck.report.document.model import (
    Block,
    Bullets,
    DocumentPart,
    Link,
    Links,
    Numbered,
    Section,
    Source,
    Sources,
    Text,
)
from smcheck.report.labels import (
    figure_set_label,
    host,
    join_words,
    one_line,
    survey,
)
from smcheck.report.overview import yardstick
from smcheck.report.passport import passport_fields
from smcheck.words.controls import escape_controls
from smcheck.words.language import _


def sources_part(case: Case) -> DocumentPart:
    """The sources of the figure set and of the arguments, cautions, method."""
    words = case.texts.figures.get(case.figures.id)
    return DocumentPart(
        id="sources",
        title=_("Sources and method"),
        message=one_line(words.note) if words else "",
        sections=tuple(_sections(case)),
        claim=claim(yardstick(case)),
    )


def _sections(case: Case) -> Iterator[Section]:
    measured = _("Measured against: {figures}.").format(figures=figure_set_label(case.texts, case.figures.id))
    yield Section("surveys", _("Surveys"), measured, (_sources(case),))
    cautions, links = caution_sentences(case), _argument_links(case)
    if cautions:
        yield Section("care", _("Read with care"), "", (Bullets(cautions),))
    if links:
        yield Section("arguments", _("Arguments"), "", (Links(links),))
    yield Section("method", _("How it is calculated"), "", tuple(_method(case)))


def _sources(case: Case) -> Sources:
    """The passports side by side; what none of them publishes in one row."""
    on = as_of(case.pack, case.sheet)
    passports = {id_: passport_fields(case.pack, case.figures, id_, on) for id_ in case.figures.by_source}
    fields = [dict(known) | {_("Note"): note} for known, note in passports.values()]
    labels = list(dict.fromkeys(label for known in fields for label in known))
    always = {_("Number asked"), _("Question"), one_line(case.texts.profile["country"].label)}
    shown = [label for label in labels if label in always or any(known.get(label) for known in fields)]
    hidden = [label for label in labels if label not in shown and label != _("Note")]
    return Sources(
        rows=tuple(
            _source(case, id_, known, shown)
            for id_, known in zip(case.figures.by_source, fields, strict=True)
        ),
        links_head=_("Read at"),
        not_published_head=_("Not published"),
        not_published=join_words(hidden),
    )


def _source(case: Case, id_: str, known: dict[str, str], shown: list[str]) -> Source:
    source = case.figures.by_source[id_]
    note = _("Note")
    rows = [
        (label, known.get(label, "") or ("–" if label == note else _("not published"))) for label in shown
    ]
    return Source(
        marker=markers(case)[id_],
        name=survey(source),
        rows=tuple(rows),
        unpublished=frozenset(label for label in shown if not known.get(label) and label != note),
        links=tuple(Link(host(link), link) for link in source.links),
    )


def _argument_links(case: Case) -> tuple[Link, ...]:
    """The articles that the advice rests on, in the pack's order."""
    used = {basis for step in (*case.advice.next_steps, *case.advice.also) for basis in step.evidence}
    links = [argument.link for argument in case.pack.file.arguments if argument.id in used]
    return tuple(Link(host(link), escape_controls(link)) for link in dict.fromkeys(links))


def _method(case: Case) -> Iterator[Block]:
    yield Numbered(method_sentences(case))
    text = _("Questionnaire: {pack}, version {version}.")
    yield Text(text.format(pack=one_line(case.texts.title), version=case.pack.version), soft=True)
