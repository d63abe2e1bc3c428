"""Sheets and packs for tests, made by hand or by Hypothesis."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from smcheck.pack import Pack, Question, load_pack, references
from smcheck.pack.models import PackFile
from smcheck.scoring import Span
from smcheck.sheet import Sheet, parse_sheet

PACK = load_pack()
FIGURES = PACK.figures()

EXAMPLE: dict[str, Any] = {
    "format": 1,
    "pack": "social-media",
    "organisation": "Beispiel GmbH",
    "respondent": "A. B.",
    "profile": {"sector": "itk", "country": "de", "size": "50-249"},
    "answers": {
        "team": {"dedicated": "yes", "cross_departmental": "no", "ad_hoc": "unknown"},
        "departments": {"marketing": "yes", "pr": "no", "sales": "no", "support": "na"},
        "goals": {"awareness": "yes", "service": "yes"},
        "challenges": {"privacy": "yes"},
        "in_hand": {"privacy": "no"},
        "daily": "marketing",
        "targets": "some",
    },
}
"""The sheet that the design shows as JSON."""


def sheet_of(answers: Mapping[str, Any], *, pack: Pack = PACK, **more: Any) -> Sheet:
    """A sheet with these answers, nested as in its JSON; ``more`` are other keys of the JSON."""
    return parse_sheet({"format": 1, "pack": pack.id, "answers": dict(answers), **more}, pack)


def all_items(question: str, answer: str, *, pack: Pack = PACK, **others: str) -> dict[str, str]:
    """Every item of a question answered the same, but for ``others``."""
    items = pack.items_of(pack.question_by_id[question])
    return {**{item.id: answer for item in items}, **others}


def span(low: Fraction | str | int, high: Fraction | str | int | None = None) -> Span:
    """A range of exact numbers; one number is a range without width."""
    return Span(Fraction(low), Fraction(low if high is None else high))


def percents(*values: int) -> list[Fraction]:
    """Percentages as exact shares."""
    return [Fraction(value, 100) for value in values]


def pack_of(**tables: Any) -> Pack:
    """A checked pack from what its ``pack.toml`` would hold; what is not given is as small as can be."""
    needed: dict[str, Any] = {
        "format": 2,
        "id": "small",
        "version": "1.0.0",
        "dated": PACK.file.dated,
        "departments": "departments",
        "minutes": 1,
        "profile": {"sector": [], "country": [], "size": []},
        "sections": [{"id": "all", "kind": "judged"}],
    }
    file = PackFile.model_validate({**needed, **tables})
    references.raise_first(references.faults(file), "pack.toml")
    return Pack(Path(), file, {})


def several(id_: str, items: list[str], *, na: bool = False) -> dict[str, Any]:
    """A question with items to mark, as ``pack.toml`` would hold it."""
    return {
        "id": id_,
        "section": "all",
        "kind": "several",
        "items": [{"id": item, "favourable": "yes", "na": na} for item in items],
    }


def _states(pack: Pack, question: Question) -> dict[str, st.SearchStrategy[str | None]]:
    if question.kind == "one":
        return {question.id: st.sampled_from([None, "unknown", *pack.options(question)])}
    return {
        f"{question.id}.{item.id}": st.sampled_from(
            [None, "unknown", "yes", "no", *(["na"] if item.na else [])]
        )
        for item in pack.items_of(question)
    }


def flat_answers(pack: Pack = PACK) -> st.SearchStrategy[dict[str, str]]:
    """Any answers to any of a pack's items and questions, by path."""
    states: dict[str, st.SearchStrategy[str | None]] = {}
    for question in pack.questions:
        states |= _states(pack, question)
    return st.fixed_dictionaries(states).map(
        lambda answers: {path: answer for path, answer in answers.items() if answer is not None}
    )


def sheets(pack: Pack = PACK) -> st.SearchStrategy[Sheet]:
    """Any sheet of a pack, anonymous."""
    return flat_answers(pack).map(lambda answers: Sheet(pack.id).with_answers(answers))
