"""The help overlay: what the page is for, what is meant, and all its keys."""

from smcheck.tui.page import Page
from smcheck.tui.screens.reading import Reading
from smcheck.tui.widgets.key_line import key_name
from smcheck.words.language import _


class Help(Reading):
    """Help on a page, its keys included even where they do not hold now."""

    def __init__(self, page: Page) -> None:
        lines = [_(page.HELP_TEXT), ""] if page.HELP_TEXT else []
        more = page.help_lines()
        lines += [*more, ""] if more else []
        lines += [_("Keys"), *_keys(page)]
        super().__init__(_("Help"), lines)


def _keys(page: Page) -> list[str]:
    lines: dict[str, str] = {}
    for node in (page.focused, page, page.app):
        if node is None:
            continue
        for key, bindings in node._bindings.key_to_bindings.items():
            for binding in bindings:
                if binding.description and binding.action not in lines:
                    text = _(binding.description)
                    if binding.tooltip:
                        text += f": {_(binding.tooltip)}"
                    lines[binding.action] = f"  {key_name(key):<8} {text}"
    return [*lines.values(), f"  {'↑ ↓':<8} " + _("move the cursor")]
