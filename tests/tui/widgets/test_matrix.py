"""The matrix of who does what: heads in two rows, columns that line up, when it gives way."""

import pytest

from smcheck.report.who_does_what import who_does_what
from smcheck.tui.widgets.matrix import break_name, fit_matrix, legend
from support.companies import EVERYTHING, example
from support.companies import case_of as company
from support.lines import missing, shown_rows
from support.result import NAMES, case_of


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Awareness", ("", "Awareness")),
        ("Data protection", ("Data", "protection")),
        ("Presse u. a.", ("Presse", "u. a.")),
        ("New paying customers", ("New paying", "customers")),
        ("a b", ("a", "b")),
        ("", ("", "")),
    ],
)
def test_a_head_breaks_at_a_blank(name: str, wanted: tuple[str, str]) -> None:
    """Over two rows, as short as it can be; one word stands in the lower row."""
    assert break_name(name) == wanted


def test_the_example_as_a_matrix() -> None:
    """Signs stand below the heads of their columns, the last row answers for each."""
    matrix = fit_matrix(who_does_what(example()), 70)
    assert matrix is not None
    rows = [*matrix.heads(), *matrix.rows(), *matrix.coverage_lines()]
    assert [row.plain.rstrip() for row in rows] == [
        "                                          New               Data",
        "          involved   Awareness Applicants customers Service protection",
        "─" * 70,
        "Marketing yes        ●         +          ●         +",
        "PR        no         ○         +!",
        "Sales     no         +!                   ○",
        "Support   don't know                      +?        ○?",
        "HR        no                   ○!",
        "IT        no                                                +!",
        "Legal     no                                                ○!",
        "─" * 70,
        "covered?             ● yes     ○ no       ● yes     ? maybe ○ no",
    ]


@pytest.mark.parametrize(
    ("width", "first", "takes"),
    [
        (69, None, None),
        (70, "Marketing yes", 70),
        (76, "Marketing  yes", 76),
        (92, "Marketing                  yes", 92),
    ],
)
def test_names_as_long_as_there_is_room(width: int, first: str | None, takes: int | None) -> None:
    """Nothing below its width, then short names close together, then apart, then whole names."""
    matrix = fit_matrix(who_does_what(example()), width)
    if first is None:
        assert matrix is None
    else:
        assert matrix is not None
        assert matrix.width == takes
        assert next(iter(matrix.rows())).plain.startswith(first)


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [60, 70, 74, 114, 176])
def test_nothing_is_cut(name: str, lang: str, width: int) -> None:
    """Where there is a matrix, every name, head and sign is whole in it, and each sign is explained."""
    roles = who_does_what(case_of(name, lang))
    matrix = fit_matrix(roles, width)
    if matrix is None:
        return
    rows = shown_rows([*matrix.heads(), *matrix.rows(), *matrix.coverage_lines(), *legend(roles, 90)], width)
    assert missing(matrix.names, rows) == []
    heads = [word for need in roles.needs for word in need.short.split()]
    assert missing(heads, rows[:2]) == []
    for row, shown in zip(roles.rows, matrix.rows(), strict=True):
        assert [sign for sign in shown.plain.split() if sign[0] in "●○+"] == [
            cell.sign for cell in row.parts if cell.sign
        ]
    assert missing([cell.meaning for cell in roles.legend], rows) == []
    assert {cell.sign for row in roles.rows for cell in row.parts} - {""} == {c.sign for c in roles.legend}


def test_only_who_takes_charge_has_a_warning_colour() -> None:
    """Help that is missing is soft; the sign says by itself what its colour says."""
    matrix = fit_matrix(who_does_what(example()), 70)
    assert matrix is not None
    colours: dict[str, set[str]] = {}
    for row in matrix.rows():
        for span in row.spans:
            sign = row.plain[span.start : span.end].strip()
            if sign and sign[0] in "●○+":
                colours.setdefault(sign, set()).add(str(span.style))
    assert colours == {
        "●": {"$you"},
        "○": {"$soft"},
        "○!": {"bold $below"},
        "○?": {"bold $unknown"},
        "+": {"$you"},
        "+!": {"$soft"},
        "+?": {"$soft"},
    }


def test_without_a_need_there_is_no_matrix() -> None:
    """All challenges in hand and no goal: nobody has a part."""
    answers = {**EVERYTHING, "goals": dict.fromkeys(EVERYTHING["goals"], "no")}
    assert fit_matrix(who_does_what(company(answers)), 176) is None
