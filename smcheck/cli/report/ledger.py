"""What reports a folder holds, and what each was made from: so that a long command can be taken up again.

It is a file in the folder with a line for each report, added once the report is written whole. A report whose
bytes are no longer those of its line was edited by somebody, and is never replaced unasked.
"""

import json
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from smcheck import __version__
from smcheck.pack.files import read_bytes
from smcheck.report.case import Case
from smcheck.report.formats.registry import Format
from smcheck.report.make import Style
from smcheck.sheet import dump_sheet
from smcheck.words.fault import Fault
from smcheck.words.language import _

FILE = ".smcheck-reports"
_MOST_BYTES = 64 * 1024 * 1024


class Ledger:
    """The reports of a folder; nothing is read or written before it is asked for.

    Raises:
        Fault: the ledger is there and cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self._lines = _read(self._file) if self._file.exists() else {}

    def is_current(self, path: Path, made_from: str) -> bool:
        """Whether a report is there and was made from just this; somebody may have edited it since."""
        line = self._lines.get(path.name)
        return line is not None and line.get("from") == made_from and path.is_file()

    def is_ours(self, path: Path) -> bool:
        """Whether a file is a report as it was made, so that it may be replaced by a newer one."""
        line = self._lines.get(path.name)
        if line is None or path.is_symlink() or not path.is_file():
            return False
        return line.get("content") == sha256(path.read_bytes()).hexdigest()

    def add(self, path: Path, made_from: str, content: bytes) -> None:
        """Note that a report was written.

        Raises:
            Fault: the ledger cannot be written.
        """
        line = {"file": path.name, "from": made_from, "content": sha256(content).hexdigest()}
        self._lines[path.name] = line
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        try:
            with os.fdopen(os.open(self._file, flags, 0o600), "wb") as file:
                # A line that was cut off before is ended first.
                file.write(b"\n" + json.dumps(line).encode() + b"\n")
        except OSError as error:
            text = _("cannot be written ({reason})").format(reason=error.strerror)
            raise Fault(text, file=str(self._file)) from None


def _read(file: Path) -> dict[str, dict[str, Any]]:
    """The last line of each report, by its name; what is no line is passed over."""
    lines = {}
    for text in read_bytes(file, _MOST_BYTES).splitlines():
        with suppress(ValueError, RecursionError):
            line = json.loads(text)
            if isinstance(line, dict) and isinstance(line.get("file"), str):
                lines[line["file"]] = line
    return lines


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
