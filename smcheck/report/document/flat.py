"""The document as plain blocks, for formats that have headings, sentences, lists and tables only."""

from collections.abc import Iterator

from smcheck.report import blocks
from smcheck.report.blocks import NONE, Heading, ListEntry, Listing, Paragraph, Table
from smcheck.report.comparison import answer_words
from smcheck.report.document import model
from smcheck.report.document.model import Document
from smcheck.report.labels import state_glyph
from smcheck.report.steps import who_and_say
from smcheck.words.controls import escape_controls
from smcheck.words.language import _
from smcheck.words.numbers import span_with_sign


def flatten(document: Document) -> Iterator[blocks.Block]:
    """Every text of the document once, in its order."""
    yield Heading(1, document.organisation)
    yield Paragraph(" · ".join(filter(None, (document.title, document.date_words))))
    yield Heading(2, document.headline)
    yield Paragraph(document.second)
    yield from map(Paragraph, document.situation)
    if document.summary:
        yield _summary(document.summary)
    for part in document.parts:
        yield from _part(part)
        if part.id == "summary":
            yield Paragraph(document.sources_note)


def _part(part: model.DocumentPart) -> Iterator[blocks.Block]:
    """A part; page one's title would stand above what its own sections say."""
    if part.id != "summary":
        yield Heading(2, part.title)
        if part.message:
            yield Paragraph(part.message)
    level = 2 if part.id == "summary" else 3
    for section in part.sections:
        if section.name != part.title:
            hint = f" ({section.hint})" if section.hint else ""
            yield Heading(level, f"{section.name}{hint}")
        if section.message:
            yield Paragraph(section.message)
        for block in section.blocks:
            yield from _block(block)


def _block(block: model.Block) -> Iterator[blocks.Block]:  # noqa: C901, PLR0912 - one case for each kind
    match block:
        case model.Text():
            yield Paragraph(block.text)
        case model.Pairs():
            yield blocks.Pairs(block.rows)
        case model.Numbered():
            yield Listing(tuple(map(ListEntry, block.sentences)), first=1)
        case model.Bullets():
            yield Listing(tuple(map(ListEntry, block.sentences)))
        case model.Links():
            yield blocks.Pairs(tuple((link.text, blocks.Link(link.address)) for link in block.rows))
        case model.Bands():
            yield from _bands(block)
        case model.Differences() | model.Shares():
            yield _items(block)
        case model.Needs():
            yield _needs(block)
        case model.Matrix():
            yield _matrix(block)
        case model.Steps():
            yield from _steps(block.rows)
        case model.Recommendations():
            yield from _recommendations(block)
        case model.Plan():
            yield from _plan(block)
        case model.Questions():
            yield Listing(tuple(ListEntry(title, (text,)) for title, text in block.rows))
        case model.Notes():
            for question, text in block.rows:
                yield Heading(3, question)
                yield Paragraph(escape_controls(text, lines=True))
        case model.Comments():
            for comment in block.rows:
                yield _comment(comment)
        case model.Sources():
            yield from _sources(block)


def _needs(block: model.Needs) -> Table:
    signs = [state_glyph(row.state) for row in block.rows]
    return Table(
        block.heads,
        frozenset(),
        tuple(
            (f"{sign} {row.label}", row.department or NONE, row.today)
            for sign, row in zip(signs, block.rows, strict=True)
        ),
        instead=tuple(
            f"{sign} {row.label} – {', '.join(filter(None, (row.department, row.today)))}"
            for sign, row in zip(signs, block.rows, strict=True)
        ),
    )


# ── where one stands ──────────────────────────────────────────────────────────────────────────


def _bands(block: model.Bands) -> Iterator[blocks.Block]:
    if block.caption:
        yield Paragraph(block.caption)
    rows = []
    for row in block.rows:
        if isinstance(row, model.ScoreBand):
            rows.append((f"{row.label} ({row.hint})", row.instead or row.own, row.theirs))
        else:
            rows.append((row.label, row.own, row.theirs))
    yield Table(("", block.own_head, block.theirs_head), frozenset({1, 2}), tuple(rows))


def _items(block: model.Differences | model.Shares) -> Table:
    heads = ("", block.own_head, block.theirs_head)
    rows = tuple(_item(row) for row in block.rows)
    if isinstance(block, model.Differences):
        return Table((*heads, _("gap")), frozenset({2, 3}), rows)
    return Table(heads, frozenset({2}), tuple(row[:3] for row in rows))


