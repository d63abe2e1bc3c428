"""A sheet assessed: everything that its answers say by themselves."""

from collections.abc import Mapping
from dataclasses import dataclass

from smcheck.pack import FigureSet, Pack
from smcheck.scoring.benchmark import Benchmark, benchmark
from smcheck.scoring.completeness import Completeness, completeness
from smcheck.scoring.needs import Needs, find_needs
from smcheck.scoring.sections import DescribedSection, describe, judge
from smcheck.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Result:
    """What to do about it is in ``smcheck.advice``; ``figures`` is the id of the set it is held against."""

    benchmark: Benchmark
    described: Mapping[str, DescribedSection]
    needs: Needs
    completeness: Completeness
    figures: str


def assess(pack: Pack, figures: FigureSet, sheet: Sheet) -> Result:
    """The result of a sheet, held against a figure set.

    The same answers give the same result, in whatever order they were given. An absent answer counts like
    ``unknown`` in every range.
    """
    judged = [section.id for section in pack.sections if section.kind == "judged"]
    described = [section.id for section in pack.sections if section.kind == "described"]
    return Result(
        benchmark=benchmark({id_: judge(pack, figures, sheet, id_) for id_ in judged}),
        described={id_: describe(pack, figures, sheet, id_) for id_ in described},
        needs=find_needs(pack, sheet),
        completeness=completeness(pack, sheet),
        figures=figures.id,
    )
