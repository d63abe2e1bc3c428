"""The files of a pack as editors and shells on Windows write them."""

import shutil
from pathlib import Path

import pytest

from smcheck.pack import default_folder, load_pack
from smcheck.words.fault import Fault
from support.cli import program

FILES = ["pack.toml", "en.toml", "figures/documented.toml"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped pack."""
    target = tmp_path / "pack"
    shutil.copytree(default_folder(), target)
    return target


def read_all(folder: Path) -> None:
    """Read every file that a result needs."""
    pack = load_pack(folder)
    pack.figures()
    pack.texts("en")


def test_a_byte_order_mark_is_no_fault(tmp_path: Path, folder: Path) -> None:
    """Files with one are read like others, by the program and by its lint."""
    for name in FILES:
        file = folder / name
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    linted = program(tmp_path, "lint", str(folder))
    assert (linted.code, linted.out) == (0, "")
    done = program(tmp_path, "example", "--pack", str(folder))
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize("name", FILES)
def test_utf_16_is_named(folder: Path, name: str) -> None:
    """A file in UTF-16 is called so, with what helps."""
    file = folder / name
    file.write_bytes(file.read_text("utf-8").encode("utf-16"))
    with pytest.raises(Fault, match="UTF-16, not UTF-8") as caught:
        read_all(folder)
    assert (caught.value.file, "PowerShell" in caught.value.expected) == (str(file), True)
