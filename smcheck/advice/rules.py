"""The pack's rules, held against a sheet: set-up advice and second looks.

An answer that is not known never makes a condition hold: advice is given on what is known.
"""

from dataclasses import dataclass

from smcheck.pack import Pack, Rule
from smcheck.pack.models import Condition
from smcheck.sheet import Sheet
from smcheck.sheet.sheet import asked

_NOT_KNOWN = {None, "unknown"}


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that holds, and the items that made it hold where its text names them."""

    rule: str
    kind: str
    about: tuple[str, ...]
    evidence: tuple[str, ...]


def findings(pack: Pack, sheet: Sheet) -> tuple[Finding, ...]:
    """Every rule that holds, in the pack's order."""
    found = []
    for rule in pack.file.rules:
        about = _holds(pack, sheet, rule)
        if about is not None:
            found.append(Finding(rule.id, rule.kind, about, rule.evidence))
    return tuple(found)


def _holds(pack: Pack, sheet: Sheet, rule: Rule) -> tuple[str, ...] | None:
    """What the rule is about, or none where a condition does not hold."""
    about: list[str] = []
    for condition in rule.when:
        subjects = _subjects(pack, sheet, condition)
        if subjects is None:
            return None
        about += subjects
    return tuple(about)


def _subjects(pack: Pack, sheet: Sheet, condition: Condition) -> tuple[str, ...] | None:
    if condition.form == "answer":
        return () if _answer_holds(pack, sheet, condition) else None
    if condition.form == "count_of":
        return () if _count_holds(_answers(pack, sheet, str(condition.count_of)), condition) else None
    if condition.form == "none_of":
        answers = _answers(pack, sheet, str(condition.none_of))
        return () if all(answer == "no" for answer in answers.values()) else None
    if condition.form == "open_of":
        followed = pack.in_hand
        return (
            tuple(
                path
                for path, answer in _answers(pack, sheet, str(condition.open_of)).items()
                if answer == "yes" and sheet.answer(followed[path]) == "no"
            )
            or None
        )
    pursued = _answers(pack, sheet, str(condition.lead_missing_of))
    return (
        tuple(
            need.item
            for need in pack.needs
            if pursued.get(need.item) == "yes"
            and all(sheet.answer(pack.department_path(department)) == "na" for department in need.lead)
        )
        or None
    )


def _answers(pack: Pack, sheet: Sheet, question: str) -> dict[str, str | None]:
    return {
        f"{question}.{item.id}": sheet.answer(f"{question}.{item.id}")
        for item in pack.question_by_id[question].items
    }


def _answer_holds(pack: Pack, sheet: Sheet, condition: Condition) -> bool:
    path = str(condition.answer)
    question = pack.question_by_id.get(path)
    if question is not None and not asked(pack, sheet, question):
        return False  # an old answer to a question that no longer applies
    answer = sheet.answer(path)
    if condition.is_:
        return answer in condition.is_
    return answer not in _NOT_KNOWN and answer not in condition.is_not


def _count_holds(answers: dict[str, str | None], condition: Condition) -> bool:
    least = sum(answer == "yes" for answer in answers.values())
    most = least + sum(answer in _NOT_KNOWN for answer in answers.values())
    return (condition.min is None or least >= condition.min) and (
        condition.max is None or most <= condition.max
    )
