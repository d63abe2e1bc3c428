"""The page's parts with tables: the comparison item by item, and who does what."""

from collections.abc import Iterator

from smcheck.pack import Question
from smcheck.report.blocks import NONE, Block, Heading, Paragraph, Table
from smcheck.report.case import Case
from smcheck.report.comparison import answer_words, comparison, no_figure_sentence
from smcheck.report.labels import answer_label, answer_word, capital, item_label, one_line
from smcheck.report.tab_content import ItemRow, RoleRow, SectionTable
from smcheck.report.who_does_what import who_does_what
from smcheck.scoring import Span
from smcheck.sheet.sheet import applies, paths_of
from smcheck.words.language import _
from smcheck.words.numbers import percent, percent_span, signed_span


def comparison_blocks(case: Case) -> Iterator[Block]:
    """Every section: what there is to say, its items, what no figure is compared with."""
    yield Heading(2, _("Comparison"))
    for table in comparison(case):
        yield from _section(table)
        yield from _other_answers(case, table.line.subject.id)


def _section(table: SectionTable) -> Iterator[Block]:
    line = table.line
    yield Heading(3, f"{line.label} ({table.surveys})" if table.surveys else line.label)
    possible = f"{capital(line.possible)}." if line.possible else ""
    said = " ".join(filter(None, (line.count_sentence, line.sentence, possible)))
    if said:
        yield Paragraph(said)
    if table.rows:
        last = _("gap") if line.judged else _("as you")
        yield Table(
            ("", _("you"), _("surveyed"), last),
            frozenset({2, 3}),
            tuple(_row(row) for row in table.rows),
        )
    if table.without_figure:
        yield Paragraph(no_figure_sentence(table))


def _row(row: ItemRow) -> tuple[str, str, str, str]:
    return (
        f"{row.label} ({row.note})" if row.note else row.label,
        f"{row.mark} {answer_words(row)}".strip(),
        NONE if row.percent is None else percent(row.percent),
        _span(row),
    )


def _span(row: ItemRow) -> str:
    span: Span | None = row.gap or row.as_you
    if span is None:
        return NONE
    return signed_span(*span) if row.gap else percent_span(*span)


def _other_answers(case: Case, section: str) -> Iterator[Block]:
    """The answers to questions without items of their own; no figure is compared with them."""
    for question in case.pack.questions:
        if question.section == section and not question.items and applies(case.pack, case.sheet, question):
            asked = one_line(case.texts.questions[question.id].text)
            yield Paragraph(f"{asked} {capital(_words(case, question))}.")


def _words(case: Case, question: Question) -> str:
    if question.kind == "one":
        return answer_label(case.pack, case.texts, question.id, case.sheet.answer(question.id))
    paths = paths_of(case.pack, case.sheet, question)
    return "; ".join(f"{item_label(case, path)}: {answer_word(case.sheet.answer(path))}" for path in paths)


# ── who does what ─────────────────────────────────────────────────────────────────────────────


def role_blocks(case: Case) -> Iterator[Block]:
    """Needs beside departments; nothing where no need calls for one."""
    roles = who_does_what(case)
    said = (*roles.sentences[1:], *roles.left_out)  # the first one stands under “who takes charge”
    if not roles.rows and not said:
        return
    yield Heading(2, _("Who does what"))
    if said:
        yield Paragraph(" ".join(said))
    if roles.rows:
        titles = ("", _("involved"), *(need.short for need in roles.needs))
        rows = tuple(_role_row(row) for row in roles.rows)
        covered = (_("covered?"), "", *roles.covered)
        legend = " · ".join(f"{cell.sign} {cell.meaning}" for cell in roles.legend)
        yield Table(titles, frozenset(), (*rows, covered), instead=roles.by_need, legend=legend)


def _role_row(row: RoleRow) -> tuple[str, ...]:
    return (row.short, row.answer, *(cell.sign for cell in row.cells))
