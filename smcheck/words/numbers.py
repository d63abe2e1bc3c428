"""Numbers and dates as people read and say them, in the language in use: whole numbers, half rounded up."""

from datetime import date, datetime
from fractions import Fraction
from math import ceil, floor

from smcheck.words.language import _, language

MINUS = "\u2212"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""English ones, whatever the computer's locale says."""


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


def with_sign(value: Fraction | int) -> str:
    """A lead as read: ``+10``, ``−64``, ``0``."""
    number = whole(value)
    return f"+{number}" if number > 0 else f"{MINUS}{-number}" if number < 0 else "0"


def span_with_sign(low: Fraction | int, high: Fraction | int) -> str:
    """A range of leads: ``−24 … −3``."""
    return with_sign(low) if whole(low) == whole(high) else f"{with_sign(low)} … {with_sign(high)}"


def decimal(value: Fraction | int, places: int = 1) -> str:
    """A number with ``places`` decimals, half rounded up, trailing zeros dropped: ``2.4``, ``2,4``."""
    scale = 10**places
    scaled = floor(abs(value) * scale + Fraction(1, 2))
    text = f"{scaled // scale}.{scaled % scale:0{places}d}".rstrip("0").rstrip(".")
    if language() == "de":
        text = text.replace(".", ",")
    return f"{MINUS}{text}" if value < 0 and scaled else text


def decimal_range(low: Fraction | int, high: Fraction | int) -> str:
    """A range of numbers with one decimal: ``25 to 33.3``; the one number where both round to the same."""
    least, most = decimal(low), decimal(high)
    return least if least == most else _("{low} to {high}").format(low=least, high=most)


def mean_words(value: Fraction) -> str:
    """A mean with one decimal: ``1.7``, ``1,7``."""
    tenths = whole(10 * value)
    point = "," if language() == "de" else "."
    return f"{tenths // 10}{point}{tenths % 10}"


def range_words(low: Fraction | int, high: Fraction | int) -> str:
    """A range inside a sentence: ``33 to 46``; the one number where both round to the same."""
    least, most = whole(low), whole(high)
    return f"{least}" if least == most else _("{low} to {high}").format(low=least, high=most)


def count_words(low: int, high: int, of: int) -> str:
    """A count inside a sentence: ``1 to 2 of 4``."""
    return _("{count} of {of}").format(count=range_words(low, high), of=of)


def count_column(low: int, high: int, of: int) -> str:
    """A count in a column: ``1–2 of 4``."""
    return _("{count} of {of}").format(count=span(low, high), of=of)


def rank_words(low: Fraction, high: Fraction) -> str:
    """Bounds of a percentage, rounded outward, to begin a sentence: ``At least about 82 of 100``.

    Empty where they say nothing: from 0 to 100, and at 0.
    """
    least, most = floor(low), ceil(high)
    if most == 0 or (least == 0 and most == 100):
        return ""
    if least == most:
        return _("About {n} of 100").format(n=least)
    if most == 100:
        return _("At least about {n} of 100").format(n=least)
    if least == 0:
        return _("At most about {n} of 100").format(n=most)
    return _("About {low} to {high} of 100").format(low=least, high=most)


def number_word(n: int) -> str:
    """A small number as a word: ``three``; 1 and numbers from 13 on in digits."""
    words = (_("two"), _("three"), _("four"), _("five"), _("six"), _("seven"), _("eight"), _("nine"))
    more = (_("ten"), _("eleven"), _("twelve"))
    return (*words, *more)[n - 2] if 2 <= n <= 12 else str(n)


def here(moment: datetime) -> datetime:
    """The moment in this computer's time zone; unchanged where the calendar ends there."""
    try:
        return moment.astimezone()
    except (OverflowError, ValueError, OSError):
        return moment


def local_date(value: date) -> date:
    """The day that a moment falls on in this computer's time zone; a day stays what it is."""
    return here(value).date() if isinstance(value, datetime) else value


def day(value: date) -> str:
    """A day, or the local day of a moment, as read: ``22 Nov 2026``, ``22.11.2026``."""
    value = local_date(value)
    if language() == "de":
        return f"{value:%d.%m}.{value.year}"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def long_day(value: date) -> str:
    """The same as in letters and reports: ``22 November 2026``, ``22. November 2026``."""
    value = local_date(value)
    months = (
        *(_("January"), _("February"), _("March"), _("April"), _("May"), _("June")),
        *(_("July"), _("August"), _("September"), _("October"), _("November"), _("December")),
    )
    text = _("{day} {month} {year}")
    return text.format(day=value.day, month=months[value.month - 1], year=value.year)


def day_of_year(value: date) -> str:
    """The same without its year: ``22 Nov``, ``22.11.``."""
    value = local_date(value)
    return f"{value:%d.%m.}" if language() == "de" else f"{value.day} {_MONTHS[value.month - 1]}"


def part_day(text: str) -> str:
    """A year, a month or a day, as exactly as it is known: ``2010-10`` as ``Oct 2010``, ``10/2010``."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return day(date(*parts))
    if len(parts) == 1:
        return str(parts[0])
    year, month = parts
    return f"{month:02d}/{year}" if language() == "de" else f"{_MONTHS[month - 1]} {year}"
