"""Who does what as a matrix: departments as rows, needs as columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from smcheck.report.content import NeedLine
from smcheck.report.tab_content import RoleRow, Roles
from smcheck.tui.text import cell, fill_up, join, plain
from smcheck.tui.widgets.heading import rule
from smcheck.tui.widgets.marks import need_sign
from smcheck.words.language import _

_SIGNS = {"●": "$you", "○!": "bold $below", "○?": "bold $unknown", "○": "$soft", "+": "$you"}
"""Only who takes charge has a warning colour; help that is missing, or not known, is soft."""
_ANSWERS = {"yes": "bold", "unknown": "$unknown"}


@dataclass(frozen=True, slots=True)
class Matrix:
    """The columns of a matrix in cells, and what its departments are called there."""

    roles: Roles
    names: tuple[str, ...]
    name: int
    answer: int
    needs: tuple[int, ...]
    gap: int
    """Cells between two columns, which each column's width includes."""

    @property
    def width(self) -> int:
        """Cells that it takes."""
        return sum((self.name, self.answer, *self.needs)) - self.gap

    def heads(self) -> list[Content]:
        """The names of the columns, over two rows where one of them is broken, and a line."""
        broken = [break_name(need.short) for need in self.roles.needs]
        upper, lower = [top for top, _end in broken], [end for _top, end in broken]
        rows = [self._row("", _("involved"), lower)]
        if any(upper):
            rows.insert(0, self._row("", "", upper))
        return [*rows, rule(self.width)]

    def _row(self, name: str, answer: str, heads: Sequence[str]) -> Content:
        cells = [cell(text, width, "$soft") for text, width in zip(heads, self.needs, strict=True)]
        return join(cell(name, self.name), cell(answer, self.answer, "$soft"), *cells)

    def rows(self) -> Iterator[Content]:
        """The departments, in order."""
        for name, row in zip(self.names, self.roles.rows, strict=True):
            answer = cell(row.answer, self.answer, _ANSWERS.get(row.state, "$soft"))
            yield join(cell(name, self.name), answer, *self._signs(row))

    def _signs(self, row: RoleRow) -> Iterator[Content]:
        for part, width in zip(row.parts, self.needs, strict=True):
            yield cell(part.sign, width, _SIGNS.get(part.sign, "$soft"))

    def coverage_lines(self) -> list[Content]:
        """A line, and whether each need is covered."""
        cells = [
            fill_up(covered_cell(need, word), width)
            for need, word, width in zip(self.roles.needs, self.roles.covered, self.needs, strict=True)
        ]
        return [rule(self.width), join(cell(_("covered?"), self.name + self.answer), *cells)]


def covered_cell(need: NeedLine, word: str) -> Content:
    """Whether a need is covered: a sign and a word."""
    return join(need_sign(need), " ", word)


def fit_matrix(roles: Roles, width: int) -> Matrix | None:
    """The matrix for a text of this width: with full names, short ones, or closer; none where none fits."""
    if not roles.rows:
        return None
    full, short = tuple(row.label for row in roles.rows), tuple(row.short for row in roles.rows)
    forms = (_matrix(roles, names, gap) for names, gap in ((full, 2), (short, 2), (short, 1)))
    return next((matrix for matrix in forms if matrix.width <= width), None)


def _matrix(roles: Roles, names: tuple[str, ...], gap: int) -> Matrix:
    """The matrix with these names and so many cells between its columns."""
    return Matrix(
        roles,
        names,
        name=_widest([*names, _("covered?")]) + gap,
        answer=_widest([_("involved"), *(row.answer for row in roles.rows)]) + gap,
        needs=tuple(
            max(_widest(break_name(need.short)), covered_cell(need, word).cell_length) + gap
            for need, word in zip(roles.needs, roles.covered, strict=True)
        ),
        gap=gap,
    )


def _widest(texts: Sequence[str]) -> int:
    """Cells of the widest of some texts."""
    return max(plain(text).cell_length for text in texts)


def break_name(name: str) -> tuple[str, str]:
    """A name over two rows, broken at the blank that leaves the shortest rows; one word is in the lower."""
    words = name.split(" ")
    splits = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
    return min(splits, key=lambda rows: max(map(len, rows)), default=("", name))


def legend(roles: Roles, width: int) -> list[Content]:
    """The signs that are used and their meanings, as many in a row as fit whole."""
    rows: list[Content] = []
    for part in roles.legend:
        entry = join(plain(part.sign, _SIGNS.get(part.sign, "$soft")), " ", plain(part.meaning, "$soft"))
        if rows and rows[-1].cell_length + 3 + entry.cell_length <= width:
            rows[-1] = join(rows[-1], "   ", entry)
        else:
            rows.append(entry)
    return rows
