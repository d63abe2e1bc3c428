"""Error messages of pages: what could not be done, and why."""

from smcheck.store import Absent
from smcheck.words.fault import Fault
from smcheck.words.language import _


def error_text(fault: Fault) -> str:
    """Why something failed; a sheet that was opened here and is no more has been deleted elsewhere."""
    return _("This sheet was deleted in another window.") if isinstance(fault, Absent) else str(fault)


def not_stored_text(fault: Fault) -> str:
    """That something is not stored, and why."""
    if isinstance(fault, Absent):
        return _("Not stored: this sheet was deleted in another window.")
    return _("Not stored: {reason}").format(reason=fault)
