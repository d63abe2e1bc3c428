"""How the numbers of a result came about, by the kind and id that a row names."""

from smcheck.report.case import Case


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
