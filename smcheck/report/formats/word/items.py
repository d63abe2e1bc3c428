"""Items beside the surveyed companies as tables: name, own answer, bar, surveyed share."""

from smcheck.report.brand import Brand
from smcheck.report.document.model import Differences, Item, Shares
from smcheck.report.formats import descriptions
from smcheck.report.formats.word import pictures
from smcheck.report.formats.word.elements import (
    Cell,
    Element,
    Picture,
    Place,
    Row,
    Run,
    Tab,
    Table,
    cell,
    paragraph,
)
from smcheck.words.language import _

_DIFFERENCE_WIDTHS = (50.0, 25.0, 15.5, pictures.BAR_WIDTH + 2, 18.5)
_SHARE_WIDTHS = (60.0, 30.5, pictures.BAR_WIDTH + 2, 18.5)
_ANSWERS = {
    "yes": ("● ", "smcheck Small Symbol"),
    "no": ("○ ", "smcheck Small Ring"),
    "unknown": ("◐ ", "smcheck Small Symbol"),
}


def differences_elements(block: Differences, place: Place) -> list[Element]:
    """Items of a judged section with their distance from the surveyed companies, as number and as bar."""
    directions = paragraph("smcheck Directions", Tab(), block.left, Tab(), block.right)
    scale = paragraph("smcheck Difference Scale", Tab(), "\u2212100", Tab(), "0", Tab(), "+100")
    head = Row(
        (
            cell("smcheck Row Head", ""),
            cell("smcheck Row Head", Run(block.own_head, "smcheck Own")),
            cell("smcheck Number Head", _("Difference")),
            Cell((directions, scale)),
            cell("smcheck Number Head", block.theirs_head),
        ),
        head=True,
    )
    rows = tuple(_difference(item, place.brand) for item in block.rows)
    return [Table("smcheck Rows", _DIFFERENCE_WIDTHS, (head, *rows), place.title, fixed=frozenset({3}))]


def _difference(item: Item, brand: Brand) -> Row:
    height = pictures.row_height(item.label, descriptions.beside_label(item), _DIFFERENCE_WIDTHS[0])
    content = pictures.difference_picture(item, brand, height)
    bar = Picture(content, pictures.BAR_WIDTH, height, descriptions.difference_description(item))
    return Row(
        (
            _name(item),
            cell("smcheck Row", Run(item.answer, _answer_style(item))),
            cell("smcheck Number", "…".join(item.gap_texts)),
            cell("smcheck Band", bar),
            cell("smcheck Number", item.theirs),
        )
    )


def shares_elements(block: Shares, place: Place) -> list[Element]:
    """Items of a described section with the share of surveyed companies that say yes."""
    head = Row(
        (
            cell("smcheck Row Head", ""),
            cell("smcheck Row Head", Run(block.own_head, "smcheck Own")),
            cell("smcheck Share Scale", "0", Tab(), "50", Tab(), "100"),
            cell("smcheck Number Head", block.theirs_head),
        ),
        head=True,
    )
    rows = tuple(_share(item) for item in block.rows)
    return [Table("smcheck Rows", _SHARE_WIDTHS, (head, *rows), place.title, fixed=frozenset({2}))]


def _share(item: Item) -> Row:
    height = pictures.row_height(item.label, descriptions.beside_label(item), _SHARE_WIDTHS[0])
    content = pictures.share_picture(item, height)
    bar = Picture(content, pictures.BAR_WIDTH, height, descriptions.share_description(item))
    return Row(
        (
            _name(item),
            cell(
                "smcheck Row",
                Run(*_ANSWERS.get(item.state, ("", ""))),
                Run(item.answer, _answer_style(item)),
            ),
            cell("smcheck Band", bar),
            cell("smcheck Number", item.theirs),
        )
    )


def _name(item: Item) -> Cell:
    return cell("smcheck Row", item.label, Run(descriptions.beside_label(item), "smcheck Hint"))


def _answer_style(item: Item) -> str:
    return "smcheck Soft" if item.state in {"na", ""} else "smcheck Own"
