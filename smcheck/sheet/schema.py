"""The JSON Schema of a sheet for one pack, whose ids are the only words allowed.

``smcheck.sheet.parse`` validates sheets and says in words what is wrong; a test holds the two together.
"""

from collections.abc import Iterable
from typing import Any

from smcheck.pack import Pack, Question, Texts
from smcheck.sheet.comment import COMMENT_KEY, comment_keys
from smcheck.sheet.format import FORMAT, MAX_TEXT_LENGTH

Schema = dict[str, Any]
"""A part of the JSON Schema."""
_STORED = "Filled in when the sheet is stored."


def sheet_schema(pack: Pack) -> Schema:
    """The JSON Schema (2020-12) of a sheet for ``pack``.

    Raises:
        Fault: the pack's texts, which describe the ids, do not fit.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"smcheck sheet for {pack.id}",
        **_object(_properties(pack), "One respondent's answers for one organisation."),
        "required": ["format", "pack", "answers"],
        # A stored sheet may have a comment on what its pack had in an earlier version.
        "if": {"not": {"required": ["id"]}},
        "then": {"properties": {"comments": {"propertyNames": _one_of(comment_keys(pack))}}},
    }


def _properties(pack: Pack) -> Schema:
    """What a sheet has, by key."""
    return {
        "format": {"const": FORMAT, "description": "The version of this format."},
        "pack": {"const": pack.id, "description": "The pack that the answers belong to."},
        "organisation": _text("The organisation; empty where it is not named."),
        "respondent": _text("Who answered."),
        "id": _text(f"The sheet's id. {_STORED}"),
        "pack_version": _text(
            f"The version of the pack that was asked. {_STORED} What a sheet of another version than "
            f"{pack.version} has besides is not described here; it is kept when the sheet is read."
        ),
        "pack_hash": _text(f"The hash of the pack that was asked, another one in another version. {_STORED}"),
        "created": _moment(f"Date and time with time zone. {_STORED}"),
        "modified": _moment(f"Date and time with time zone. {_STORED}"),
        "result_seen": _moment("When the result of a stored sheet was first seen."),
        "profile": _profile(pack),
        "answers": _answers(pack),
        "notes": _object({question.id: _text() for question in pack.questions}, "By question."),
        "changed_after_result": _paths(pack, "Answers that were another when the result was first seen."),
        "answered_after_result": _paths(
            pack, "Answers that were not given yet when the result was first seen."
        ),
        "summary": _comment("What the consultant says about the whole."),
        "comments": {
            "type": "object",
            "patternProperties": {f"^{COMMENT_KEY}$": _comment()},
            "additionalProperties": False,
            "description": "What the consultant says about a section, a rule or a department.",
        },
    }


def _profile(pack: Pack) -> Schema:
    role = _text("The respondent's role or department, as typed.")
    choices = {field: _one_of(choices) for field, choices in pack.file.profile.choices.items()}
    return _object({"role": role, **choices}, "Who answers; nothing of it is scored.")


def _comment(description: str = "") -> Schema:
    properties = {
        "text": _text("May have several lines."),
        "by": _text("Who says it."),
        "at": _moment(f"Date and time with time zone. {_STORED}"),
    }
    return {**_object(properties, description), "required": ["text"]}


def _paths(pack: Pack, description: str) -> Schema:
    """A list of items and of questions with one answer."""
    paths = [*pack.items, *(question.id for question in pack.questions if question.kind == "one")]
    return {"type": "array", "items": _one_of(paths), "description": description}


def _answers(pack: Pack) -> Schema:
    texts = pack.texts("en")
    return _object(
        {
            question.id: {**_answer(pack, texts, question), "description": texts.questions[question.id].text}
            for question in pack.questions
        },
        "By question, then by item; a question with one answer holds it itself. "
        "An absent answer counts like unknown in every range.",
    )


def _answer(pack: Pack, texts: Texts, question: Question) -> Schema:
    if question.kind == "one":
        return _one_of(pack.answers_to(question.id))
    labels = texts.items[question.each_of or question.id]
    return _object(
        {
            item.id: {
                **_one_of(pack.answers_to(f"{question.id}.{item.id}")),
                "description": labels[item.id].label,
            }
            for item in pack.items_of(question)
        }
    )


def _object(properties: dict[str, Schema], description: str = "") -> Schema:
    """An object with these keys, all of them optional, and no others."""
    return {
        **_description(description),
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _text(description: str = "") -> Schema:
    return {**_description(description), "type": "string", "maxLength": MAX_TEXT_LENGTH}


def _moment(description: str) -> Schema:
    return {**_description(description), "type": ["string", "null"], "format": "date-time"}


def _description(text: str) -> Schema:
    return {"description": text} if text else {}


def _one_of(words: Iterable[str]) -> Schema:
    """A text that is one of ``words``; nothing at all where there are no words."""
    choices = list(words)
    return {"type": "string", "enum": choices} if choices else {"not": {}}
