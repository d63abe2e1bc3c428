"""The terminal's driver with the fixes that concern signals, and what the terminal sends."""

from textual.driver import Driver


def with_fixes(driver_class: type[Driver]) -> type[Driver]:
    """The same driver with ``suspend.py``, ``resize.py`` and ``input_thread.py``, on Linux and macOS."""
    if driver_class.__name__ != "LinuxDriver":
        return driver_class
    # Not at the top: none can be imported on Windows, which has no such signals and terminals.
    from smcheck.tui.textual_fixes.input_thread import GuardedInput
    from smcheck.tui.textual_fixes.resize import ResizeInOrder
    from smcheck.tui.textual_fixes.suspend import ResumeOnce

    class FixedDriver(ResumeOnce, ResizeInOrder, GuardedInput):
        """All of them."""

    return FixedDriver
