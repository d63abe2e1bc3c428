"""What the app's tests share: English, unless a test says otherwise, and the same time zone everywhere."""

import time
from collections.abc import Iterator

import pytest

from smcheck.words.language import use


def _use_zone() -> None:
    if hasattr(time, "tzset"):  # not on Windows, which reads the variable by itself
        time.tzset()


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("NO_COLOR", "TEXTUAL", "COLORTERM", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("TZ", "UTC")
    # After each key Textual waits until nothing happens, at least this long: 20 ms, twice a key.
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 0.005)
    monkeypatch.setattr("textual._wait.SLEEP_IDLE", 0.00025)
    _use_zone()
    use("en")
    yield
    use("en")
    monkeypatch.undo()
    _use_zone()
