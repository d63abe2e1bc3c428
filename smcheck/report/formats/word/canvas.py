"""A picture of rectangles for print: 600 dots an inch, a few colours, written as PNG."""

import struct
import zlib

DOTS = 600 / 25.4
"""Dots in a millimetre."""
PAPER = "#FFFFFF"


class Canvas:
    """White paper of ``width`` × ``height`` millimetres; what is drawn later covers what is there.

    All places and sizes are millimetres from the left and upper edge.
    """

    def __init__(self, width: float, height: float) -> None:
        self._columns = _dots(width)
        self._rows = [bytearray(self._columns) for _ in range(_dots(height))]
        self._palette = [PAPER]

    def rectangle(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        """A solid rectangle of this colour, ``#RRGGBB``; at least one dot wide and high."""
        columns = self._range(left, width, self._columns)
        fill = bytes([self._index(colour)]) * len(columns)
        for row in self._range(top, height, len(self._rows)):
            self._rows[row][columns.start : columns.stop] = fill

    def hatch(
        self, left: float, top: float, width: float, height: float, colour: str, line: float, every: float
    ) -> None:
        """Lines at 45° from lower left to upper right on paper, ``line`` wide, one ``every`` so much."""
        self.rectangle(left, top, width, height, PAPER)
        columns = self._range(left, width, self._columns)
        ink, period, thick = self._index(colour), _dots(every), _dots(line)
        for row in self._range(top, height, len(self._rows)):
            for column in columns:
                if (column - columns.start + row) % period < thick:
                    self._rows[row][column] = ink

    def outline(self, left: float, top: float, width: float, height: float, colour: str, line: float) -> None:
        """The edges of a rectangle, drawn inside it."""
        self.rectangle(left, top, width, line, colour)
        self.rectangle(left, top + height - line, width, line, colour)
        self.rectangle(left, top, line, height, colour)
        self.rectangle(left + width - line, top, line, height, colour)

    def png(self) -> bytes:
        """The picture as a PNG file with its size in print."""
        header = struct.pack(">IIBBBBB", self._columns, len(self._rows), 8, 3, 0, 0, 0)
        palette = b"".join(bytes.fromhex(colour[1:]) for colour in self._palette)
        dots_a_metre = round(DOTS * 1000)
        return (
            b"\x89PNG\r\n\x1a\n"
            + _chunk(b"IHDR", header)
            + _chunk(b"PLTE", palette)
            + _chunk(b"pHYs", struct.pack(">IIB", dots_a_metre, dots_a_metre, 1))
            + _chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in self._rows), 9))
            + _chunk(b"IEND", b"")
        )

    def _index(self, colour: str) -> int:
        if colour not in self._palette:
            self._palette.append(colour)
        return self._palette.index(colour)

    def _range(self, start: float, length: float, limit: int) -> range:
        """The dots that a length covers, as far as they are on the paper."""
        first = round(start * DOTS)
        return range(max(first, 0), max(min(first + _dots(length), limit), 0))


def _dots(length: float) -> int:
    return max(round(length * DOTS), 1)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
