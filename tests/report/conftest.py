"""What the report's tests share: English, unless a test says otherwise."""

from collections.abc import Iterator

import pytest

from smcheck.words.language import use


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LANGUAGE", "en")
    use("en")
    yield
    use("en")
    monkeypatch.undo()
