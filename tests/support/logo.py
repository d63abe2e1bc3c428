"""Logos for tests."""

from io import BytesIO

from PIL import Image


def png(width: int, height: int, mode: str = "L") -> bytes:
    """A grey PNG of this size in pixels; with the mode “1” of one bit for each."""
    buffer = BytesIO()
    Image.new(mode, (width, height)).save(buffer, "PNG")
    return buffer.getvalue()
