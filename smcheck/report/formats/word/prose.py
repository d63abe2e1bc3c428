"""Sentences, small rows, questions, notes and comments."""

from smcheck.report.document.model import (
    Bullets,
    Comment,
    Comments,
    Link,
    Links,
    Notes,
    Numbered,
    Pairs,
    Questions,
    Text,
)
from smcheck.report.formats.word.elements import (
    Cell,
    Element,
    Paragraph,
    Place,
    Row,
    Run,
    Table,
    cell,
    paragraph,
)

_WIDTHS = (58.0, 112.0)


def text_elements(block: Text, _place: Place) -> list[Element]:
    """Sentences; the second voice in small."""
    return [paragraph("smcheck Small Text" if block.soft else "smcheck Text", block.text)]


def pairs_elements(block: Pairs, place: Place) -> list[Element]:
    """Small rows of a label and sentences."""
    style = "smcheck Small Text" if block.soft else "smcheck Text"
    rows = tuple(Row((cell(style, label), cell(style, text)), split=True) for label, text in block.rows)
    return [Table("smcheck Blocks", _WIDTHS, rows, place.title)]


def numbered_elements(block: Numbered, place: Place) -> list[Element]:
    """Sentences counted from 1."""
    rows = (
        Row((cell("smcheck Row", Run(str(number), "smcheck Soft")), cell("smcheck Text", sentence)))
        for number, sentence in enumerate(block.sentences, 1)
    )
    return [Table("smcheck Blocks", (8.0, 162.0), tuple(rows), place.title)]


def bullets_elements(block: Bullets, _place: Place) -> list[Element]:
    """Sentences, each a paragraph."""
    return [paragraph("smcheck Text", sentence) for sentence in block.sentences]


def links_elements(block: Links, _place: Place) -> list[Element]:
    """Articles that can be opened."""
    return [line for link in block.rows for line in link_paragraphs(link)]


def link_paragraphs(link: Link) -> tuple[Paragraph, ...]:
    """A link and, where its words are others, its address: paper cannot be clicked."""
    words = paragraph("smcheck Row", link)
    return (words,) if link.text == link.address else (words, paragraph("smcheck Address", link.address))


def question_elements(block: Questions, _place: Place) -> list[Element]:
    """Contradictions as questions: the title in bold, the text behind it."""
    return [
        paragraph("smcheck Text", Run(title, "smcheck Strong"), f" {text}" if text else "")
        for title, text in block.rows
    ]


def notes_elements(block: Notes, _place: Place) -> list[Element]:
    """What was noted, each under its question."""
    return [element for question, note in block.rows for element in _remark(question, note)]


def comments_elements(block: Comments, _place: Place) -> list[Element]:
    """Comments under each other, each with what it is about."""
    elements: list[Element] = []
    for comment in block.rows:
        elements += _remark(" · ".join(filter(None, (comment.about, comment.author))), comment.text)
    return elements


def _remark(head: str, text: str) -> tuple[Paragraph, Paragraph]:
    """What somebody wrote, below what it is about or by whom."""
    return paragraph("smcheck Comment Author", head, stay=True), paragraph("smcheck Comment", text)


def comment_row(comment: Comment, spans: tuple[int, int]) -> Row:
    """A comment as a row of a table: at the left who wrote it, then the text; each over so many columns."""
    author = paragraph("smcheck Comment Author", comment.author)
    text = paragraph("smcheck Comment", comment.text)
    return Row((Cell((author,), spans[0]), Cell((text,), spans[1])), split=True)
