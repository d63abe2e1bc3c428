"""Who does what: every text is there at every width, as a matrix or in words."""

import pytest

from smcheck.report.who_does_what import who_does_what
from smcheck.tui.tabs.who_does_what import matrix_lines, need_lines, sentence_rows
from smcheck.tui.widgets.line_list import BLANK
from smcheck.tui.widgets.matrix import fit_matrix
from support.lines import missing, rows_of, shown_rows
from support.result import NAMES, case_of


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [17, 37, 54, 70, 74, 90, 176])
def test_everything_is_told(name: str, lang: str, width: int) -> None:
    """Sentences first, what is left out, and each need in words where the columns do not fit."""
    roles = who_does_what(case_of(name, lang))
    matrix = fit_matrix(roles, width)
    lines = matrix_lines(matrix, width, [BLANK]) if matrix else need_lines(roles, width)
    shown = [*shown_rows(sentence_rows(roles), width), *rows_of(lines, width)]
    assert missing(roles.sentences, shown) == []
    assert missing(roles.left_out, shown) == []
    if matrix is None:
        assert missing(roles.by_need, shown) == []
    stops = [line.subject for line in lines if line.stop]
    assert stops == [entry.subject for entry in (roles.rows if matrix else roles.needs)]
