"""The help overlay: what the page is for, what is meant, and all its keys."""

from smcheck.tui.screens.page import Page
from smcheck.tui.screens.text_window import TextWindow
from smcheck.tui.widgets.key_line import key_name
from smcheck.tui.widgets.paragraphs import Paragraph
from smcheck.words.language import _


class HelpWindow(TextWindow[None]):
    """Help on a page, its keys included even where they do not hold now."""

    def __init__(self, page: Page) -> None:
        lines: list[Paragraph] = [_(page.HELP_TEXT), ""] if page.HELP_TEXT else []
        more = page.help_lines()
        lines += [*more, ""] if more else []
        lines += [_("Keys"), *_keys(page)]
        super().__init__(_("Help"), lines)


def _keys(page: Page) -> list[Paragraph]:
    """The keys that smcheck itself gives to the focused widget, the page and the app."""
    lines: dict[str, Paragraph] = {}
    for node in (page.focused, page, page.app):
        for owner in type(node).__mro__:
            if not owner.__module__.startswith("smcheck."):
                continue
            for binding in owner.__dict__.get("BINDINGS", ()):
                if binding.action in page.missing:
                    continue
                if binding.description and binding.description not in lines:
                    name = binding.key_display or "/".join(key_name(key) for key in binding.key.split(","))
                    text = _(binding.description)
                    if binding.tooltip:
                        text += f": {_(binding.tooltip)}"
                    lines[binding.description] = (f"  {name:<10} ", text)
    return [(f"  {'↑ ↓':<10} ", _("move the cursor")), *lines.values()]
