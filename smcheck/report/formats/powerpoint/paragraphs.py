"""A long text in portions that each fit on a slide."""

from smcheck.report.formats.powerpoint.measure import LEADING, POINTS_PER_MM, count_lines
from smcheck.report.formats.powerpoint.text import Run
from smcheck.report.formats.readable import readable

_POINTS = 18
_PARAGRAPH_GAP = 6
"""Points above each paragraph, as in the layout."""


def portions(text: str, width: float, height: float) -> list[list[str]]:
    """The paragraphs of ``text``, cut between words where a slide of these millimetres is full."""
    slides: list[list[str]] = [[]]
    room = height * POINTS_PER_MM
    free = room
    for paragraph in readable(text).split("\n"):
        words = paragraph.split(" ")
        while words:
            fitting = _fitting(words, width, free)
            if not fitting and slides[-1]:
                slides.append([])
                free = room
                continue
            taken, words = words[: fitting or 1], words[fitting or 1 :]
            slides[-1].append(" ".join(taken))
            free -= _tall(taken, width)
    return slides


def _tall(words: list[str], width: float) -> float:
    return count_lines((Run(" ".join(words), _POINTS),), width) * _POINTS * LEADING + _PARAGRAPH_GAP


def _fitting(words: list[str], width: float, free: float) -> int:
    """The greatest number of words that fit, found by halving."""
    least, most = 0, len(words)
    while least < most:
        middle = (least + most + 1) // 2
        if _tall(words[:middle], width) <= free:
            least = middle
        else:
            most = middle - 1
    return least
