"""Coverage: which goals have a department that usually takes charge; which challenges are in hand."""

from smcheck.report.case import Case
from smcheck.report.content import NeedGroup, NeedLine, Subject
from smcheck.report.labels import (
    department_name,
    either,
    item_inline,
    item_label,
    item_short,
    join_words,
    section_label,
    state_glyph,
)
from smcheck.scoring import Count, NeedResult
from smcheck.words.language import _, n_
from smcheck.words.numbers import range_words

_STATES = {"yes": "covered", "no": "missing", "unknown": "not_known"}


def goal_group(case: Case) -> NeedGroup:
    """The goals that are pursued, and who takes charge of them."""
    items = [need.item for need in case.pack.needs if need.item not in case.pack.in_hand]
    pursued = [item for item in items if case.sheet.answer(item) == "yes"]
    return NeedGroup(
        subject=Subject("coverage", "goals"),
        label=_group_label(case, items),
        sentence=goals_sentence(case),
        needs=tuple(need_line(case, item) for item in pursued),
    )


def challenge_group(case: Case) -> NeedGroup:
    """The challenges that are faced, and whether they are in hand."""
    faced = [item for item in case.pack.in_hand if case.sheet.answer(item) == "yes"]
    return NeedGroup(
        subject=Subject("coverage", "challenges"),
        label=_group_label(case, list(case.pack.in_hand)),
        sentence=_challenges_sentence(case),
        needs=tuple(_challenge_line(case, item) for item in faced),
    )


def need_line(case: Case, item: str) -> NeedLine:
    """A need and who takes charge of it: a goal that is pursued, or a challenge that is not in hand."""
    need = case.result.needs.open.get(item)
    if need is None:
        return _line(case, item, "nobody_here", _("who does this here?"))
    state = _STATES[need.covered]
    if state == "covered":
        who = join_words(candidates_answered(case, need, "yes"))
    elif state == "missing":
        missing = join_words(candidates_answered(case, need, "no"))
        who = _("not involved: {departments}").format(departments=missing)
    else:
        unsure = candidates_answered(case, need, "unknown", None)
        text = n_("{departments}, if it is involved", "{departments}, if involved", len(unsure))
        who = text.format(departments=either(unsure))
    return _line(case, item, state, who)


def candidates_answered(case: Case, need: NeedResult, *answers: str | None) -> list[str]:
    """The names of the departments that could take charge of a need and are answered so."""
    paths = {name: case.pack.department_path(name) for name in need.candidates}
    return [department_name(case, name) for name, path in paths.items() if case.sheet.answer(path) in answers]


def _challenge_line(case: Case, item: str) -> NeedLine:
    """A challenge and whether it is in hand; where it is not, who could take charge."""
    in_hand = case.sheet.answer(case.pack.in_hand[item])
    if in_hand == "yes":
        return _line(case, item, "covered", _("in hand"))
    if in_hand != "no":
        return _line(case, item, "not_known", _("in hand? not known"))
    line = need_line(case, item)
    if line.state == "nobody_here":
        return line
    who = _("involved: {departments}").format(departments=line.who) if line.state == "covered" else line.who
    return _line(case, item, "missing", _("not in hand; {who}").format(who=who))


def _line(case: Case, item: str, state: str, who: str) -> NeedLine:
    return NeedLine(
        subject=Subject("need", item),
        label=item_label(case, item),
        short=item_short(case, item),
        state=state,
        glyph=state_glyph(state),
        who=who,
    )


def _group_label(case: Case, items: list[str]) -> str:
    question = items[0].partition(".")[0] if items else ""
    return section_label(case, case.pack.question_by_id[question].section) if question else ""


def not_known_sentence(case: Case) -> str:
    """The goals and challenges that nobody knows, or that were not answered."""
    items = [item_inline(case, item) for item in case.result.needs.not_known]
    if not items:
        return ""
    return _("Not known, so not counted here: {items}.").format(items=join_words(items))


# ── the goals ─────────────────────────────────────────────────────────────────────────────────


def goals_sentence(case: Case) -> str:
    """For how many of the goals a department that usually takes charge is involved."""
    needs = case.result.needs
    if needs.solo:
        return _solo_sentence(case)
    apart = _goals_apart(case)
    before = _apart_sentence(case, apart) if apart else ""
    return " ".join(filter(None, (before, covered_goals_sentence(case)))) or _no_goals_sentence(case)


def covered_goals_sentence(case: Case) -> str:
    """For how many of the goals that somebody here could take on one is involved; empty without any."""
    needs = case.result.needs
    if needs.goals_covered is None:
        return ""
    goals = [need for need in needs.open.values() if need.item not in case.pack.in_hand]
    return covered_sentence(
        needs.goals_covered,
        others=bool(_goals_apart(case)),
        stand_in=any(need.stand_in for need in goals),
    )


def _goals_apart(case: Case) -> list[str]:
    """The goals that nobody here could take on."""
    return [item for item in case.result.needs.nobody_here if item not in case.pack.in_hand]