def _item(row: model.Item) -> tuple[str, str, str, str]:
    label = f"{row.label} ({row.note})" if row.note else row.label
    answer = answer_words(row.answer, row.changed)
    gap = span_with_sign(*row.gap) if row.gap else NONE
    return label, f"{state_glyph(row.state)} {answer}".strip(), row.theirs, gap


# ── who does what ─────────────────────────────────────────────────────────────────────────────


def _matrix(block: model.Matrix) -> Table:
    titles = (
        block.department_head,
        block.involved_head,
        block.theirs_head,
        *(short for short, _full in block.needs),
    )
    rows = tuple(
        (row.label, row.answer, row.theirs, *(part.sign for part in row.parts)) for row in block.rows
    )
    covered = (block.covered_head, "", "", *block.covered)
    legend = " · ".join(f"{part.sign} {part.meaning}" for part in block.legend)
    return Table(titles, frozenset({2}), (*rows, covered), instead=tuple(_sentences(block)), legend=legend)


def _sentences(block: model.Matrix) -> Iterator[str]:
    """The matrix in words, a line for each need, for where its columns do not fit."""
    for number, (_short, need) in enumerate(block.needs):
        parts = [(row.label, row.parts[number].meaning) for row in block.rows if row.parts[number].charge]
        words = "; ".join(f"{label} – {meaning}" for label, meaning in parts)
        covered = _("not known") if block.covered[number] == "?" else block.covered[number]
        yield f"{need}: {words}. {block.covered_head}: {covered}."
    involved = (
        f"{row.label} {row.answer}" + (f" ({block.theirs_head} {row.theirs})" if row.theirs != NONE else "")
        for row in block.rows
    )
    yield f"{block.involved_head}: {'; '.join(involved)}."


# ── what to do ────────────────────────────────────────────────────────────────────────────────


def _steps(rows: tuple[model.Step, ...]) -> Iterator[blocks.Block]:
    if rows:
        yield Listing(
            tuple(ListEntry(step.title, tuple(_details(step))) for step in rows), first=rows[0].number
        )


def _details(step: model.Step) -> Iterator[str]:
    if step.situation:
        yield step.situation
    yield step.text
    if step.effect:
        yield step.effect


def _recommendations(block: model.Recommendations) -> Iterator[blocks.Block]:
    for rows, head in ((block.rows, ""), (block.also, block.also_head)):
        if head:
            yield Paragraph(f"{head}:")
        if rows:
            entries = tuple(ListEntry(step.title, tuple(_reasons(step, block.heads))) for step in rows)
            yield Listing(entries, first=rows[0].number)


def _reasons(step: model.Step, heads: tuple[str, str, str]) -> Iterator[str]:
    """Whom to talk to, what to say first, why, on what evidence, what it changes, what is said to it."""
    yield from who_and_say(step.who, step.say)
    why, evidence, changes = heads
    yield f"{why}: {step.why}"
    if step.evidence:
        yield f"{evidence}: {' '.join(step.evidence)}"
    if step.effect:
        yield f"{changes}: {step.effect}"
    if step.comment:
        yield _comment_words(step.comment)


def _plan(block: model.Plan) -> Iterator[blocks.Block]:
    text = _("{number}. {title}")
    rows = tuple((text.format(number=number, title=title), "", "") for number, title, _first in block.rows)
    yield Table(block.heads, frozenset(), rows)
    yield Paragraph(f"{block.review}:")


# ── words of people, sources ──────────────────────────────────────────────────────────────────


def _summary(comment: model.Comment) -> Paragraph:
    text = escape_controls(comment.text, lines=True)
    if comment.author:
        return Paragraph(_("Summary ({author}): {text}").format(author=comment.author, text=text))
    return Paragraph(_("Summary: {text}").format(text=text))


def _comment_words(comment: model.Comment) -> str:
    text = escape_controls(comment.text, lines=True)
    if comment.author:
        return _("Comment ({author}): {text}").format(author=comment.author, text=text)
    return _("Comment: {text}").format(text=text)


def _comment(comment: model.Comment) -> Paragraph:
    about = f"{comment.about} – " if comment.about else ""
    return Paragraph(f"{about}{_comment_words(comment)}")


def _sources(block: model.Sources) -> Iterator[blocks.Block]:
    for source in block.rows:
        yield Heading(4, source.name)
        links = ((block.links_head, blocks.Link(link.address)) for link in source.links)
        shown = tuple(row for row in source.rows if row[1] != NONE)
        yield blocks.Pairs((*shown, *links))
    if block.not_published:
        yield Paragraph(f"{block.not_published_head}: {block.not_published}.")
