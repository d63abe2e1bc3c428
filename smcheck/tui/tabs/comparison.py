"""Comparison."""

from collections.abc import Sequence

from smcheck.tui.lazy_gettext import N_
from smcheck.tui.tabs.tab import Tab
from smcheck.tui.widgets.line_list import Line


class ComparisonTab(Tab):
    """Comparison."""

    NAME = N_("Comparison")

    def lines(self, widths: Sequence[int]) -> Sequence[Sequence[Line]]:
        """Nothing yet."""
        return [[]]
