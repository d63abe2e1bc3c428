"""Where the options of a list are.

Fault: ``OptionList`` scrolls the option under the cursor into view, and cannot be asked where others are; the
headings above the first option, which cannot be stopped at, stay out of view for ever.

Upstream: none found.

Remove when: ``OptionList`` tells the region of an option.
"""

from textual.geometry import Region
from textual.widgets import OptionList


def option_region(options: OptionList, first: int, last: int) -> Region | None:
    """The rows of the options from first to last, in lines of the list; none before the list is laid out."""
    options._update_lines()
    lines = options._index_to_line
    if first not in lines or last not in lines:
        return None
    height = lines[last] + options._heights[last] - lines[first]
    return Region(0, lines[first], options.scrollable_content_region.width, height)
