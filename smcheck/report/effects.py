"""Effects: what a step changes, said as “then, now before”."""

from smcheck.advice import DepartmentAdvice
from smcheck.report.case import Case
from smcheck.report.labels import item_inline, join_words, section_within
from smcheck.scoring import Count, Span, assess
from smcheck.scoring.sections import judge
from smcheck.sheet import Sheet
from smcheck.words.language import _, n_
from smcheck.words.numbers import count_words, range_words


def department_effect(case: Case, advice: DepartmentAdvice) -> str:
    """What bringing in a department changes: goals covered, else what it helps with; then the count."""
    before, after = advice.goals_covered.before, advice.goals_covered.after
    parts = []
    if before and after and before != after:
        parts.append(_goals(case, before, after))
    elif advice.takes_charge:
        needs = join_words(item_inline(case, item) for item in advice.takes_charge)
        parts.append(_("a department that can take on {needs} is involved").format(needs=needs))
    elif advice.helps:
        parts.append(_helps(case, advice.helps))
    path = case.pack.department_path(advice.department)
    parts += _section_counts(case, case.sheet.with_answer(path, "yes"))
    return "; ".join(parts)


def rule_effect(case: Case, rule: str) -> str:
    """What following a rule changes, of one that names the answer that it changes."""
    changes = next(entry.changes for entry in case.pack.file.rules if entry.id == rule)
    if not changes:
        return ""
    changed = case.sheet.with_answers(dict(changes))
    now = case.result.benchmark.score
    then = assess(case.pack, case.figures, changed).benchmark.score
    if now is None or then is None:
        return "; ".join(_section_counts(case, changed))
    return score_change(now, then)


def score_change(now: Span, then: Span) -> str:
    """``score 29 to 42, now 13 to 25``; empty where people see no difference."""
    new, old = range_words(*then), range_words(*now)
    return "" if new == old else _("score {then}, now {now}").format(then=new, now=old)


def _helps(case: Case, items: tuple[str, ...]) -> str:
    """With how many goals, challenges, or both a department would help."""
    challenges = sum(item in case.pack.in_hand for item in items)
    n = len(items)
    if n == 1 and _is_the_only_one(case, items[0]):
        text = _("helps with your challenge") if challenges else _("helps with your goal")
    elif not challenges:
        text = n_("helps with one of your goals", "helps with {n} of your goals", n)
    elif challenges == n:
        text = n_("helps with one of your challenges", "helps with {n} of your challenges", n)
    else:
        text = _("helps with {n} of your goals and challenges")
    return text.format(n=n)


def _is_the_only_one(case: Case, item: str) -> bool:
    """Whether no other goal, or no other challenge, is named."""
    alike = [
        need.item
        for need in case.pack.needs
        if (need.item in case.pack.in_hand) == (item in case.pack.in_hand)
    ]
    return [other for other in alike if case.sheet.answer(other) == "yes"] == [item]


def _goals(case: Case, before: Count, after: Count) -> str:
    """``3 of 4 goals for certain, now 2 to 3``; goals that nobody here could take on are not among them."""
    apart = any(item not in case.pack.in_hand for item in case.result.needs.nobody_here)
    if apart:
        text = n_(
            "{then} goal that somebody here could take on, now {now}",
            "{then} goals that somebody here could take on, now {now}",
            after.of,
        )
    elif after.exact and not before.exact:
        text = n_("{then} goal for certain, now {now}", "{then} goals for certain, now {now}", after.of)
    else:
        text = n_("{then} goal, now {now}", "{then} goals, now {now}", after.of)
    return text.format(then=count_words(*after), now=range_words(before.low, before.high))


def _section_counts(case: Case, sheet: Sheet) -> list[str]:
    """The judged sections whose count is another on the changed sheet."""
    sections = case.result.benchmark.sections
    changed = {id_: judge(case.pack, case.figures, sheet, id_).count for id_ in sections}
    text = _("{within} {then}, now {now}")
    return [
        text.format(
            within=section_within(case, id_),
            then=count_words(*changed[id_]),
            now=range_words(section.count.low, section.count.high),
        )
        for id_, section in sections.items()
        if changed[id_] != section.count
    ]
