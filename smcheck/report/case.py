"""A case: one sheet together with everything that a report on it is made from."""

from dataclasses import dataclass
from functools import cached_property

from smcheck.advice import Advice, advise
from smcheck.pack import FigureSet, Pack, Texts
from smcheck.scoring import Result, assess
from smcheck.sheet import Sheet
from smcheck.words.language import language as language_in_use


@dataclass(frozen=True)
class Case:
    """One sheet, the pack and the figures it is measured with, its result and the advice on it."""

    pack: Pack
    figures: FigureSet
    sheet: Sheet
    result: Result
    advice: Advice
    language: str
    """The language of the report, as an ISO 639 code."""

    @cached_property
    def texts(self) -> Texts:
        """The pack's texts in the report's language; the result as JSON does without them.

        Raises:
            Fault: the file of texts does not fit.
        """
        return self.pack.texts(self.language)


def open_case(pack: Pack, sheet: Sheet, figures: str = "documented", language: str | None = None) -> Case:
    """The case of a sheet, measured with the figure set of this name, in the language in use.

    Raises:
        Fault: there is no such figure set, or its file does not fit.
    """
    figure_set = pack.figures(figures)
    result = assess(pack, figure_set, sheet)
    return Case(
        pack=pack,
        figures=figure_set,
        sheet=sheet,
        result=result,
        advice=advise(pack, figure_set, sheet, result),
        language=language or language_in_use(),
    )
