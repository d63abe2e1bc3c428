"""Who does what."""

from collections.abc import Sequence

from smcheck.tui.lazy_gettext import N_
from smcheck.tui.tabs.tab import Tab
from smcheck.tui.widgets.line_list import Line


class WhoDoesWhatTab(Tab):
    """Who does what."""

    NAME = N_("Who does what")

    def lines(self, widths: Sequence[int]) -> Sequence[Sequence[Line]]:
        """Nothing yet."""
        return [[]]
