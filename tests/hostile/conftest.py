"""What the tests of hostile input share: an app that is waited for until it is at rest."""

import pytest

from support.stillness import use_stillness


@pytest.fixture(autouse=True)
def _at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    use_stillness(monkeypatch)
