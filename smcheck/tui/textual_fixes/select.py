"""The open list of a select takes keys and clicks at any moment.

Fault: the one of ``option_list.py``: the list that ``Select`` opens is an ``OptionList`` of its own
making.

Upstream: none found.

Remove when: ``option_list.py`` is removed, or a ``Select`` can be given a list.
"""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Select
from textual.widgets._select import SelectOverlay

from smcheck.tui.textual_fixes.option_list import SafeOptionList
from smcheck.words.language import N_


class SafeSelectOverlay(SelectOverlay, SafeOptionList):
    """The open list; its keys have names in the language in use."""

    BINDINGS = [
        Binding("enter", "select", N_("choose")),
        Binding("escape", "dismiss", N_("leave as it is")),
    ]


class SafeSelect(Select[str]):
    """A select with such a list."""

    def compose(self) -> ComposeResult:
        """The same parts, with a list of ours."""
        for widget in super().compose():
            if isinstance(widget, SelectOverlay):
                yield SafeSelectOverlay().data_bind(Select.compact)
            else:
                yield widget
