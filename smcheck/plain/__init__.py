"""The plain mode: a session as a prompt loop, for screen readers, dumb terminals and pipes."""

from smcheck.plain.loop import run

__all__ = ["run"]
