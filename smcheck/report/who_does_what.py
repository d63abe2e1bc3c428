"""Who does what: each need beside each department, the sheet that a client pins to the wall."""

from collections.abc import Iterable, Iterator

from smcheck.advice import Role, roles
from smcheck.report.case import Case
from smcheck.report.content import Subject
from smcheck.report.coverage import goals_sentence, need_line
from smcheck.report.labels import (
    answer_word,
    department_label,
    department_name,
    department_subject,
    item_inline,
    item_short,
    join_words,
)
from smcheck.report.tab_content import NO_PART, SIGNS, Part, RoleRow, Roles
from smcheck.words.language import _, n_


def _part(role: Role | None) -> Part:
    """A department's part in a need."""
    if role is None:
        return NO_PART
    charge = "lead" if role.in_charge else "help"
    state = "covered" if role.state == "another_is" else role.state
    return Part(charge, state, _meaning(SIGNS[charge, state], stand_in=role.stand_in))


def _meaning(sign: str, *, stand_in: bool) -> str:
    """A sign in words."""
    if stand_in:
        return {
            "●": _("stands in"),
            "○!": _("could stand in, missing"),
            "○?": _("could stand in, not known"),
        }[sign]
    return {
        "●": _("usually in charge"),
        "○!": _("usually in charge, missing"),
        "○?": _("usually in charge, not known"),
        "○": _("could take charge too; another is involved"),
        "+": _("helps"),
        "+!": _("could help, missing"),
        "+?": _("could help, not known"),
    }[sign]


def _legend(rows: Iterable[RoleRow]) -> Iterator[Part]:
    """The parts that occur; a sign may stand for the usual department and for a stand-in."""
    both = {
        "involved": _("usually in charge, or stands in"),
        "missing": _("usually in charge or could stand in, missing"),
        "not_known": _("usually in charge or could stand in, not known"),
    }
    parts = [part for row in rows for part in row.parts]
    for charge, state in SIGNS:
        meanings = {part.meaning for part in parts if (part.charge, part.state) == (charge, state)}
        if meanings:
            yield Part(charge, state, both[state] if len(meanings) > 1 else meanings.pop())


def who_does_what(case: Case) -> Roles:
    """The needs with a department that could take charge, and every department with a part in them."""
    found = roles(case.pack, case.sheet, case.result)
    rows = tuple(
        _row(case, department, found)
        for department in case.pack.departments
        if _answer(case, department) != "na" and any(department in parts for parts in found.values())
    )
    covered = {"yes": _("yes"), "no": _("no"), "unknown": _("maybe")}
    return Roles(
        sentences=(goals_sentence(case), *missing_sentences(case)),
        needs=tuple(need_line(case, item) for item in found),
        rows=rows,
        covered=tuple(covered[need.covered] for need in case.result.needs.open.values()),
        by_need=tuple(_need_sentence(case, item, parts) for item, parts in found.items()),
        left_out=_left_out_sentences(case, found),
        legend=tuple(_legend(rows)),
    )


def missing_sentences(case: Case) -> tuple[str, ...]:
    """The departments to bring in for needs that are not covered; apart, where that is not known."""
    if case.result.needs.solo:
        return ()
    leads, needs = case.advice.missing_leads, case.result.needs.open.values()
    wanted = {need.bring_in for need in needs if need.covered == "no"}
    missing = [department_name(case, name) for name in leads if name in wanted]
    unsure = [department_subject(case, name) for name in leads if _answer(case, name) in {"unknown", None}]
    others = [
        item_inline(case, need.item)
        for need in needs
        if need.covered == "unknown" and _answer(case, need.bring_in) == "no"
    ]
    sentences = []
    if missing:
        text = _missing_text(case, len(missing))
        sentences.append(text.format(departments=join_words(missing)))
    if unsure:
        text = n_(
            "It is not known whether {departments} is involved.",
            "It is not known whether {departments} are involved.",
            len(unsure),
        )
        sentences.append(text.format(departments=join_words(unsure)))
    if others:
        text = _("Not known whether anybody is involved for: {needs}.")
        sentences.append(text.format(needs=join_words(others)))
    return tuple(sentences)


def _missing_text(case: Case, n: int) -> str:
    """That ``n`` departments are missing: for goals, for challenges, or for both."""
    wanted = [need.item for need in case.result.needs.open.values() if need.covered == "no"]
    challenges = sum(item in case.pack.in_hand for item in wanted)
    if not challenges:
        return n_("Missing for your goals: {departments}.", "Missing for your goals: {departments}.", n)
    if challenges == len(wanted):
        return n_(
            "Missing for your challenges: {departments}.", "Missing for your challenges: {departments}.", n
        )
    return n_(
        "Missing for your goals and challenges: {departments}.",
        "Missing for your goals and challenges: {departments}.",
        n,
    )


def _row(case: Case, department: str, found: dict[str, dict[str, Role]]) -> RoleRow:
    return RoleRow(
        subject=Subject("department", department),
        label=department_label(case, department),
        short=item_short(case, case.pack.department_path(department)),
        state=_answer(case, department) or "",
        answer=answer_word(_answer(case, department)),
        parts=tuple(_part(parts.get(department)) for parts in found.values()),
    )


def _need_sentence(case: Case, item: str, parts: dict[str, Role]) -> str:
    """A need in words: who takes charge, and who helps."""
    phrases = [_("{need} – {who}").format(need=item_short(case, item), who=need_line(case, item).who)]
    for state in ("involved", "missing", "not_known"):
        names = [
            department_name(case, name)
            for name, role in parts.items()
            if not role.in_charge and role.state == state
        ]
        if names:
            phrases.append(_help_text(state, len(names)).format(departments=join_words(names)))
    return "; ".join(phrases) + "."


def _help_text(state: str, n: int) -> str:
    if state == "involved":
        return n_("helps: {departments}", "help: {departments}", n)
    if state == "missing":
        return n_("could help: {departments}", "could help: {departments}", n)
    return n_("could help, if involved: {departments}", "could help, if involved: {departments}", n)


def _left_out_sentences(case: Case, found: dict[str, dict[str, Role]]) -> tuple[str, ...]:
    apart = [
        name
        for name in case.pack.departments
        if _answer(case, name) != "na" and not any(name in parts for parts in found.values())
    ]
    nobody = [item_inline(case, item) for item in case.result.needs.nobody_here]
    sentences = []
    if apart and found:
        text = _("Usually without a part in these: {departments}.")
        sentences.append(text.format(departments=join_words(department_name(case, name) for name in apart)))
    gone = absent_sentence(case)
    if gone:
        sentences.append(gone)
    if nobody:
        text = n_(
            "The department that usually takes charge of {needs} does not exist here."
            " Who does this in your company?",
            "The departments that usually take charge of {needs} do not exist here."
            " Who does this in your company?",
            len(nobody),
        )
        sentences.append(text.format(needs=join_words(nobody)))
    return tuple(sentences)


def absent_sentence(case: Case) -> str:
    """The departments that do not exist; nothing where all do."""
    gone = [department_name(case, name) for name in case.pack.departments if _answer(case, name) == "na"]
    text = n_("Does not exist here: {departments}.", "Do not exist here: {departments}.", len(gone))
    return text.format(departments=join_words(gone)) if gone else ""


def _answer(case: Case, department: str) -> str | None:
    return case.sheet.answer(case.pack.department_path(department))
