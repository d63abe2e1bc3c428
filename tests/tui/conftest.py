"""What the app's tests share: English, unless a test says otherwise, and the same time zone everywhere."""

import random
import time
from collections.abc import Iterator

import pytest

from smcheck.words.language import use
from support.lateness import come_late
from support.stillness import use_stillness


def _use_zone() -> None:
    if hasattr(time, "tzset"):  # not on Windows, which reads the variable by itself
        time.tzset()


@pytest.fixture(autouse=True)
def _plain_surroundings(
    monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config, chance: random.Random
) -> Iterator[None]:
    for name in ("NO_COLOR", "TEXTUAL", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("TZ", "UTC")
    use_stillness(monkeypatch)
    # Nobody looks: a page need not wait for the next of 60 pictures a second until it is laid out.
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", 0.001)
    if pytestconfig.getoption("late"):
        come_late(monkeypatch, chance)
    _use_zone()
    use("en")
    yield
    use("en")
    monkeypatch.undo()
    _use_zone()
