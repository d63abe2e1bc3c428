"""smcheck: how a company organises social media, scored against documented survey figures.

As a library::

    from smcheck import advise, assess, load_pack, load_sheet

    pack = load_pack()
    sheet = load_sheet("beispiel.json", pack)
    figures = pack.figures()
    result = assess(pack, figures, sheet)
    print(result.benchmark.verdict, result.benchmark.score, result.needs.goals_covered)
    for step in advise(pack, figures, sheet, result).next_steps:
        print(step.kind, step.id, step.evidence)

Scores are exact :class:`fractions.Fraction` values on 0..100; nothing here needs a screen.
The names below are loaded when they are first used, so that ``smcheck --version`` waits for none of them.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smcheck.advice import Advice, advise
    from smcheck.pack import FigureSet, Pack, load_pack
    from smcheck.scoring import Count, Result, Span, assess
    from smcheck.sheet import Sheet, load_sheet, parse_sheet
    from smcheck.words.fault import Fault

__version__ = "1.0.0"

__all__ = [
    "Advice",
    "Count",
    "Fault",
    "FigureSet",
    "Pack",
    "Result",
    "Sheet",
    "Span",
    "__version__",
    "advise",
    "assess",
    "load_pack",
    "load_sheet",
    "parse_sheet",
]

_MODULES = {
    "Advice": "smcheck.advice",
    "advise": "smcheck.advice",
    "FigureSet": "smcheck.pack",
    "Pack": "smcheck.pack",
    "load_pack": "smcheck.pack",
    "Count": "smcheck.scoring",
    "Result": "smcheck.scoring",
    "Span": "smcheck.scoring",
    "assess": "smcheck.scoring",
    "Sheet": "smcheck.sheet",
    "load_sheet": "smcheck.sheet",
    "parse_sheet": "smcheck.sheet",
    "Fault": "smcheck.words.fault",
}
"""The registry of the names: which module each is in."""


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module 'smcheck' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(module), name)
