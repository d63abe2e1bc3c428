"""The consultant's own words in the document: the summary, and what stands under a section or a step."""

from collections.abc import Iterable

from smcheck.report.case import Case
from smcheck.report.comments import author_words, comment_subject
from smcheck.report.document.model import Comment
from smcheck.sheet import comment as sheet_comment
from smcheck.words.numbers import long_day


def summary_comment(case: Case) -> Comment | None:
    """The summary of the whole, where there is one."""
    return _comment("", case.sheet.summary) if case.sheet.summary else None


def comment_on(case: Case, key: str) -> Comment | None:
    """The comment on a section or a step, such as ``sections.team``, to stand under it; or none."""
    found = case.sheet.comments.get(key)
    return _comment("", found) if found else None


def comments_left(case: Case, shown: Iterable[str]) -> tuple[Comment, ...]:
    """The comments whose recommendation has fallen away, or that are on nothing that is shown."""
    there = set(shown)
    return tuple(
        _comment(comment_subject(case.pack, case.texts, key), found)
        for key, found in case.sheet.comments.items()
        if key not in there
    )


def _comment(topic: str, found: sheet_comment.Comment) -> Comment:
    return Comment(about=topic, text=found.text, author=author_words(found, long_day))
