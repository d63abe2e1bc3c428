"""Parts of a result's JSON as pydantic models: needs and advice."""

from typing import Annotated, Literal

from pydantic import Field

from smcheck.report.result_parts import CountPart, Item, Part, Percent

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
