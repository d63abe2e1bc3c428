"""Who answers: prompts before the first question, each of which can be skipped with an empty line."""

from collections.abc import Iterator
from dataclasses import dataclass

from smcheck.pack import Texts
from smcheck.plain.choices import Choice, choose, rows
from smcheck.plain.talk import Talk, is_help
from smcheck.report.labels import one_line
from smcheck.session import Session
from smcheck.words.language import _

_MOST_READ = 6
"""Choices that are read at once; a longer list is read to those who ask for it."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the profile; without choices it takes any text."""

    name: str
    label: str
    choices: tuple[Choice, ...] = ()


def is_new(session: Session) -> bool:
    """Whether nothing is known of who answers, and nothing answered."""
    sheet = session.sheet
    return not (sheet.id or sheet.answers)


def missing_fields(session: Session, texts: Texts) -> Iterator[Field]:
    """The fields without a value, in the order in which they are asked."""
    labels = {
        "organisation": _("Organisation"),
        "respondent": _("Respondent"),
        "role": _("Role or department"),
    }
    for name in [name for name, value in session.profile_fields.items() if not value]:
        if name in labels:
            yield Field(name, labels[name])
        else:
            found = texts.profile[name]
            ids = getattr(session.pack.file.profile, name)
            choices = tuple(Choice(one_line(found.options[id_]), id_) for id_ in ids)
            yield Field(name, one_line(found.label), choices)


def ask_field(field: Field, talk: Talk) -> str:
    """The text that is typed, or the id that is chosen; empty where the field is skipped.

    Raises:
        Quit: the sitting is left.
    """
    prompt = _("{label}: ").format(label=field.label)
    if not field.choices:
        while (text := talk.ask(prompt).strip()) == "?" or is_help(text):
            talk.say(_("Type any text. Enter skips it, q leaves."))
        return text
    talk.say(f"{field.label}.")
    if len(field.choices) > _MOST_READ:
        talk.say(_("Say the first letters, or a number; ? reads all {n}.").format(n=len(field.choices)))
    else:
        talk.say(*rows(field.choices))
    place = choose(talk, prompt, field.choices)
    if place is None:
        return ""
    talk.say(_("Chosen: {option}").format(option=field.choices[place].name) + ".")
    return field.choices[place].id
