"""A stored sheet opened with the pack that it was answered under."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smcheck.store.journal import StoredJournal

if TYPE_CHECKING:
    from smcheck.pack import Difference, Pack
    from smcheck.store.store import Store


@dataclass(frozen=True, slots=True)
class Opened:
    """A sheet's journal, its pack, and what the current pack would ask or score otherwise.

    Where ``kept`` is false, the pack that it was answered under is not there any more, or was never here, and
    ``pack`` is the current one.
    """

    pack: "Pack"
    journal: StoredJournal
    differences: "tuple[Difference, ...]"
    kept: bool = True


def open_sheet(store: "Store", current: "Pack", id_: str) -> Opened:
    """Open a stored sheet, so that a newer pack changes neither its questions nor its result in silence.

    Raises:
        Fault: there is no such sheet, it belongs to another pack, or the store is damaged.
    """
    from smcheck.pack import differences
    from smcheck.sheet import Sheet

    kept = store.pack_of_sheet(id_, current)
    pack = kept or current
    journal = StoredJournal(store, pack, Sheet(pack=pack.id, id=id_))
    return Opened(pack, journal, differences(pack, current), kept is not None)
