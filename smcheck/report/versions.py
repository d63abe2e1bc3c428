"""A sheet that was answered under another version of its pack, in words."""

from typing import TYPE_CHECKING

from smcheck.pack import Difference, Pack, Texts
from smcheck.sheet import Sheet
from smcheck.sheet.unread import places_of
from smcheck.words.language import _
from smcheck.words.visible import clip, visible

if TYPE_CHECKING:
    from smcheck.store import Opened  # a file is scored without a store

_MOST_PLACES = 12
"""Places that are named one by one."""


def version_notice(answered: Pack, current: Pack) -> str:
    """That the sheet is measured with the version that it was answered under."""
    return _(
        "Answered under version {old} of the questionnaire and measured with it; by now it is {new}."
    ).format(old=answered.version, new=current.version)


def opened_notice(opened: "Opened", current: Pack) -> str:
    """Which versions a stored sheet was answered under and is measured with; empty where nothing differs."""
    if not opened.kept:
        return not_kept_notice(opened.journal.sheet, current)
    return version_notice(opened.pack, current) if opened.differences else ""


def not_kept_notice(sheet: Sheet, current: Pack) -> str:
    """That the version that a stored sheet was answered under is not kept, so that the current one counts."""
    return _(
        "Answered under version {old} of the questionnaire, which is not kept, and measured with version"
        " {new}."
    ).format(old=visible(sheet.pack_version), new=current.version)


def unread_notice(sheet: Sheet, pack: Pack) -> str:
    """What of a sheet the pack does not know, with both versions; empty where it knows all."""
    places = places_of(sheet.unread)
    if not places:
        return ""
    shown = ", ".join(clip(place, 60) for place in places[:_MOST_PLACES])
    return _(
        "Version {old} of the questionnaire has what version {new} does not know: {places}."
        " It stays with the sheet and is in no result."
    ).format(
        old=visible(sheet.pack_version),
        new=pack.version,
        places=shown + (", …" if len(places) > _MOST_PLACES else ""),
    )


def difference_lines(
    answered: Pack, current: Pack, found: tuple[Difference, ...], language: str
) -> list[str]:
    """What the current version asks or scores otherwise, one line each."""
    before, after = answered.texts(language), current.texts(language)
    kinds = {"added": _("new"), "removed": _("gone"), "changed": _("changed")}
    parts = {
        "section": _("section"),
        "question": _("question"),
        "item": _("item"),
        "option": _("option"),
        "figure": _("figure"),
        "need": _("need"),
        "rule": _("rule"),
    }
    return [
        f"{kinds[difference.kind]}: {parts[difference.part]} "
        + visible(_name(before if difference.kind == "removed" else after, difference))
        for difference in found
    ]


def _name(texts: Texts, difference: Difference) -> str:
    """What people call the part, or its id where it has no name."""
    id_ = difference.id
    question, _dot, item = id_.partition(".")
    if difference.part in {"item", "figure", "need"} and item in texts.items.get(question, {}):
        return texts.items[question][item].label
    if difference.part == "question" and id_ in texts.questions:
        return texts.questions[id_].text
    if difference.part == "section" and id_ in texts.sections:
        return texts.sections[id_].label
    if difference.part == "rule" and id_ in texts.rules:
        return texts.rules[id_].title
    if difference.part == "option" and question in texts.questions:
        return texts.questions[question].options.get(item, id_)
    return id_
