"""Parts of a result's JSON as pydantic models: ranges and counts, the sheet, sections."""

from typing import Annotated, Literal

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
