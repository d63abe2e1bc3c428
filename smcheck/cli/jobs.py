"""What the names on a command line stand for: the sheets to be scored, not read yet."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from smcheck.cli.context import read_input
from smcheck.sheet.file import count_documents, documents
from smcheck.words.fault import Fault
from smcheck.words.language import _
from smcheck.words.system_error import system_reason

if TYPE_CHECKING:
    from smcheck.store import Store  # files are read without a store


class Job(NamedTuple):
    """One sheet to be scored: a part of a file, or a stored sheet, or a name that stands for neither.

    ``source`` is the place of the name on the command line, ``name`` what faults call the sheet. ``content``
    is the part of the file; without it ``name`` is the id of a stored sheet, unless there is a ``fault``.
    """

    source: int
    name: str
    content: bytes | None = None
    fault: Fault | None = None

    @property
    def size(self) -> int:
        """Bytes that are to be read."""
        return len(self.content or b"")


class Jobs:
    """The jobs of all names, in order; files are read one after the other.

    A name is that of a stored sheet where it is its whole id, else that of a file where there is one, else
    the beginning of an id. A name with a folder in it, such as ``./name``, or with the ending of a file of
    sheets is that of a file before it is that of a stored sheet.

    Args:
        names: of files and stored sheets, and ``-`` for standard input.
        store: gives the store; asked only for a name that may be an id.
    """

    def __init__(self, names: Sequence[str], store: "Callable[[], Store]") -> None:
        self._names = names
        self._store = store
        self._input: bytes | None = None
        self.given_up: set[int] = set()
        """The places of names of which no more jobs are wanted."""

    def count(self) -> int:
        """How many jobs there will be, or a few more."""
        total = 0
        for name in self._names:
            try:
                total += count_documents(self._read(name, keep=True)) if self._is_file(name) else 1
            except Fault:
                total += 1
        return total

    def __iter__(self) -> Iterator[Job]:
        for source, name in enumerate(self._names):
            try:
                yield from self._jobs(source, name)
            except Fault as fault:
                yield Job(source, name, fault=fault if fault.file else fault.within(name))

    def _jobs(self, source: int, name: str) -> Iterator[Job]:
        if self._is_file(name):
            file = _("standard input") if name == "-" else name
            for part, content in documents(self._read(name, keep=False), file):
                if source in self.given_up:
                    return
                yield Job(source, part, content)
        else:
            yield Job(source, self._find(name))

    def _find(self, name: str) -> str:
        """The id of the stored sheet that a name stands for; Fault where it is no file's name either."""
        from smcheck.store import Absent  # files are read without a store

        close = ""
        try:
            if not _is_path(name):
                return self._store().find(name)
            if self._is_id(name):
                return name
        except Absent as fault:
            close = fault.nearest
        raise Fault(_("no such file and no such stored sheet"), file=name, nearest=close)

    def _read(self, name: str, *, keep: bool) -> bytes:
        """The bytes of a file; standard input can be read once only, and is kept where it is needed again."""
        if name != "-":
            return read_input(name)
        content = read_input(name) if self._input is None else self._input
        self._input = content if keep else b""
        return content

    def _is_file(self, name: str) -> bool:
        """Whether a name is that of a file, or standard input.

        Raises:
            Fault: neither a file nor a stored sheet can have it.
        """
        try:
            there = name == "-" or Path(name).exists()
        except OSError as error:
            if self._is_id(name):
                return False
            raise Fault(system_reason(error), file=name) from None
        return there and (_is_path(name) or not self._is_id(name))

    def _is_id(self, name: str) -> bool:
        """Whether this is the whole id of a stored sheet."""
        try:
            return self._store().find(name) == name
        except Fault:  # there is none, or a store that cannot be read, which a file does not need
            return False


def _is_path(name: str) -> bool:
    """Whether a name means a file rather than a stored sheet: it has a folder, or the ending of sheets."""
    return name == "-" or Path(name).name != name or name.endswith((".json", ".jsonl"))
