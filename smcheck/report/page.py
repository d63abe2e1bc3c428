"""The whole result for people, as blocks, before it is known what they are rendered to.

In the overview's order: headline, sections, needs, next steps, all else that is advised, the comparison item
by item, who does what, second looks, notes, sources. No sentence stands on it twice.
"""

from collections.abc import Iterator, Mapping

from smcheck.report.blocks import NONE, Block, Heading, ListEntry, Listing, Pairs, Paragraph, Table
from smcheck.report.case import Case
from smcheck.report.content import NeedGroup, Overview
from smcheck.report.labels import capital, one_line, profile_pairs, verdict_phrase
from smcheck.report.overview import overview
from smcheck.report.page_comparison import comparison_blocks, role_blocks
from smcheck.report.page_sources import source_blocks
from smcheck.report.page_what_if import what_if_blocks
from smcheck.report.steps import step_details
from smcheck.report.what_if import what_if
from smcheck.words.language import _
from smcheck.words.numbers import day, range_words
from smcheck.words.visible import visible


def page(case: Case, supposed: Mapping[str, str] | None = None) -> tuple[Block, ...]:
    """The blocks of the result's page; with what if, where answers, by path, are ``supposed``."""
    return tuple(_blocks(case, overview(case), supposed or {}))


def _blocks(case: Case, content: Overview, supposed: Mapping[str, str]) -> Iterator[Block]:
    yield Heading(1, content.organisation)
    on = case.sheet.on()
    yield Paragraph(f"{day(on)} · {content.completeness}" if on else content.completeness)
    pairs = profile_pairs(case.sheet, case.texts)
    if pairs:
        yield Pairs(tuple(pairs))
    yield from _headline(content)
    yield from _sections(content)
    yield Heading(2, _("Who takes charge"))
    yield from _needs(content.goals)
    yield from _needs(content.challenges)
    if content.not_known:
        yield Paragraph(content.not_known)
    yield from _steps(content)
    if supposed:
        yield from what_if_blocks(what_if(case, supposed))
    yield from comparison_blocks(case)
    yield from role_blocks(case)
    yield from _second_looks(content)
    yield from _notes(case)
    yield from source_blocks(case, content)


def _headline(content: Overview) -> Iterator[Block]:
    words, score = content.headline, content.score
    yield Heading(2, words.sentence)
    if words.detail:
        yield Paragraph(f"{capital(words.detail)}.")
    pairs = [(capital(_("verdict")), f"{words.glyph} {verdict_phrase(words.verdict)}")]
    if score.score is not None and score.surveyed is not None:
        pairs.append((_("Your score"), _("{n} of 100").format(n=range_words(*score.score))))
        pairs.append((_("Surveyed companies"), score.theirs[0]))
    yield Pairs(tuple(pairs))


def _sections(content: Overview) -> Iterator[Block]:
    yield Heading(2, _("Beside the surveyed companies"))
    rows = tuple(
        (line.label, line.count or NONE, line.theirs or NONE, f"{line.glyph} {line.word}".strip())
        for line in content.sections
    )
    yield Table(("", _("you"), _("theirs on average"), ""), frozenset({1, 2}), rows)


def _needs(group: NeedGroup) -> Iterator[Block]:
    yield Paragraph(group.sentence)
    if group.needs:
        text = _("{need} – {who}")
        entries = (f"{need.glyph} {text.format(need=need.label, who=need.who)}" for need in group.needs)
        yield Listing(tuple(map(ListEntry, entries)))


def _steps(content: Overview) -> Iterator[Block]:
    yield Heading(2, _("Next steps"))
    if content.no_steps:
        yield Paragraph(content.no_steps)
    else:
        yield Listing(
            tuple(ListEntry(step.title, tuple(step_details(step))) for step in content.steps), first=1
        )
    if content.also:
        yield Heading(2, _("Also"))
        text = _("{title} ({reason})")
        entries = (text.format(title=step.title, reason=step.reason) for step in content.also)
        yield Listing(tuple(map(ListEntry, entries)), first=content.also[0].number)


def _second_looks(content: Overview) -> Iterator[Block]:
    if content.second_looks:
        yield Heading(2, _("Look twice"))
        yield Listing(tuple(ListEntry(look.title, (look.text,)) for look in content.second_looks))


def _notes(case: Case) -> Iterator[Block]:
    """What was noted, each under its question; a note keeps its lines."""
    noted = [question for question in case.pack.questions if case.sheet.notes.get(question.id)]
    if not noted:
        return
    yield Heading(2, _("Notes"))
    for question in noted:
        yield Heading(3, one_line(case.texts.questions[question.id].text))
        for line in visible(case.sheet.notes[question.id], lines=True).split("\n"):
            if line.strip():
                yield Paragraph(line)
