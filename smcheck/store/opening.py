"""A stored sheet opened with the pack that it was answered under."""

from dataclasses import dataclass

from smcheck.pack import Difference, Pack, differences
from smcheck.sheet import Sheet
from smcheck.store.journal import StoredJournal
from smcheck.store.store import Store


@dataclass(frozen=True, slots=True)
class Opened:
    """A sheet's journal, its pack, and what the current pack would ask or score otherwise."""

    pack: Pack
    journal: StoredJournal
    differences: tuple[Difference, ...]


def open_sheet(store: Store, current: Pack, id_: str) -> Opened:
    """Open a stored sheet, so that a newer pack changes neither its questions nor its result in silence.

    Raises:
        Fault: there is no such sheet, it belongs to another pack, or the store is damaged.
    """
    pack = store.pack_of(id_, current)
    journal = StoredJournal(store, pack, Sheet(pack=pack.id, id=id_))
    return Opened(pack, journal, differences(pack, current))
