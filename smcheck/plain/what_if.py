"""What if: switch departments and parts of the set-up, and hear what changes; nothing is stored."""

import re
from collections.abc import Iterator, Mapping

from smcheck.plain.choices import Choice, find, rows, say_unclear
from smcheck.plain.reading import sentence
from smcheck.plain.talk import Talk, is_help
from smcheck.report.case import Case
from smcheck.report.content import Overview
from smcheck.report.effects import score_change
from smcheck.report.labels import answer_word
from smcheck.report.tab_content import Switch, WhatIf
from smcheck.report.what_if import switch_answers, switches, what_if
from smcheck.words.language import _

Changes = dict[str, str]
"""Other answers than the real ones, by path."""


def ask_what_if(talk: Talk, case: Case, changes: Changes) -> Changes:
    """Ask what is to be switched, and say what that changes, until nothing more is switched.

    Args:
        talk: where to ask.
        case: the case of the real answers.
        changes: what is switched to begin with.

    Returns:
        What is switched at the end.

    Raises:
        Quit: the sitting is left.
    """
    found = switches(case)
    talk.say("", *rows(_choices(found, changes)), *_usage())
    while typed := talk.ask(_("Switch: ")).strip():
        if typed == "?" or is_help(typed):
            talk.say(*rows(_choices(found, changes)), *_usage())
            continue
        switched = _switch(talk, typed, found, changes)
        if switched is not None:
            changes = switched
            talk.say(*_outcome_lines(what_if(case, changes)))
    return changes


def _usage() -> Iterator[str]:
    yield _("Say numbers or a name to switch. +: all that is advised. 0: all switches back.")


def _choices(found: tuple[Switch, ...], changes: Mapping[str, str]) -> list[Choice]:
    """The switches as they stand."""
    return [Choice(switch.label, text=_state_words(switch, changes)) for switch in found]


def _state_words(switch: Switch, changes: Mapping[str, str]) -> str:
    """A switch with its answer, real or tried, and what is advised."""
    answer = answer_word(changes[switch.path]) if switch.path in changes else switch.answer
    if switch.advised and switch.path not in changes:
        text = _("{item}: {answer}; advised: {advised}.")
        return text.format(item=switch.label, answer=answer, advised=answer_word(switch.advised))
    return _("{item}: {answer}.").format(item=switch.label, answer=answer)


def _switch(talk: Talk, typed: str, found: tuple[Switch, ...], changes: Changes) -> Changes | None:
    """The changes after a line; none, and it is said, where it is not clear what is meant."""
    if typed == "0":
        return {}
    if typed == "+":
        return {switch.path: switch.advised for switch in found if switch.advised}
    choices = _choices(found, changes)
    words = re.split(r"[\s,;]+", typed)
    numbers = all(word.isascii() and word.isdigit() for word in words)
    switched = dict(changes)
    for word in words if numbers else [typed]:
        places = find(word, choices)
        if len(places) != 1:
            say_unclear(talk, word, choices, places)
            return None
        switched = switch_answers(found[places[0]], switched)
    return switched


def _outcome_lines(outcome: WhatIf) -> Iterator[str]:
    """What was switched, what follows for the goals, and every other sentence that is a new one."""
    yield ""
    if not outcome.changed:
        yield _("As it is: nothing is switched.")
        return
    yield from (f"{change}." for change in outcome.changes)
    yield sentence(outcome.sentence)
    then, now = outcome.then, outcome.now
    if then.score.score is not None and now.score.score is not None:
        yield from filter(None, [sentence(score_change(now.score.score, then.score.score))])
    before = set(_sentences(now))
    yield from (text for text in _sentences(then) if text not in before and text != outcome.sentence)


def _sentences(content: Overview) -> Iterator[str]:
    """What an overview says beside score and goals."""
    yield content.headline.sentence
    yield from (line.count_sentence for line in content.sections if line.count_sentence)
    yield content.challenges.sentence
