"""The packs that sheets from files were answered under, as far as the store has kept them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from smcheck.pack import Pack
from smcheck.report.versions import file_notice
from smcheck.sheet import Sheet

if TYPE_CHECKING:
    from smcheck.store import Store  # a file is scored without a store, unless it is of another version


class KeptPacks:
    """The pack to read and measure a sheet from a file with, and what is to be said of it.

    Args:
        current: the pack as it is now.
        store: gives the store; asked only for a sheet of another version.
    """

    def __init__(self, current: Pack, store: "Callable[[], Store]") -> None:
        self._current = current
        self._store = store

    def find(self, pack_hash: str) -> Pack | None:
        """The pack with this hash; the current one where they differ in texts only, none where none is kept.

        Raises:
            Fault: the store cannot be read.
        """
        if pack_hash == self._current.hash:
            return self._current
        return self._store().find_pack(pack_hash, self._current) if pack_hash else None

    def pack_of(self, sheet: Sheet) -> Pack:
        """The pack that a sheet from a file was answered under where it is kept, else the current one."""
        return self.find(sheet.pack_hash) or self._current

    def notice(self, sheet: Sheet) -> str:
        """Which version a sheet from a file was answered under and is measured with; empty if the current."""
        return file_notice(sheet, self.find(sheet.pack_hash), self._current)
