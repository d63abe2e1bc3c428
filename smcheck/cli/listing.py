"""``smcheck list``: the stored sheets, one a line."""

import argparse

from smcheck.cli.context import pack_from, store_from
from smcheck.cli.streams import print_stderr
from smcheck.words.language import _
from smcheck.words.numbers import day
from smcheck.words.visible import clip, visible


def run(options: argparse.Namespace) -> int:
    """Print id, day of the last change, state and names of each sheet, last changed first."""
    store = store_from(options)
    if not store.count():
        print_stderr(
            _("No sheet is stored yet. “smcheck new” starts one, “smcheck example” shows what comes of it.")
        )
        return 0
    from smcheck.report.state import listed_state  # not needed where there is none

    pack = pack_from(options)
    sheets = store.list_answers(pack)
    states = [listed_state(sheet, pack) for sheet in sheets]
    width = max(map(len, states), default=0)
    for summary, state in zip((sheet.summary for sheet in sheets), states, strict=True):
        name = clip(summary.organisation, 40) or "–"
        by = f" · {clip(summary.respondent, 30)}" if summary.respondent else ""
        print(f"{visible(summary.id)}  {day(summary.modified):>11}  {state:<{width}}  {name}{by}")
    return 0
