"""A small app of Textual in a real terminal, for faults that need one: ``small_app.py plain|fixed FAULT``."""

import fcntl
import os
import signal
import struct
import sys
import termios
from typing import ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.widgets import Static

from smcheck.tui.textual_fixes.driver import with_fixes

DRIVER, FAULT = sys.argv[1:]
Base: type[LinuxDriver] = with_fixes(LinuxDriver) if DRIVER == "fixed" else LinuxDriver  # type: ignore[assignment]  # still one


class Provoked(Base):  # type: ignore[misc,valid-type]  # chosen when the program starts
    """A driver in which what is rare happens at once."""

    resizes = 0
    ready = False

    def write(self, data: str) -> None:
        """Write; told to sleep while the lock of the queue is held."""
        if FAULT == "sleep" and self.ready:
            self.ready = False
            with self._writer_thread._queue.mutex:
                os.kill(os.getpid(), signal.SIGTSTP)
                [None for _step in range(1000)]  # long enough for a handler of Python's to run
        super().write(data)

    def _get_terminal_size(self) -> tuple[int, int]:
        """Read the size; the first one, or the first new one, changes before it is used."""
        size: tuple[int, int] = super()._get_terminal_size()
        self.resizes += 1
        if (FAULT, self.resizes) in {("resize at the start", 1), ("resize", 2)}:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 18, 60, 0, 0))
            [None for _step in range(1000)]
        return size


class SmallApp(App[None]):
    """Shows its size, and what was typed."""

    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit")]

    def get_driver_class(self) -> type[Driver]:
        """The driver with faults provoked."""
        return Provoked

    def compose(self) -> ComposeResult:
        """The size, and below it what was done: a size also comes with every waking."""
        yield Static("started", id="size")
        yield Static(id="done")

    def on_resize(self, event: events.Resize) -> None:
        """Show the size."""
        self.query_one("#size", Static).update(f"size {event.size.width}x{event.size.height}")

    def key_a(self) -> None:
        """Show that keys arrive."""
        self.query_one("#done", Static).update("pressed")

    def key_s(self) -> None:
        """Write something, during which what is rare happens."""
        driver = self._driver
        assert isinstance(driver, Provoked)
        driver.ready = True
        self.query_one("#done", Static).update("written")


def sleep_at_the_start() -> None:
    """Let the program be told to sleep as soon as anything handles that."""
    install = signal.signal

    def install_and_sleep(number: signal.Signals, handler: signal.Handlers) -> object:
        replaced = install(number, handler)
        if number == signal.SIGTSTP:
            signal.signal = install
            os.kill(os.getpid(), signal.SIGTSTP)
        return replaced

    signal.signal = install_and_sleep  # type: ignore[assignment]  # takes what the driver gives


if __name__ == "__main__":
    if FAULT == "sleep at the start":
        sleep_at_the_start()
    SmallApp().run()
