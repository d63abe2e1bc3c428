"""Prompts for who answers, before the first question; each of them can be skipped."""

from collections.abc import Callable, Iterator

from smcheck.pack import Texts
from smcheck.plain.commands import is_quit
from smcheck.report.labels import one_line
from smcheck.session import Session
from smcheck.words.language import _

Read = Callable[[str], str]
Write = Callable[[str], None]


class Quit(Exception):  # noqa: N818 - not an error: somebody leaves
    """The session is left, by command or at the end of the input."""


def is_new(session: Session) -> bool:
    """Whether nothing is known of who answers, and nothing answered."""
    sheet = session.sheet
    return not (sheet.id or sheet.answers)


def missing_fields(session: Session, texts: Texts) -> Iterator[tuple[str, str, dict[str, str]]]:
    """The fields without a value: name, label, and the choices with their texts, none for free text."""
    sheet = session.sheet
    if not sheet.organisation:
        yield "organisation", _("Organisation"), {}
    if not sheet.respondent:
        yield "respondent", _("Who answers"), {}
    if not sheet.profile.get("role"):
        yield "role", _("Your role or department"), {}
    for name in ("sector", "country", "size"):
        if not sheet.profile.get(name):
            choice = texts.profile[name]
            ids = getattr(session.pack.file.profile, name)
            yield name, one_line(choice.label), {id_: one_line(choice.options[id_]) for id_ in ids}


def ask_field(label: str, choices: dict[str, str], read: Read, write: Write) -> str:
    """The text that is typed, or the id that is chosen; empty where the field is skipped.

    Raises:
        Quit: the session is left.
    """
    if not choices:
        typed = _line(_("{label}: ").format(label=label), read)
        return typed.strip()
    write(f"{label}.")
    for number, text in enumerate(choices.values(), 1):
        write(f"{number}. {text}.")
    while True:
        typed = _line(_("{label}, a number: ").format(label=label), read).strip()
        if not typed:
            return ""
        if typed.isascii() and typed.isdigit() and len(typed) < 4 and 1 <= int(typed) <= len(choices):
            return list(choices)[int(typed) - 1]
        write(_("Say a number from 1 to {n}, or nothing to skip.").format(n=len(choices)))


def _line(prompt: str, read: Read) -> str:
    try:
        line = read(prompt)
    except EOFError:
        raise Quit from None
    if is_quit(line):
        raise Quit
    return line
