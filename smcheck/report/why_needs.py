"""How coverage came about, and who could take charge of a need."""

from collections.abc import Iterable

from smcheck.pack import Need
from smcheck.report.case import Case
from smcheck.report.coverage import challenge_group, goal_group, need_line
from smcheck.report.evidence import argument_line
from smcheck.report.labels import answer_word, capital, department_name, item_label, join_words
from smcheck.report.tab_content import Lines, Why
from smcheck.words.language import _
from smcheck.words.numbers import count_words


def why_coverage(case: Case, of: str) -> Why:
    """How many goals have a department that usually takes charge, or which challenges are in hand."""
    needs = case.result.needs
    if of == "goals":
        group, count, title = goal_group(case), needs.goals_covered, _("Goals covered: {count}")
        rule = _(
            "a goal counts if one of the departments that usually take charge is involved; any one will do"
        )
    else:
        group, count = challenge_group(case), needs.challenges_in_hand
        title = _("Challenges in hand: {count}")
        rule = _("a challenge counts if it has an owner and a measure")
    return Why(
        title=title.format(count=count_words(*count)) if count else group.label,
        text=group.sentence,
        lines=(
            *((need.short, f"{need.glyph} {need.who}") for need in group.needs),
            (_("counted"), rule),
            *_not_known(case, of),
        ),
    )


def _not_known(case: Case, of: str) -> Lines:
    """The goals, or the challenges, that are in no count."""
    items = [
        item_label(case, item)
        for item in case.result.needs.not_known
        if (item in case.pack.in_hand) is (of == "challenges")
    ]
    if items:
        yield _("left out"), _("{items}: not known").format(items=join_words(items))


def why_need(case: Case, item: str) -> Why:
    """Who usually takes charge of a goal or a challenge, who stands in, who helps; and how that stands."""
    need = next(entry for entry in case.pack.needs if entry.item == item)
    parts = ((_("in charge"), need.lead), (_("stand-in"), need.stand_in), (_("helps"), need.support))
    return Why(
        title=item_label(case, item),
        text=_need_text(case, item),
        lines=(
            *((head, _with_answers(case, names)) for head, names in parts if names),
            *_hand_line(case, item),
            (_("rests on"), _rests_on(case, need)),
        ),
    )


def _need_text(case: Case, item: str) -> str:
    in_hand = case.pack.in_hand.get(item)
    if in_hand and case.sheet.answer(in_hand) == "yes":
        return _("In hand: it has an owner and a measure.")
    line = need_line(case, item)
    if line.state == "covered" and case.result.needs.open[item].stand_in:
        return _("Stands in and is involved: {departments}.").format(departments=line.who)
    if line.state == "covered":
        return _("Usually in charge and involved: {departments}.").format(departments=line.who)
    return capital(line.who) if line.state == "nobody_here" else f"{capital(line.who)}."


def _with_answers(case: Case, names: Iterable[str]) -> str:
    """Departments, each with whether it is involved."""
    return ", ".join(
        f"{department_name(case, name)} ({answer_word(case.sheet.answer(case.pack.department_path(name)))})"
        for name in names
    )


def _hand_line(case: Case, item: str) -> Lines:
    in_hand = case.pack.in_hand.get(item)
    if in_hand:
        yield _("in hand"), answer_word(case.sheet.answer(in_hand))


def _rests_on(case: Case, need: Need) -> str:
    """Our judgement, and the arguments that speak for single departments."""
    arguments = dict.fromkeys(
        basis for evidence in need.evidence.values() for basis in evidence if basis != "judgement"
    )
    return "; ".join((_("smcheck's judgement"), *(argument_line(case, argument) for argument in arguments)))
