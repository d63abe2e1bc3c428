"""How much room a text takes, estimated from Arial: a presentation's font is on its reader's machine only."""

import unicodedata

from smcheck.report.formats.powerpoint.text import Run

POINTS_PER_MM = 72 / 25.4
LEADING = 1.2
_WIDTHS = (
    ("ijl'|‚‘’", 0.23),
    (" !,.:;/\\[]ftIr()-·\u00a0\u202f", 0.31),
    ('*"^`„“”', 0.4),
    ("cksvxyzJ", 0.5),
    ("ABEKPSVXYCDHNRU&GOQÄÖÜwZTFL+<>=−~", 0.7),
    ("mM%WÆŒ—@…→←", 0.97),
)
"""Characters and their greatest width, as a part of the font's size."""
_WIDTH = {character: width for characters, width in _WIDTHS for character in characters}
_BOLD = 1.07


def width(text: str, points: float, *, bold: bool = False) -> float:
    """The width of one line in millimetres."""
    ems = sum(_WIDTH.get(character) or _other(character) for character in text)
    return ems * points * (_BOLD if bold else 1) / POINTS_PER_MM


def _other(character: str) -> float:
    if unicodedata.combining(character):
        return 0
    return 1 if unicodedata.east_asian_width(character) in "WF" else 0.57


def count_lines(runs: tuple[Run, ...], room: float) -> int:
    """How many lines the runs take in ``room`` millimetres, broken between words."""
    lines, used = 1, 0.0
    for run in runs:
        for number, word in enumerate(run.text.split(" ")):
            wide = width(word, run.points, bold=run.bold)
            gap = width(" ", run.points) if number and used else 0
            if used and used + gap + wide > room:
                lines, used, gap = lines + 1, 0.0, 0
            # A word wider than the room is broken by PowerPoint itself.
            lines += int((used + gap + wide) // room) if wide > room else 0
            used = (used + gap + wide) % room if wide > room else used + gap + wide
    return lines


def height(runs: tuple[Run, ...], room: float) -> float:
    """The height of a paragraph in millimetres."""
    largest = max((run.points for run in runs), default=0.0)
    return count_lines(runs, room) * largest * LEADING / POINTS_PER_MM
