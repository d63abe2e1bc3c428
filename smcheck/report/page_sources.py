"""The page's last part: what it was measured against, what to bear in mind, every source's passport."""

from collections.abc import Iterator

from smcheck.advice.cautions import as_of
from smcheck.report.blocks import Block, Heading, Link, ListEntry, Listing, Pairs, Paragraph
from smcheck.report.case import Case
from smcheck.report.cautions import caution_sentences
from smcheck.report.content import Overview
from smcheck.report.labels import figure_set_label, figure_set_text, host, one_line, survey
from smcheck.report.passport import passport
from smcheck.words.language import _
from smcheck.words.visible import visible


def source_blocks(case: Case, content: Overview) -> Iterator[Block]:
    """The figure set, its cautions and passports, the links of the arguments, the questionnaire."""
    yield Heading(2, _("Sources"))
    words = figure_set_text(case.texts, case.figures.id)
    text = _("Measured against: {figures}.").format(figures=figure_set_label(case.texts, case.figures.id))
    yield Paragraph(" ".join(filter(None, (text, one_line(words.note) if words else "", content.yardstick))))
    cautions = caution_sentences(case)
    if cautions:
        yield Heading(3, _("Read with care"))
        yield Listing(tuple(map(ListEntry, cautions)))
    on = as_of(case.pack, case.sheet)
    for id_, source in case.figures.by_source.items():
        yield Heading(3, survey(source))
        links = {visible(link) for link in source.links}
        pairs = passport(case.pack, case.figures, id_, on)
        yield Pairs(tuple((head, Link(text) if text in links else text) for head, text in pairs))
    arguments = _argument_links(case)
    if arguments:
        yield Heading(3, _("Arguments"))
        yield Pairs(tuple(dict.fromkeys((host(link), Link(visible(link))) for link in arguments)))
    text = _("Questionnaire: {pack}, version {version}.")
    yield Paragraph(text.format(pack=one_line(case.texts.title), version=case.pack.version))


def _argument_links(case: Case) -> list[str]:
    """The links of the arguments that the page rests on, in the pack's order."""
    used = {basis for step in (*case.advice.next_steps, *case.advice.also) for basis in step.evidence}
    return [argument.link for argument in case.pack.file.arguments if argument.id in used]
