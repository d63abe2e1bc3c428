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


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The pack that comes with smcheck."""
    return PACK


@pytest.fixture(scope="session")
def figures() -> FigureSet:
    """The documented figures."""
    return FIGURES
