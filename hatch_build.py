"""Makes what the wheel holds and the repository does not: compiled translations, shell completions."""

import sys
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

    from smcheck.cli.completers import add_completers
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
