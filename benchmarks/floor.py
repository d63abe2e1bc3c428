"""The least that smcheck's first question could cost: the smallest Textual app with a list, and pydantic.

It shows one label, one list and a footer, and like smcheck it has pydantic at hand, which reads its files.
"""

import pydantic  # noqa: F401 - part of the floor
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.widgets import Footer, Label, OptionList

QUESTION = "Which of these is on the screen?"


class Floor(App[None]):
    """A label, a list of nine rows, a footer."""

    BINDINGS = [Binding("f10", "quit", "quit", priority=True)]  # noqa: RUF012 - Textual's convention

    def compose(self) -> ComposeResult:
        """The three widgets."""
        yield Label(QUESTION)
        yield OptionList(*(f"[ ] Row {number}" for number in range(1, 10)))
        yield Footer()


if __name__ == "__main__":
    Floor().run()
