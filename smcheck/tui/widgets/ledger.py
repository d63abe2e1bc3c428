"""Lines to walk through with the cursor; one key asks what stands behind a line."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.geometry import Region
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from smcheck.tui.marking import N_
from smcheck.tui.tabs.line import Line


class Ledger(OptionList):
    """Shows lines; keeps its place when they change."""

    BINDINGS = [
        Binding("enter", "screen.why", N_("why"), tooltip=N_("how this number came about")),
        Binding("left", "screen.tab(-1)", show=False),
        Binding("right", "screen.tab(1)", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(id="ledger")
        self._shown: Sequence[Line] = ()

    def show(self, lines: Sequence[Line], *, fresh: bool) -> None:
        """Show lines; fresh ones from the top."""
        place = None if fresh else self.highlighted
        self._shown = lines
        self.set_options([Option(line.content, disabled=line.heading) for line in lines])
        stops = [index for index, line in enumerate(lines) if not line.heading]
        if place in stops:
            self.highlighted = place
        elif stops:
            self.highlighted = stops[0] if place is None else min(stops, key=lambda stop: abs(stop - place))
        if fresh:
            self.scroll_home(animate=False)

    @property
    def line(self) -> Line | None:
        """The line under the cursor."""
        if self.highlighted is None or self.highlighted >= len(self._shown):
            return None
        return self._shown[self.highlighted]

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Bring the line into view, with the headings above it."""
        super().scroll_to_highlight(top)
        first = self.highlighted
        if first is None or not self._shown:
            return
        while first > 0 and first <= len(self._shown) and self._shown[first - 1].heading:
            first -= 1
        top_line = self._index_to_line.get(first)
        bottom_line = self._index_to_line.get(self.highlighted or 0)
        if first != self.highlighted and top_line is not None and bottom_line is not None:
            height = bottom_line - top_line + self._heights.get(self.highlighted or 0, 1)
            if height <= self.scrollable_content_region.height:
                region = Region(0, top_line, self.scrollable_content_region.width, height)
                self.scroll_to_region(region, force=True, animate=False, immediate=True)
