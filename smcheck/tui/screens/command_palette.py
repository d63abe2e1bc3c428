"""The command palette: commands, or themes, to search through and run."""

from collections.abc import Callable, Iterable, Sequence

from textual import on
from textual.app import SystemCommand
from textual.binding import Binding
from textual.fuzzy import Matcher
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from smcheck.tui.screens.modal import Modal
from smcheck.tui.text import plain, stack
from smcheck.tui.widgets.field import Choices, Field
from smcheck.words.language import N_, _


class CommandPalette(Modal[Callable[[], object]]):
    """Answers with what the chosen command calls.

    Args:
        title: what there is to choose from.
        placeholder: what stands in the empty field.
        commands: in the order in which they are shown while nothing is searched for.
        preview: called with each command that the cursor comes to.
        place: the command that the cursor begins at.
    """

    HELP_TEXT = N_("Type a part of a name; what fits best comes first.")
    BINDINGS = [
        # Before the field gets them.
        Binding("enter", "run", N_("run"), priority=True),
        Binding("up", "move('cursor_up')", N_("up"), priority=True),
        Binding("down", "move('cursor_down')", N_("down"), priority=True),
        Binding("pageup", "move('page_up')", show=False, priority=True),
        Binding("pagedown", "move('page_down')", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        placeholder: str,
        commands: Sequence[SystemCommand],
        preview: Callable[[SystemCommand], None] | None = None,
        place: int = 0,
    ) -> None:
        super().__init__(title)
        self._preview = preview
        self._placeholder = placeholder
        self._commands = commands
        self._found = commands
        """What the search has found, best ones first."""
        self._list = Choices(id="commands")
        self._list.can_focus = False  # the field keeps it
        self._search("")
        self._list.highlighted = place

    def body(self) -> Iterable[Widget]:
        """The field, and what was found."""
        yield Field(placeholder=self._placeholder, id="query")
        yield self._list

    @on(Input.Changed)
    def _search_typed(self, event: Input.Changed) -> None:
        self._search(event.value.strip())

    def _search(self, query: str) -> None:
        """Show the commands whose titles match, best ones first; without a query, all."""
        matcher = Matcher(query)
        scored = [(matcher.match(command.title) if query else 1.0, command) for command in self._commands]
        scored.sort(key=lambda pair: pair[0], reverse=True)
        self._found = [command for score, command in scored if score]
        nothing = Option(plain(_("Nothing found."), "$foreground-muted"), disabled=True)
        self._list.set_options([_option(command) for command in self._found] or [nothing])
        self._list.highlighted = 0 if self._found else None
        self.refresh_bindings()

    @on(OptionList.OptionSelected)
    def action_run(self) -> None:
        """Close, and run the command under the cursor."""
        place = self._list.highlighted
        if place is not None:
            self.dismiss(self._found[place].callback)

    @on(OptionList.OptionHighlighted)
    def _show_preview(self, event: OptionList.OptionHighlighted) -> None:
        if self._preview and event.option_index < len(self._found):
            self._preview(self._found[event.option_index])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Where nothing is found, nothing can be run, and the cursor is nowhere."""
        return bool(self._found) or action not in {"run", "move"} or None

    async def action_move(self, way: str) -> None:
        """Move the cursor by an action of the list, which never has the focus."""
        await self._list.run_action(way)


def _option(command: SystemCommand) -> Option:
    title = plain(command.title, "bold")
    return Option(stack(title, plain(command.help, "$foreground-muted")) if command.help else title)
