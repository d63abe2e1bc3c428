"""The JSON Schema of a result, for other programs: pydantic models of what ``smcheck.report.data`` gives.

A test validates results with these models, so that schema and data stay the same.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Percent = Annotated[float, Field(ge=0, le=100)]
Points = Annotated[float, Field(ge=-100, le=100)]
Share = Annotated[float, Field(ge=0, le=1)]
Number = Annotated[int, Field(ge=0)]
Item = Annotated[str, Field(pattern=r"^[a-z0-9_+-]+\.[a-z0-9_+-]+$")]
Answer = Literal["yes", "no", "unknown", "na"]


class Part(BaseModel):
    """The base of all parts: unknown keys are errors, and values are not converted."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class PercentRange(Part):
    """The range that the answers allow; both ends are the same where all are known."""

    low: Percent = Field(description="Percent, 0 to 100, not rounded.")
    high: Percent = Field(description="Percent, 0 to 100, not rounded.")


class PointsRange(Part):
    """The range of a lead that the answers allow; below 0 is behind the surveyed companies."""

    low: Points = Field(description="Percentage points, -100 to 100, not rounded.")
    high: Points = Field(description="Percentage points, -100 to 100, not rounded.")


class ShareRange(Part):
    """The range of a share that the answers allow."""

    low: Share = Field(description="A share, 0 to 1.")
    high: Share = Field(description="A share, 0 to 1.")


class SheetPart(Part):
    """Which sheet was assessed; without keys for one that has neither id nor organisation."""

    id: str = Field(default_factory=str, min_length=1, description="The stored sheet's id.")
    organisation: str = Field(default_factory=str, min_length=1, description="The organisation, as typed.")


class CountPart(Part):
    """How many favourable answers there are."""

    low: Number = Field(description="Favourable answers; unknown and absent ones as not favourable.")
    high: Number = Field(description="Favourable answers; unknown and absent ones as favourable.")
    of: Number = Field(description="Items that count: those with a figure that are not answered na.")
    surveyed_mean: Annotated[float, Field(ge=0)] = Field(
        description="The exact mean number of favourable answers among the surveyed companies."
    )


class ItemPart(Part):
    """One scored item."""

    answer: Answer | None = Field(description="The answer given; null where there is none yet.")
    favourable: Literal["yes", "no"] = Field(description="The answer that counts as a gain.")
    percent: Percent = Field(description="Percent of the surveyed companies that have the item.")
    lead: PointsRange | None = Field(
        description="What this answer adds or costs, in points; null for na, which is out of the score."
    )
    source: str = Field(description="The id of the survey that the percentage comes from.")


class SectionPart(Part):
    """One section beside the surveyed companies."""

    score: PercentRange = Field(description="100 times the share of favourable answers.")
    surveyed: Percent = Field(description="The same score of the surveyed companies, on average.")
    lead: PointsRange = Field(description="score - surveyed.")
    count: CountPart
    surveyed_with_more: PercentRange = Field(
        description="Percent of the surveyed companies with more favourable answers: the sharp range "
        "that the single percentages allow."
    )
    items: dict[str, ItemPart] = Field(description="The scored items by id, in the pack's order.")


class BenchmarkPart(Part):
    """The sections together; its numbers are null where no section can be scored."""

    score: PercentRange | None = Field(description="The weighted mean of the sections' scores.")
    surveyed: Percent | None = Field(description="The weighted mean of the sections' surveyed values.")
    lead: PointsRange | None = Field(description="score - surveyed.")
    robust_lead: PointsRange | None = Field(
        description="The lead when every section weight is halved, kept or doubled independently."
    )
    verdict: Literal["ahead", "level", "behind", "open"] = Field(
        description="ahead: the whole robust lead is above 0; behind: all below 0; level: neither; "
        "open: some section has no answer yet."
    )
    sections: dict[str, SectionPart] = Field(description="The sections that can be scored, by id.")


