"""Comments line by line: on the whole, a section or a piece of advice, written, changed, removed."""

from collections.abc import Iterator

from smcheck.plain.choices import Choice, choose
from smcheck.plain.sitting import Sitting
from smcheck.plain.talk import Talk
from smcheck.report.comments import comment_subject, comment_words
from smcheck.sheet import SUMMARY
from smcheck.store import Conflict
from smcheck.words.fault import Fault
from smcheck.words.language import _

_REMOVAL = ["-"]
"""The lines that remove a comment."""


def ask_comment(sitting: Sitting) -> None:
    """Ask what to comment on and what to say; an empty line ends the comment."""
    talk, comments = sitting.talk, sitting.session.comments
    keys = list(_keys(sitting))
    names = [comment_subject(sitting.session.pack, sitting.texts, key) for key in keys]
    place = choose(
        talk, _("Comment on what? "), [Choice(name, key) for name, key in zip(names, keys, strict=True)]
    )
    if place is None:
        return
    before = comments.comment(keys[place])
    if before:
        talk.say(*comment_words(before).split("\n"))
    talk.say(_("Say it line by line; an empty line ends it. A hyphen alone removes it, nothing leaves it."))
    lines: list[str] = []
    by = ""
    try:
        _read_lines(talk, lines)
        if lines and lines != _REMOVAL:
            by = talk.ask(_("Your name: ")).strip()
    finally:  # whoever leaves on the way, or whose input ends, has said what was typed until then
        if lines:
            _write(sitting, keys[place], "" if lines == _REMOVAL else "\n".join(lines), by)


def _read_lines(talk: Talk, lines: list[str]) -> None:
    """Append what is said until an empty line, or the hyphen that removes a comment."""
    while lines != _REMOVAL and (line := talk.ask(_("Comment: ")).rstrip()):
        lines.append(line)


def _write(sitting: Sitting, key: str, text: str, by: str) -> None:
    """Keep or remove a comment, and say so."""
    talk = sitting.talk
    try:
        sitting.session.comments.write(key, text, by)
    except Conflict:
        talk.refuse(_("Another window has changed this comment; it is shown as it is now."))
    except Fault as fault:
        talk.refuse(str(fault))
    else:
        talk.say(_("The comment is kept.") if text else _("The comment is removed."))


def _keys(sitting: Sitting) -> Iterator[str]:
    """The whole, the sections, what is advised, and what has a comment already."""
    case = sitting.case()
    yield SUMMARY
    keys = [f"sections.{section.id}" for section in case.pack.sections]
    kinds = {"rule": "rules", "department": "departments"}
    keys += [f"{kinds[step.kind]}.{step.id}" for step in (*case.advice.next_steps, *case.advice.also)]
    yield from dict.fromkeys((*keys, *case.sheet.comments))
