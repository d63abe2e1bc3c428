"""What if."""

from collections.abc import Sequence

from smcheck.tui.lazy_gettext import N_
from smcheck.tui.tabs.tab import Tab
from smcheck.tui.widgets.line_list import Line


class WhatIfTab(Tab):
    """What if."""

    NAME = N_("What if")

    def lines(self, widths: Sequence[int]) -> Sequence[Sequence[Line]]:
        """Nothing yet."""
        return [[]]
