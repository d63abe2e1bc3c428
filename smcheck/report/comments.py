"""What a comment is on, in words."""

from smcheck.pack import Pack, Texts
from smcheck.report.labels import item_texts, one_line
from smcheck.sheet import SUMMARY
from smcheck.words.language import _
from smcheck.words.visible import visible


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
    return visible(key)
