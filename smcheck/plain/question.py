"""A question in plain lines: its text and rows, the answers in words, help, and all answers at a glance."""

from collections.abc import Iterable, Iterator

from smcheck.pack import Pack, Question, Texts
from smcheck.plain.commands import Context
from smcheck.report.answers import answer_phrases, chosen_phrase
from smcheck.report.labels import answer_word, earlier_words, item_texts, join_words, one_line, row_label
from smcheck.session import Row, Session
from smcheck.sheet.sheet import applies
from smcheck.words.language import _, n_


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
    yield from _row_lines(session, texts)
    if any(row.earlier for row in session.rows):
        yield _("An empty line confirms what was answered before.")
    yield from note_lines(session.sheet.notes.get(question.id, ""))


def note_lines(note: str) -> list[str]:
    """A note, line by line; none where there is none."""
    return _("Note: {note}").format(note=note).split("\n") if note else []


def _row_lines(session: Session, texts: Texts) -> Iterator[str]:
    """The rows with what is typed for them, their number, 0 or ?, and their states."""
    numbered = [(f"{number}.", row) for number, row in enumerate(numbered_rows(session.rows), 1)]
    nothing = [("0.", row) for row in session.rows if row.is_nothing]
    unknown = [("?", row) for row in session.rows if row.kind == "unknown"]
    for typed, row in (*numbered, *nothing, *unknown):
        label = row_label(texts, session.question.id, row)
        state = _state_word(row) or earlier_words(row)
        yield f"{typed} {label}: {state}." if state else f"{typed} {label}."


def numbered_rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows that have a number from 1: all but “none of these”, “nobody” and “don't know”."""
    return tuple(row for row in rows if not row.is_nothing and row.kind != "unknown")


def _state_word(row: Row) -> str:
    """The answer that a row has, in a word; empty where it has none."""
    if row.kind != "item":
        return _("chosen") if row.state else ""
    return answer_word(row.state) if row.state else ""


def context(session: Session) -> Context:
    """What can be typed at the current question, or at the review."""
    questions = len(session.expected_questions)
    if session.at_review:
        return Context(0, questions)
    rows = numbered_rows(session.rows)
    return Context(
        rows=len(rows),
        questions=questions,
        several=session.question.kind == "several",
        none=any(row.is_nothing for row in session.rows),
        absent=frozenset(number for number, row in enumerate(rows, 1) if row.na),
    )


# ── answers in words ──────────────────────────────────────────────────────────────────────────


def answer_lines(pack: Pack, texts: Texts, question: Question, rows: Iterable[Row]) -> Iterator[str]:
    """The answers of these rows, one line for each kind of answer."""
    if question.kind == "one":
        yield from (f"{chosen_phrase(texts, question, row.id)}." for row in rows if row.state)
        return
    names: dict[str | None, list[str]] = {}
    for row in rows:
        if row.kind == "item":
            name = item_texts(pack, texts, f"{question.id}.{row.id}").inline
            names.setdefault(row.state, []).append(one_line(name))
    said = {
        "yes": _("Yes: {items}."),
        "no": _("No: {items}."),
        "unknown": _("Don't know: {items}."),
        "na": n_("Does not exist here: {items}.", "Do not exist here: {items}.", len(names.get("na", ()))),
    }
    for state, text in said.items():
        if state in names:
            yield text.format(items=join_words(names[state]))


def all_answer_lines(session: Session, texts: Texts) -> Iterator[str]:
    """Every question with its number, its answers and its note."""
    pack, sheet = session.pack, session.sheet
    for number, question in enumerate(session.expected_questions, 1):
        yield f"{number}. {one_line(texts.questions[question.id].text)}"
        if applies(pack, sheet, question):
            yield "; ".join(answer_phrases(pack, texts, sheet, question)) + "."
        else:
            yield _("Not asked so far.")
        yield from note_lines(sheet.notes.get(question.id, ""))


def open_lines(session: Session, texts: Texts) -> Iterator[str]:
    """Which questions are open, by number."""
    still_open = session.open_questions
    if not still_open:
        yield _("Every question is answered.")
        return
    yield _("Still open:")
    for question in still_open:
        yield f"{session.number_of(question)}. {one_line(texts.questions[question.id].text)}"


# ── help ──────────────────────────────────────────────────────────────────────────────────────


def help_lines(session: Session, texts: Texts, *, can_undo: bool) -> Iterator[str]:
    """What the question and its items mean, and the commands that hold at this place."""
    if session.at_review:
        yield _("A number: to that question. Nothing: the result. b: back to the last question.")
    else:
        yield one_line(texts.questions[session.question.id].help)
        yield from _meanings(session, texts)
        yield _("What can be typed:")
        yield from _answer_help(session, texts)
        yield from _step_help(session)
    if can_undo:
        yield _("u: take the last answers back.")
    yield _("answers: all answers so far. result: the result, whatever is still open.")
    yield _("q: leave; what was answered is kept.")


def _meanings(session: Session, texts: Texts) -> Iterator[str]:
    """What each item means."""
    for number, row in enumerate(numbered_rows(session.rows), 1):
        if row.text_of:
            words = texts.items[row.text_of][row.id]
            yield f"{number}. {one_line(words.label)}: {one_line(words.help)}"


def _answer_help(session: Session, texts: Texts) -> Iterator[str]:
    """How to answer."""
    here = context(session)
    if not here.several:
        yield _("1: choose number 1. ?: don't know.")
        yield from (
            f"0: {row_label(texts, session.question.id, row)}." for row in session.rows if row.is_nothing
        )
    elif here.rows < 2:
        yield _("1: yes. ?: don't know.")
    else:
        text = _("1 {n}: yes to these, no to what is not answered otherwise, and on. 1-{n}: from 1 to {n}.")
        yield text.format(n=min(here.rows, 4))
        yield _("?2: don't know number 2. ?: don't know any of them.")
    if here.absent:
        text = _("-{n}: number {n} does not exist here. 1 ?2 -{n}: all of it on one line.")
        yield text.format(n=max(here.absent))
    if here.none and here.several:
        yield _("0: none of these; don't know and does not exist stay.")
        if here.absent:
            yield _("-0: all others do not exist here.")


def _step_help(session: Session) -> Iterator[str]:
    """How to go about."""
    if session.is_started(session.question):
        yield _("Nothing: keep what is given, no to the rest, and on.")
    if session.number > 1:
        yield _("b: back. s: skip the question.")
    else:
        yield _("s: skip the question.")
    yield _("j {n}: to question {n}.").format(n=len(session.expected_questions))
    yield _("n TEXT: a note on this question. n+ TEXT: another line of it. n: read it. n -: remove it.")
