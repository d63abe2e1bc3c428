"""The help overlay: what the page is for, what is meant, and all its keys."""

from typing import Any

from textual.widgets import Input, Select

from smcheck.tui.screens.modal import Modal
from smcheck.tui.screens.page import Page
from smcheck.tui.screens.text_window import TextWindow
from smcheck.tui.widgets.key_line import key_name, own_bindings
from smcheck.tui.widgets.paragraphs import Paragraph
from smcheck.words.language import _


class HelpWindow(TextWindow[None]):
    """Help on a page or a window, its keys included even where they do not hold now."""

    def __init__(self, page: Page | Modal[Any]) -> None:
        lines: list[Paragraph] = [_(page.HELP_TEXT), ""] if page.HELP_TEXT else []
        more = page.help_lines() if isinstance(page, Page) else []
        lines += [*more, ""] if more else []
        lines += [_("Keys"), *_keys(page)]
        super().__init__(_("Help"), lines)


def _keys(page: Page | Modal[Any]) -> list[Paragraph]:
    """The keys that smcheck itself gives to the focused widget, the page and the app."""
    names: dict[str, list[str]] = {}
    told: dict[str, str] = {}
    for binding in own_bindings((page.focused, page, page.app)):
        if isinstance(page, Page) and binding.action in page.missing:
            continue
        name = binding.key_display or "/".join(key_name(key) for key in binding.key.split(","))
        if name not in names.setdefault(binding.action, []):
            names[binding.action].append(name)
        if binding.description and binding.action not in told:
            tooltip = _(binding.tooltip) if binding.tooltip else ""
            if tooltip and isinstance(page, Page) and binding.action == "home":
                tooltip = page.kept
            told[binding.action] = _(binding.description) + (f": {tooltip}" if tooltip else "")
    lines: list[Paragraph] = [
        (f"  {'/'.join(names[action]):<10} ", text) for action, text in told.items() if text
    ]
    has_cursor = page.focused is not None and not isinstance(page.focused, Input | Select)
    return [(f"  {'↑ ↓':<10} ", _("move the cursor")), *lines] if has_cursor else lines
