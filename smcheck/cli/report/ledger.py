"""What reports a folder holds, and what each was made from: so that a long command can be taken up again.

It is a file in the folder with a line for each report, added before the report is written: whenever that is
broken off, each report that is there has its line. A report whose bytes are those of none of its lines was
edited by somebody, and is never replaced unasked.
"""

import json
import os
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from smcheck import __version__
from smcheck.files.reading import read_bytes, unreadable
from smcheck.files.writing import append_line
from smcheck.report.case import Case
from smcheck.report.formats.registry import Format
from smcheck.report.make import Style
from smcheck.sheet import dump_sheet
from smcheck.words.system_error import system_reason

FILE = ".smcheck-reports"
_MOST_BYTES = 64 * 1024 * 1024


class Line(NamedTuple):
    """A report: hashes of whose it is, of what it was made from, and of its bytes."""

    sheet: str
    made_from: str
    content: str


class Ledger:
    """The reports of a folder; their names are the same whatever the case of letters, as on many disks.

    Raises:
        Fault: the ledger is there and cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self._lines: defaultdict[str, list[Line]] = defaultdict(list)
        if os.path.lexists(self._file):
            for name, line in _read(self._file):
                self._lines[name.casefold()].append(line)

    def may_hold(self, path: Path, sheet: str, made_from: str) -> bool:
        """Whether a name is free for a sheet's report: nobody's, its own, or that of just this report."""
        line = self._last_line(path)
        return line is None or line.sheet in {"", sheet} or line.made_from == made_from

    def is_current(self, path: Path, made_from: str) -> bool:
        """Whether a report is there and was made from just this; somebody may have edited it since.

        Raises:
            Fault: it cannot be read.
        """
        if not _is_file(path):
            return False
        line = self._line_of(path) or self._last_line(path)
        return line is not None and line.made_from == made_from

    def is_ours(self, path: Path) -> bool:
        """Whether a file is a report as it was made, so that it may be replaced by a newer one.

        Raises:
            Fault: it cannot be read.
        """
        return _is_file(path) and not path.is_symlink() and self._line_of(path) is not None

    def holds(self, path: Path) -> bool:
        """Whether there is a file with the name of a report.

        Raises:
            Fault: that cannot be known.
        """
        return self._last_line(path) is not None and _is_file(path)

    def _line_of(self, path: Path) -> Line | None:
        """The last line of a file that has just these bytes."""
        content = sha256(read_bytes(path, _MOST_BYTES)).hexdigest()
        lines = self._lines[path.name.casefold()]
        return next((line for line in reversed(lines) if line.content == content), None)

    def _last_line(self, path: Path) -> Line | None:
        return next(reversed(self._lines[path.name.casefold()]), None)

    def add(self, path: Path, sheet: str, made_from: str, content: bytes) -> None:
        """Note a report of a sheet that is about to be written.

        Raises:
            Fault: the ledger cannot be written.
        """
        line = Line(sheet, made_from, sha256(content).hexdigest())
        self._lines[path.name.casefold()].append(line)
        text = {"file": path.name, "sheet": sheet, "from": line.made_from, "content": line.content}
        append_line(self._file, json.dumps(text))


def _is_file(path: Path) -> bool:
    """Whether there is a file; raises a fault where that cannot be known."""
    try:
        return path.is_file()
    except OSError as error:
        raise unreadable(system_reason(error), str(path)) from None


def _read(file: Path) -> Iterator[tuple[str, Line]]:
    """The names of reports and their lines, the oldest first; what is no line is passed over."""
    for text in read_bytes(file, _MOST_BYTES).splitlines():
        with suppress(ValueError, RecursionError, KeyError, TypeError):
            line = json.loads(text)
            yield str(line["file"]), Line(line.get("sheet", ""), line["from"], line["content"])


def fingerprint(case: Case, format_: Format, style: Style) -> str:
    """What a report is made from, as a hash: sheet, questionnaire, figures, language, format and style."""
    template = sha256(read_bytes(style.template, _MOST_BYTES)).hexdigest() if style.template else ""
    parts = (
        __version__,
        case.language,
        case.pack.hash,
        case.figures.id,
        json.dumps(dump_sheet(case.sheet, case.pack)),
        format_.name,
        style.table,
        template,
        repr(style.brand),
    )
    return sha256("\0".join(parts).encode("utf-8", errors="surrogatepass")).hexdigest()
