"""What the tests of faults share: how often chance is tried, and what it starts from."""

import os
import random

import pytest


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test with ``@pytest.mark.rounds(short=5, long=40)`` that often; ``round_`` counts from 0."""
    mark = metafunc.definition.get_closest_marker("rounds")
    if mark is not None:
        count = mark.kwargs["long" if metafunc.config.getoption("long") else "short"]
        metafunc.parametrize("round_", range(count))


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """Chance that can be repeated: SMCHECK_SEED set to the printed number gives the same again."""
    seed = os.environ.get("SMCHECK_SEED") or str(random.SystemRandom().randrange(1_000_000))
    print(f"SMCHECK_SEED={seed}")
    return random.Random(f"{seed} {request.node.name}")  # noqa: S311 - repeatable, not secret
