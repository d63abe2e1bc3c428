"""How a page says that something could not be done."""

from smcheck.store import Absent
from smcheck.words.fault import Fault
from smcheck.words.language import _


def reason(fault: Fault) -> str:
    """Why; a sheet that was opened here and is no more has been deleted elsewhere."""
    return _("This sheet was deleted in another window.") if isinstance(fault, Absent) else str(fault)


def not_stored(fault: Fault) -> str:
    """That something is not stored, and why."""
    if isinstance(fault, Absent):
        return _("Not stored: this sheet was deleted in another window.")
    return _("Not stored: {reason}").format(reason=fault)
