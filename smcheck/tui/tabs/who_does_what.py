"""Who does what: which department usually takes charge of each goal and challenge, and who helps."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from smcheck.report.tab_content import Roles
from smcheck.report.who_does_what import who_does_what
from smcheck.tui.tabs.tab import ResultLines, Tab
from smcheck.tui.text import hanging, join, plain
from smcheck.tui.widgets.frame import GAP, SHORT, SPACIOUS, TWO, Frame, column_widths
from smcheck.tui.widgets.headed_list import HeadedList
from smcheck.tui.widgets.line_list import BLANK, Line, title
from smcheck.tui.widgets.marks import need_sign
from smcheck.tui.widgets.matrix import Matrix, fit_matrix, legend
from smcheck.tui.widgets.reading import Reading
from smcheck.tui.widgets.why_column import WhyColumn
from smcheck.words.language import N_

_BESIDE = 33 + GAP
"""Cells that why needs beside the matrix to be read well, with what is between."""

_LONGEST = 90
"""Cells of a row of text at most."""


class _MatrixList(HeadedList, ResultLines):
    """The departments, or the needs in words."""


class WhoDoesWhatTab(Tab):
    """A matrix where it fits, else each need in words."""

    NAME = N_("Who does what")

    def columns(self) -> Iterable[Reading]:
        """The matrix, then why."""
        yield _MatrixList("who")
        yield WhyColumn()

    def widths(self, frame: Frame, terminal: int) -> Sequence[int]:
        """Why gives way where only the whole width has room for the matrix."""
        widths = super().widths(frame, terminal)
        if terminal < TWO:
            return widths
        beside = fit_matrix(self.roles, frame.width - _BESIDE)
        if beside:
            return column_widths(frame, max(beside.width, widths[0]))
        return (frame.width,) if fit_matrix(self.roles, frame.width) else widths

    @property
    def roles(self) -> Roles:
        """What is shown."""
        return who_does_what(self.case)

    def draw(self, *, fresh: bool) -> None:
        """Sentences and column heads stay in view; where every row counts, the heads alone."""
        roles = self.roles
        column = self.query_one(_MatrixList)
        width = column.text_width
        sentences = [title(line) for line in sentence_rows(roles)]
        matrix = fit_matrix(roles, width)
        if matrix is None:
            column.show([*sentences, *need_lines(roles, width)], fresh=fresh)
        else:
            short = self.app.size.height < SHORT
            heads = [title(row) for row in matrix.heads()]
            blank = [BLANK] if self.app.size.height >= SPACIOUS else []
            head = heads if short else [*sentences, *blank, *heads]
            rest = [*matrix_lines(matrix, width, blank), *(sentences if short else [])]
            column.show_below(head, rest, fresh=fresh)
        self._show_why()


def sentence_rows(roles: Roles) -> list[Content]:
    """What is said first: how many goals are covered, then who is missing."""
    return [plain(sentence, "" if place else "bold") for place, sentence in enumerate(roles.sentences)]


def matrix_lines(matrix: Matrix, width: int, blank: Sequence[Line]) -> list[Line]:
    """The departments, whether each need is covered, what is left out, and what the signs mean."""
    roles = matrix.roles
    return [
        *(Line(row, department.subject) for row, department in zip(matrix.rows(), roles.rows, strict=True)),
        *map(title, matrix.coverage_lines()),
        *blank,
        *_left_out_lines(roles),
        *(blank if roles.left_out else []),
        *map(title, legend(roles, min(width, _LONGEST))),
    ]


def need_lines(roles: Roles, width: int) -> list[Line]:
    """Each need in words, then what is left out."""
    signs = [join(need_sign(need), " ") for need in roles.needs]
    return [
        *(
            Line(hanging(sign, plain(sentence), width), need.subject)
            for sign, sentence, need in zip(signs, roles.by_need, roles.needs, strict=True)
        ),
        *_left_out_lines(roles),
    ]


def _left_out_lines(roles: Roles) -> list[Line]:
    """Departments and needs that are not among the columns and rows, as one paragraph."""
    return [title(plain(" ".join(roles.left_out), "$soft"))] if roles.left_out else []
