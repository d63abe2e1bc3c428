"""Who does what, and everything that is advised with its reason, evidence and effect."""

from collections.abc import Iterator

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
from smcheck.report.labels import answer_word, department_label
from smcheck.report.tab_content import NO_PART, Roles
from smcheck.report.who_does_what import missing_sentences, who_does_what
from smcheck.words.language import _, n_
from smcheck.words.numbers import percent


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
    return Section("matrix", _("Departments"), message, (_matrix(case, content),))


def _matrix(case: Case, content: Roles) -> Matrix:
    parts = {row.subject.id: row.parts for row in content.rows}
    none = (NO_PART,) * len(content.needs)
    covered = {"yes": _("yes"), "no": _("no"), "unknown": "?"}
    return Matrix(
        department_head=_("Department"),
        needs=tuple((need.short, need.label) for need in content.needs),
        involved_head=_("Involved"),
        theirs_head=_("Surveyed"),
        rows=tuple(_row(case, name, parts.get(name, none)) for name in case.pack.departments),
        covered_head=_("Covered"),
        covered=tuple(covered[need.covered] for need in case.result.needs.open.values()),
        legend=content.legend,
    )


def _row(case: Case, department: str, parts: tuple[Part, ...]) -> MatrixRow:
    path = case.pack.department_path(department)
    answer, figure = case.sheet.answer(path), case.figures.by_item.get(path)
    return MatrixRow(
        label=department_label(case, department),
        state=answer or "",
        answer=answer_word(answer),
        theirs=percent(100 * figure.share) if figure else "–",
        parts=parts,
    )


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
