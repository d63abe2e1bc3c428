"""One respondent's answers for one organisation, once; and which answers its questions ask for."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from smcheck.pack import Pack, Question
from smcheck.sheet.comment import SUMMARY, Comment
from smcheck.words.numbers import local_date


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Sheet:
    """Answers and who gave them; never changed, only replaced.

    ``answers`` holds ``question.item`` → ``yes``, ``no``, ``unknown`` or ``na``, and ``question`` → an
    option or ``unknown`` for questions with one answer. What is not there was not asked yet.
    """

    pack: str
    organisation: str = ""
    respondent: str = ""
    profile: Mapping[str, str] = field(default_factory=_nothing)
    """``role`` as typed; ``sector``, ``country`` and ``size`` as ids of the pack."""
    answers: Mapping[str, str] = field(default_factory=_nothing)
    notes: Mapping[str, str] = field(default_factory=_nothing)
    """Notes as typed, by question."""
    id: str = ""
    """The stored sheet's id; empty for one that is not stored."""
    created: datetime | None = None
    modified: datetime | None = None
    pack_version: str = ""
    pack_hash: str = ""
    """The pack that the answers were given under, with a stored sheet."""
    result_seen: datetime | None = None
    """When the result was first seen, where it was and the sheet is stored."""
    changed_after_result: tuple[str, ...] = ()
    """The answers that were another when the result was first seen, in alphabetical order."""
    answered_after_result: tuple[str, ...] = ()
    """The answers that were not given yet when the result was first seen, in alphabetical order."""
    summary: Comment | None = None
    """What the consultant says about the whole."""
    comments: Mapping[str, Comment] = field(default_factory=_nothing)
    """What the consultant says about a section, a rule or a department, by ``sections.team``,
    ``rules.ad_hoc``, ``departments.sales``; also where the advice is not given any more."""

    unread: Mapping[str, Any] = field(default_factory=_nothing)
    """What is of another version of the pack and unknown to this one, in the shape of the sheet's JSON.

    It is kept and written again, and in no result.
    """

    def answer(self, path: str) -> str | None:
        """The answer to an item or question, or none where it was not asked yet."""
        return self.answers.get(path)

    def with_answer(self, path: str, value: str | None) -> "Sheet":
        """The same sheet with one answer given, changed or (with none) taken back."""
        return self.with_answers({path: value})

    def with_answers(self, changes: Mapping[str, str | None]) -> "Sheet":
        """The same sheet with several answers given, changed or taken back."""
        answers = {**self.answers, **changes}
        given = {path: value for path, value in answers.items() if value is not None}
        return replace(self, answers=MappingProxyType(given))

    def all_comments(self) -> dict[str, Comment]:
        """The summary and the comments by key, that of the summary being ``summary``."""
        return ({SUMMARY: self.summary} if self.summary else {}) | dict(self.comments)

    def with_comment(self, key: str, comment: Comment | None) -> "Sheet":
        """The same sheet with a comment (none removes it); the key ``summary`` is for the whole."""
        comments = {**self.all_comments(), key: comment}
        summary = comments.pop(SUMMARY, None)
        given = {key: comment for key, comment in comments.items() if comment}
        return replace(self, summary=summary, comments=MappingProxyType(given))

    def on(self) -> date | None:
        """The day of the last change in this computer's time zone, where it is known."""
        moment = self.modified or self.created
        return local_date(moment) if moment else None


def applies(pack: Pack, sheet: Sheet, question: Question) -> bool:
    """Whether the question is asked, given the answers so far: always, or once its gate has a yes."""
    gate = pack.gates[question.id]
    return not gate or any(sheet.answer(path) == "yes" for path in gate)


def paths_of(pack: Pack, sheet: Sheet, question: Question) -> tuple[str, ...]:
    """The answers that the question asks for, given the answers so far; empty where it does not apply."""
    if not applies(pack, sheet, question):
        return ()
    paths = pack.answer_paths[question.id]
    if question.each_of is None:
        return paths
    pairs = zip(paths, pack.answer_paths[question.each_of], strict=True)
    return tuple(path for path, each in pairs if sheet.answer(each) == "yes")


def all_paths(pack: Pack, sheet: Sheet) -> list[str]:
    """The answers that all questions ask for, given the answers so far."""
    return [path for question in pack.questions for path in paths_of(pack, sheet, question)]
