"""A line of a tab: what it shows, and what stands behind its number."""

from dataclasses import dataclass

from textual.content import Content

from smcheck.report.case import Case


@dataclass(frozen=True, slots=True)
class Line:
    """One or several rows of the screen that belong together.

    ``why`` names the number that the line is about: its kind and its id, such as ``("section", "team")``. A
    ``heading`` cannot be stopped at; the cursor goes on to the line below it.
    """

    content: Content
    why: tuple[str, str] | None = None
    heading: bool = False


def why_lines(case: Case, why: tuple[str, str]) -> list[str]:
    """How the number came about."""
    from smcheck.report import derivation
    from smcheck.report.passport import passport

    kind, id_ = why
    if kind == "source":
        return [f"{label}: {value}" for label, value in passport(case, id_)]
    if kind == "benchmark":
        return derivation.why_benchmark(case)
    if kind == "fit":
        return derivation.why_fit(case)
    by_id = {
        "section": derivation.why_section,
        "rank": derivation.why_rank,
        "item": derivation.why_item,
        "need": derivation.why_need,
        "department": derivation.why_department,
    }
    return by_id[kind](case, id_)
