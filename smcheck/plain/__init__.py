"""The plain mode: a sitting as lines out and lines in, for screen readers, dumb terminals and pipes."""

from smcheck.plain.loop import command_with_id, run
from smcheck.plain.sitting import Newer, Sitting
from smcheck.plain.talk import Refusal, Talk

__all__ = ["Newer", "Refusal", "Sitting", "Talk", "command_with_id", "run"]
