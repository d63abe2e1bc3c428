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
    is_deletion: bool = False
    """Whether the sheet is to be removed for good when the app ends."""
