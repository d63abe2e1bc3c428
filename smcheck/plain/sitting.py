"""What one sitting works on: its session, its talk, and the figures that it is measured with."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from smcheck.pack import Texts
from smcheck.pack.loading import DEFAULT_FIGURES
from smcheck.plain.talk import Talk
from smcheck.report.case import Case, open_case
from smcheck.session import Session
from smcheck.words.fault import Fault
from smcheck.words.language import _, language


@dataclass(frozen=True, slots=True)
class Newer:
    """A newer version of the questionnaire: that there is one, what differs, and how to go over to it."""

    notice: str
    lines: tuple[str, ...]
    go_over: Callable[[], Session]
    """Stores that the sheet is asked and scored with it from now on; raises Fault."""


@dataclass(slots=True)
class Sitting:
    """A sitting line by line."""

    session: Session
    talk: Talk
    newer: Newer | None = None
    figures: str = DEFAULT_FIGURES
    """The figure set that is measured against in this sitting."""
    brand_file: Path | None = None
    """The brand that reports are made in."""

    @property
    def texts(self) -> Texts:
        """The pack's texts in the language in use."""
        return self.session.pack.texts(language())

    def case(self) -> Case:
        """The sheet as it is now, measured."""
        return open_case(self.session.pack, self.session.sheet, self.figures)

    def refresh(self) -> bool:
        """Read what other windows wrote, and say so; whether they wrote anything.

        Raises:
            Fault: the store cannot be read.
        """
        changed = self.session.refresh()
        if changed:
            self.talk.say(_("Another window has changed this sheet."))
        return changed

    def see_result(self) -> None:
        """Remember that the result is seen, before it is: who is interrupted may have seen it."""
        try:
            self.session.see_result()
        except Fault as fault:
            self.talk.refuse(str(fault))
