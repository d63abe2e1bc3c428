"""Sheets kept safe: one SQLite file in the platform's data folder."""

from smcheck.store.file import Absent, Busy, ReadOnly
from smcheck.store.journal import MemoryJournal, StoredJournal
from smcheck.store.opening import Opened, open_sheet
from smcheck.store.places import default_path
from smcheck.store.protocol import Conflict, Journal
from smcheck.store.records import HistoryEntry, ListedSheet, SheetSummary, StoredSheet
from smcheck.store.store import Store

__all__ = [
    "Absent",
    "Busy",
    "Conflict",
    "HistoryEntry",
    "Journal",
    "ListedSheet",
    "MemoryJournal",
    "Opened",
    "ReadOnly",
    "SheetSummary",
    "Store",
    "StoredJournal",
    "StoredSheet",
    "default_path",
    "open_sheet",
]
