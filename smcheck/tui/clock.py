"""Times as they are where the terminal stands."""

from contextlib import suppress
from datetime import datetime


def local_time(moment: datetime) -> str:
    """Hours and minutes on the clock on the wall."""
    with suppress(OverflowError):  # a file can hold the first or the last day of the calendar
        moment = moment.astimezone()
    return f"{moment:%H:%M}"
