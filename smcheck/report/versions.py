"""A sheet that was answered under another version of its pack, in words."""

from typing import TYPE_CHECKING

from smcheck.pack import Difference, Pack, Texts
from smcheck.sheet import Sheet, comment_keys
from smcheck.sheet.parse import is_of_another_version
from smcheck.sheet.unread import places_of
from smcheck.words.controls import clip, escape_controls
from smcheck.words.language import _

if TYPE_CHECKING:
    from smcheck.store import Opened  # a file is scored without a store

_HASH = 8
"""Characters of a hash that tell packs apart."""
_MOST_PLACES = 12
"""Places that are named one by one."""


def version_notice(answered: Pack, current: Pack) -> str:
    """That the sheet is measured with the version that it was answered under."""
    old, new = _labels(answered.version, answered.hash, current)
    return _(
        "Answered under version {old} of the questionnaire and measured with it; by now it is {new}."
    ).format(old=old, new=new)


def opened_notice(opened: "Opened", current: Pack) -> str:
    """Which versions a stored sheet was answered under and is measured with; empty where nothing differs."""
    if not opened.kept:
        return _version_notices(opened.journal.sheet, current)
    return version_notice(opened.pack, current) if opened.differences else ""


def file_notice(sheet: Sheet, kept: Pack | None, current: Pack) -> str:
    """Which versions a sheet from a file was answered under and is measured with; empty where they agree.

    Args:
        sheet: as it was read, with ``kept`` where there is one, else with ``current``.
        kept: the pack that it was answered under; ``current`` where the two differ in texts only.
        current: the pack as it is now.
    """
    if kept is not None and kept is not current:
        return version_notice(kept, current)
    unsure = kept is None or sheet.pack_hash == current.hash  # its number may say otherwise
    if unsure and is_of_another_version(sheet.pack_version, sheet.pack_hash, current):
        return _version_notices(sheet, current)
    return unread_notice(sheet, current)


def _version_notices(sheet: Sheet, current: Pack) -> str:
    return " ".join(filter(None, (not_kept_notice(sheet, current), unread_notice(sheet, current))))


def not_kept_notice(sheet: Sheet, current: Pack) -> str:
    """That the version that a stored sheet was answered under is not kept, so that the current one counts."""
    old, new = _labels(sheet.pack_version, sheet.pack_hash, current)
    return _(
        "Answered under version {old} of the questionnaire, which is not kept, and measured with version"
        " {new}."
    ).format(old=old, new=new)


def unread_notice(sheet: Sheet, pack: Pack) -> str:
    """What of a sheet the pack does not know, with both versions; empty where it knows all."""
    places = places_of(sheet.unread)
    places += [f"comments.{key}" for key in sheet.comments if key not in comment_keys(pack)]
    if not places:
        return ""
    shown = ", ".join(clip(place, 60) for place in places[:_MOST_PLACES])
    old, new = _labels(sheet.pack_version, sheet.pack_hash, pack)
    return _(
        "Version {old} of the questionnaire has what version {new} does not know: {places}."
        " It stays with the sheet and is in no result."
    ).format(
        old=old,
        new=new,
        places=shown + (", …" if len(places) > _MOST_PLACES else ""),
    )


def _labels(version: str, pack_hash: str, current: Pack) -> tuple[str, str]:
    """What to call another version and the current one; of the same number, by their hashes, too."""
    if version not in {"", current.version}:
        return clip(version, 60), current.version
    hashes = (escape_controls(pack_hash[:_HASH]), current.hash[:_HASH])
    return f"{current.version} ({hashes[0]})", f"{current.version} ({hashes[1]})"


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
        + escape_controls(_name(before if difference.kind == "removed" else after, difference))
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
