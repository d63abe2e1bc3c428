"""Plain stand-ins for signs that a terminal cannot show, or shows two cells wide."""

from collections.abc import Mapping

from textual.driver import Driver

from smcheck.words.stand_ins import SIGNS

_TABLE = str.maketrans(SIGNS)
_WIDE = ("ja", "ko", "zh")
"""Languages in whose terminals such signs are often two cells wide."""


def needs_stand_ins(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is a Linux console, whose font has few signs, or may show them too wide."""
    place = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or ""
    return environ.get("TERM") == "linux" or place.startswith(_WIDE)


class PlainSigns(Driver):
    """A driver that writes the stand-ins; escape sequences have none of these signs."""

    def write(self, data: str) -> None:
        """Write to the terminal."""
        super().write(data.translate(_TABLE))  # type: ignore[safe-super]


def with_stand_ins(driver_class: type[Driver], environ: Mapping[str, str]) -> type[Driver]:
    """The same driver, with stand-ins where they are needed."""
    if not needs_stand_ins(environ):
        return driver_class
    return type("PlainDriver", (PlainSigns, driver_class), {})
