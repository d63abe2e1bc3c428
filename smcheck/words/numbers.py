"""Numbers and dates formatted for people: rounding to whole percents, half up, in the language in use."""

from datetime import date, datetime
from fractions import Fraction
from math import floor

from smcheck.words.language import _, language

MINUS = "\u2212"


def whole(value: Fraction | int) -> int:
    """The nearest whole number, half rounded up (so −0.5 becomes 0)."""
    return floor(value + Fraction(1, 2))


def percent(value: Fraction | int) -> str:
    """A percentage as read: ``90 %``."""
    return f"{whole(value)} %"


def span(low: Fraction | int, high: Fraction | int) -> str:
    """A range of whole numbers, or the one number where both round to the same."""
    least, most = whole(low), whole(high)
    return f"{least}" if least == most else f"{least}\u2013{most}"


def percent_span(low: Fraction | int, high: Fraction | int) -> str:
    """A range of percentages: ``54–100 %``."""
    return f"{span(low, high)} %"


def signed(value: Fraction | int) -> str:
    """A lead as read: ``+10``, ``−64``, ``0``."""
    number = whole(value)
    return f"+{number}" if number > 0 else f"{MINUS}{-number}" if number < 0 else "0"


def signed_span(low: Fraction | int, high: Fraction | int) -> str:
    """A range of leads: ``−24 … −3``."""
    return signed(low) if whole(low) == whole(high) else f"{signed(low)} … {signed(high)}"


def decimal(value: Fraction | int, places: int = 1) -> str:
    """A number with ``places`` decimals, half rounded up, trailing zeros dropped: ``2.4``, ``2,4``."""
    scale = 10**places
    scaled = floor(abs(value) * scale + Fraction(1, 2))
    text = f"{scaled // scale}.{scaled % scale:0{places}d}".rstrip("0").rstrip(".")
    if language() == "de":
        text = text.replace(".", ",")
    return f"{MINUS}{text}" if value < 0 and scaled else text


def here(moment: datetime) -> datetime:
    """The moment in this computer's time zone; unchanged where the calendar ends there."""
    try:
        return moment.astimezone()
    except (OverflowError, ValueError, OSError):
        return moment


def day(value: date) -> str:
    """A date in the format of the language in use."""
    return value.strftime(_("%Y-%m-%d"))
