"""The app: introduces pack, store and screens to each other."""

import asyncio
import os
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SystemCommand
from textual.binding import Binding
from textual.driver import Driver
from textual.screen import Screen
from textual.scrollbar import ScrollBar

from smcheck.pack import Pack
from smcheck.session import Session
from smcheck.sheet import Sheet, example_sheet
from smcheck.store import Journal, MemoryJournal, ReadOnly, Store, StoredJournal, open_sheet
from smcheck.tui.list_change import ListChange
from smcheck.tui.plain_signs import with_stand_ins
from smcheck.tui.preferences import Preferences
from smcheck.tui.screens.modal import Modal
from smcheck.tui.screens.page import Back, Page, SessionPage
from smcheck.tui.sheet_index import Order
from smcheck.tui.textual_fixes.driver import with_fixes
from smcheck.tui.widgets.key_line import DIGITS
from smcheck.tui.widgets.scroll_bar import ThinScrollBar
from smcheck.words.controls import escape_controls
from smcheck.words.fault import Fault
from smcheck.words.language import N_, _

if TYPE_CHECKING:
    from smcheck.tui.screens.result import Place

INTERRUPTED = 130
_GRACE = 2.0
"""Seconds until a program that was told to end does so, even if a page is not whole by then."""


class SmcheckApp(Preferences):
    """Full-screen smcheck over a pack and a store.

    Args:
        pack: the questionnaire.
        store: where the sheets are.
        settings_file: where theme, language and survey are kept; without it they are forgotten.
    """

    TITLE = "smcheck"
    CSS_PATH = "smcheck.tcss"
    ENABLE_COMMAND_PALETTE = False  # ours opens instead
    BINDINGS = [
        Binding("ctrl+p", "command_palette", N_("commands"), show=False),
        Binding("f10,ctrl+q", "quit", N_("quit"), show=False, priority=True),
        Binding("ctrl+c", "interrupt", show=False, priority=True),
    ]

    def __init__(
        self,
        pack: Pack,
        store: Store,
        settings_file: Path | None = None,
    ) -> None:
        super().__init__(settings_file)
        ScrollBar.renderer = ThinScrollBar
        self.pack = pack
        self.store = store
        self._first: Journal | None = None
        self.failure = ""
        """Why the app had to leave, in a sentence; empty where it did not."""
        self.was_home = False
        """Whether the list of sheets was shown since the start."""
        self._last_sheet = ""
        """The id of the stored sheet that a page was last about."""
        self.order = Order()
        """How the list of sheets is sorted."""
        self.list_changes: list[ListChange] = []
        """Deletions and renamings that can be taken back until the app ends, the last one last."""

    def get_driver_class(self) -> type[Driver]:
        """The driver for this platform."""
        return with_stand_ins(with_fixes(super().get_driver_class()), os.environ)

    def start_new(self, organisation: str = "") -> None:
        """Open with the first question of a new sheet."""
        self._first = StoredJournal(
            self.store, self.pack, Sheet(pack=self.pack.id, organisation=organisation)
        )

    def start_example(self) -> None:
        """Open with the result of the pack's example."""
        journal = MemoryJournal(example_sheet(self.pack))
        journal.see_result()
        self._first = journal

    def _first_screen(self) -> Screen[None]:
        if self._first is None:
            from smcheck.tui.screens.home import Home

            return Home()
        session = Session(self.pack, self._first)
        if self._first.finished:
            from smcheck.tui.screens.result import ResultPage

            return ResultPage(session, None, self.figures_for(self.pack))
        from smcheck.tui.screens.ask import Ask

        return Ask(session)

    def on_load(self) -> None:
        """Leave in order when the terminal is closed or the process is to end, however early."""
        loop = asyncio.get_running_loop()
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                with suppress(
                    NotImplementedError, RuntimeError, ValueError
                ):  # not everywhere, not in threads
                    loop.add_signal_handler(number, self._leave_on_signal, 128 + number)

    def on_mount(self) -> None:
        """Show the first screen."""
        self.push_screen(self._first_screen())

    def on_unmount(self) -> None:
        """Remove for good what was deleted in this app: nobody can take that back any more."""
        deleted = [change.id for change in self.list_changes if change.is_deletion]
        if deleted:
            with suppress(Fault):  # a later start removes it
                self.store.purge(*deleted)

    # ── from screen to screen ─────────────────────────────────────────────────────────────────

    def show_home(self) -> None:
        """The stored sheets, the cursor on the one that one comes from, else where it was."""
        from smcheck.tui.screens.home import Home

        self._remember_sheet()
        self._show(Home(self._last_sheet))

    def show_about(self) -> None:
        """The surveys that results are measured against, without their figures."""
        from smcheck.tui.screens.about import About

        self._show(About())

    def show_profile(self, session: Session) -> None:
        """Who answers."""
        from smcheck.tui.screens.profile import ProfilePage

        self._show(ProfilePage(session))

    def show_question(self, session: Session, back: Back | None = None, line: int | None = None) -> None:
        """The question that the session is at; once it is answered, ``back`` leads to where it was opened.

        The cursor begins on a line of its list, without one on what is chosen.
        """
        from smcheck.tui.screens.ask import Ask

        self._show(Ask(session, back, line))

    def show_review(
        self, session: Session, back: Back | None = None, question: str = "", came_from: str = ""
    ) -> None:
        """All questions at a glance, the cursor on one of them.

        ``back`` leads to the result that they were opened from, ``came_from`` is the question they were.
        """
        from smcheck.tui.screens.review import Review

        self._show(Review(session, back, question, came_from))

    def show_result(self, session: Session, place: "Place | None" = None) -> None:
        """The result, at a place in it; from now on it was seen.

        Where nothing can be written at all, no answer can be changed afterwards either: it is shown then.

        Raises:
            Fault: that it was seen cannot be stored; it is not shown then.
        """
        from smcheck.tui.screens.result import ResultPage

        with suppress(ReadOnly):
            session.see_result()
        self._show(ResultPage(session, place, self.figures_for(session.pack)))

    def go_over(self, session: Session) -> None:
        """Ask and score a stored sheet with the current questionnaire from now on; shows its result."""
        session.unsaved.store(session)
        id_ = session.sheet.id
        self.store.change_pack(id_, self.pack)
        opened = open_sheet(self.store, self.pack, id_)
        self.show_result(Session(opened.pack, opened.journal))

    def _show(self, page: Screen[None]) -> None:
        if not self.screen.is_mounted:  # a page that is just being made cannot be closed yet
            self.call_after_keys(partial(self._show, page))
            return
        self._close_windows()
        self._remember_sheet()
        self.switch_screen(page)

    def _remember_sheet(self) -> None:
        pages = [screen for screen in self.screen_stack if isinstance(screen, Page)]
        self._last_sheet = next((page.sheet_id for page in pages if page.sheet_id), self._last_sheet)

    def _close_windows(self) -> None:
        """Leave the page alone on the screen; what is still being written in a window is kept."""
        for window in reversed(self.screen_stack):
            if isinstance(window, Modal):
                window.keep_typed()

    def leave_terminal(self, reason: str) -> None:
        """Leave because the terminal cannot be read any more."""
        self.failure = _("the terminal cannot be read ({reason}); everything is stored").format(
            reason=escape_controls(reason)
        )
        self._leave_on_signal(1)

    # ── commands ──────────────────────────────────────────────────────────────────────────────

    def action_interrupt(self) -> None:
        """Leave at once; everything is stored."""
        self._leave(INTERRUPTED)

    async def action_quit(self) -> None:
        """Leave; everything is stored."""
        self._leave(0)

    def _leave_on_signal(self, code: int) -> None:
        # A page that is just being made must be whole before it can be closed.
        self.call_later(self.call_after_keys, partial(self._leave, code))
        self.set_timer(_GRACE, partial(self.exit, return_code=code))

    def _leave(self, code: int) -> None:
        """Leave once what is still being written on is stored."""
        if self.screen_stack:
            self._close_windows()
            if isinstance(self.screen, Page):
                self.screen.keep_typed()
        self.call_after_keys(partial(self._store_and_exit, code))

    def _store_and_exit(self, code: int) -> None:
        for page in self.screen_stack:
            if isinstance(page, SessionPage):
                with suppress(Fault):  # told when it could not be stored before
                    page.session.unsaved.store(page.session)
        self.exit(return_code=code)

    def action_help(self) -> None:
        """Show what can be done on the page or window in front."""
        from smcheck.tui.screens.help import HelpWindow  # not before it is asked for

        if isinstance(self.screen, Page | Modal):
            self.push_screen(HelpWindow(self.screen))

    def action_command_palette(self) -> None:
        """All commands, to search through."""
        from smcheck.tui.screens.command_palette import CommandPalette  # not before it is asked for

        if isinstance(self.screen, CommandPalette):
            return
        commands = list(self.get_system_commands(self.screen))
        title = _("commands").capitalize()
        self.push_screen(CommandPalette(title, _("Search for commands…"), commands), self._run_command)

    def _run_command(self, command: Callable[[], object] | None) -> None:
        if command is not None:
            self.call_later(command)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the command palette offers: what can be done anywhere, and what the screen's keys do."""
        page = next(page for page in reversed(self.screen_stack) if isinstance(page, Page))
        kept = page.kept
        sheets = _("the stored sheets; {kept}").format(kept=kept)
        yield SystemCommand(_("list").capitalize(), sheets, page.action_home)
        yield from self.preference_commands()
        yield SystemCommand(_("Quit"), kept, self.action_quit)
        for key, active in screen.active_bindings.items():
            binding = active.binding
            if binding.key_display == DIGITS or binding.action in {"home", "app.quit"}:
                continue
            if binding.show and active.enabled:
                text = _(binding.tooltip) if binding.tooltip else ""
                yield SystemCommand(
                    _(binding.description).capitalize(), text, lambda key=key: self.simulate_key(key)
                )
