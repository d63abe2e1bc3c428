"""What a newer version of a pack asks or scores otherwise."""

import shutil
from pathlib import Path

import pytest

from smcheck.pack import Difference, Pack, default_folder, differences, load_pack


def edited(folder: Path, file: str, old: str, new: str) -> Pack:
    """A copy of the shipped pack with one text replaced."""
    shutil.copytree(default_folder(), folder)
    path = folder / file
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), encoding="utf-8")
    return load_pack(folder)


def test_the_same_pack(pack: Pack) -> None:
    """A pack is no other than itself."""
    assert differences(pack, load_pack()) == ()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("en.toml", "Whoever feels like it", "Anybody who likes"),
        ("pack.toml", 'version = "2.0.0"', 'version = "2.0.1"'),
        ("pack.toml", "format = 2", "format  =  2"),
    ],
)
def test_texts_make_no_difference(pack: Pack, tmp_path: Path, file: str, old: str, new: str) -> None:
    """Another wording, number of version or layout of the file asks and scores the same."""
    newer = edited(tmp_path / "pack", file, old, new)

    assert newer.hash != pack.hash
    assert differences(pack, newer) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (
            "figures/documented.toml",
            "percent = 90",
            "percent = 80",
            [Difference("changed", "figure", "departments.marketing")],
        ),
        ("pack.toml", 'kind = "judged"', 'kind = "described"', [Difference("changed", "section", "team")]),
        (
            "pack.toml",
            'unless = [{ profile = "size", is = ["1-9"] }]\n',
            "",
            [Difference("changed", "rule", "cross_departmental")],
        ),
        (
            "pack.toml",
            'options = ["team", "agency", "nobody"]',
            'options = ["team", "agency", "nobody", "robot"]',
            [Difference("added", "option", "daily.robot")],
        ),
        (
            "pack.toml",
            '{ id = "agency" }',
            '{ id = "agency", favourable = "no" }',
            [Difference("changed", "item", "team.agency")],
        ),
        (
            "pack.toml",
            'support = ["pr", "sales"]',
            'support = ["pr"]',
            [Difference("changed", "need", "goals.awareness")],
        ),
        (
            "pack.toml",
            '{ count_of = "departments", min = 2 }',
            '{ count_of = "departments", min = 3 }',
            [Difference("changed", "rule", "cross_departmental")],
        ),
    ],
)
def test_what_is_asked_or_scored_otherwise(
    pack: Pack, tmp_path: Path, file: str, old: str, new: str, expected: list[Difference]
) -> None:
    """Each change of structure or figures is named once, by part and id."""
    newer = edited(tmp_path / "pack", file, old, new)

    assert list(differences(pack, newer)) == expected


def test_added_and_removed_are_mirror_images(pack: Pack, tmp_path: Path) -> None:
    """What is gone one way is new the other way."""
    newer = edited(tmp_path / "pack", "pack.toml", '{ id = "agency" },', '{ id = "agency" }, { id = "x" },')

    assert [Difference("added", "item", "team.x")] == list(differences(pack, newer))
    assert [Difference("removed", "item", "team.x")] == list(differences(newer, pack))
