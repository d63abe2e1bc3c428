"""Who takes charge: goals and challenges beside the departments."""

from dataclasses import dataclass

from smcheck.report.tab_content import Part


@dataclass(frozen=True, slots=True)
class Need:
    """A goal, or an open challenge: who usually takes charge, and how that is today.

    ``state`` is ``covered``, ``missing``, ``not_known`` or ``nobody_here``; ``today`` says it. Where a sign
    takes the place of ``today``, ``short_who`` is the department, marked where it stands in.
    """

    label: str
    short: str
    state: str
    department: str
    today: str
    short_who: str


@dataclass(frozen=True, slots=True)
class Needs:
    """Needs under each other, with the heads of the three columns.

    ``legend`` says what a sign for a department means: the states that occur, each in words.
    """

    heads: tuple[str, str, str]
    rows: tuple[Need, ...]
    legend: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A department: its part in each need, whether it is involved, and how many companies involve theirs.

    ``state`` is as in :class:`Item`; ``theirs`` is ``–`` without a figure.
    """

    label: str
    state: str
    answer: str
    theirs: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Departments as rows, needs as columns, each with its short and full name.

    ``covered`` says for each need whether it is: ``yes`` or ``no`` in words, or ``?``; ``legend`` holds the
    parts that occur.
    """

    department_head: str
    needs: tuple[tuple[str, str], ...]
    involved_head: str
    theirs_head: str
    rows: tuple[MatrixRow, ...]
    covered_head: str
    covered: tuple[str, ...]
    legend: tuple[Part, ...]
