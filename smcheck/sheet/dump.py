"""A sheet as JSON data: the exchange format, and what ``smcheck export`` writes."""

from typing import Any

from smcheck.pack import Pack
from smcheck.sheet.comment import Comment
from smcheck.sheet.format import AFTER_RESULT_KEYS, DATE_KEYS, FORMAT, PROFILE_KEYS, TEXT_KEYS
from smcheck.sheet.sheet import Sheet
from smcheck.sheet.unread import merge, nest


def dump_sheet(sheet: Sheet, pack: Pack) -> dict[str, Any]:
    """The sheet as its JSON holds it, keys in the pack's order; parsing it gives the same sheet."""
    data: dict[str, Any] = {"format": FORMAT, "pack": sheet.pack}
    for key in TEXT_KEYS:
        if getattr(sheet, key):
            data[key] = getattr(sheet, key)
    for key in DATE_KEYS:
        moment = getattr(sheet, key)
        if moment is not None:
            data[key] = moment.isoformat()
    if sheet.profile:
        data["profile"] = {key: sheet.profile[key] for key in PROFILE_KEYS if key in sheet.profile}
    paths = [path for found in pack.answer_paths.values() for path in found]
    data["answers"] = nest({path: sheet.answers[path] for path in paths if path in sheet.answers})
    if sheet.notes:
        data["notes"] = {
            question.id: sheet.notes[question.id] for question in pack.questions if question.id in sheet.notes
        }
    for key in AFTER_RESULT_KEYS:
        if getattr(sheet, key):
            data[key] = list(getattr(sheet, key))
    if sheet.summary:
        data["summary"] = _comment(sheet.summary)
    if sheet.comments:
        data["comments"] = {key: _comment(comment) for key, comment in sorted(sheet.comments.items())}
    return merge(data, sheet.unread)


def _comment(comment: Comment) -> dict[str, Any]:
    at = comment.at.isoformat() if comment.at else None
    return {"text": comment.text, "by": comment.by, "at": at}
