"""Surveys."""

from collections.abc import Sequence

from smcheck.tui.lazy_gettext import N_
from smcheck.tui.tabs.tab import Tab
from smcheck.tui.widgets.line_list import Line


class SurveysTab(Tab):
    """Surveys."""

    NAME = N_("Surveys")

    def lines(self, widths: Sequence[int]) -> Sequence[Sequence[Line]]:
        """Nothing yet."""
        return [[]]
