"""The terminal's driver with the fixes that concern signals."""

from textual.driver import Driver


def with_fixes(driver_class: type[Driver]) -> type[Driver]:
    """The same driver, with ``suspend.py`` and ``resize.py`` where it is the one for Linux and macOS."""
    if driver_class.__name__ != "LinuxDriver":
        return driver_class
    # Not at the top: neither can be imported on Windows, which has no such signals.
    from smcheck.tui.textual_fixes.resize import ResizeInOrder
    from smcheck.tui.textual_fixes.suspend import ResumeOnce

    class FixedDriver(ResumeOnce, ResizeInOrder):
        """Both."""

    return FixedDriver
