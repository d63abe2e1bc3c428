"""Items beside the surveyed companies: differences in judged sections, shares in described ones."""

from smcheck.report.document.model import Differences, Item, Section, Shares
from smcheck.report.formats.descriptions import beside_label
from smcheck.report.formats.powerpoint.chart import HATCHED, Bars, Series
from smcheck.report.formats.powerpoint.drawings.words import head, section_head
from smcheck.report.formats.powerpoint.grid import WIDTH, Grid
from smcheck.report.formats.powerpoint.measure import width
from smcheck.report.formats.powerpoint.spoken import block_lines
from smcheck.report.formats.powerpoint.table import Cell, Row, cell
from smcheck.report.formats.powerpoint.text import SIGN_FONT, Run, Tone
from smcheck.words.language import _

SYMBOLS = {"yes": "●", "no": "○", "unknown": "◍"}
"""Signs that fonts of every machine hold; the word stands beside them."""
_GAP_FORMAT = '+0;"−"0;0'
_ANSWER = 43
_INSET = 18 / 236
"""Room beside −100 and +100 for a label, as wide as 18 of the scale's points."""


def difference_grid(section: Section, block: Differences, label_width: float) -> Grid:
    """Label, answer, a bar to one side of 0, and the surveyed companies' share."""
    top = Row(
        (
            section_head(section),
            head(block.own_head, tone=Tone.BRAND, bold=True),
            head(block.left, align="right"),
            Cell(),
            head(block.right),
            head(block.theirs_head, align="right"),
        ),
        8,
    )
    rows = tuple(
        Row((_label(item), _answer(item), Cell(), Cell(), Cell(), _share(item)), 9.3) for item in block.rows
    )

    def bars(numbers: tuple[int, ...]) -> Bars:
        items = tuple(block.rows[number] for number in numbers)
        return Bars(
            name=section.name,
            categories=tuple(item.label for item in items),
            series=(
                Series(_("gap"), tuple(_certain(item) for item in items), "brand", labels=True),
                Series(_("not known, lowest"), tuple(_end(item, 0) for item in items), HATCHED, labels=True),
                Series(_("not known, highest"), tuple(_end(item, 1) for item in items), HATCHED, labels=True),
            ),
            low=-100,
            high=100,
            step=100,
            minor=50,
            number_format=_GAP_FORMAT,
            inset=_INSET,
        )

    name = min(max(88, label_width), 126)
    half = (WIDTH - name - _ANSWER - 8 - 28) / 2
    return Grid(
        section.name, (name, _ANSWER, half, 8, half, 28), top, rows, tuple(block_lines(block)), bars, span=3
    )


def share_grid(section: Section, block: Shares, label_width: float) -> Grid:
    """Label, answer with its sign, the share as a bar, and as a number."""
    top = Row(
        (
            section_head(section),
            head(block.own_head, tone=Tone.BRAND, bold=True),
            Cell(),
            head(block.theirs_head, align="right"),
        ),
        8,
    )
    rows = tuple(
        Row((_label(item), _answer(item, symbol=True), Cell(), _share(item)), 9.3) for item in block.rows
    )

    def bars(numbers: tuple[int, ...]) -> Bars:
        items = tuple(block.rows[number] for number in numbers)
        return Bars(
            name=section.name,
            categories=tuple(item.label for item in items),
            series=(Series(block.theirs_head, tuple(float(item.percent) for item in items), "mid"),),
            low=0,
            high=100,
            step=50,
            number_format="0",
            inset=0.033,
        )

    name = min(max(88, label_width), 134)
    widths = (name, _ANSWER, WIDTH - name - _ANSWER - 32, 32)
    return Grid(section.name, widths, top, rows, tuple(block_lines(block)), bars)


def label_width(sections: tuple[Section, ...]) -> float:
    """What the longest label of the sections' items needs, so that they share their columns."""
    blocks = (block for section in sections for block in section.blocks)
    items = (item for block in blocks if isinstance(block, Differences | Shares) for item in block.rows)
    return max((width(item.label, 14) + width(beside_label(item), 11) + 4 for item in items), default=0)


def _label(item: Item) -> Cell:
    return cell(Run(item.label), Run(beside_label(item), 11, tone=Tone.SOFT))


def _answer(item: Item, *, symbol: bool = False) -> Cell:
    tone = Tone.SOFT if item.state == "na" else Tone.BRAND
    sign = SYMBOLS.get(item.state, "") if symbol else ""
    signs = (Run(f"{sign}\u00a0", 12, tone=tone, font=SIGN_FONT),) if sign else ()
    return cell(*signs, Run(item.answer, bold=item.state != "na", tone=tone))


def _share(item: Item) -> Cell:
    return cell(Run(item.theirs), align="right")


def _certain(item: Item) -> float | None:
    return float(item.gap.low) if item.gap and item.gap.exact else None


def _end(item: Item, which: int) -> float | None:
    """An end of a range; there is no bar where it is 0."""
    if item.gap is None or item.gap.exact:
        return None
    return float(item.gap[which]) or None
