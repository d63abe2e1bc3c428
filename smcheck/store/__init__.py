"""Sheets kept safe: one SQLite file in the platform's data folder."""

from smcheck.store.journal import Conflict, Journal, MemoryJournal, StoredJournal
from smcheck.store.places import default_path
from smcheck.store.store import Entry, HistoryEntry, Store

__all__ = [
    "Conflict",
    "Entry",
    "HistoryEntry",
    "Journal",
    "MemoryJournal",
    "Store",
    "StoredJournal",
    "default_path",
]
