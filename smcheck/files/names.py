"""Names of files made of people's text: safe on every system, and still to be recognised."""

import re
import unicodedata

LONGEST = 180
"""Bytes that a name may take, its ending not counted; systems take 255 with it."""
_UNSAFE = re.compile(r"[^\w .,()&+\-]+")
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?")
"""What Windows takes for a device, whatever the ending."""


def safe_name(text: str, *, otherwise: str) -> str:
    """A name of letters, digits, blanks and a few signs, that begins with none of the signs.

    It cannot lead into another folder, be hidden, be an option of a command, or be a device of Windows.
    ``otherwise`` is the name where nothing is left of the text.
    """
    name = _UNSAFE.sub("-", unicodedata.normalize("NFC", text[:1000]))
    name = re.sub(r"\s+", " ", name).strip(" .-+&,_")
    # File systems count bytes, of which a character can take four.
    name = name.encode()[:LONGEST].decode(errors="ignore").rstrip(" .-+&,_")
    if not name:
        return otherwise
    return f"{name}_" if _DEVICES.fullmatch(name) else name
