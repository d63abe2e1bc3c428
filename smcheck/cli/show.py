"""What ``smcheck show`` prints: a stored sheet in words, its answers and the history of its entries.

It stands beside the command, since no result is in it and nothing else prints it; its words are the report's.
"""

from collections.abc import Iterator, Sequence

from smcheck.pack import Pack, Question, Texts
from smcheck.report.columns import wrap
from smcheck.report.comments import comment_subject
from smcheck.report.labels import (
    LONGEST_NAME,
    answer_label,
    item_texts,
    one_line,
    profile_pairs,
    sheet_name,
)
from smcheck.report.state import sheet_state
from smcheck.scoring import completeness
from smcheck.sheet import Comment, Sheet
from smcheck.sheet.sheet import applies, paths_of
from smcheck.store import HistoryEntry
from smcheck.words.controls import clip, escape_controls
from smcheck.words.language import _, language, n_
from smcheck.words.numbers import day, here

_WIDTH = 80
_INDENT = "  "


def render_answers(pack: Pack, sheet: Sheet) -> str:
    """Who answered what, as plain text of at most 80 columns that ends with a line feed.

    Answers are in words; one that was changed after the result was seen says so. Notes and comments keep
    their lines.
    """
    texts = pack.texts(language())
    lines = [*wrap(sheet_name(sheet), _WIDTH), *_facts(pack, sheet)]
    for label, value in profile_pairs(sheet, texts):
        lines += _wrap(f"{label}: {value}", 1)
    section = ""
    for question in pack.questions:
        if question.section != section:
            section = question.section
            lines += ["", one_line(texts.sections[section].label)]
        lines += _question(pack, sheet, texts, question)
    for number, (key, comment) in enumerate(sheet.all_comments().items()):
        lines += ([] if number else ["", _("Comments")]) + [*_comment(pack, texts, key, comment)]
    return "".join(f"{line}\n" for line in lines)


def render_history(pack: Pack, entries: Sequence[HistoryEntry]) -> str:
    """Every entry, oldest first, one line each under its question, as plain text that ends with a line feed.

    A line says when, in this computer's time zone, what, by whom; of an answer also whether before or after
    the result was seen. What the pack no longer knows is shown by its id.
    """
    texts = pack.texts(language())
    lines = [_("History")]
    question = ""
    for entry in entries:
        heading = _heading(pack, texts, entry)
        if heading != question:
            question = heading
            lines += _wrap(heading, 1)
        lines.append(_INDENT * 2 + _history_line(pack, texts, entry))
    return "".join(f"{line}\n" for line in lines)


def _wrap(text: str, depth: int) -> list[str]:
    return wrap(text, _WIDTH, _INDENT * depth, _INDENT * (depth + 1))


# ── the sheet ─────────────────────────────────────────────────────────────────────────────────


def _facts(pack: Pack, sheet: Sheet) -> list[str]:
    on = sheet.on()
    unknown = completeness(pack, sheet).unknown
    facts = [
        escape_controls(sheet.id),
        day(on) if on else "",
        sheet_state(pack, sheet, finished=sheet.result_seen is not None),
        n_("{n} don't know", "{n} don't know", unknown).format(n=unknown) if unknown else "",
    ]
    return wrap(" · ".join(fact for fact in facts if fact), _WIDTH)


def _question(pack: Pack, sheet: Sheet, texts: Texts, question: Question) -> Iterator[str]:
    yield from _wrap(one_line(texts.questions[question.id].text), 1)
    if not applies(pack, sheet, question):
        yield from _wrap(_("not asked, given the other answers"), 2)
    for path in paths_of(pack, sheet, question):
        yield from _wrap(_answer(pack, sheet, texts, path), 2)
    note = sheet.notes.get(question.id, "")
    for number, line in enumerate(escape_controls(note, lines=True).split("\n") if note else ()):
        yield from _wrap(line if number else _("Note: {note}").format(note=line), 2)


def _answer(pack: Pack, sheet: Sheet, texts: Texts, path: str) -> str:
    words = answer_label(pack, texts, path, sheet.answer(path))
    if "." in path:
        words = f"{one_line(item_texts(pack, texts, path).label)}: {words}"
    if path in sheet.changed_after_result:
        words += " · " + _("changed after the result was seen")
    if path in sheet.answered_after_result:
        words += " · " + _("answered after the result was seen")
    return words


def _comment(pack: Pack, texts: Texts, key: str, comment: Comment) -> Iterator[str]:
    """What is commented on, by whom and when, then the comment in its lines."""
    at = day(here(comment.at)) if comment.at else ""
    head = (comment_subject(pack, texts, key), clip(comment.by, LONGEST_NAME), at)
    yield from _wrap(" · ".join(filter(None, head)), 1)
    for line in escape_controls(comment.text, lines=True).split("\n"):
        yield from _wrap(line, 2)


# ── the history ───────────────────────────────────────────────────────────────────────────────


def _heading(pack: Pack, texts: Texts, entry: HistoryEntry) -> str:
    """The question that an entry belongs to, or what a comment is on."""
    if entry.kind == "profile":
        return _("Who answers")
    if entry.kind == "comment":
        return comment_subject(pack, texts, entry.key)
    question = texts.questions.get(entry.key.partition(".")[0])
    return one_line(question.text) if question else escape_controls(entry.key)


def _history_line(pack: Pack, texts: Texts, entry: HistoryEntry) -> str:
    moment = here(entry.at) if entry.at else None
    # A clock looks the same in all our languages.
    when = f"{day(moment)} {moment:%H:%M:%S}" if moment else "–"
    by = clip(entry.by, LONGEST_NAME) or _("not named")
    parts = [f"{when}  {_change(pack, texts, entry)}", by]
    if entry.kind == "answer":
        parts.append(_("after the result") if entry.after_result else _("before the result"))
    return " · ".join(parts)


def _change(pack: Pack, texts: Texts, entry: HistoryEntry) -> str:
    """What an entry gave or took back, with a label where its heading does not say it."""
    value = entry.value
    if entry.kind == "comment":
        return _("Comment: {text}").format(text=_("taken back") if value is None else escape_controls(value))
    if entry.kind == "note":
        return _("Note: {note}").format(note=_("taken back") if value is None else escape_controls(value))
    if entry.kind == "profile":
        choice = texts.profile.get(entry.key)
        options = choice.options if choice else {}
        label = (
            one_line(choice.label)
            if choice
            else _("Role")
            if entry.key == "role"
            else escape_controls(entry.key)
        )
        return f"{label}: {_('taken back') if value is None else escape_controls(options.get(value, value))}"
    words = _("taken back") if value is None else answer_label(pack, texts, entry.key, value)
    if entry.key in pack.items:
        return f"{one_line(item_texts(pack, texts, entry.key).label)}: {words}"
    question, dot, _item = entry.key.partition(".")
    # An item that is gone has its id for a label; where its question is gone too, the id is the heading.
    return f"{escape_controls(entry.key)}: {words}" if dot and question in texts.questions else words
