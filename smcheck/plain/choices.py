"""Choosing one of several by its number or its first letters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from smcheck.plain.talk import Talk, is_help
from smcheck.words.fault import quote_short
from smcheck.words.language import _

_LONGEST_NUMBER = 4
_SPELLINGS = {"ä": "a", "ae": "a", "ö": "o", "oe": "o", "ü": "u", "ue": "u", "ß": "ss", ".": "", ",": ""}
"""What counts as the same where first letters are compared: not every keyboard has an umlaut."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: found by ``name``, or by ``id`` as a whole; read as ``text``, else as its name."""

    name: str
    id: str = ""
    text: str = ""


def choose(
    talk: Talk, prompt: str, choices: Sequence[Choice], tell: Callable[[int], None] | None = None
) -> int | None:
    """Ask until one is chosen.

    Args:
        talk: where to ask.
        prompt: what to ask with.
        choices: what there is; ``?`` reads all of it.
        tell: tells about the one at a place, for ``?`` with its number or first letters.

    Returns:
        Its place from 0, or none for an empty line.

    Raises:
        Quit: the sitting is left.
    """
    while typed := talk.ask(prompt).strip():
        if typed == "?" or is_help(typed):
            talk.say(*rows(choices))
            continue
        asked = tell is not None and typed.startswith("?")
        wanted = typed.removeprefix("?").strip() if asked else typed
        found = find(wanted, choices)
        if len(found) != 1:
            say_unclear(talk, wanted, choices, found)
        elif tell is not None and asked:
            tell(found[0])
        else:
            return found[0]
    return None


def rows(choices: Sequence[Choice], only: Sequence[int] | None = None) -> list[str]:
    """The choices as numbered lines, all of them or those at some places."""
    places = range(len(choices)) if only is None else only
    return [f"{place + 1}. {choices[place].text or choices[place].name + '.'}" for place in places]


def say_unclear(talk: Talk, typed: str, choices: Sequence[Choice], found: Sequence[int]) -> None:
    """Say that nothing is called so, or which ones may be meant."""
    if found:
        talk.refuse(_("Which one?"), *rows(choices, found))
        return
    text = _("There is no {typed} here. Say a number from 1 to {n} or first letters; ? reads all of them.")
    talk.refuse(text.format(typed=quote_short(typed, 40), n=len(choices)))


def find(typed: str, choices: Sequence[Choice]) -> tuple[int, ...]:
    """The places, from 0, that a number from 1, an id, or the first letters of a name or word may mean."""
    if typed.isascii() and typed.isdigit() and len(typed) <= _LONGEST_NUMBER:
        number = int(typed)
        if 1 <= number <= len(choices):
            return (number - 1,)
    letters = _spelt(typed)
    if not letters:
        return ()
    names = [_spelt(choice.name) for choice in choices]
    exact = [place for place, name in enumerate(names) if name == letters]
    whole = [place for place, name in enumerate(names) if f"{name} ".startswith(f"{letters} ")]
    begun = [
        place
        for place, (name, choice) in enumerate(zip(names, choices, strict=True))
        if name.startswith(letters) or choice.id.casefold() == typed.casefold()
    ]
    inside = [
        place
        for place, name in enumerate(names)
        if not letters.isdigit() and any(word.startswith(letters) for word in name.split())
    ]
    return tuple(exact or whole or begun or inside)


def _spelt(text: str) -> str:
    """``text`` as first letters are compared: small, without umlauts and points."""
    spelt = " ".join(text.casefold().split())
    for written, same in _SPELLINGS.items():
        spelt = spelt.replace(written, same)
    return spelt
