"""What the system says, in the language in use."""

import errno
import os
from collections.abc import Iterator

import pytest

from smcheck.words.language import language, use
from smcheck.words.system_error import system_reason


@pytest.fixture(autouse=True)
def language_back() -> Iterator[None]:
    """The language as it was."""
    before = language()
    yield
    use(before)


SAID = {
    errno.EACCES: "keine Berechtigung",
    errno.ENOENT: "Datei oder Ordner nicht gefunden",
    errno.ENOSPC: "kein Platz mehr auf dem Datenträger",
    errno.EROFS: "der Datenträger ist schreibgeschützt",
}


@pytest.mark.parametrize("code", SAID)
def test_what_is_known_is_translated(code: int) -> None:
    """Neither the number nor the file, which stands before it, is said with it."""
    error = OSError(code, os.strerror(code), "x.json")
    assert system_reason(error) == os.strerror(code)
    use("de")
    assert system_reason(error) == SAID[code]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.EXDEV, "Invalid cross-device link", "x.json"), "Invalid cross-device link"),
        (ValueError("embedded null byte"), "embedded null byte"),
        (OSError("odd"), "odd"),
        (OSError(), "OSError"),
    ],
)
def test_what_is_not_known_is_said_as_it_is(error: Exception, said: str) -> None:
    """The system's own words are better than none."""
    use("de")
    assert system_reason(error) == said
