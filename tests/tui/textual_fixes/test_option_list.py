"""Lists take keys and clicks at any moment; with Textual's own the app ends with an error."""

from contextlib import AbstractContextManager, nullcontext

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.widgets import OptionList, Select

from smcheck.tui.textual_fixes.option_list import SafeOptionList
from smcheck.tui.textual_fixes.select import SafeSelect


class ListApp(App[None]):
    """An app with a list, and a select."""

    def __init__(self, list_class: type[OptionList], select_class: type[Select[str]] = SafeSelect) -> None:
        super().__init__()
        self._kinds = list_class, select_class

    def compose(self) -> ComposeResult:
        """Both."""
        list_class, select_class = self._kinds
        yield list_class("one", "two", id="list")
        yield select_class([("one", "1"), ("two", "2")], value="1")


def error(kind: type[Exception], *, fixed: bool) -> AbstractContextManager[object]:
    """What is expected: an error with Textual's own widget, nothing with the fixed one."""
    return nullcontext() if fixed else pytest.raises(kind)


@pytest.mark.parametrize("kind", [OptionList, SafeOptionList])
async def test_pages_before_the_layout(kind: type[OptionList]) -> None:
    """Page down and up in a list that has no place on the screen yet."""
    app = ListApp(kind)
    async with app.run_test() as pilot:
        options = app.query_one("#list", OptionList)
        options.display = False
        await pilot.pause()
        options.set_options(["one", "two"])
        options.highlighted = 0
        for turn in (options.action_page_down, options.action_page_up):
            with error(KeyError, fixed=kind is SafeOptionList):
                turn()  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("kind", [Select, SafeSelect])
async def test_pages_of_a_select_that_is_not_open_yet(kind: type[Select[str]]) -> None:
    """Page down and up in the list of a select that has no place on the screen yet."""
    app = ListApp(SafeOptionList, kind)
    async with app.run_test():
        options = app.query_one(kind).query_one(OptionList)
        for turn in (options.action_page_down, options.action_page_up):
            with error(KeyError, fixed=kind is SafeSelect):
                turn()  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("kind", [OptionList, SafeOptionList])
async def test_a_click_on_a_row_that_is_gone(kind: type[OptionList]) -> None:
    """A click on the second of two options that arrives when there is one."""
    app = ListApp(kind)
    with error(IndexError, fixed=kind is SafeOptionList):
        async with app.run_test() as pilot:
            options = app.query_one("#list", OptionList)
            x, y = options.content_region.offset
            style = app.screen.get_style_at(x, y + 1)
            assert style.meta["option"] == 1
            options.remove_option_at_index(1)
            options.post_message(events.Click(options, 0, 1, 0, 0, 1, False, False, False, style=style))
            await pilot.pause()
