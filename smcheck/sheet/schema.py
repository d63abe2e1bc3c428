"""What a sheet's JSON may hold for one pack: its ids as the only words allowed.

``smcheck.sheet.file`` reads sheets and says in words what is wrong; a test holds the two together.
"""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, create_model

from smcheck.pack import Pack, Question
from smcheck.sheet.file import FORMAT, LONGEST_TEXT

_CONFIG = ConfigDict(strict=True, extra="forbid", frozen=True)


def _with_zone(text: str) -> str:
    if datetime.fromisoformat(text).tzinfo is None:
        raise ValueError("a moment without time zone")
    return text


_Text = Annotated[str, Field(max_length=LONGEST_TEXT)]
# A literal would take true for 1, as Python does.
_Format = Annotated[int, Field(ge=FORMAT, le=FORMAT, json_schema_extra={"const": FORMAT})]
_Moment = Annotated[str, AfterValidator(_with_zone), Field(json_schema_extra={"format": "date-time"})]


def sheet_schema(pack: Pack) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a sheet for ``pack``.

    Raises:
        Fault: the pack's texts, which describe the ids, do not fit.

    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **sheet_model(pack).model_json_schema(),
        "title": f"smcheck sheet for {pack.id}",
    }


def sheet_model(pack: Pack) -> type[BaseModel]:
    """The model of a sheet for ``pack``.

    Raises:
        Fault: the pack's texts, which describe the ids, do not fit.

    """
    profile = pack.file.profile
    choices = {"sector": profile.sector, "country": profile.country, "size": profile.size}
    singles = [question.id for question in pack.questions if question.kind == "one"]
    about = "Filled in when the sheet is stored."
    fields: dict[str, tuple[Any, str]] = {
        "organisation": (_Text, "The organisation; empty where it is not named."),
        "respondent": (_Text, "Who answered."),
        "id": (_Text, f"The sheet's id. {about}"),
        "pack_version": (_Text, f"The version of the pack that was asked. {about}"),
        "pack_hash": (_Text, f"The hash of the pack that was asked. {about}"),
        "created": (_Moment | None, f"Date and time with time zone. {about}"),
        "modified": (_Moment | None, f"Date and time with time zone. {about}"),
        "profile": (
            _object(
                "Profile",
                {
                    "role": (_Text, "The respondent's role or department, as typed."),
                    **{key: (_one_of(ids), "") for key, ids in choices.items()},
                },
                "Who answers; nothing of it is scored.",
            ),
            "",
        ),
        "notes": (
            _object("Notes", {question.id: (_Text, "") for question in pack.questions}, "By question."),
            "",
        ),
        "changed_after_result": (
            list[_one_of([*pack.items, *singles])],  # type: ignore[misc]  # made from the pack's ids
            "Answers that were changed after the result was first seen.",
        ),
    }
    required = {
        "format": (_Format, "The version of this format."),
        "pack": (_one_of([pack.id]), "The pack that the answers belong to."),
        "answers": (_answers(pack), "An absent answer counts like unknown in every range."),
    }
    return _object("Sheet", fields, "One respondent's answers for one organisation.", required)


def _answers(pack: Pack) -> type[BaseModel]:
    texts = pack.texts("en").questions
    return _object(
        "Answers",
        {question.id: (_answer(pack, question), texts[question.id].text) for question in pack.questions},
        "By question, then by item; a question with one answer holds it itself.",
    )


def _answer(pack: Pack, question: Question) -> Any:
    if question.kind == "one":
        return _one_of(pack.answers_to(question.id))
    texts = pack.texts("en").items[question.each_of or question.id]
    return _object(
        "Items " + question.id,
        {
            item.id: (_one_of(pack.answers_to(f"{question.id}.{item.id}")), texts[item.id].label)
            for item in pack.items_of(question)
        },
        "",
    )


def _one_of(words: Any) -> Any:
    """The type of a text that is one of ``words``; of none where there are no words."""
    return Literal[tuple(words)] if words else Annotated[str, Field(max_length=0, min_length=1)]


def _object(
    name: str,
    fields: dict[str, tuple[Any, str]],
    doc: str,
    required: dict[str, tuple[Any, str]] | None = None,
) -> type[BaseModel]:
    """A model with these keys: type and description of each, all but the ``required`` ones optional."""
    must = required or {}
    # Ids may be no names in Python, or names that pydantic uses itself: they go in as aliases.
    definitions: dict[str, Any] = {
        f"key_{index}": (kind, _field(key, text, must=key in must))
        for index, (key, (kind, text)) in enumerate({**must, **fields}.items())
    }
    return create_model(name, __config__=_CONFIG, __doc__=doc or None, **definitions)


def _field(key: str, text: str, *, must: bool) -> Any:
    if must:
        return Field(alias=key, description=text or None)
    # A factory, since a default would be told in the schema, and absent is not null.
    return Field(default_factory=_nothing, alias=key, description=text or None)


def _nothing() -> None:
    return None
