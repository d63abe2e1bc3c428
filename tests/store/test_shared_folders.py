"""Folders that other computers write to as well: known by name or by file system, and warned of."""

from pathlib import Path

import pytest

from smcheck.store.shared_folders import find_sharing
from support.cli import EXAMPLE_FILE, program

MOUNTS = r"""/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
//server/share /mnt/our\040team cifs rw 0 0
server:/home /srv/homes nfs4 rw 0 0
/dev/sdb1 /srv/homes/local ext4 rw 0 0
sshfs#host: /mnt/host fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("home/a/.local/share/smcheck", ""),
        ("home/a/OneDrive/smcheck", "OneDrive"),
        ("home/a/OneDrive - Beispiel GmbH/smcheck", "OneDrive"),
        ("home/a/Dropbox (Beispiel)", "Dropbox"),
        ("home/a/Nextcloud/deep/er", "Nextcloud"),
        ("home/a/Library/Mobile Documents/x", "iCloud"),
        ("home/a/My Drive", "Google Drive"),
        ("home/a/dropboxes", ""),
        ("mnt/our team/sheets", "SMB"),
        ("mnt/our teams", ""),
        ("srv/homes/a", "NFS"),
        ("srv/homes/local/a", ""),
        ("mnt/host", "SSHFS"),
    ],
)
def test_find_sharing(tmp_path: Path, folder: str, expected: str) -> None:
    """The service that the folder is named after, or the file system that it is on."""
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS, encoding="utf-8")
    assert find_sharing(Path("/", folder, "sheets.db"), mounts) == expected


def test_without_a_table_of_mounts(tmp_path: Path) -> None:
    """On other systems names alone tell."""
    assert find_sharing(Path("/mnt/x/sheets.db"), tmp_path / "none") == ""
    assert find_sharing(Path("/mnt/Dropbox/sheets.db"), tmp_path / "none") == "Dropbox"


def test_one_warning_that_names_the_way_to_share(tmp_path: Path) -> None:
    """Who writes to such a store is told so once, with the remedy; who only reads is not."""
    store = tmp_path / "OneDrive" / "sheets.db"
    outcome = program(tmp_path, "import", str(EXAMPLE_FILE), store=store)
    assert outcome.code == 0
    assert outcome.err.count("OneDrive): two that write at once") == 1
    assert outcome.err.count("smcheck export") == 1
    assert program(tmp_path, "list", store=store).err == ""
