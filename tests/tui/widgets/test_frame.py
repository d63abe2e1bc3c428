"""Where content stands: margins, one column or several, nothing wider than it reads."""

import pytest

from smcheck.tui.widgets.frame import Frame, column_widths, frame_of


@pytest.mark.parametrize(
    ("terminal", "wanted"),
    [
        (40, Frame(2, 37)),
        (59, Frame(2, 56)),
        (60, Frame(3, 54)),
        (80, Frame(3, 74)),
        (119, Frame(14, 90)),
        (120, Frame(3, 114)),
        (182, Frame(3, 176)),
        (200, Frame(12, 176)),
        (1, Frame(2, 1)),
    ],
)
def test_frame(terminal: int, wanted: Frame) -> None:
    """Two and one blank cells below 60 columns, else three; from 90 or 176 cells on centred."""
    assert frame_of(terminal) == wanted


@pytest.mark.parametrize(
    ("terminal", "fixed", "wanted"),
    [
        (80, (), (74,)),
        (119, (), (90,)),
        (120, (66,), (66, 43)),
        (120, (70,), (70, 39)),
        (120, (40,), (40, 60)),
        (159, (70,), (70, 60)),
        (160, (66, 44), (66, 44, 34)),
        (200, (66, 44), (66, 44, 56)),
    ],
)
def test_columns(terminal: int, fixed: tuple[int, ...], wanted: tuple[int, ...]) -> None:
    """Columns keep their widths, and only the last one takes what is left, up to 60 cells."""
    assert column_widths(frame_of(terminal), *fixed) == wanted
