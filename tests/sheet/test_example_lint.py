"""The example of a pack is looked at by lint: a sheet of this pack, or a finding that says what it is."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from smcheck.cli import main
from smcheck.sheet.lint import example_findings
from support.cli import EXAMPLE_FILE

Change = Callable[[str], str]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of the shipped pack."""
    return Path(shutil.copytree(EXAMPLE_FILE.parent, tmp_path / "own"))


def test_the_shipped_example(own: Path) -> None:
    """It is in order, and so is a pack without one."""
    assert example_findings(own) == []
    (own / "example.json").unlink()
    assert example_findings(own) == []


@pytest.mark.parametrize(
    ("change", "place", "message", "fix"),
    [
        (lambda text: text[:40], "line ", "not JSON", "Write it as “smcheck export” does"),
        (
            lambda text: text.replace('"awareness"', '"awarenes"'),
            "answers.goals.awarenes",
            "unknown item “awarenes”",
            "Write “awareness”, or else one of: awareness, ",
        ),
        (
            lambda text: text.replace('"pack": "social-media"', '"pack": "other"'),
            "pack",
            "unknown pack “other”",
            "Write “social-media”, the pack's own id.",
        ),
        (lambda _text: "[]", "", "found []", "Expected: an object {…}."),
    ],
)
def test_an_example_at_fault(
    own: Path, capsys: pytest.CaptureFixture[str], change: Change, place: str, message: str, fix: str
) -> None:
    """File, place, rule and remedy are named, and the command says that the pack is wrong."""
    file = own / "example.json"
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
    (finding,) = example_findings(own)
    assert (finding.severity, finding.file, finding.rule) == ("error", str(file), "example")
    assert finding.message.startswith(message)
    assert finding.fix.startswith(fix)
    assert finding.place.startswith(place)
    assert main(["--lang", "en", "lint", str(own)]) == 1
    assert f"{file}: " in capsys.readouterr().out


def test_a_pack_that_cannot_be_loaded(own: Path) -> None:
    """There is nothing to hold the example against; the pack's own findings come first."""
    (own / "pack.toml").write_text("id = 3", encoding="utf-8")
    (own / "example.json").write_text("{", encoding="utf-8")
    assert example_findings(own) == []


def test_an_example_that_leads_nowhere(own: Path) -> None:
    """A link to nothing is no missing example: it is told."""
    file = own / "example.json"
    file.unlink()
    file.symlink_to("nowhere")
    (finding,) = example_findings(own)
    assert (finding.rule, finding.message.startswith("cannot be read")) == ("example", True)
    assert finding.fix == "Write it as “smcheck export” does, or take the file out."
