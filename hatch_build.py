"""Makes what the wheel holds and the repository does not: compiled translations, shell completions."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BASH_COMPLETION = "bash-completion/completions/smcheck"
"""Where bash looks for the script, below the folder for data."""


class Hook(BuildHookInterface[Any]):
    """Runs before the wheel is put together, for editable installs too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the interface's names
        """Write the files into the package, from where the wheel takes them."""
        root = Path(self.root)
        compile_catalogues(root)
        sys.path.insert(0, str(root))
        try:
            write_completions(root)
        finally:
            sys.path.remove(str(root))


def compile_catalogues(root: Path) -> None:
    """Compile each ``.po`` to the ``.mo`` beside it, by the command that CONTRIBUTING names."""
    from babel.messages.frontend import CommandLineInterface

    command = ["pybabel", "compile", "-D", "smcheck", "-d", str(root / "smcheck" / "locale")]
    CommandLineInterface().run(command)  # type: ignore[no-untyped-call]  # babel gives it no types


def write_completions(root: Path) -> None:
    """Write the completion script of each shell in each language."""
    import shtab

    from smcheck.cli.parser import build_parser
    from smcheck.words.language import LANGUAGES, use

    folder = root / "smcheck" / "completions"
    folder.mkdir(exist_ok=True)
    figure_sets = sorted(
        file.stem for file in (root / "questions" / "social-media" / "figures").glob("*.toml")
    )
    for language in LANGUAGES:
        use(language)
        for shell in ("bash", "zsh", "fish"):
            parser = build_parser()
            add_completers(parser, figure_sets)
            script = _with_place(shtab.complete(parser, shell=shell), shell)
            (folder / f"{language}.{shell}").write_text(script + "\n", encoding="utf-8")


def _with_place(script: str, shell: str) -> str:
    """The script with a header that names the place where bash looks for it by itself, as the README does."""
    if shell != "bash":
        return script
    first, _newline, rest = script.partition("\n")
    lines = rest.split("\n")
    while lines and lines[0].startswith("#"):
        del lines[0]
    place = f"# Its place: ~/.local/share/{BASH_COMPLETION}; a new shell finds it there by itself."
    return "\n".join([first, place, *lines])


# ── what is completed ─────────────────────────────────────────────────────────────────────────

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
    "brand": FILES,
    "template": FILES,
    "files": FILES,
    "pack": FOLDERS,
    "folders": FOLDERS,
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
    for action in parser._actions:  # argparse gives no other way to them, and shtab takes it too
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)
        yield action
