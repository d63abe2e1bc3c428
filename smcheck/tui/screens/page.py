"""What all pages share: breakpoints, the line at the top, the line at the bottom."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from smcheck.pack import Pack, Texts
from smcheck.report.labels import sheet_heading
from smcheck.session import Session
from smcheck.store import Busy
from smcheck.tui.errors import not_stored_text
from smcheck.tui.text import plain
from smcheck.tui.textual_fixes.clicks import PressedHere
from smcheck.tui.widgets.frame import NARROW, SHORT, SPACIOUS, THREE, TWO
from smcheck.tui.widgets.key_line import KeyLine
from smcheck.tui.widgets.top_line import TopLine
from smcheck.words.fault import Fault
from smcheck.words.language import N_, _, language

if TYPE_CHECKING:
    from smcheck.report.case import Case
    from smcheck.tui.app import SmcheckApp


class Page(PressedHere[None]):
    """A full screen with a line at the top and the keys at the bottom."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-normal"), (TWO, "-wide"), (THREE, "-widest")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-tall"), (SPACIOUS, "-high")]
    HELP_TEXT: ClassVar[str] = ""
    """What the screen is for, in the help overlay."""
    waits_for_store = False
    """Whether what was done last waits, in a window, until another program lets the store go."""

    BINDINGS = [Binding("f1", "app.help", N_("help"))]

    @property
    def smcheck(self) -> "SmcheckApp":
        """The app, as what it is."""
        return cast("SmcheckApp", self.app)

    @property
    def pack(self) -> Pack:
        """The questionnaire that the app was started with."""
        return self.smcheck.pack

    @property
    def texts(self) -> Texts:
        """The questionnaire's texts in the language in use."""
        return self.pack.texts(language())

    def compose(self) -> ComposeResult:
        """The page's own part between the two lines."""
        yield TopLine()
        yield from self.body()
        yield KeyLine()

    def body(self) -> Iterable[Widget]:
        """What is between the two lines."""
        raise NotImplementedError

    @property
    def top(self) -> TopLine:
        """The line at the top."""
        return self.query_one(TopLine)

    @property
    def missing(self) -> frozenset[str]:
        """Actions of the page that there are never with this questionnaire."""
        return frozenset()

    @property
    def sheet_id(self) -> str:
        """The id of the stored sheet that the page is about; empty without one."""
        return ""

    @property
    def kept(self) -> str:
        """What becomes of what was done here, to be said of leaving."""
        return _("everything is stored")

    def call_after_layout(self, action: Callable[[], object]) -> None:
        """Call something when the parts have their sizes; never, where the page is being closed by then."""
        self.call_after_refresh(lambda: self.display and action())

    def action_home(self) -> None:
        """Leave for the list of sheets; everything is stored."""
        self.smcheck.show_home()

    def keep_typed(self) -> None:
        """Store what is still being typed, before the app ends; most pages have no fields."""

    def say(self, text: str) -> None:
        """Say what was done, or why not, in the place that the page has for it."""
        for notice in self.query("#notice").results(Static):
            notice.update(plain(text))

    def tell_not_stored(self, fault: Fault, again: Callable[[], object]) -> None:
        """Say why something is not stored; where another program is writing, wait for it and do it again."""
        if not isinstance(fault, Busy):
            self.say(not_stored_text(fault))
            return
        from smcheck.tui.screens.busy_window import BusyWindow  # seldom wanted

        self.waits_for_store = True
        window = BusyWindow(self.smcheck.store)

        def go_on(free: bool | None) -> None:
            self.waits_for_store = False
            if free:
                again()
                for key in window.typed_ahead:
                    self.app.post_message(key)
            else:
                self.say(not_stored_text(fault))

        self.app.push_screen(window, go_on)

    def attempt(self, act: Callable[[], object], again: Callable[[], object] | None = None) -> bool:
        """Do what may fail to be stored; false where it fails, which is told, or where it gives false.

        Args:
            act: what is to be done.
            again: what is done once a store that was busy is free; ``act`` alone without.
        """
        try:
            return act() is not False
        except Fault as fault:
            self.tell_not_stored(fault, again or partial(self.attempt, act))
            return False

    def hand_out(self, case: "Case", supposed: Mapping[str, str] | None = None) -> None:
        """Ask for a format and write a file; ``supposed`` are answers of what if."""
        from smcheck.report.hand_out import working_folder  # not before they are asked for
        from smcheck.tui.screens.export import ExportWindow

        def say(path: str | None) -> None:
            if path:
                self.say(path)

        try:
            window = ExportWindow(case, working_folder(), supposed, self.smcheck.brand_file)
        except Fault as fault:
            self.say(str(fault))
        else:
            self.app.push_screen(window, say)

    def show_again(self) -> None:
        """Show the page anew, at the same place, in the language that is spoken by now."""
        raise NotImplementedError

    def help_lines(self) -> list[str]:
        """More for the help overlay, before its keys."""
        return []


Back = Callable[[], None]
"""Shows the page again that another one was opened from, at the place where it was."""


class SessionPage(Page):
    """A page over one sitting.

    Args:
        session: the sitting.
        back: where to go when what the page was opened for is done; none where it was not for one thing.
    """

    def __init__(self, session: Session, back: Back | None = None) -> None:
        super().__init__()
        self.session = session
        self.back = back
        self._warned = False
        """Whether it was said that something is not stored."""

    @property
    def pack(self) -> Pack:
        """The questionnaire that the sheet is answered with."""
        return self.session.pack

    @property
    def sheet_id(self) -> str:
        """The id of the sheet, empty where it is not stored."""
        return self.session.sheet.id

    @property
    def kept(self) -> str:
        """Of an example nothing is stored."""
        return super().kept if self.session.journal.stored else _("nothing is stored of an example")

    def action_home(self) -> None:
        """Leave for the list of sheets, once nothing that was typed is left out without a word."""
        try:
            self.session.unsaved.store(self.session)
        except Fault as fault:
            if not self._warned:
                self._warned = True
                self.say(not_stored_text(fault) + " · " + _("once more: leave without it"))
                return
        super().action_home()

    def show_top(self, end: str) -> None:
        """Name the sheet in the line at the top; where it is narrow, only that."""
        heading = sheet_heading(self.session.sheet)
        names = (heading,) if self.app.size.width < NARROW else ("smcheck", heading)
        self.top.show(*names, end=end)
