"""A change of the list of sheets that can be taken back until the app ends."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListChange:
    """A deletion or a renaming."""

    id: str
    """The sheet."""
    undo: Callable[[], object]
    """Takes the change back; gives what is not taken back, as another window has changed it since."""
    told: str
    """What is said then."""
