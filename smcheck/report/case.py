"""Everything that one page of results is made from."""

from dataclasses import dataclass

from smcheck.advice import Advice, advise
from smcheck.pack import FigureSet, Pack, Texts
from smcheck.scoring import Result, assess
from smcheck.sheet import Sheet
from smcheck.words.language import language as language_in_use


@dataclass(frozen=True, slots=True)
class Case:
    """One sheet, what it is measured against, and its result and advice."""

    pack: Pack
    texts: Texts
    figures: FigureSet
    sheet: Sheet
    result: Result
    advice: Advice


def open_case(pack: Pack, sheet: Sheet, figures: str = "documented", language: str | None = None) -> Case:
    """The case of a sheet, measured against the figure set of this name, in the language in use.

    Raises:
        Fault: there is no such figure set, or a file of the pack does not fit.
    """
    figure_set = pack.figures(figures)
    result = assess(pack, figure_set, sheet)
    return Case(
        pack=pack,
        texts=pack.texts(language or language_in_use()),
        figures=figure_set,
        sheet=sheet,
        result=result,
        advice=advise(pack, figure_set, sheet, result),
    )
