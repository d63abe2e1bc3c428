"""What all tests share: the shipped pack, its figures, chance, and how often and long it is tried."""

import gc
import os
import random
import signal
from pathlib import Path

import pytest
from hypothesis import settings

from smcheck.cli import ALLOCATIONS
from smcheck.pack import FigureSet, Pack
from support.builders import FIGURES, PACK

CI = bool(os.environ.get("CI"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options of our own.

    ``pytest tests/cli/test_golden.py --golden-update`` writes the golden files anew; ``pytest --long`` tries
    chance often; ``pytest --late tests/tui`` keeps the app waiting for its own messages.
    """
    parser.addoption("--golden-update", action="store_true", help="write the golden files anew")
    parser.addoption(
        "--late", action="store_true", help="let the app's messages come late, as on a loaded machine"
    )
    parser.addoption(
        "--long", action="store_true", help="try chance often: hundreds of kills, thousands of damages"
    )


def pytest_xdist_auto_num_workers() -> int:
    """Three workers for two cores: the tests of whole programs mostly wait for them."""
    cores = os.cpu_count() or 1
    return cores + (cores + 1) // 2


def pytest_configure(config: pytest.Config) -> None:
    """One seed for all workers; how much is tried; settings, signals and garbage as the tests need them."""
    os.environ.setdefault("SMCHECK_SEED", str(random.SystemRandom().randrange(1_000_000)))
    os.environ["SMCHECK_SETTINGS"] = str(Path(os.devnull, "settings.toml"))  # of nobody who runs the tests
    # A slow machine is no fault of the code; a run in CI repeats the same examples.
    settings.register_profile(
        "smcheck", deadline=None, derandomize=CI, max_examples=100 if _whole(config) else 40
    )
    settings.load_profile("smcheck")
    # Garbage is looked for as rarely as in the program itself: a third of the time that the app's tests take.
    gc.set_threshold(ALLOCATIONS)
    # What is run in the background ignores Ctrl-C, and so would the programs that it starts; a signal that is
    # handled is not handed down.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    config.addinivalue_line(
        "markers", "rounds(short, long, ci): how often a test of chance runs, with --long, and in CI"
    )
    config.addinivalue_line(
        "markers", "sample(count): of the test's parameters so many run, by chance; in CI and with --long all"
    )


def _whole(config: pytest.Config) -> bool:
    """Whether all is tried that a person at work would wait for too long."""
    return CI or bool(config.getoption("long"))


def pytest_report_header(config: pytest.Config) -> str:
    """What chance depends on."""
    part = "" if _whole(config) else "; a sample of what takes long, all of it with CI=true or --long"
    return f"SMCHECK_SEED={os.environ['SMCHECK_SEED']}{part}"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test with ``@pytest.mark.rounds(short=5, long=40)`` that often; ``round_`` counts from 0."""
    mark = metafunc.definition.get_closest_marker("rounds")
    if mark is not None:
        often = (
            "long" if metafunc.config.getoption("long") else "ci" if CI and "ci" in mark.kwargs else "short"
        )
        metafunc.parametrize("round_", range(mark.kwargs[often]))


@pytest.hookimpl(trylast=True)  # of what -k and the command line have left
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of the parameters of a test with ``@pytest.mark.sample(5)`` leave five by chance, each worker the same.

    What takes seconds for each of many pages, texts or files would keep whoever waits for the tests. Tests
    that are run again because they failed are all run.
    """
    if _whole(config) or any(config.getoption(name, False) for name in ("lf", "failedfirst", "stepwise")):
        return
    groups: dict[str, list[pytest.Item]] = {}
    for item in items:
        if item.get_closest_marker("sample"):
            groups.setdefault(item.nodeid.partition("[")[0], []).append(item)
    dropped = set()
    for name, group in groups.items():
        (count,) = next(group[0].iter_markers("sample")).args
        dropped |= {*group} - {*chance_of(name).sample(group, min(count, len(group)))}
    config.hook.pytest_deselected(items=[item for item in items if item in dropped])
    items[:] = [item for item in items if item not in dropped]


def chance_of(name: str) -> random.Random:
    """What chance is for a test: the same again where SMCHECK_SEED is."""
    return random.Random(f"{os.environ['SMCHECK_SEED']} {name}")  # noqa: S311 - repeatable, not secret


@pytest.fixture
def long(pytestconfig: pytest.Config) -> bool:
    """Whether chance is to be tried often."""
    return bool(pytestconfig.getoption("long"))


@pytest.fixture
def whole(pytestconfig: pytest.Config) -> bool:
    """Whether all is tried that a person at work would wait for too long: in CI and with ``--long``."""
    return _whole(pytestconfig)


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """Chance that can be repeated: SMCHECK_SEED set to the printed number gives the same again."""
    print(f"SMCHECK_SEED={os.environ['SMCHECK_SEED']}")
    return chance_of(request.node.name)


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The pack that comes with smcheck."""
    return PACK


@pytest.fixture(scope="session")
def figures() -> FigureSet:
    """The documented figures."""
    return FIGURES
