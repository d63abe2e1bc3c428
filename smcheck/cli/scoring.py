"""``smcheck score``: results of sheet files and stored sheets."""

import argparse
import itertools
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from smcheck.cli.context import store_from
from smcheck.cli.jobs import Jobs
from smcheck.cli.output import write_output
from smcheck.cli.progress import Progress
from smcheck.cli.scorer import Scored, Scorer
from smcheck.sheet.file import MAX_FAULTS, too_many_faults

MANY = 500
"""Sheets above which all cores are used, and it is shown how far the work is."""
_BETWEEN = {"text": "\n\n", "json": ",\n", "jsonl": "", "markdown": "\n"}
"""What stands between two results."""


def run(options: argparse.Namespace) -> int:
    """Score every sheet; a fault in one is reported and the others are still scored."""
    writes_file = bool(options.output) and options.output != "-"
    terminal = sys.stdout.isatty() and not writes_file
    scorer = Scorer(options, terminal=terminal)
    jobs = Jobs(options.sheets, lambda: store_from(options))
    total = jobs.count()
    progress = Progress(total, shown=total > MANY)
    texts = _Texts(_score(options, scorer, jobs, total, terminal=terminal), jobs, progress)
    pieces = _results(options.format, texts)
    try:
        if writes_file:
            text = "".join(pieces)
            if text:
                write_output(Path(options.output), text, force=options.force)
        else:
            for piece in pieces:
                progress.make_room()
                sys.stdout.write(piece)
    finally:  # here, not where the texts come from: an interruption may find us beside them
        progress.clear()
    return 1 if texts.faults else 0


def _score(
    options: argparse.Namespace, scorer: Scorer, jobs: Jobs, total: int, *, terminal: bool
) -> Iterator[Scored]:
    """What comes of each job, in order."""
    if total > MANY:
        from smcheck.cli.pool import cores, score_on_all_cores  # not worth its time for a few sheets

        if cores() > 1:
            return score_on_all_cores(options, jobs, terminal=terminal)
    return map(scorer.score, jobs)


class _Texts:
    """The texts of the results, in order; faults and notices are said on the way, and how far the work is.

    A file with too many faults is no file of sheets: what follows in it is left out, and that is a fault.
    """

    def __init__(self, scored: Iterable[Scored], jobs: Jobs, progress: Progress) -> None:
        self._scored = scored
        self._jobs = jobs
        self._progress = progress
        self._faults: Counter[int] = Counter()

    @property
    def faults(self) -> int:
        """How many there were; all of them once the texts are at their end."""
        return self._faults.total()

    def __iter__(self) -> Iterator[str]:
        for scored in self._scored:
            yield from self._report(scored)
            self._progress.advance()

    def _report(self, scored: Scored) -> Iterator[str]:
        source, fault = scored.job.source, scored.fault
        if source in self._jobs.given_up:
            return
        if self._faults[source] == MAX_FAULTS:
            self._jobs.given_up.add(source)
            fault = f"smcheck: {too_many_faults(scored.job.name)}"
        elif scored.notice:
            self._progress.say(scored.notice)
        if fault:
            self._faults[source] += 1
            self._progress.say(fault)
        else:
            yield scored.text


def _results(format_: str, texts: _Texts) -> Iterator[str]:
    """The output piece by piece; JSON is one object, or a list where more than one sheet was given."""
    if format_ != "json":
        for number, text in enumerate(texts):
            yield (_BETWEEN[format_] if number else "") + text
        return
    # Whether it is a list shows with the second text; only the first one is held back for it.
    every = iter(texts)
    first = next(every, None)
    if first is None:
        return
    second = next(every, None)
    if second is None and not texts.faults:
        yield f"{first}\n"
        return
    yield f"[\n{first}"
    for text in filter(None, itertools.chain([second], every)):
        yield _BETWEEN["json"] + text
    yield "\n]\n"
