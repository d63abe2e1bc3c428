"""What came of going to the next question."""

from enum import Enum


class Step(Enum):
    """The outcome of going to the next question."""

    MOVED = "moved"
    NOTHING_GIVEN = "nothing given"
    """Nothing is marked, so it is not known whether “none of these” is meant."""
    END = "end"
    """There is no question after this one."""
