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

# A slow machine is no fault of the code; a run in CI repeats the same examples, and tries more of them.
settings.register_profile("local", deadline=None, max_examples=40)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


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
    """The marks of our own; settings that are nobody's, so that no test touches those of whoever runs it."""
    # Garbage is looked for as rarely as in the program itself: a third of the time that the app's tests take.
    gc.set_threshold(ALLOCATIONS)
    # In the background, where a shell lets Ctrl-C be ignored, programs under test can still be interrupted.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ["SMCHECK_SETTINGS"] = str(Path(os.devnull, "settings.toml"))
    config.addinivalue_line(
        "markers", "rounds(short, long): how often a test of chance runs, without and with --long"
    )
    config.addinivalue_line(
        "markers", "sample(count): of the test's parameters so many run, by chance; in CI and with --long all"
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test with ``@pytest.mark.rounds(short=5, long=40)`` that often; ``round_`` counts from 0."""
    mark = metafunc.definition.get_closest_marker("rounds")
    if mark is not None:
        count = mark.kwargs["long" if metafunc.config.getoption("long") else "short"]
        metafunc.parametrize("round_", range(count))


@pytest.hookimpl(trylast=True)  # of what -k and the command line have left
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of the parameters of a test with ``@pytest.mark.sample(5)`` leave five by chance, each worker the same.

    What takes seconds for each of many pages, texts or files would keep whoever waits for the tests.
    """
    if config.getoption("long") or os.environ.get("CI"):
        return
    workers = getattr(config, "workerinput", {"testrunuid": random.SystemRandom().random()})
    seed = os.environ.get("SMCHECK_SEED", workers["testrunuid"])
    groups: dict[str, list[pytest.Item]] = {}
    for item in items:
        if item.get_closest_marker("sample"):
            groups.setdefault(item.nodeid.partition("[")[0], []).append(item)
    dropped = set()
    for name, group in groups.items():
        (count,) = next(group[0].iter_markers("sample")).args
        chance = random.Random(f"{seed} {name}")  # noqa: S311 - repeatable, not secret
        dropped |= {*group} - {*chance.sample(group, min(count, len(group)))}
    config.hook.pytest_deselected(items=sorted(dropped, key=items.index))
    items[:] = [item for item in items if item not in dropped]


@pytest.fixture
def long(pytestconfig: pytest.Config) -> bool:
    """Whether chance is to be tried often."""
    return bool(pytestconfig.getoption("long"))


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """Chance that can be repeated: SMCHECK_SEED set to the printed number gives the same again."""
    seed = os.environ.get("SMCHECK_SEED") or str(random.SystemRandom().randrange(1_000_000))
    print(f"SMCHECK_SEED={seed}")
    return random.Random(f"{seed} {request.node.name}")  # noqa: S311 - repeatable, not secret


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The pack that comes with smcheck."""
    return PACK


@pytest.fixture(scope="session")
def figures() -> FigureSet:
    """The documented figures."""
    return FIGURES
