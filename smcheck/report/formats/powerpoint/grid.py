"""A grid: a native table, and beside its rows a native chart where there is one."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from smcheck.report.formats.powerpoint.chart import Bars, add_chart, describe
from smcheck.report.formats.powerpoint.page import Page
from smcheck.report.formats.powerpoint.table import Rect, Row, add_table, row_height

WIDTH = 290.67
"""The width that the columns of a grid are given for, in millimetres; a narrower template scales them."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows under a head that is repeated where they go on.

    ``words`` says each row aloud. ``bars`` makes the chart of some of the rows, which stands over ``span``
    columns from the third on; its rows are equally tall then.
    """

    name: str
    widths: tuple[float, ...]
    head: Row
    rows: tuple[Row, ...]
    words: tuple[str, ...]
    bars: Callable[[tuple[int, ...]], Bars] | None = None
    span: int = 1

    def fit_width(self, width: float, least: float = 0) -> "Grid":
        """The same, as wide as ``width`` millimetres, and with equally tall rows beside a chart.

        With ``least`` no row is taller than that where its text does not need it.
        """
        scale = width / sum(self.widths)
        widths = tuple(wide * scale for wide in self.widths)
        rows = tuple(replace(row, least=min(row.least, least)) for row in self.rows) if least else self.rows
        if self.bars:
            tall = max(row_height(row, widths) for row in rows)
            rows = tuple(replace(row, least=tall) for row in rows)
        return replace(self, widths=widths, rows=rows)

    def tall(self, numbers: tuple[int, ...]) -> float:
        """The height of the head and of these rows, in millimetres."""
        rows = (self.head, *(self.rows[number] for number in numbers))
        return sum(row_height(row, self.widths) for row in rows)

    def fitting(self, start: int, room: float) -> tuple[int, ...]:
        """The rows from ``start`` on that fit into ``room`` millimetres."""
        numbers: tuple[int, ...] = ()
        for number in range(start, len(self.rows)):
            if self.tall((*numbers, number)) > room + 0.01:
                break
            numbers = (*numbers, number)
        return numbers

    def draw(self, page: Page, numbers: tuple[int, ...]) -> None:
        """Draw these rows under their head."""
        place = page.take(self.tall(numbers))
        rows = (self.head, *(self.rows[number] for number in numbers))
        words = "\n".join(self.words[number] for number in numbers)
        describe(add_table(page.slide, place, self.widths, rows, page.language, self.name), words)
        if not self.bars:
            return
        left = place.left + sum(self.widths[:2])
        chart = Rect(left, place.top, sum(self.widths[2 : 2 + self.span]), place.height)
        add_chart(
            page.slide, chart, row_height(self.head, self.widths), self.bars(numbers), words, page.language
        )
