"""The bands and bars as pictures: what is drawn where, dot by dot."""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest

from smcheck.report.brand import HAIR, INK, MID, PLAIN
from smcheck.report.document.model import CountBand, ScoreBand
from smcheck.report.formats.word import pictures
from smcheck.report.formats.word.canvas import DOTS, PAPER, Canvas
from smcheck.scoring import Span
from support.word import item

OWN = PLAIN.readable
MIDDLE = 3.0
HEIGHT = 6.0


def dots(png: bytes) -> list[list[str]]:
    """The colours of a picture, row by row."""
    columns, rows = struct.unpack(">II", png[16:24])
    palette, pixels, at = b"", b"", 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        content = png[at + 8 : at + 8 + length]
        palette = content if kind == b"PLTE" else palette
        pixels = zlib.decompress(content) if kind == b"IDAT" else pixels
        at += length + 12
    colours = [f"#{palette[n : n + 3].hex().upper()}" for n in range(0, len(palette), 3)]
    lines = [pixels[row * (columns + 1) + 1 : (row + 1) * (columns + 1)] for row in range(rows)]
    return [[colours[dot] for dot in line] for line in lines]


def line_at(png: bytes, millimetres: float) -> list[str]:
    """The colours of a picture along a line, so far from its upper edge."""
    return dots(png)[round(millimetres * DOTS)]


def runs(line: Sequence[str]) -> list[tuple[str, int]]:
    """Colours one after the other, each with how many millimetres it goes on, rounded."""
    found: list[tuple[str, int]] = []
    start = 0
    for at in range(1, len(line) + 1):
        if at == len(line) or line[at] != line[start]:
            found.append((line[start], round((at - start) / DOTS)))
            start = at
    return [run for run in found if run[1]]


def score(low: int, high: int, mark: int | None = None) -> bytes:
    """A score's band."""
    own = Span(Fraction(low), Fraction(high))
    band = ScoreBand("Overall", "", "", "", own, None if mark is None else Fraction(mark))
    return pictures.score_picture(band, PLAIN, HEIGHT)


def test_a_certain_score_is_solid() -> None:
    """From 0 to the value in the brand's colour, paper beyond it."""
    above_the_track = line_at(score(40, 40), MIDDLE - 1)
    assert runs(above_the_track) == [(OWN, 26), (PAPER, 39)]


def test_what_is_not_known_is_hatched() -> None:
    """Between the ends both colours stand; below the lower one there is no paper."""
    line = line_at(score(40, 80), MIDDLE - 1)
    solid, hatched, rest = line[: round(25 * DOTS)], line[round(27 * DOTS) : round(51 * DOTS)], line[-20:]
    assert set(solid) == {OWN}
    assert set(hatched) == {OWN, PAPER}
    assert 0.25 < hatched.count(OWN) / len(hatched) < 0.5
    assert OWN not in rest


def test_zero_is_the_track_alone() -> None:
    """No band stands at 0."""
    assert OWN not in {dot for line in dots(score(0, 0)) for dot in line}
    assert runs(line_at(score(0, 0), MIDDLE)) == [(MID, 65)]


def test_the_mark_stands_at_the_mean_and_is_taller_than_the_band() -> None:
    """A stroke of ink with a white edge, in the solid part too."""
    png = score(100, 100, mark=50)
    middle = round(32.5 * DOTS)
    assert line_at(png, MIDDLE)[middle] == INK
    assert line_at(png, MIDDLE - 2.5)[middle] == INK
    assert PAPER in line_at(png, MIDDLE)[middle - 20 : middle]


_CELL = (65 - 2 * 0.8) / 3
"""Millimetres of one of three cells."""


@pytest.mark.parametrize(
    ("mean", "place"),
    [(Fraction(0), 0.35), (Fraction(1), _CELL + 0.4), (Fraction(3, 2), 1.5 * _CELL + 0.8)],
)
def test_a_mean_in_cells(mean: Fraction, place: float) -> None:
    """Whole cells, then the fraction in the next one; a mean on a gap stands in the middle of the gap."""
    band = CountBand("Set-up", "", "", ("no", "no", "no"), mean, judged=True)
    line = line_at(pictures.count_picture(band, PLAIN, HEIGHT), 0.8)
    inked = [at for at, dot in enumerate(line) if dot == INK]
    assert sum(inked) / len(inked) / DOTS == pytest.approx(place, abs=0.1)


def test_cells_stand_in_the_order_of_their_states() -> None:
    """Solid, hatched, outlined; a described section is tinted with an outline."""
    band = CountBand("Set-up", "", "", ("yes", "unknown", "no"), None, judged=True)
    line = line_at(pictures.count_picture(band, PLAIN, HEIGHT), MIDDLE)
    third = len(line) // 3
    assert set(line[5 : third - 40]) == {OWN}
    assert set(line[third + 40 : 2 * third - 40]) == {OWN, PAPER}
    assert set(line[2 * third + 40 : -10]) == {PAPER}
    described = line_at(pictures.count_picture(replace(band, judged=False), PLAIN, HEIGHT), MIDDLE)
    assert set(described[20 : third - 40]) == {PLAIN.tint}


def test_bars_of_differences_go_from_the_middle() -> None:
    """To the left where the surveyed are ahead; hatched over both sides; none for what does not exist."""
    middle = round(pictures.BAR_WIDTH / 2 * DOTS)
    left, both, none = (
        line_at(pictures.difference_picture(each, PLAIN, HEIGHT), MIDDLE)
        for each in (
            item("a", "no", Span(Fraction(-50), Fraction(-50))),
            item("b", "unknown", Span(Fraction(-50), Fraction(50))),
            item("c", "na"),
        )
    )
    assert OWN in left[:middle]
    assert OWN not in left[middle + 5 :]
    assert OWN in both[:middle]
    assert OWN in both[middle + 5 :]
    assert OWN not in none
    assert {INK, HAIR, PAPER} == set(none)


def test_lines_run_on_from_row_to_row() -> None:
    """The line at 0 is as high as the picture."""
    png = pictures.difference_picture(item("a", "no"), PLAIN, HEIGHT)
    middle = round(pictures.BAR_WIDTH / 2 * DOTS)
    assert {INK} == {line[middle] for line in dots(png)}


def test_the_share_is_as_long_as_the_percentage() -> None:
    """51 % of the width in grey."""
    line = line_at(pictures.share_picture(item("a", "yes"), HEIGHT), MIDDLE)
    grey = [at for at, dot in enumerate(line) if dot == MID]
    assert max(grey) / len(line) == pytest.approx(0.51, abs=0.01)


def test_a_long_name_makes_a_higher_row() -> None:
    """The lines of the bars then reach as far as the row."""
    assert pictures.row_height("short", "", 50) < pictures.row_height("a name of " * 5, "", 50)


def test_nothing_is_drawn_beyond_the_paper() -> None:
    """What is larger than the paper is cut at its edge."""
    canvas = Canvas(2, 1)
    canvas.rectangle(-1, -1, 10, 10, INK)
    assert {INK} == {dot for line in dots(canvas.png()) for dot in line}
