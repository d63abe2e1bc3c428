"""Many sheets scored on all cores, in order."""

import argparse
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from threading import Thread

from smcheck.cli.jobs import Job
from smcheck.cli.scorer import Scored, Scorer
from smcheck.words.fault import Fault
from smcheck.words.language import _, language, use

_CHUNK, _CHUNK_BYTES = 10, 64 * 1024
"""Jobs that a process is given at once, and bytes that they have at most, but for a single one: few enough
that an interruption need not wait for them, many enough that handing them over takes no time."""

_scorer: Scorer
"""A process's own, made when it begins."""


def cores() -> int:
    """How many processes can work at once."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not every system can bind a process to some of its cores
        return os.cpu_count() or 1


def score_on_all_cores(
    options: argparse.Namespace, jobs: Iterable[Job], *, terminal: bool
) -> Iterator[Scored]:
    """What comes of each job, in the order of the jobs.

    Raises:
        Fault: a process was ended from outside.
    """
    pool = _start(options, terminal=terminal)
    waiting: deque[Future[list[Scored]]] = deque()
    try:
        for chunk in _chunks(jobs):
            waiting.append(pool.submit(_score_chunk, chunk))
            if len(waiting) > 2 * cores():
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool:
        raise Fault(_("a process that was scoring has ended")) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _start(options: argparse.Namespace, *, terminal: bool) -> ProcessPoolExecutor:
    """The processes, all of them started.

    Ctrl-C goes to every process of a terminal, and this one alone is to end the work: the others ignore it
    from their first moment on, as this one does while it starts them.
    """
    pool = ProcessPoolExecutor(cores(), initializer=_begin, initargs=(options, terminal, language()))
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pool.submit(_score_chunk, [])
    finally:
        signal.signal(signal.SIGINT, before)
    return pool


def _chunks(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    chunk: list[Job] = []
    size = 0
    for job in jobs:
        chunk.append(job)
        size += job.size
        if len(chunk) == _CHUNK or size > _CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


# ── in the other processes ────────────────────────────────────────────────────────────────────


def _begin(options: argparse.Namespace, terminal: bool, code: str) -> None:
    global _scorer  # noqa: PLW0603 - a process has one
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    use(code)
    _scorer = Scorer(options, terminal=terminal)


def _end_with_parent() -> None:
    """End this process once the one that started it has, however it was: nobody would ever give it work."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _score_chunk(jobs: list[Job]) -> list[Scored]:
    return [_scorer.score(job) for job in jobs]
