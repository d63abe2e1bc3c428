"""Lint of a pack's example, which is a sheet, so that the lint of packs cannot read it."""

from pathlib import Path

from smcheck.pack import load_pack
from smcheck.pack.checks.finding import Finding, error
from smcheck.pack.checks.remedies import remedy_for
from smcheck.sheet.example import example_sheet, has_example
from smcheck.words.fault import Fault
from smcheck.words.language import _


def example_findings(folder: Path) -> list[Finding]:
    """What is wrong with the example of the pack in ``folder``; nothing where there is none.

    A pack that cannot be loaded has findings of its own, and nothing to hold its example against.
    """
    try:
        pack = load_pack(folder)
    except Fault:
        return []
    if not has_example(pack):
        return []
    try:
        example_sheet(pack)
    except Fault as fault:
        return [error(fault.place, "example", fault.found, _fix(fault, pack.id)).within(fault.file)]
    return []


def _fix(fault: Fault, pack: str) -> str:
    if fault.place == "pack":
        return _("Write “{id}”, the pack's own id.").format(id=pack)
    if fault.expected:
        return remedy_for(fault)
    return _("Write it as “smcheck export” does, or take the file out.")
