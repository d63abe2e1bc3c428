"""The session over lines: for screen readers, terminals that can do little, and pipes."""

from smcheck.plain.sitting import run

__all__ = ["run"]
