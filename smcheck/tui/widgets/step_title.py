"""The title of a next step, on the tabs and in the preview beside the list."""

from textual.content import Content

from smcheck.report.content import StepLine
from smcheck.tui.text import hanging, plain


def step_title(step: StepLine, width: int, style: str = "bold") -> Content:
    """The number of a next step, and what to do behind it."""
    return hanging(plain(f"{step.number}  ", "bold $you"), plain(step.title, style), width)
