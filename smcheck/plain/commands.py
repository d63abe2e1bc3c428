"""The parser of a line that is typed at a question: it is a command, or gets a hint. Knows no session."""

import re
from dataclasses import dataclass
from enum import Enum

from smcheck.words.language import _


class Command(Enum):
    """Commands without arguments."""

    NEXT = "next"
    """An empty line: go on with the answers as they are."""
    NONE = "none"
    UNKNOWN = "unknown"
    BACK = "back"
    SKIP = "skip"
    UNDO = "undo"
    HELP = "help"
    ANSWERS = "answers"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers by row number, from 1; no number is in two of the three."""

    yes: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()
    absent: tuple[int, ...] = ()
    """“Does not exist here.”"""
    others_absent: bool = False
    """“Does not exist here” for all rows that have no other answer than no."""


@dataclass(frozen=True, slots=True)
class EditNote:
    """The note of the question: an empty text shows it, a hyphen removes it, any other one replaces it.

    With ``more`` the text is another line of it.
    """

    text: str
    more: bool = False


@dataclass(frozen=True, slots=True)
class Jump:
    """Go to a question by its number, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Hint:
    """The line is no command; a sentence that says what would be one."""

    text: str


ParsedCommand = Command | Answers | EditNote | Jump


@dataclass(frozen=True, slots=True)
class Context:
    """What can be typed at this point.

    ``rows`` is how many rows there are to number; 0 at the review, where a number is a question's.
    """

    rows: int
    questions: int
    several: bool = True
    none: bool = False
    """Whether “none of these”, or “nobody”, is offered."""
    absent: frozenset[int] = frozenset()
    """The rows for which “does not exist here” is an answer."""


_WORDS = {
    Command.NEXT: ("weiter",),
    Command.BACK: ("b", "back", "zurück", "zurueck"),
    Command.SKIP: ("s", "skip", "auslassen", "überspringen", "ueberspringen"),
    Command.UNDO: ("u", "undo", "rückgängig", "rueckgaengig"),
    Command.HELP: ("h", "help", "hilfe"),
    Command.ANSWERS: ("a", "r", "answers", "antworten"),
    Command.RESULT: ("result", "ergebnis"),
}
_COMMANDS = {word: command for command, words in _WORDS.items() for word in words}
_NOTE = {"n", "note", "notiz"}
_MORE_NOTE = {"n+", "note+", "notiz+"}
_JUMP = {"j", "jump", "springe"}
_TOKEN = re.compile(r"([?\-−–]?)([0-9]+)(?:[\-−–]([0-9]+))?")
"""A sign or none, a number, and perhaps the last one of a range."""
_SEPARATOR = re.compile(r"[\s,;]+")
_SIGN_APART = re.compile(r"([?\-−–])\s+([0-9]+)")
"""A single sign and number with a space between them; among others “1 - 2” might be meant as a range."""
_LONGEST_NUMBER = 6
_Token = tuple[str, str, str]
"""A sign, and the digits of a range's first and last number, which may be the same."""
_OTHERS_ABSENT = ("-", "0", "0")


def parse_command(line: str, context: Context) -> ParsedCommand | Hint:
    """The command that a line is, or a hint where it is none; its words may be German or English."""
    text = line.strip()
    if not text:
        return Command.NEXT
    word, *rest = text.split(maxsplit=1)
    folded = word.casefold()
    if folded in _NOTE:
        return EditNote("".join(rest))
    if folded in _MORE_NOTE:
        return EditNote("".join(rest), more=bool(rest))
    if folded in _JUMP:
        return _jump("".join(rest), context)
    if text.casefold() in _COMMANDS:
        return _COMMANDS[text.casefold()]
    if text == "?":
        return Command.UNKNOWN if context.rows else Hint(usage(context))
    if not context.rows:
        return _jump(text, context) if text.isdecimal() else Hint(usage(context))
    tokens = _tokens(text)
    return _answers(tokens, context) if tokens else Hint(usage(context))


def _jump(text: str, context: Context) -> ParsedCommand | Hint:
    number = _number(text) if re.fullmatch("[0-9]+", text) else None
    if number is None or not 1 <= number <= context.questions:
        return Hint(_("Say a question's number, 1 to {n}.").format(n=context.questions))
    return Jump(number)


def _number(digits: str) -> int:
    """The number, or 0 for one that is longer than any valid one."""
    return int(digits) if len(digits) <= _LONGEST_NUMBER else 0


def _tokens(text: str) -> list[_Token]:
    """The signs and numbers of a line; nothing where it holds anything else."""
    apart = _SIGN_APART.fullmatch(text)
    words = [apart[1] + apart[2]] if apart else [word for word in _SEPARATOR.split(text) if word]
    matches = [_TOKEN.fullmatch(word) for word in words]
    found = [
        (match[1].replace("−", "-").replace("–", "-"), match[2], match[3] or match[2])
        for match in matches
        if match
    ]
    return found if len(found) == len(words) else []


def _answers(tokens: list[_Token], context: Context) -> ParsedCommand | Hint:
    if len(tokens) == 1 and not tokens[0][0] and not (tokens[0][1] + tokens[0][2]).strip("0"):
        return Command.NONE if context.none else Hint(usage(context))
    named = [token for token in tokens if token != _OTHERS_ABSENT]
    others_absent = len(named) < len(tokens)
    if others_absent and not (context.none and context.absent):
        return Hint(usage(context))
    signs = _signs(named, context)
    if isinstance(signs, Hint):
        return signs
    if not context.several and (len(signs) > 1 or "" not in signs.values()):
        return Hint(usage(context))
    yes, unknown, absent = (tuple(n for n in signs if signs[n] == sign) for sign in ("", "?", "-"))
    return Answers(yes, unknown, absent, others_absent)


def _signs(tokens: list[_Token], context: Context) -> dict[int, str] | Hint:
    """The sign that each number is given."""
    signs: dict[int, str] = {}
    for sign, *digits in tokens:
        first, last = map(_number, digits)
        for number, text in ((first, digits[0]), (last, digits[1])):
            if not 1 <= number <= context.rows:
                hint = _("There is no number {number} here: 1 to {n}.")
                return Hint(hint.format(number=text[:_LONGEST_NUMBER], n=context.rows))
        if first > last:
            return Hint(usage(context))
        for number in range(first, last + 1):
            if signs.setdefault(number, sign) != sign:
                return Hint(_("Number {number} is given two answers.").format(number=number))
            if sign == "-" and number not in context.absent:
                hint = _("“Does not exist here” is no answer to number {number}.")
                return Hint(hint.format(number=number))
    return signs


def usage(context: Context) -> str:
    """What can be typed, in one sentence."""
    if not context.rows:
        return _("Say a question's number to go there, nothing for the result, or h for help.")
    if not context.several and context.none:
        text = _("Say one number from 0 to {n}, ? for don't know, s to skip, or h for help.")
    elif not context.several:
        text = _("Say one number from 1 to {n}, ? for don't know, s to skip, or h for help.")
    elif context.none:
        text = _(
            "Say numbers from 1 to {n}, 0 for none of these, ? for don't know, s to skip, or h for help."
        )
    else:
        text = _("Say numbers from 1 to {n}, ? for don't know, s to skip, or h for help.")
    return text.format(n=context.rows)


def empty_line_usage(context: Context) -> str:
    """What can be typed where an empty line leaves open what is meant."""
    if context.several and context.none:
        return _("Nothing is given yet. Say 0 for none of these, or s to skip the question.")
    return _("Nothing is given yet. Say a number, ? for don't know, or s to skip the question.")
