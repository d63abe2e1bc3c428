"""The JSON Schema of a result, for other programs: pydantic models of what ``smcheck.report.data`` gives.

A test validates results with these models, so that schema and data stay the same.
"""

from typing import Any

from pydantic import Field

from smcheck.report.result_advice import AdvicePart, NeedsPart
from smcheck.report.result_parts import (
    Answer,
    BenchmarkPart,
    CompletenessPart,
    DescribedSectionPart,
    Item,
    Part,
    SheetPart,
)


class CautionPart(Part):
    """What to bear in mind when reading the numbers."""

    kind: str = Field(
        description="old (more than 3 years), historical (more than 8), sector, country or size (the survey "
        "asked others), n_unknown, n_unconfirmed, self_selected, users_only, or the id of a caution of the "
        "pack."
    )
    source: str = Field(description="The id of the survey.")
    year: int = Field(description="The year of the survey.")
    items: list[Item] = Field(
        default_factory=list, min_length=1, description="With a caution of the pack: the items it is about."
    )
    given: str = Field(
        default_factory=str, min_length=1, description="With sector, country and size: the respondent's."
    )
    surveyed: list[str] = Field(
        default_factory=list, min_length=1, description="With sector, country and size: what was asked."
    )


class FiguresPart(Part):
    """The figure set that everything is held against."""

    id: str
    sources: list[str] = Field(min_length=1, description="The ids of its surveys.")


class PackPart(Part):
    """The pack that was asked."""

    id: str
    version: str = Field(pattern=r"^\d+\.\d+\.\d+$")
    hash: str = Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 over all files of the pack.")


class ResultPart(Part):
    """The result of one sheet. Percentages are numbers on 0 to 100 and are not rounded."""

    sheet: SheetPart
    answers: dict[str, str | dict[str, Answer] | None] = Field(
        description="Answers that are in no section's items: of questions with one answer, by id, and of "
        "follow-up questions, by item."
    )
    benchmark: BenchmarkPart
    described: dict[str, DescribedSectionPart] = Field(description="The described sections, by id.")
    needs: NeedsPart
    completeness: CompletenessPart
    advice: AdvicePart
    cautions: list[CautionPart]
    changed_after_result: list[str] = Field(
        description="Items and questions whose answers had another value when the result was first seen."
    )
    answered_after_result: list[str] = Field(
        description="Items and questions that were first answered after the result was seen."
    )
    figures: FiguresPart
    pack: PackPart


def result_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what ``smcheck score --format json`` gives for one sheet.

    Unlike the models it allows unknown keys: a later version may give more.
    """
    schema: dict[str, Any] = _allow_unknown_keys(ResultPart.model_json_schema())
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "smcheck result",
    }


def _allow_unknown_keys(schema: Any) -> Any:
    """The schema without ``additionalProperties: false``."""
    if isinstance(schema, list):
        return [_allow_unknown_keys(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: _allow_unknown_keys(part)
        for key, part in schema.items()
        if not (key == "additionalProperties" and part is False)
    }
