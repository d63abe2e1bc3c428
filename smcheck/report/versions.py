"""A sheet that was answered under another version of its pack, in words."""

from smcheck.pack import Difference, Pack, Texts
from smcheck.words.language import _
from smcheck.words.visible import visible


def version_notice(answered: Pack, current: Pack) -> str:
    """That the sheet is measured with the version that it was answered under."""
    return _(
        "Answered under version {old} of the questionnaire and measured with it; by now it is {new}."
    ).format(old=answered.version, new=current.version)


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
