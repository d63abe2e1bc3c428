"""What things are called: items, departments, surveys, in the pack's words made safe to show."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from smcheck.pack import FigureSet, Pack, Question, Source, Texts
from smcheck.pack.texts import FigureSetText, ItemText, SourceText
from smcheck.report.case import Case
from smcheck.words.language import _
from smcheck.words.visible import visible

_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{(\w+)\}")


def said(text: str) -> str:
    """A pack's text on one line, with nothing alive in it."""
    return visible(" ".join(text.split()))


def filled(template: str, **values: str) -> str:
    """A pack's text with its placeholders replaced once: braces inside a value stay what they are."""

    def value(match: re.Match[str]) -> str:
        name = match[1]
        return match[0][0] if name is None else values.get(name, match[0])

    return _PLACEHOLDER.sub(value, said(template))


def listed(words: Iterable[str]) -> str:
    """Words as a sentence lists them: ``a, b and c``."""
    *most, last = words
    return _("{first} and {last}").format(first=", ".join(most), last=last) if most else last


def item_texts(pack: Pack, texts: Texts, path: str) -> ItemText:
    """The texts of an item; one of an ``each_of`` question has those of the item that it follows."""
    question, _dot, name = path.partition(".")
    return texts.items[pack.question_by_id[question].each_of or question][name]


def option_label(texts: Texts, question: Question, option: str) -> str:
    """What an option of a question with one answer is called."""
    if option in question.options:
        return said(texts.questions[question.id].options[option])
    return said(texts.items[str(question.options_of)][option].label)


def item_label(case: Case, path: str) -> str:
    """What an item ``question.item`` is called in lists; a question's text for a path ``question``."""
    if "." not in path:
        return said(case.texts.questions[path].text)
    return said(item_texts(case.pack, case.texts, path).label)


def item_short(case: Case, path: str) -> str:
    """What an item is called in narrow columns, 16 characters at most."""
    return said(item_texts(case.pack, case.texts, path).short)


def item_inline(case: Case, path: str) -> str:
    """What an item is called inside a sentence."""
    return said(item_texts(case.pack, case.texts, path).inline)


def department_label(case: Case, department: str) -> str:
    """What a department is called in lists."""
    return item_label(case, case.pack.department_path(department))


def section_label(case: Case, section: str) -> str:
    """What a section is called."""
    return said(case.texts.sections[section].label)


def figure_set_text(texts: Texts, figures: str) -> FigureSetText | None:
    """The texts of a figure set, or none where the pack says nothing about it."""
    return texts.figures.get(figures)


def figure_set_label(texts: Texts, figures: str) -> str:
    """What a figure set is called; its id where the pack does not say."""
    found = figure_set_text(texts, figures)
    return said(found.label) if found else figures


def source_text(texts: Texts, figures: FigureSet, source: str) -> SourceText | None:
    """The texts of a survey, or none where the pack says nothing about it."""
    found = figure_set_text(texts, figures.id)
    return found.sources.get(source) if found else None


def survey(source: Source) -> str:
    """A survey in two words: ``Bitkom 2015``."""
    return f"{said(source.publisher)} {source.year}"


def host(link: str) -> str:
    """Where a link leads, as people say it: ``futurebiz.de``."""
    try:
        name = urlsplit(link).hostname
    except ValueError:  # brackets that hold no address
        name = None
    return visible((name or link).removeprefix("www."))
