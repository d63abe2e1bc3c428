"""``smcheck list``: the stored sheets, one a line. It needs no pack, and so it is quick."""

import argparse

from smcheck.cli.context import store_from, tell_nothing_stored
from smcheck.words.controls import clip, escape_controls
from smcheck.words.language import _
from smcheck.words.numbers import day


def run(options: argparse.Namespace) -> int:
    """Print id, day of the last change, state and names of each sheet, last changed first."""
    store = store_from(options)
    sheets = store.list_sheets()
    if not sheets:
        tell_nothing_stored(store)
    for sheet in sheets:
        state = _("result seen") if sheet.finished else _("result not seen")
        name = clip(sheet.organisation, 40) or "–"
        by = f" · {clip(sheet.respondent, 30)}" if sheet.respondent else ""
        print(f"{escape_controls(sheet.id)}  {day(sheet.modified):>11}  {state:<18}  {name}{by}")
    return 0
