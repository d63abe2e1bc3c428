"""Where the options of a list are, which brings headings into view that the cursor cannot reach."""

from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from smcheck.tui.textual_fixes.option_region import option_region


class HeadedApp(App[None]):
    """An app with a list that begins with a heading."""

    def compose(self) -> ComposeResult:
        """The list, four lines high."""
        heading = Option("heading", disabled=True)
        options = OptionList(heading, "one\nmore of it", *map(str, range(9)), compact=True)
        options.styles.height = 4
        yield options


async def test_the_region_of_options() -> None:
    """From the heading to the end of the first option; nothing for options that there are not."""
    app = HeadedApp()
    async with app.run_test():
        options = app.query_one(OptionList)
        width = options.scrollable_content_region.width
        assert option_region(options, 0, 1) == Region(0, 0, width, 3)
        assert option_region(options, 2, 2) == Region(0, 3, width, 1)
        assert option_region(options, 0, 99) is None


async def test_textual_leaves_the_heading_out_of_view() -> None:
    """Back at the first option, Textual's own list still hides the heading above it."""
    app = HeadedApp()
    async with app.run_test() as pilot:
        await pilot.press("end", "home")
        options = app.query_one(OptionList)
        assert (options.highlighted, options.scroll_offset.y) == (1, 1)
