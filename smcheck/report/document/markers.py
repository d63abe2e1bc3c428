"""How the text refers to a source: by its number among the figure set's."""

from smcheck.report.case import Case


def markers(case: Case) -> dict[str, str]:
    """The marker of each source, by its id: ``1``, ``2`` in the figure set's order."""
    return {id_: str(number) for number, id_ in enumerate(case.figures.by_source, 1)}
