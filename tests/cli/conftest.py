"""What the command line's tests share: a store of their own, no wishes from outside, English afterwards."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from smcheck.cli import main
from smcheck.words.language import use
from support.cli import Outcome

Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    for name in [name for name in os.environ if name.startswith(("SMCHECK", "LC_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setenv("COLUMNS", "80")  # what argparse wraps its help at
    monkeypatch.setenv("SMCHECK_STORE", str(tmp_path / "store" / "sheets.db"))
    monkeypatch.setenv("SMCHECK_SETTINGS", str(tmp_path / "settings.toml"))
    monkeypatch.chdir(tmp_path)
    yield
    use("en")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line inside this process."""

    def run_(*arguments: str) -> Outcome:
        capsys.readouterr()
        code = main(arguments)
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return run_


@pytest.fixture
def store_file(tmp_path: Path) -> Path:
    """Where the commands keep sheets."""
    return tmp_path / "store" / "sheets.db"
