"""The JSON Schema of a result, for other programs: pydantic models of what ``smcheck.report.data`` gives.

A test validates results with these models, so that schema and data stay the same.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Percent = Annotated[float, Field(ge=0, le=100)]
Points = Annotated[float, Field(ge=-100, le=100)]
Number = Annotated[int, Field(ge=0)]
Item = Annotated[str, Field(pattern=r"^[a-z0-9_-]+\.[a-z0-9_+-]+$")]
Answer = Literal["yes", "no", "unknown", "na"]


class Part(BaseModel):
    """The base of all parts: unknown keys are errors, and values are not converted."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class PercentRange(Part):
    """The range that the answers allow; both ends are the same where all are known."""

    low: Percent = Field(description="Percent, 0 to 100, not rounded.")
    high: Percent = Field(description="Percent, 0 to 100, not rounded.")


class PointsRange(Part):
    """The range of a gap that the answers allow; below 0 is below the surveyed companies."""

    low: Points = Field(description="Percentage points, -100 to 100, not rounded.")
    high: Points = Field(description="Percentage points, -100 to 100, not rounded.")


class CountPart(Part):
    """How many of several things are so: a range where not all is known."""

    low: Number = Field(description="The least number that the answers allow.")
    high: Number = Field(description="The largest number that the answers allow.")
    of: Number = Field(description="Of how many.")


class SurveyedCountPart(CountPart):
    """How many items are so, beside the surveyed companies."""

    surveyed_mean: Annotated[float, Field(ge=0)] = Field(
        description="The exact mean number among the surveyed companies."
    )


# ── the sheet ─────────────────────────────────────────────────────────────────────────────────


class SheetPart(Part):
    """Which sheet was assessed; what is not known is left out."""

    id: str = Field(default_factory=str, min_length=1, description="The stored sheet's id.")
    organisation: str = Field(default_factory=str, min_length=1, description="The organisation, as typed.")
    date: str = Field(
        default_factory=str, pattern=r"^\d{4}-\d{2}-\d{2}$", description="The day of the last change."
    )
    profile: dict[str, str] = Field(
        default_factory=dict, min_length=1, description="Sector, country and size, as ids of the pack."
    )


class CompletenessPart(Part):
    """How much was answered; it enters no score."""

    answered: Number = Field(description="Answers given, don't know included.")
    asked: Number = Field(description="Answers asked for, given the answers so far.")
    unknown: Number = Field(description="Answers given as don't know.")


# ── judged and described sections ─────────────────────────────────────────────────────────────


class DescribedItemPart(Part):
    """One item of a section without a better or worse."""

    answer: Answer | None = Field(description="The answer given; null where there is none yet.")
    percent: Percent | None = Field(
        description="Percent of the surveyed companies that say yes; null without a figure."
    )
    source: str | None = Field(description="The id of the survey that the percentage comes from.")


class JudgedItemPart(DescribedItemPart):
    """One item of a section with a better and a worse."""

    gap: PointsRange | None = Field(
        description="100 or 0 for the favourable or the other answer, minus the percentage of surveyed "
        "companies with the favourable one; null without a figure and for na."
    )


class JudgedSectionPart(Part):
    """A section with a better and a worse; its numbers are null where it is not comparable."""

    comparable: bool
    reason: Literal["few_figures", "few_exist"] = Field(
        default="few_figures",
        description="Only where not comparable: the survey has fewer than three figures for the section, or "
        "fewer than three of the items with a figure exist here.",
    )
    verdict: Literal["above", "below", "level", "open"] | None = Field(
        description="Of the whole gap; open: it depends on what nobody knows."
    )
    count: SurveyedCountPart = Field(description="Favourable answers among the items with a figure.")
    score: PercentRange | None = Field(description="100 times the share of favourable answers.")
    surveyed: Percent | None = Field(description="The same score of the surveyed companies, on average.")
    gap: PointsRange | None = Field(description="score - surveyed.")
    surveyed_with_more: PercentRange | None = Field(
        description="Percent of the surveyed companies with more favourable answers: the sharp range "
        "that the single percentages allow."
    )
    items: dict[str, JudgedItemPart] = Field(description="All items by id, in the pack's order.")


