"""What a shell completes where the command line takes a file, a folder, a stored sheet or a figure set.

Wanted while the wheel is built only: each value is what shtab puts into the script of a shell.
"""

import argparse
from collections.abc import Iterator, Sequence
from typing import Any

_LIST = "smcheck list 2>/dev/null"
"""Stored sheets, a line each that begins with the id; of the store that is used without ``--store``."""

FILES = {"bash": "_shtab_compgen_files", "zsh": "_files", "fish": "(__fish_complete_path)"}
FOLDERS = {"bash": "_shtab_compgen_dirs", "zsh": "_files -/", "fish": "(__fish_complete_directories)"}
IDS = {
    "bash": "_smcheck_ids",
    "zsh": "_smcheck_ids",
    "fish": f"({_LIST} | string replace --regex ' .*' '')",
    "preamble": {
        "bash": f'_smcheck_ids() {{ compgen -W "$({_LIST} | cut -d\' \' -f1)" -- "$1"; }}',
        "zsh": f'_smcheck_ids() {{ compadd -- ${{${{(f)"$({_LIST})"}}%% *}}; }}',
    },
}
FILES_AND_IDS = {
    "bash": "_smcheck_files_and_ids",  # with “file” in its name, so that the script takes it for one of files
    "zsh": "_smcheck_files_and_ids",
    "fish": f"(__fish_complete_path; {_LIST} | string replace --regex ' .*' '')",
    "preamble": {
        "bash": '_smcheck_files_and_ids() { compgen -f -- "$1"; _smcheck_ids "$1"; }',
        "zsh": "_smcheck_files_and_ids() { _alternative 'files:file:_files' 'ids:id:_smcheck_ids'; }",
    },
}
_BY_DEST: dict[str, dict[str, Any]] = {
    "store": FILES,
    "output": FILES,
    "files": FILES,
    "pack": FOLDERS,
    "paths": FILES,
    "id": IDS,
    "ids": IDS,
    "sheets": FILES_AND_IDS,
}


def add_completers(parser: argparse.ArgumentParser, figure_sets: Sequence[str]) -> None:
    """Tell shtab what each argument of a command line takes, in the commands as well."""
    sets = " ".join(figure_sets)
    by_dest = _BY_DEST | {
        "figures": {
            "bash": "_smcheck_sets",
            "zsh": f"({sets})",
            "fish": sets,
            "preamble": {"bash": f"_smcheck_sets() {{ compgen -W '{sets}' -- \"$1\"; }}"},
        }
    }
    for action in _actions(parser):
        if action.dest in by_dest:
            action.complete = by_dest[action.dest]  # type: ignore[attr-defined]


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)
        yield action
