"""Who does what, and everything that is advised with its reason, evidence and effect."""

from collections.abc import Iterator

from smcheck.advice import Role, roles
from smcheck.report.case import Case
from smcheck.report.content import Overview
from smcheck.report.coverage import covered_goals_sentence
from smcheck.report.document.claims import claim
from smcheck.report.document.model import (
    DocumentPart,
    Matrix,
    MatrixRow,
    Part,
    Recommendations,
    Section,
    Text,
)
from smcheck.report.document.steps import document_step
from smcheck.report.labels import answer_word, department_label, item_label, item_short
from smcheck.report.who_does_what import legend_meaning, missing_sentences, role_meaning, who_does_what
from smcheck.words.language import _, n_
from smcheck.words.numbers import percent

_NO_PART = Part("", "", "")
_STATES = {"another_is": "covered"}
_CHARGES = ("lead", "help")
_ORDER = ("involved", "missing", "not_known", "covered")


def who_part(case: Case, content: Overview) -> DocumentPart:
    """The matrix, and the recommendations."""
    missing = missing_sentences(case)
    sections = (_matrix_section(case), _recommendations(case, content))
    return DocumentPart(
        id="who",
        title=_("Who does what"),
        message=" ".join(missing),
        sections=tuple(section for section in sections if section is not None),
        claim=claim(*missing, covered_goals_sentence(case), content.goals.sentence),
    )


# ── the matrix ────────────────────────────────────────────────────────────────────────────────


def _matrix_section(case: Case) -> Section | None:
    content = who_does_what(case)
    message = " ".join(content.left_out)
    if not content.needs:
        return Section("matrix", _("Departments"), message, ()) if message else None
    return Section("matrix", _("Departments"), message, (_matrix(case),))


def _matrix(case: Case) -> Matrix:
    found = roles(case.pack, case.sheet, case.result)
    rows = tuple(_row(case, department, found) for department in case.pack.departments)
    covered = {"yes": _("yes"), "no": _("no"), "unknown": "?"}
    return Matrix(
        department_head=_("Department"),
        needs=tuple((item_short(case, item), item_label(case, item)) for item in found),
        involved_head=_("Involved"),
        theirs_head=_("Surveyed"),
        rows=rows,
        covered_head=_("Covered"),
        covered=tuple(covered[need.covered] for need in case.result.needs.open.values()),
        legend=_legend(rows),
    )


def _legend(rows: tuple[MatrixRow, ...]) -> tuple[Part, ...]:
    """The parts that occur: those that take charge before those that help, as each of them stands."""
    parts = [part for row in rows for part in row.parts]
    found = {
        (charge, state): [part.meaning for part in parts if part[:2] == (charge, state)]
        for charge in _CHARGES
        for state in _ORDER
    }
    return tuple(Part(*sign, legend_meaning(sign[1], used)) for sign, used in found.items() if used)


def _row(case: Case, department: str, found: dict[str, dict[str, Role]]) -> MatrixRow:
    path = case.pack.department_path(department)
    answer, figure = case.sheet.answer(path), case.figures.by_item.get(path)
    exists = answer != "na"
    return MatrixRow(
        label=department_label(case, department),
        state=answer or "",
        answer=answer_word(answer),
        theirs=percent(100 * figure.share) if figure else "–",
        parts=tuple(_part(parts.get(department) if exists else None) for parts in found.values()),
    )


def _part(role: Role | None) -> Part:
    if role is None:
        return _NO_PART
    charge = "lead" if role.in_charge else "help"
    return Part(charge, _STATES.get(role.state, role.state), role_meaning(role))


# ── what is advised ───────────────────────────────────────────────────────────────────────────


def _recommendations(case: Case, content: Overview) -> Section:
    name = _("Recommendations")
    if content.no_steps:
        return Section("recommendations", name, "", (Text(content.no_steps),))
    block = Recommendations(
        heads=(_("Why"), _("Evidence"), _("What changes")),
        rows=tuple(document_step(case, step) for step in content.steps),
        also_head=_("Also") if content.also else "",
        also=tuple(document_step(case, step) for step in content.also),
    )
    return Section("recommendations", name, "".join(_number(content)), (block,))


def _number(content: Overview) -> Iterator[str]:
    """How many things are advised, and which come first."""
    first, all_ = len(content.steps), len(content.steps) + len(content.also)
    if first == all_:
        yield n_("One thing is advised.", "{n} things are advised.", all_).format(n=all_)
    else:
        text = n_(
            "{n} things are advised; one comes first.", "{n} things are advised; {first} come first.", first
        )
        yield text.format(n=all_, first=first)
