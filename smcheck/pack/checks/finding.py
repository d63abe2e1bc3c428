"""One thing that an author should mend."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from smcheck.words.controls import escape_controls
from smcheck.words.language import _

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault (``error``: the pack is wrong) or a doubt (``warning``: it works, and should be better).

    ``place`` is a path of keys such as ``questions[2].items`` or ``line 3, column 1``, empty where the whole
    file is meant. ``rule`` is a permanent short id, ``message`` a sentence without a full stop, ``fix`` a
    sentence with one. ``file`` is the file's path as the folder was given, which who reads the file adds.
    """

    severity: Severity
    place: str
    rule: str
    message: str
    fix: str
    file: str = ""

    def within(self, file: str) -> "Finding":
        """The same finding with the name of the file that it was found in."""
        return replace(self, file=file)


def error(place: str, rule: str, message: str, fix: str) -> Finding:
    """A fault."""
    return Finding("error", place, rule, message, fix)


def warning(place: str, rule: str, message: str, fix: str) -> Finding:
    """A doubt."""
    return Finding("warning", place, rule, message, fix)


def stray(place: str, key: str, beside: str) -> Finding:
    """A key that nothing looks at where it stands."""
    return error(
        place,
        "stray-key",
        _("“{key}” means nothing beside {form}").format(key=key, form=beside),
        _("Take it out."),
    )


def format_finding(finding: Finding) -> str:
    """One line: ``file: place: [rule] message. fix``."""
    where = ": ".join(escape_controls(part) for part in (finding.file, finding.place) if part)
    return f"{where}: [{finding.rule}] {escape_controls(finding.message)}. {escape_controls(finding.fix)}"


def order(finding: Finding) -> tuple[object, ...]:
    """The key to sort by: file, then place with ``[10]`` after ``[9]``, then rule."""
    parts = re.split(r"(\d+)", finding.place)
    # A number is compared by its length first; a key may be longer than any number that can be read.
    place = tuple((len(part), part) if index % 2 else part for index, part in enumerate(parts))
    return finding.file, place, finding.rule, finding.message


def around(place: str) -> Iterator[str]:
    """The place itself, and every place that it lies in, outermost first."""
    for end in re.finditer(r"[.\[]|$", place):
        yield place[: end.start()]
