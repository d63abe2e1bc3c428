"""The bands and bars of the report as pictures: own in the brand's colour, the surveyed companies in ink.

Lengths are millimetres. Each picture is as high as its row, so that lines run on from row to row.
"""

from fractions import Fraction
from math import ceil

from smcheck.report.brand import HAIR, INK, MID, Brand
from smcheck.report.document.model import CountBand, Item, ScoreBand
from smcheck.report.formats.word.canvas import PAPER, Canvas

BAND_WIDTH = 65.0
BAR_WIDTH = 59.0
_BAND = 3.2
_ROW, _LINE = 5.6, 3.8
"""The height of a row, and of each further line of its name."""
_THIN = 0.18
"""Half a point: outlines and tracks."""
_MARK, _EDGE, _TALLER = 0.7, 0.45, 1.3
_HATCH = (0.42, 1.15)
_FURTHEST = 118
"""Points at the ends of the bars of differences: the longest leaves room beside it."""


def score_picture(band: ScoreBand, brand: Brand, height: float) -> bytes:
    """A score from 0 to 100: the certain solid, the not known hatched, the surveyed mean as a stroke."""
    canvas, top = Canvas(BAND_WIDTH, height), (height - _BAND) / 2
    canvas.rectangle(0, (height - _THIN) / 2, BAND_WIDTH, _THIN, MID)
    for end in (0, BAND_WIDTH - _THIN):
        canvas.rectangle(end, top, _THIN, _BAND, MID)
    if band.score is not None:
        low, high = (float(value) / 100 * BAND_WIDTH for value in band.score)
        if high > low:
            _hatch(canvas, low, top, high - low, _BAND, brand.readable)
        if low:
            canvas.rectangle(0, top, low, _BAND, brand.readable)
    if band.mark is not None:
        _mark(canvas, float(band.mark) / 100 * BAND_WIDTH, top)
    return canvas.png()


def count_picture(band: CountBand, brand: Brand, height: float) -> bytes:
    """A count as cells: the certain, then the not known, then the rest; the surveyed mean as a stroke."""
    canvas, top, gap = Canvas(BAND_WIDTH, height), (height - _BAND) / 2, 0.8
    width = (BAND_WIDTH - gap * (len(band.states) - 1)) / max(len(band.states), 1)
    for number, state in enumerate(band.states):
        left = number * (width + gap)
        if state == "unknown":
            _hatch(canvas, left, top, width, _BAND, brand.readable)
        elif state == "yes" and band.judged:
            canvas.rectangle(left, top, width, _BAND, brand.readable)
        elif state == "yes":
            canvas.rectangle(left, top, width, _BAND, brand.tint)
            canvas.outline(left, top, width, _BAND, brand.readable, _THIN)
        else:
            canvas.outline(left, top, width, _BAND, MID, _THIN)
    if band.mark is not None:
        _mark(canvas, _place_in_cells(band.mark, width, gap), top)
    return canvas.png()


def difference_picture(item: Item, brand: Brand, height: float) -> bytes:
    """A difference as a bar from the middle, which is 0, to both sides; none where there is no gap."""
    canvas, top, thick = Canvas(BAR_WIDTH, height), (height - 2.8) / 2, 2.8
    for points in (-100, -50, 50, 100):
        canvas.rectangle(_at(points) - 0.05, 0, 0.1, height, HAIR)
    if item.gap is not None:
        left, right = sorted((_at(item.gap.low), _at(item.gap.high)))
        if item.gap.exact:
            left, right = sorted((_at(0), _at(item.gap.low)))
            if right > left:
                canvas.rectangle(left, top, right - left, thick, brand.readable)
        else:
            _hatch(canvas, left, top, right - left, thick, brand.readable)
    canvas.rectangle(_at(0) - 0.12, 0, 0.25, height, INK)
    return canvas.png()


def share_picture(item: Item, height: float) -> bytes:
    """The surveyed companies' share as a bar from 0 to 100."""
    canvas, thick = Canvas(BAR_WIDTH, height), 2.2
    canvas.rectangle(BAR_WIDTH / 2 - 0.05, 0, 0.1, height, MID)
    canvas.rectangle(BAR_WIDTH - 0.1, 0, 0.1, height, HAIR)
    if item.percent:
        canvas.rectangle(0, (height - thick) / 2, float(item.percent) / 100 * BAR_WIDTH, thick, MID)
    canvas.rectangle(0, 0, 0.25, height, INK)
    return canvas.png()


def row_height(label: str, hint: str, width: float) -> float:
    """How high a row is whose label and small hint stand in a column ``width`` wide.

    A letter is about 1.45 wide in labels and 1.25 in hints.
    """
    lines = ceil((1.45 * len(label) + 1.25 * len(hint)) / width)
    return _ROW + _LINE * max(lines - 1, 0)


def _at(points: Fraction | int) -> float:
    return (float(points) + _FURTHEST) / (2 * _FURTHEST) * BAR_WIDTH


def _hatch(canvas: Canvas, left: float, top: float, width: float, height: float, colour: str) -> None:
    canvas.hatch(left, top, width, height, colour, *_HATCH)
    canvas.outline(left, top, width, height, colour, _THIN)


def _mark(canvas: Canvas, middle: float, top: float) -> None:
    """The surveyed companies' mean: a stroke with a white edge, taller than the band."""
    left = min(max(middle - _MARK / 2, 0), BAND_WIDTH - _MARK)
    canvas.rectangle(left - _EDGE, top, _MARK + 2 * _EDGE, _BAND, PAPER)
    canvas.rectangle(left, top - _TALLER, _MARK, _BAND + 2 * _TALLER, INK)


def _place_in_cells(mean: Fraction, width: float, gap: float) -> float:
    """Where a mean stands in cells: after the whole ones, then its fraction of the next one."""
    whole, rest = divmod(mean, 1)
    place = float(whole) * (width + gap) + float(rest) * width
    return place - gap / 2 if whole and not rest else place
