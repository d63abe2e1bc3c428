"""Where one stands, item by item: judged sections as distances, described ones as shares."""

from collections.abc import Iterator

from smcheck.pack import Question
from smcheck.report.case import Case
from smcheck.report.comparison import answer_words, changed_words, comparison
from smcheck.report.content import SectionLine
from smcheck.report.document.claims import claim
from smcheck.report.document.comments import comment_on
from smcheck.report.document.markers import markers
from smcheck.report.document.model import (
    Answer,
    Block,
    Comments,
    Differences,
    DocumentPart,
    Item,
    Pairs,
    Section,
    Shares,
)
from smcheck.report.labels import answer_label, answer_word, capital, item_short, one_line
from smcheck.report.tab_content import ItemRow, SectionTable
from smcheck.sheet.sheet import applies, paths_of
from smcheck.words.language import _
from smcheck.words.numbers import percent, with_sign


def where_part(case: Case) -> DocumentPart:
    """The judged sections."""
    message = _(
        "Minus: so many of 100 surveyed companies meet what you do not."
        " Plus: so many do not meet what you do."
    )
    return _part(case, "where", _("Where you stand, item by item"), message, judged=True)


def described_part(case: Case) -> DocumentPart:
    """The described sections."""
    message = _(
        "So many of 100 surveyed companies say yes; your answer stands before it."
        " More is neither better nor worse here."
    )
    return _part(case, "described", _("Described, not judged"), message, judged=False)


def _part(case: Case, id_: str, title: str, message: str, *, judged: bool) -> DocumentPart:
    tables = [table for table in comparison(case) if table.line.judged is judged]
    sections = tuple(_section(case, table) for table in tables)
    return DocumentPart(id_, title, message, sections, _claim([table.line for table in tables]))


def _claim(lines: list[SectionLine]) -> str:
    """How many points are met or named, in all the sections; else in the first."""
    counts = list(_counts(lines))
    return claim("; ".join(counts), counts[0]) if counts else ""


def _counts(lines: list[SectionLine]) -> Iterator[str]:
    text = _("{section}: {count}, surveyed companies {mean} on average")
    for line in lines:
        if line.count:
            yield text.format(section=line.label, count=line.count, mean=line.theirs)
        else:
            yield line.label


def _section(case: Case, table: SectionTable) -> Section:
    line = table.line
    possible = f"{capital(line.possible)}." if line.possible else ""
    return Section(
        id=line.subject.id,
        name=line.label,
        message=" ".join(filter(None, (line.count_sentence, line.sentence, possible))),
        blocks=tuple(_blocks(case, table)),
        hint=table.surveys,
    )


def _blocks(case: Case, table: SectionTable) -> Iterator[Block]:
    heads = (_("You"), _("Surveyed: yes"))
    rows = tuple(_item(case, row) for row in table.rows)
    if rows and table.line.judged:
        yield Differences(*heads, left=_("← surveyed ahead"), right=_("you ahead →"), rows=rows)
    elif rows:
        yield Shares(*heads, rows=rows)
    others = tuple(_others(case, table))
    if others:
        answers = tuple(answer for _label, _text, found in others for answer in found)
        yield Pairs(tuple((label, text) for label, text, _found in others), soft=True, answers=answers)
    comment = comment_on(case, f"sections.{table.line.subject.id}")
    if comment:
        yield Comments((comment,))


def _item(case: Case, row: ItemRow) -> Item:
    if row.percent is None:
        raise ValueError(row.subject.id)
    figure = case.figures.by_item[row.subject.id]
    gap = row.gap
    ends = dict.fromkeys((with_sign(gap.low), with_sign(gap.high))) if gap else {}
    return Item(
        path=row.subject.id,
        label=row.label,
        note=row.note,
        changed=row.changed,
        state=row.state,
        answer=row.answer,
        percent=row.percent,
        theirs=percent(row.percent),
        gap=gap,
        gap_texts=tuple(ends),
        source=markers(case).get(figure.source, ""),
    )


def _others(case: Case, table: SectionTable) -> Iterator[tuple[str, str, tuple[Answer, ...]]]:
    """The answers that no figure is compared with, and those to questions without items of their own."""
    if table.without_figure:
        found = tuple(
            Answer(row.subject.id, row.label, row.answer, row.changed) for row in table.without_figure
        )
        yield _("No figure to compare"), f"{_answers_text(found)}.", found
    for question in case.pack.questions:
        own = question.section == table.line.subject.id and not question.items
        if own and applies(case.pack, case.sheet, question):
            words = case.texts.questions[question.id]
            yield one_line(words.label or words.text), *_answers(case, question)


def _answers(case: Case, question: Question) -> tuple[str, tuple[Answer, ...]]:
    """The answers to a question, as a sentence and one by one."""
    words = case.texts.questions[question.id]
    name = one_line(words.label or words.text)
    if question.kind == "one":
        answer = answer_label(case.pack, case.texts, question.id, case.sheet.answer(question.id))
        only = Answer(question.id, name, answer, changed_words(case, question.id))
        return f"{capital(answer_words(answer, only.changed))}.", (only,)
    each = tuple(
        Answer(path, item_short(case, path), answer_word(case.sheet.answer(path)), changed_words(case, path))
        for path in paths_of(case.pack, case.sheet, question)
    )
    # by itself the name of a challenge would say that it is faced
    return f"{_answers_text(each)}.", tuple(entry._replace(label=f"{name}: {entry.label}") for entry in each)


def _answers_text(answers: tuple[Answer, ...]) -> str:
    return "; ".join(f"{each.label}: {answer_words(each.answer, each.changed)}" for each in answers)
