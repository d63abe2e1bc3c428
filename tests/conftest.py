"""What all tests share: the shipped pack, its figures, and how long properties may take."""

import os

import pytest
from builders import FIGURES, PACK
from hypothesis import settings

from smcheck.pack import FigureSet, Pack

# A slow machine is no fault of the code; a run in CI repeats the same examples.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options of our own.

    ``pytest tests/cli/test_golden.py --golden-update`` writes the golden files anew; ``pytest --long`` tries
    chance often.
    """
    parser.addoption("--golden-update", action="store_true", help="write the golden files anew")
    parser.addoption(
        "--long", action="store_true", help="try chance often: hundreds of kills, thousands of damages"
    )


def pytest_configure(config: pytest.Config) -> None:
    """The marks of our own."""
    config.addinivalue_line(
        "markers", "rounds(short, long): how often a test of chance runs, without and with --long"
    )


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The pack that comes with smcheck."""
    return PACK


@pytest.fixture(scope="session")
def figures() -> FigureSet:
    """The documented figures."""
    return FIGURES