def _solo_sentence(case: Case) -> str:
    answers = [case.sheet.answer(case.pack.department_path(name)) for name in case.pack.departments]
    if answers.count("na") == len(answers):
        return _("None of these departments exists here, so there is nobody to bring in.")
    if None in answers:
        return _("At most one department exists here, so there is nobody to bring in.")
    return _("Only one department exists here, so there is nobody to bring in.")


def _apart_sentence(case: Case, apart: list[str]) -> str:
    text = _("For {goals} the department that usually takes charge does not exist here.")
    return text.format(goals=join_words(item_inline(case, item) for item in apart))


def _no_goals_sentence(case: Case) -> str:
    goals = [need.item for need in case.pack.needs if need.item not in case.pack.in_hand]
    if all(case.sheet.answer(item) == "no" for item in goals):
        return _("No goals are defined yet.")
    return _("Which goals you pursue is not known yet.")


def covered_sentence(count: Count, *, others: bool = False, stand_in: bool = False) -> str:
    """A count of covered goals in a sentence.

    ``others`` where goals were spoken of before it, ``stand_in`` where for one of them a stand-in counts.
    """
    low, high, of = count
    charge = _("usually takes charge or stands in") if stand_in else _("usually takes charge")
    goals = _("other {n}").format(n=of) if others and of > 1 else str(of)
    if of == 1:
        text = _one_goal_text(low, high, others=others)
    elif low == of == 2:
        text = _both_goals_text(others=others)
    else:
        text = _goals_text(low, high, of)
    return text.format(n=range_words(low, high), low=low, high=high, goals=goals, charge=charge)


def _one_goal_text(low: int, high: int, *, others: bool) -> str:
    if low != high:
        return (
            _("For your other goal it is not known whether the department that {charge} is involved.")
            if others
            else _("For your one goal it is not known whether the department that {charge} is involved.")
        )
    if low:
        return (
            _("For your other goal the department that {charge} is involved.")
            if others
            else _("For your one goal the department that {charge} is involved.")
        )
    return (
        _("For your other goal the department that {charge} is not involved.")
        if others
        else _("For your one goal the department that {charge} is not involved.")
    )


def _both_goals_text(*, others: bool) -> str:
    if others:
        return _("For both of your other goals the department that {charge} is involved.")
    return _("For both of your goals the department that {charge} is involved.")


def _goals_text(low: int, high: int, of: int) -> str:
    if low == of:
        return _("For all of your {goals} goals the department that {charge} is involved.")
    if high == 0:
        return _("For none of your {goals} goals is the department that {charge} involved.")
    if low == 0 and high == of:
        return _("For how many of your {goals} goals the department that {charge} is involved is not known.")
    if low == 0:
        return n_(
            "For at most one of your {goals} goals the department that {charge} is involved.",
            "For at most {high} of your {goals} goals the department that {charge} is involved.",
            high,
        )
    if high == of:
        return n_(
            "For at least one of your {goals} goals the department that {charge} is involved.",
            "For at least {low} of your {goals} goals the department that {charge} is involved.",
            low,
        )
    return n_(
        "For one of your {goals} goals the department that {charge} is involved.",
        "For {n} of your {goals} goals the department that {charge} is involved.",
        high,
    )


# ── the challenges ────────────────────────────────────────────────────────────────────────────


def _challenges_sentence(case: Case) -> str:
    count = case.result.needs.challenges_in_hand
    if count is not None:
        return in_hand_sentence(count)
    if all(case.sheet.answer(item) == "no" for item in case.pack.in_hand):
        return _("You name no challenge.")
    return _("Which challenges you face is not known yet.")


def in_hand_sentence(count: Count) -> str:
    """How many of the challenges are in hand."""
    low, high, of = count
    text = _one_challenge_text(low, high) if of == 1 else _challenges_text(low, high, of)
    return text.format(n=range_words(low, high), low=low, high=high, of=of)


def _one_challenge_text(low: int, high: int) -> str:
    if low != high:
        return _("Whether your one challenge is in hand is not known.")
    return _("Your one challenge is in hand.") if low else _("Your one challenge is not in hand.")


def _challenges_text(low: int, high: int, of: int) -> str:
    if low == of:
        return (
            _("Both of your challenges are in hand.")
            if of == 2
            else _("All of your {of} challenges are in hand.")
        )
    if high == 0:
        return _("None of your {of} challenges is in hand.")
    if low == 0 and high == of:
        return _("How many of your {of} challenges are in hand is not known.")
    if low == 0:
        return n_(
            "At most one of your {of} challenges is in hand.",
            "At most {high} of your {of} challenges are in hand.",
            high,
        )
    if high == of:
        return n_(
            "At least one of your {of} challenges is in hand.",
            "At least {low} of your {of} challenges are in hand.",
            low,
        )
    return n_("One of your {of} challenges is in hand.", "{n} of your {of} challenges are in hand.", high)
