"""What a comment is on, and the comments on a result as they are shown with it."""

from collections.abc import Callable
from datetime import date

from smcheck.pack import Pack, Texts
from smcheck.report.content import Subject
from smcheck.report.labels import LONGEST_NAME, item_texts, one_line
from smcheck.sheet import SUMMARY, Comment
from smcheck.words.controls import clip, escape_controls
from smcheck.words.language import _
from smcheck.words.numbers import day

_KINDS = {"section": "sections", "rule": "rules", "second_look": "rules", "department": "departments"}
"""What can be commented on by itself; a comment on anything else is on its section, or on the whole."""


def comment_key(pack: Pack, subject: Subject | None) -> str:
    """The key of the comment on what a line is about: its own, its section's, or the whole's."""
    if subject is None:
        return SUMMARY
    own = own_comment_key(subject)
    if own:
        return own
    question = pack.question_by_id.get(subject.id.partition(".")[0])
    return f"sections.{question.section}" if question else SUMMARY


def own_comment_key(subject: Subject) -> str:
    """The key of the comment that is shown with a line; empty where it is shown with another one."""
    if subject.kind == "benchmark":
        return SUMMARY
    return f"{_KINDS[subject.kind]}.{subject.id}" if subject.kind in _KINDS else ""


def author_words(comment: Comment, day_words: Callable[[date], str] = day) -> str:
    """By whom and when, the day in these words; empty where neither is known."""
    by, on = clip(comment.by.strip(), LONGEST_NAME), day_words(comment.at) if comment.at else ""
    return _("{name}, {day}").format(name=by, day=on) if by and on else by or on


def comment_words(comment: Comment) -> str:
    """A comment and, behind it, by whom and when."""
    author = author_words(comment)
    return f"{comment.text} ({author})" if author else comment.text


def comment_subject(pack: Pack, texts: Texts, key: str) -> str:
    """What a comment with this key is on; the key itself where the pack does not have that any more."""
    kind, _dot, id_ = key.partition(".")
    if key == SUMMARY:
        return _("Summary")
    if kind == "sections" and id_ in texts.sections:
        return one_line(texts.sections[id_].label)
    if kind == "rules" and id_ in texts.rules:
        return one_line(texts.rules[id_].title)
    if kind == "departments" and id_ in pack.departments:
        return one_line(item_texts(pack, texts, pack.department_path(id_)).label)
    return escape_controls(key)
