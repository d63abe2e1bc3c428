"""What is written in a field is shown, never obeyed by the terminal; the cursor stands where it belongs."""

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Input

from smcheck.tui.textual_fixes.input import SafeInput


class InputApp(App[None]):
    """An app with a field."""

    def __init__(self, kind: type[Input], value: str) -> None:
        super().__init__()
        self._kind, self._text = kind, value

    def compose(self) -> ComposeResult:
        """The field."""
        yield self._kind(self._text, compact=True)


@pytest.mark.parametrize(("kind", "shown"), [(Input, "a\x1b[31mb\x00"), (SafeInput, "a␛[31mb␀")])
async def test_control_characters(kind: type[Input], shown: str) -> None:
    """A control character has a sign of its own; Textual's own field sends it to the terminal."""
    app = InputApp(kind, "a\x1b[31mb\x00")
    async with app.run_test():
        field = app.query_one(Input)
        assert field.render_line(0).text.rstrip() == shown
        assert (field.value, field.cursor_position) == ("a\x1b[31mb\x00", 8)


async def test_the_cursor_behind_signs() -> None:
    """Each character is one sign, however wide, so that the cursor follows."""
    app = InputApp(SafeInput, "漢\u202ex")
    async with app.run_test():
        field = app.query_one(Input)
        assert field.render_line(0).text.rstrip() == "漢\ufffdx"
        assert field.content_width == 5


@pytest.mark.parametrize(("kind", "column"), [(Input, 1), (SafeInput, 2)])
async def test_the_cursor_behind_a_control_character(kind: type[Input], column: int) -> None:
    """The cursor stands behind the sign; Textual's own field counts no column for it."""
    app = InputApp(kind, "a\x1bb")
    async with app.run_test() as pilot:
        field = app.query_one(Input)
        field.cursor_position = 2
        await pilot.pause()
        assert field.cursor_screen_offset.x - field.content_region.x == column


@pytest.mark.parametrize(("kind", "width"), [(Input, 1_000_001), (SafeInput, 20_001)])
async def test_a_megabyte(kind: type[Input], width: int) -> None:
    """Of a value too long for any screen only so much is drawn; all of it is kept."""
    app = InputApp(kind, "x" * 1_000_000)
    async with app.run_test():
        field = app.query_one(Input)
        assert (field.content_width, len(field.value)) == (width, 1_000_000)