class BenchmarkPart(Part):
    """The judged sections together; null with fewer than two comparable ones."""

    verdict: Literal["above", "below", "mixed", "open", "none"] = Field(
        description="above or below in every comparable section; open: one of them is; mixed: anything "
        "else; none: fewer than two are comparable."
    )
    score: PercentRange | None = Field(description="The mean of the comparable sections' scores.")
    surveyed: Percent | None = Field(description="The mean of their surveyed values.")
    gap: PointsRange | None = Field(description="score - surveyed.")
    sections: dict[str, JudgedSectionPart] = Field(description="The judged sections, by id.")


class DescribedSectionPart(Part):
    """A section without a better or worse, beside the surveyed companies."""

    count: SurveyedCountPart = Field(description="Items answered yes among those with a figure.")
    alike: PercentRange | None = Field(
        description="Percent of the surveyed companies that answer an item as this one does, on average; "
        "null with fewer than three figures."
    )
    possible: PercentRange | None = Field(
        description="The lowest and highest value of alike that any answers could give."
    )
    items: dict[str, DescribedItemPart] = Field(description="All items by id, in the pack's order.")


# ── needs ─────────────────────────────────────────────────────────────────────────────────────


class NeedPart(Part):
    """A goal that is pursued, or a challenge that is faced and not in hand."""

    covered: Literal["yes", "no", "unknown"] = Field(
        description="Whether one of the candidates is involved; it says nothing about who is in charge."
    )
    candidates: list[str] = Field(
        min_length=1, description="Departments that could take charge: leads that exist, else a stand-in."
    )
    bring_in: str = Field(description="The first candidate.")
    supports: list[str] = Field(description="Departments that help.")


class NeedsPart(Part):
    """The company's own needs, and which of them are covered."""

    solo: bool = Field(description="At most one department exists, so there is nobody to bring in.")
    goals_covered: CountPart | None = Field(
        description="Of the goals that somebody here could take charge of; null without any, and where solo."
    )
    challenges_in_hand: CountPart | None = Field(
        description="Challenges with an owner and a measure; null where none is faced."
    )
    open: dict[Item, NeedPart] = Field(description="Every need with a candidate, covered or not, by item.")
    nobody_here: list[Item] = Field(description="Needs of which neither lead nor stand-in exists.")
    not_known: list[Item] = Field(description="Goals and challenges unknown or not answered; in no number.")


# ── advice ────────────────────────────────────────────────────────────────────────────────────


class StepPart(Part):
    """One thing to do."""

    kind: Literal["rule", "department"]
    id: str = Field(description="The rule's id, or the department's.")
    evidence: list[str] = Field(description="figure, the ids of arguments, judgement.")


class EffectPart(Part):
    """Goals covered before and after a department is brought in; null where there is none to cover."""

    before: CountPart | None
    after: CountPart | None


class DepartmentPart(Part):
    """A department that is not, or not known to be, involved."""

    department: str = Field(description="The department's id.")
    answer: Literal["no", "unknown"]
    label: Literal["advised", "common", "neither"] = Field(
        description="advised: it serves a need; common: only the survey speaks for it (50 percent or more)."
    )
    takes_charge: list[Item] = Field(description="The needs that it would take charge of.")
    helps: list[Item] = Field(description="The needs that it would help with.")
    percent: Percent | None = Field(
        description="Percent of the surveyed companies that involve it; null where not documented."
    )
    evidence: list[str] = Field(description="figure, the ids of arguments, judgement.")
    goals_covered: EffectPart


class FindingPart(Part):
    """A rule of the pack that holds."""

    rule: str = Field(description="The rule's id; its texts are in the pack.")
    about: list[Item] = Field(description="The items that it is about, where its text names them.")
    evidence: list[str] = Field(description="The ids of arguments, judgement.")


class SetupPart(FindingPart):
    """A rule on the set-up that holds."""

    urgency: Annotated[int, Field(ge=1, le=3)] = Field(description="1 is the most urgent, 3 the least.")


class AdvicePart(Part):
    """What to do and what to look at again, most important first."""

    next_steps: list[StepPart] = Field(max_length=3, description="What to do first.")
    also: list[StepPart] = Field(description="Everything else that is advised.")
    departments: list[DepartmentPart]
    missing_leads: list[str] = Field(
        description="The departments to bring in for all needs that are not covered for certain."
    )
    setup: list[SetupPart] = Field(description="Advice on the set-up.")
    second_look: list[FindingPart] = Field(description="Contradictions, to be put as questions.")


# ── figures and pack ──────────────────────────────────────────────────────────────────────────


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