class NeedPart(Part):
    """A goal or challenge that calls for departments."""

    backing: ShareRange = Field(
        description="The weight on board among existing departments; lead 2, support 1."
    )
    lead: str = Field(description="The first of leads.")
    leads: list[str] = Field(min_length=1, description="The departments that lead it.")
    supports: list[str] = Field(description="The departments that support it.")
    missing: list[str] = Field(description="Those of them that are not involved.")
    unknown: list[str] = Field(description="Those of them of which it is not known.")
    na: list[str] = Field(description="Those of them that do not exist.")


class FitPart(Part):
    """How far the departments on board meet the company's own goals and challenges."""

    score: PercentRange | None = Field(description="100 times the mean backing; null where there is no need.")
    needs: dict[Item, NeedPart] = Field(description="What calls for departments, by item.")
    possible_needs: dict[Item, NeedPart] = Field(
        description="What may call for departments: not known whether it is pursued, faced or in hand."
    )


class CompletenessPart(Part):
    """How much was answered; it enters no score."""

    answered: Number = Field(description="Answers given, don't know included.")
    asked: Number = Field(description="Answers asked for, given the answers so far.")
    unknown: Number = Field(description="Answers given as don't know.")


class FitEffect(Part):
    """The fit before and after one answer is changed."""

    before: PercentRange | None
    after: PercentRange | None


class BenchmarkEffect(Part):
    """The benchmark's score before and after one answer is changed."""

    before: PercentRange | None
    after: PercentRange | None


class DepartmentPart(Part):
    """A department that is not, or not known to be, involved."""

    department: str = Field(description="The department's id.")
    answer: Literal["no", "unknown"]
    label: Literal["advised", "common", "neither"] = Field(
        description="advised: it serves a need; common: only the survey speaks for it; neither: nothing does."
    )
    leads: list[Item] = Field(description="The needs that it would lead.")
    supports: list[Item] = Field(description="The needs that it would support.")
    fit: FitEffect
    benchmark: BenchmarkEffect
    percent: Percent | None = Field(
        description="Percent of the surveyed companies that involve it; null where not documented."
    )
    evidence: list[str] = Field(description="figure, the ids of arguments, judgement.")


class FindingPart(Part):
    """A rule of the pack that holds."""

    rule: str = Field(description="The rule's id; its texts are in the pack.")
    about: list[Item] = Field(description="The items that it is about, where its text names them.")
    evidence: list[str] = Field(description="The ids of arguments, judgement.")


class AdvicePart(Part):
    """What to do and what to look at again, most important first."""

    departments: list[DepartmentPart]
    smallest_team: list[str] = Field(
        description="The fewest departments to add so that every need has a lead on board."
    )
    without_lead: list[Item] = Field(description="The needs whose leads all do not exist.")
    setup: list[FindingPart] = Field(description="Advice on the set-up.")
    second_look: list[FindingPart] = Field(description="Contradictions, to be put as questions.")


class CautionPart(Part):
    """What to bear in mind when reading the numbers."""

    kind: str = Field(
        description="old (more than 3 years), historical (more than 8), sector or country (the survey asked "
        "others), n_unknown, n_unconfirmed, or the id of a caution of the pack."
    )
    source: str = Field(description="The id of the survey.")
    year: int = Field(description="The year of the survey.")
    items: list[Item] = Field(
        default_factory=list, min_length=1, description="With a caution of the pack: the items it is about."
    )


class PackPart(Part):
    """The pack that was asked."""

    id: str
    version: str = Field(pattern=r"^\d+\.\d+\.\d+$")
    hash: str = Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 over all files of the pack.")


class ResultPart(Part):
    """The result of one sheet. Percentages are numbers on 0 to 100 and are not rounded."""

    sheet: SheetPart
    benchmark: BenchmarkPart
    fit: FitPart
    completeness: CompletenessPart
    advice: AdvicePart
    cautions: list[CautionPart]
    changed_after_result: list[str] = Field(
        description="Items and questions whose answers were changed after the result was first seen."
    )
    figures: str = Field(description="The id of the figure set that the benchmark is measured against.")
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
