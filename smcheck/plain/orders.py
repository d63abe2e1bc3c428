"""What a typed line means: an order, or a sentence that says what is possible. Knows no session."""

import re
from dataclasses import dataclass
from enum import Enum

from smcheck.words.language import _


class Command(Enum):
    """Orders that say all in one word."""

    KEEP = "keep"
    """An empty line: what is given stands."""
    NONE = "none"
    UNKNOWN = "unknown"
    BACK = "back"
    SKIP = "skip"
    UNDO = "undo"
    HELP = "help"
    REVIEW = "review"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Give:
    """Answers by row number, from 1; no number is in two of the three."""

    yes: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()
    absent: tuple[int, ...] = ()
    """“Does not exist here.”"""


@dataclass(frozen=True, slots=True)
class Note:
    """A note on the question: an empty one asks what it is, a hyphen removes it."""

    text: str


@dataclass(frozen=True, slots=True)
class Jump:
    """To a question by its number, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Message:
    """The line is no order; what would be one."""

    text: str


Order = Command | Give | Note | Jump


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be said at this point.

    ``rows`` is how many rows there are to number; 0 at the review, where a number is a question's.
    """

    rows: int
    questions: int
    several: bool = True
    none: bool = False
    """Whether “none of these” is offered."""
    absent: frozenset[int] = frozenset()
    """The rows for which “does not exist here” is an answer."""


_WORDS = {
    Command.KEEP: ("weiter",),
    Command.BACK: ("b", "back", "zurück", "zurueck"),
    Command.SKIP: ("s", "skip", "auslassen", "überspringen", "ueberspringen"),
    Command.UNDO: ("u", "undo", "rückgängig", "rueckgaengig"),
    Command.HELP: ("h", "help", "hilfe"),
    Command.REVIEW: ("r", "review", "prüfen", "pruefen"),
    Command.QUIT: ("q", "quit", "ende"),
}
_COMMANDS = {word: command for command, words in _WORDS.items() for word in words}
_NOTE = {"n", "note", "notiz"}
_JUMP = {"j", "jump", "springe"}
_TOKEN = re.compile(r"([?\-−–]?)([0-9]+)")
_SEPARATOR = re.compile(r"[\s,;]+")
_APART = re.compile(r"([?\-−–])\s+([0-9]+)")
"""A single sign and number with a space between them; among others “1 - 2” might be meant as a range."""
_LONGEST_NUMBER = 6


def parse(line: str, offer: Offer) -> Order | Message:
    """What ``line`` means where ``offer`` can be said; words are understood in German and English."""
    text = line.strip()
    if not text:
        return Command.KEEP
    word, *rest = text.split(maxsplit=1)
    folded = word.casefold()
    if folded in _NOTE:
        return Note("".join(rest))
    if folded in _JUMP:
        return _jump("".join(rest), offer)
    if text.casefold() in _COMMANDS:
        return _COMMANDS[text.casefold()]
    if text == "?":
        return Command.UNKNOWN if offer.rows else Message(possible(offer))
    if not offer.rows:
        return _jump(text, offer) if text.isdecimal() else Message(possible(offer))
    tokens = _tokens(text)
    return _give(tokens, offer) if tokens else Message(possible(offer))


def is_quit(line: str) -> bool:
    """Whether the line says to leave."""
    return _COMMANDS.get(line.strip().casefold()) is Command.QUIT


def _jump(text: str, offer: Offer) -> Order | Message:
    number = _number(text) if re.fullmatch("[0-9]+", text) else None
    if number is None or not 1 <= number <= offer.questions:
        return Message(_("Say a question's number, 1 to {n}.").format(n=offer.questions))
    return Jump(number)


def _number(digits: str) -> int:
    """The number, or 0 for one that is longer than any row's."""
    return int(digits) if len(digits) <= _LONGEST_NUMBER else 0


def _tokens(text: str) -> list[tuple[str, str]]:
    """The signs and digits of a line of numbers; nothing where it holds anything else."""
    apart = _APART.fullmatch(text)
    words = [apart[1] + apart[2]] if apart else [word for word in _SEPARATOR.split(text) if word]
    matches = [_TOKEN.fullmatch(word) for word in words]
    found = [(match[1].replace("−", "-").replace("–", "-"), match[2]) for match in matches if match]
    return found if len(found) == len(words) else []


def _give(tokens: list[tuple[str, str]], offer: Offer) -> Order | Message:
    if len(tokens) == 1 and not tokens[0][0] and not tokens[0][1].strip("0"):
        return Command.NONE if offer.none else Message(possible(offer))
    given: dict[int, str] = {}
    for sign, digits in tokens:
        number = _number(digits)
        if not 1 <= number <= offer.rows:
            text = _("There is no number {number} here: 1 to {n}.")
            return Message(text.format(number=digits[:_LONGEST_NUMBER], n=offer.rows))
        if given.setdefault(number, sign) != sign:
            return Message(_("Number {number} is given two answers.").format(number=number))
        if sign == "-" and number not in offer.absent:
            return Message(_("“Does not exist here” is no answer to number {number}.").format(number=number))
    if not offer.several and (len(given) > 1 or "" not in given.values()):
        return Message(possible(offer))
    return Give(
        *(tuple(n for n, given_sign in given.items() if given_sign == sign) for sign in ("", "?", "-"))
    )


def possible(offer: Offer) -> str:
    """What can be said, in one sentence."""
    if not offer.rows:
        return _("Say a question's number to go there, nothing for the result, or h for help.")
    if not offer.several:
        return _("Say one number from 1 to {n}, ? for don't know, s to skip, or h for help.").format(
            n=offer.rows
        )
    if offer.none:
        text = _(
            "Say numbers from 1 to {n} such as 1 4, 0 for none of these, ? for don't know, s to skip, "
            "or h for help."
        )
        return text.format(n=offer.rows)
    text = _("Say numbers from 1 to {n} such as 1 4, ? for don't know, s to skip, or h for help.")
    return text.format(n=offer.rows)


def nothing_given(offer: Offer) -> str:
    """What can be said where going on leaves open what is meant."""
    if offer.none:
        return _("Nothing is given yet. Say 0 for none of these, or s to skip the question.")
    return _("Nothing is given yet. Say a number, ? for don't know, or s to skip the question.")
