"""The result's tabs: each makes lines out of a case; none of them knows the screen."""

from smcheck.tui.tabs.line import Line

__all__ = ["Line"]
