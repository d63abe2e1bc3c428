"""Blocks as lines that can be read aloud: speaker notes, and alternative texts of charts and tables."""

from smcheck.report.document.model import (
    Bands,
    Block,
    Bullets,
    Comment,
    Comments,
    Differences,
    Item,
    Links,
    Matrix,
    Needs,
    Notes,
    Numbered,
    Pairs,
    Plan,
    Questions,
    Recommendations,
    Section,
    Shares,
    Sources,
    Step,
    Steps,
    Text,
)
from smcheck.report.formats.descriptions import gap_words
from smcheck.report.steps import who_and_say
from smcheck.words.language import _


def section_lines(section: Section) -> list[str]:
    """A section in full: its name, its message and all of its blocks."""
    head = " – ".join(part for part in (section.name, section.hint) if part)
    lines = [f"{head}: {section.message}" if section.message else head]
    for block in section.blocks:
        lines += block_lines(block)
    return lines


def block_lines(block: Block) -> list[str]:  # noqa: PLR0911 - one case a kind
    """Everything that a block says, a line for each of its rows."""
    match block:
        case Text(text):
            return [text]
        case Pairs(rows) | Notes(rows) | Questions(rows):
            return [_with_label(label, text) for label, text in rows]
        case Numbered(sentences):
            return [f"{number}. {sentence}" for number, sentence in enumerate(sentences, start=1)]
        case Bullets(sentences):
            return list(sentences)
        case Links(rows):
            return [f"{link.text}: {link.address}" for link in rows]
        case Bands():
            return _band_lines(block)
        case Differences() | Shares():
            return [_item_line(block, item) for item in block.rows]
        case Needs():
            return [
                f"{need.label}: " + ", ".join(part for part in (need.department, need.today) if part)
                for need in block.rows
            ]
        case Matrix():
            return _matrix_lines(block)
        case _:
            return _advice_lines(block)


def _with_label(label: str, text: str) -> str:
    """A text after its label, which may be a question."""
    if not label:
        return text
    return f"{label} {text}" if label.endswith("?") else f"{label}: {text}"


def comment_lines(comment: Comment) -> list[str]:
    """A comment with what it is about and by whom it is."""
    about = f"{comment.about}: " if comment.about else ""
    by = f" ({comment.author})" if comment.author else ""
    return [f"{about}{comment.text}{by}"]


def _band_lines(block: Bands) -> list[str]:
    lines = [block.caption] if block.caption else []
    for row in block.rows:
        hint = getattr(row, "hint", "")
        instead = getattr(row, "instead", "")
        label = f"{row.label} ({hint})" if hint else row.label
        numbers = [f"{block.own_head} {row.own}" if row.own else "", instead]
        numbers.append(f"{block.theirs_head} {row.theirs}" if row.theirs else "")
        lines.append(f"{label}: " + "; ".join(part for part in numbers if part))
    return lines


def _item_line(block: Differences | Shares, item: Item) -> str:
    label = " – ".join(part for part in (item.label, item.note) if part)
    answer = " – ".join(part for part in (item.answer, item.changed) if part)
    parts = [f"{block.own_head} {answer}", f"{block.theirs_head} {item.theirs}"]
    if item.gap_texts:
        parts.append(_("gap {gap}").format(gap=gap_words(item)))
    return f"{label}: " + "; ".join(parts)


def _matrix_lines(block: Matrix) -> list[str]:
    lines = []
    for row in block.rows:
        roles = [
            f"{name} – {part.meaning}"
            for (_short, name), part in zip(block.needs, row.parts, strict=True)
            if part.charge
        ]
        parts = [f"{block.involved_head} {row.answer}", f"{block.theirs_head} {row.theirs}", *roles]
        lines.append(f"{row.label}: " + "; ".join(parts))
    needs = (f"{name} {word}" for (_short, name), word in zip(block.needs, block.covered, strict=True))
    return [*lines, f"{block.covered_head}: " + "; ".join(needs)]


def _advice_lines(block: Steps | Recommendations | Plan | Comments | Sources) -> list[str]:
    match block:
        case Steps(rows=steps):
            return [line for step in steps for line in _step_lines(step)]
        case Recommendations():
            return [line for step in (*block.rows, *block.also) for line in _step_lines(step, block.heads)]
        case Plan(rows=rows, review=review):
            return [*(f"{number}. {title}" for number, title, _first in rows), review]
        case Comments(rows=comments):
            return [line for comment in comments for line in comment_lines(comment)]
        case Sources():
            return _source_lines(block)


def _source_lines(block: Sources) -> list[str]:
    lines: list[str] = []
    for source in block.rows:
        lines.append(source.name)
        lines += [f"{label}: {value}" for label, value in source.rows]
        lines += [f"{block.links_head}: {link.text}, {link.address}" for link in source.links]
    return [*lines, f"{block.not_published_head}: {block.not_published}"] if block.not_published else lines


def _step_lines(step: Step, heads: tuple[str, str, str] = ("", "", "")) -> list[str]:
    """A step in full; who to talk to and what to say first are the speaker's."""
    why, evidence, change = (f"{head}: " if head else "" for head in heads)
    lines = [
        f"{step.number}. {step.title}",
        why + step.why,
        *who_and_say(step.who, step.say),
        *(evidence + remark for remark in step.evidence),
        change + step.effect if step.effect else "",
        *(comment_lines(step.comment) if step.comment else ()),
    ]
    return [line for line in lines if line.strip()]
