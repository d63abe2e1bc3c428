"""Folders that are not this computer's alone: kept in step by a service, or on the network.

SQLite's locks do not hold there, and a service may put back an older state of the file or keep two.
"""

import os
import re
from pathlib import Path, PurePath

_SERVICES = {
    "OneDrive": r"onedrive( - .*)?",
    "Dropbox": r"dropbox( \(.*\))?",
    "Nextcloud": r"nextcloud\d*",
    "ownCloud": r"owncloud\d*",
    "Google Drive": r"google ?drive|googledrive-.*|my drive",
    "iCloud": r"iclouddrive|com~apple~clouddocs|mobile documents",
    "Syncthing": r"syncthing",
}
"""What the folder of a service is called on any platform."""
_NETWORK = {
    "cifs": "SMB",
    "smb3": "SMB",
    "smbfs": "SMB",
    "nfs": "NFS",
    "nfs4": "NFS",
    "afpfs": "AFP",
    "webdav": "WebDAV",
    "davfs": "WebDAV",
    "fuse.davfs2": "WebDAV",
    "fuse.sshfs": "SSHFS",
    "fuse.rclone": "rclone",
}
"""File systems of the network."""
_MOUNTS = Path("/proc/mounts")


def find_sharing(path: Path, mounts: Path = _MOUNTS) -> str:
    """The service or protocol that shares the folder of a file, such as ``OneDrive`` or ``SMB``; else empty.

    Args:
        path: the file, which need not exist.
        mounts: the table of what is mounted where, as Linux has it.
    """
    try:
        place = Path(os.path.realpath(path))
    except (OSError, ValueError):  # a folder that is gone, a name that no file can have: who opens it is told
        return ""
    return _service(place) or _network(place, mounts)


def _service(place: PurePath) -> str:
    for folder in place.parent.parts:
        for name, pattern in _SERVICES.items():
            if re.fullmatch(pattern, folder, re.IGNORECASE):
                return name
    return ""


def _network(place: Path, mounts: Path) -> str:
    if place.drive.startswith("\\\\"):  # \\server\share
        return "SMB"
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""  # another system, where this cannot be told
    found = ""
    longest = -1
    for line in lines:
        _device, point, kind, *_rest = line.split(" ")
        folder = Path(re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), point))
        if place.is_relative_to(folder) and len(folder.parts) >= longest:
            longest = len(folder.parts)
            found = _NETWORK.get(kind, "")
    return found
