"""What a newer version of a pack asks or scores differently: shown before anything is scored anew."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from smcheck.pack.loading import DEFAULT_FIGURES, Pack


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference.

    ``kind`` is ``added``, ``removed`` or ``changed``; ``part`` is ``question``, ``item``, ``option``,
    ``figure``, ``need``, ``rule`` or ``section``; ``id`` is the part's id or path. A part that was given
    another id is one removed and one added: ids are permanent, so what has another id is another thing.
    """

    kind: str
    part: str
    id: str


def differences(old: Pack, new: Pack) -> tuple[Difference, ...]:
    """What makes ``new`` ask or score other than ``old``; texts alone make no difference."""
    if old.hash == new.hash:
        return ()
    before, after = _parts(old), _parts(new)
    return tuple(difference for part in before for difference in _compare(part, before[part], after[part]))


def _compare(part: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Difference]:
    for id_ in [*before, *(id_ for id_ in after if id_ not in before)]:
        if id_ not in after:
            yield Difference("removed", part, id_)
        elif id_ not in before:
            yield Difference("added", part, id_)
        elif before[id_] != after[id_]:
            yield Difference("changed", part, id_)


def _parts(pack: Pack) -> dict[str, dict[str, Any]]:
    """Everything that asking and scoring depend on, by kind of part and id."""
    figures = pack.figures() if DEFAULT_FIGURES in pack.figure_sets else None
    return {
        "section": {section.id: section for section in pack.sections},
        "question": {
            question.id: question.model_copy(update={"items": (), "options": ()})
            for question in pack.questions
        },
        "item": {f"{question.id}.{item.id}": item for question in pack.questions for item in question.items},
        "option": {
            f"{question.id}.{option}": option for question in pack.questions for option in question.options
        },
        "need": {need.item: need for need in pack.needs},
        "rule": {rule.id: rule for rule in pack.file.rules},
        "figure": {
            figure.item: (figure.percent, figure.source) for figure in (figures.figures if figures else ())
        },
    }
