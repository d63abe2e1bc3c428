"""Rendering of the plain mode: questions, rows, states and help as plain lines."""

from collections.abc import Iterator

from smcheck.pack import Texts
from smcheck.plain.commands import Context
from smcheck.report.labels import answer_word, one_line, row_label
from smcheck.session import Row, Session
from smcheck.words.language import _


def question_lines(session: Session, texts: Texts) -> Iterator[str]:
    """The current question, why it is asked, and its numbered rows."""
    question = session.question
    words = texts.questions[question.id]
    yield ""
    yield _("Question {number} of {total}, {section}.").format(
        number=session.number,
        total=len(session.expected_questions),
        section=one_line(texts.sections[question.section].label),
    )
    yield one_line(words.text)
    yield _("Why: {why}").format(why=one_line(words.why))
    if question.kind == "several":
        yield _("Several may apply.")
    yield from row_lines(session, texts)
    note = session.sheet.notes.get(question.id)
    if note:
        yield _("Note: {note}").format(note=note)


def row_lines(session: Session, texts: Texts) -> Iterator[str]:
    """The rows with their numbers and states; “none of these” is number 0."""
    for number, row in enumerate(numbered_rows(session), 1):
        label = row_label(texts, session.question.id, row)
        state = state_word(row)
        yield f"{number}. {label}: {state}." if state else f"{number}. {label}."
    for row in session.rows:
        if row.kind == "none":
            label = row_label(texts, session.question.id, row)
            yield f"0. {label}: {_('chosen')}." if row.state else f"0. {label}."


def numbered_rows(session: Session) -> tuple[Row, ...]:
    """The rows that have a number from 1: all but “none of these”."""
    return tuple(row for row in session.rows if row.kind != "none")


def state_word(row: Row) -> str:
    """The answer that a row has, in a word; empty where it has none."""
    if row.kind in {"option", "unknown"}:
        return _("chosen") if row.state else ""
    return answer_word(row.state) if row.state else ""


def context(session: Session) -> Context:
    """What can be typed at the current question, or at the review."""
    questions = len(session.expected_questions)
    if session.at_review:
        return Context(0, questions)
    rows = numbered_rows(session)
    return Context(
        rows=len(rows),
        questions=questions,
        several=session.question.kind == "several",
        none=session.question.none,
        absent=frozenset(number for number, row in enumerate(rows, 1) if row.na),
    )


def help_lines(session: Session, texts: Texts) -> Iterator[str]:
    """What the question means, and every command."""
    if not session.at_review:
        yield one_line(texts.questions[session.question.id].help)
    yield _("1 4: yes to these, no to what is not given otherwise, and on to the next question.")
    yield _("0: none of these; don't know and does not exist stay. Nothing: keep what is given and go on.")
    yield _("?3: don't know number 3. ?: don't know any of them.")
    yield _("-5: number 5 does not exist here. These can be combined: 1 4 ?3 -5.")
    yield _("b: back. s: skip. u: take the last answers back. j 3: to question 3. r: what is open.")
    yield _("n TEXT: a note on this question. n: read it. n -: remove it.")
    yield _("q: leave; what was answered is kept.")


def review_lines(session: Session, texts: Texts) -> Iterator[str]:
    """Which questions are open, by number."""
    still_open = session.open_questions
    if not still_open:
        yield _("Every question is answered.")
        return
    yield _("Still open:")
    order = [question.id for question in session.expected_questions]
    for question in still_open:
        yield f"{order.index(question.id) + 1}. {one_line(texts.questions[question.id].text)}"
