"""Sheets kept safe: one SQLite file in the platform's data folder."""

from smcheck.store.journal import Conflict, Journal, MemoryJournal, StoredJournal
from smcheck.store.opening import Opened, open_sheet
from smcheck.store.places import default_path
from smcheck.store.store import Absent, Store
from smcheck.store.stored import Entry, HistoryEntry

__all__ = [
    "Absent",
    "Conflict",
    "Entry",
    "HistoryEntry",
    "Journal",
    "MemoryJournal",
    "Opened",
    "Store",
    "StoredJournal",
    "default_path",
    "open_sheet",
]
