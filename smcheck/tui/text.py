"""The one door for text on the screen: always content, never markup."""

from textual.content import Content
from textual.style import Style

from smcheck.tui.textual_fixes.no_break_space import NO_BREAK_SPACE, wrap
from smcheck.words.controls import escape_controls


def plain(text: str, style: str = "", *, lines: bool = False) -> Content:
    """Text from people, packs or translations, shown as it is in a style of the theme."""
    content = Content(escape_controls(text, lines=lines))
    return content.stylize(style) if style else content


def join(*parts: Content | str) -> Content:
    """Parts one after the other; strings are shown as they are."""
    return Content("").join([part if isinstance(part, Content) else plain(part) for part in parts])


def stack(*lines: Content | str) -> Content:
    """Lines one below the other."""
    return Content("\n").join([line if isinstance(line, Content) else plain(line) for line in lines])


def cell(text: str, width: int, style: str = "") -> Content:
    """Text in a column: cut with an ellipsis, or filled up with spaces."""
    content = plain(text[: 4 * width + 4]).truncate(width, ellipsis=True, pad=True)
    return content.stylize(style) if style else content


def fill_up(content: Content, width: int) -> Content:
    """Content in a column: filled up with spaces; what is wider stays as it is."""
    return content.pad_right(max(width - content.cell_length, 0))


def right_cell(text: str, width: int, style: str = "") -> Content:
    """The same, with the text at the column's right edge."""
    content = plain(text)
    content = content.pad_left(max(0, width - content.cell_length))
    return content.stylize(style) if style else content


def hanging(head: Content, text: Content, width: int) -> Content:
    """Text wrapped to a width, its further lines set in under the first, behind the head."""
    inset = head.cell_length
    room = width - inset
    if room < 8 or text.cell_length <= room:
        return join(head, text)
    lines = _wrap_numbers(text, room)
    return stack(join(head, lines[0].rstrip()), *(join(" " * inset, line.rstrip()) for line in lines[1:]))


def _wrap_numbers(text: Content, room: int) -> list[Content]:
    """Text in lines; a number keeps its percent sign."""
    return wrap(Content(text.plain.replace(" %", f"{NO_BREAK_SPACE}%"), spans=list(text.spans)), room)


def rows(content: Content, width: int) -> list[Content]:
    """Content in rows of at most so many cells, wrapped at blanks; an empty row where there is nothing."""
    room = max(width, 1)
    return [
        row.rstrip() if row.cell_length > room else row
        for line in content.split("\n", allow_blank=True)
        for row in ([line] if line.cell_length <= room else _wrap_numbers(line, room))
    ]


def press_on_click(content: Content, key: str) -> Content:
    """Content that is a press of this key where it is clicked on."""
    return clickable(content, f"app.simulate_key('{key}')")


def clickable(content: Content, action: str) -> Content:
    """Content that runs an action where it is clicked on, such as ``screen.sort('state')``.

    A widget that shows it has ``auto_links = False``: else Textual gives it the look of a link.
    """
    return content.stylize(Style.from_meta({"@click": action}))
