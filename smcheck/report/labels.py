"""Labels: what items, answers, sheets and surveys are called, control characters escaped.

Answers and the rows of a question are called the same on every page, in the line mode and in reports.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from smcheck.pack import FigureSet, Pack, Question, Source, Texts
from smcheck.pack.texts import ItemText, SourceText
from smcheck.sheet import Sheet
from smcheck.words.controls import clip, escape_controls
from smcheck.words.language import _, n_
from smcheck.words.numbers import day

if TYPE_CHECKING:
    from smcheck.report.case import Case
    from smcheck.scoring import Completeness
    from smcheck.session import Row

LONGEST_NAME = 200
"""Characters of a name that are shown; the sheet keeps all of them."""
OTHER = "other"
"""The choice of the profile that is none of those named."""
_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{(\w+)\}")


# ── texts ─────────────────────────────────────────────────────────────────────────────────────


def one_line(text: str) -> str:
    """A pack's text on one line: white space normalised, control characters escaped."""
    return escape_controls(" ".join(text.split()))


def fill_template(template: str, **values: str) -> str:
    """A pack's template with its placeholders replaced; what looks like one inside a value is left alone."""

    def value(match: re.Match[str]) -> str:
        name = match[1]
        return match[0][0] if name is None else values.get(name, match[0])

    return _PLACEHOLDER.sub(value, one_line(template))


def capital(text: str) -> str:
    """``text`` as it begins a sentence."""
    return text[:1].upper() + text[1:]


def join_words(words: Iterable[str]) -> str:
    """Words joined as in a sentence: ``a, b and c``; nothing where there are none."""
    *most, last = list(words) or [""]
    return _("{first} and {last}").format(first=", ".join(most), last=last) if most else last


def either(words: Iterable[str]) -> str:
    """Words joined as alternatives: ``a, b or c``."""
    *most, last = words
    return _("{first} or {last}").format(first=", ".join(most), last=last) if most else last


# ── the pack ──────────────────────────────────────────────────────────────────────────────────


def item_texts(pack: Pack, texts: Texts, path: str) -> ItemText:
    """The texts of an item; one of an ``each_of`` question has those of the item that it follows."""
    question, _dot, name = path.partition(".")
    return texts.items[pack.question_by_id[question].each_of or question][name]


def option_label(texts: Texts, question: Question, option: str) -> str:
    """What an option of a question with one answer is called."""
    if option in question.options:
        return one_line(texts.questions[question.id].options[option])
    return one_line(texts.items[str(question.options_of)][option].label)


def row_label(texts: Texts, question: str, row: "Row") -> str:
    """What a row of the question with this id is called, where it is answered."""
    if row.kind == "none":
        return one_line(texts.questions[question].none or _("None of these"))
    if row.kind == "unknown":
        return _("Don't know")
    if row.text_of:
        return one_line(texts.items[row.text_of][row.id].label)
    return one_line(texts.questions[question].options[row.id])


def earlier_words(row: "Row") -> str:
    """That the answer of a row is an earlier one, to be confirmed; empty where there is none."""
    if row.earlier is None or row.state is not None:
        return ""
    if row.kind != "item":
        return _("chosen before; please confirm")
    return _("before: {answer}; please confirm").format(answer=answer_word(row.earlier))


def item_label(case: "Case", path: str) -> str:
    """What an item ``question.item`` is called in lists; a question's text for a path ``question``."""
    if "." not in path:
        return one_line(case.texts.questions[path].text)
    return one_line(item_texts(case.pack, case.texts, path).label)


def item_short(case: "Case", path: str) -> str:
    """What an item is called in narrow columns, 16 characters at most."""
    return one_line(item_texts(case.pack, case.texts, path).short)


def item_inline(case: "Case", path: str) -> str:
    """What an item is called inside a sentence."""
    return one_line(item_texts(case.pack, case.texts, path).inline)


def department_name(case: "Case", department: str) -> str:
    """What a department is called where it begins a phrase, shorter than its label."""
    return capital(item_inline(case, case.pack.department_path(department)))


def department_subject(case: "Case", department: str) -> str:
    """What a department is called inside a sentence, with its article where the language has one."""
    return one_line(case.texts.departments[department].subject)


def department_label(case: "Case", department: str) -> str:
    """What a department is called in lists."""
    return item_label(case, case.pack.department_path(department))


def section_inline(case: "Case", section: str) -> str:
    """What a section is called inside a sentence; in German after “bei” or “mit”."""
    return one_line(case.texts.sections[section].inline)


def section_within(case: "Case", section: str) -> str:
    """A section inside a sentence, with its preposition: ``in set-up``."""
    return one_line(case.texts.sections[section].within)


def section_label(case: "Case", section: str) -> str:
    """What a section is called."""
    return one_line(case.texts.sections[section].label)


# ── the surveys ───────────────────────────────────────────────────────────────────────────────


def figure_set_label(texts: Texts, figures: str) -> str:
    """What a figure set is called; its id is the fallback."""
    found = texts.figures.get(figures)
    return one_line(found.label) if found else figures


def source_text(texts: Texts, figures: FigureSet, source: str) -> SourceText | None:
    """The texts of a survey, or none where the pack says nothing about it."""
    found = texts.figures.get(figures.id)
    return found.sources.get(source) if found else None


def survey(source: Source) -> str:
    """A survey in two words: ``Bitkom 2015``."""
    return f"{one_line(source.publisher)} {source.year}"


def host(link: str) -> str:
    """The host that a link leads to: ``futurebiz.de``."""
    try:
        name = urlsplit(link).hostname
    except ValueError:  # brackets that hold no address
        name = None
    return escape_controls((name or link).removeprefix("www."))


# ── the sheet ─────────────────────────────────────────────────────────────────────────────────


def sheet_name(sheet: Sheet) -> str:
    """What a sheet is called: its organisation, else the day on which it was begun."""
    begun = sheet.created or sheet.modified
    fallback = _("Sheet of {day}").format(day=day(begun)) if begun else _("Sheet without a name")
    return _organisation(sheet) or fallback


def sheet_heading(sheet: Sheet) -> str:
    """What a sheet is called while it is being answered: its organisation, else that it is new."""
    return _organisation(sheet) or _("New sheet")


def _organisation(sheet: Sheet) -> str:
    return clip(sheet.organisation.strip(), LONGEST_NAME)


def choice_label(texts: Texts, field: str, choice: str) -> str:
    """What a choice of the profile is called; its id is the fallback, as in an older sheet."""
    found = texts.profile.get(field)
    return one_line(found.options.get(choice, choice)) if found else escape_controls(choice)


def choice_fact(texts: Texts, field: str, choice: str) -> str:
    """What a choice of the profile tells of a company; “other” tells nothing."""
    return "" if choice == OTHER else choice_label(texts, field, choice)


def profile_pairs(sheet: Sheet, texts: Texts) -> list[tuple[str, str]]:
    """Who answered, as labels and values; what was skipped is left out."""
    pairs = [
        (_("Answered by"), clip(sheet.respondent.strip(), LONGEST_NAME)),
        (_("Role"), clip(sheet.profile.get("role", "").strip(), LONGEST_NAME)),
    ]
    for field in ("sector", "country", "size"):
        chosen = choice_label(texts, field, sheet.profile.get(field, ""))
        pairs.append((one_line(texts.profile[field].label), chosen))
    return [(label, value) for label, value in pairs if value]


# ── words for values ──────────────────────────────────────────────────────────────────────────


def answer_word(answer: str | None) -> str:
    """The word for an item's answer."""
    words = {"yes": _("yes"), "no": _("no"), "unknown": _("don't know"), "na": _("does not exist here")}
    return words.get(answer or "") or _("not answered")


def answer_label(pack: Pack, texts: Texts, path: str, answer: str | None) -> str:
    """The words for the answer to an item or to a question; the fallback is its id, as in an older sheet."""
    if answer is None:
        return answer_word(None)
    if answer not in pack.answers_to(path):
        return escape_controls(answer)
    if "." in path or answer == "unknown":
        return answer_word(answer)
    return option_label(texts, pack.question_by_id[path], answer)


def label_word(label: str) -> str:
    """The word for how strongly a department is called for."""
    words = {"advised": _("advised"), "common": _("common")}
    return words.get(label) or _("from your answers no need")


def verdict_word(verdict: str) -> str:
    """The word for an overall verdict, in capitals."""
    words = {"above": _("ABOVE"), "below": _("BELOW"), "mixed": _("MIXED"), "open": _("OPEN")}
    return words.get(verdict) or _("NO COMPARISON")


def verdict_phrase(verdict: str) -> str:
    """The same in small letters, for lists."""
    words = {
        "above": _("above the surveyed"),
        "below": _("below the surveyed"),
        "mixed": _("mixed"),
        "open": _("still open"),
    }
    return words.get(verdict) or _("no comparison")


def section_verdict_word(verdict: str) -> str:
    """The word for a section's verdict, in small letters."""
    words = {"above": _("above"), "below": _("below"), "level": _("level"), "open": _("open")}
    return words.get(verdict) or _("no comparison")


def verdict_glyph(verdict: str) -> str:
    """The sign for a verdict, overall or of a section."""
    return {"above": "▲", "below": "▼", "mixed": "↕", "level": "=", "open": "…"}.get(verdict, "–")


def state_glyph(state: str) -> str:
    """The sign for an answer, or for the state of a need."""
    signs = {"yes": "●", "covered": "●", "no": "○", "missing": "○", "unknown": "?", "not_known": "?"}
    return signs.get(state, "–" if state else "")


def completeness_words(completeness: "Completeness") -> str:
    """How much was answered: ``complete · 1 don't know``."""
    text = (
        _("{answered} of {asked} answered").format(answered=completeness.answered, asked=completeness.asked)
        if completeness.missing
        else _("complete")
    )
    if not completeness.unknown:
        return text
    unknown = n_("{n} don't know", "{n} don't know", completeness.unknown)
    return f"{text} · " + unknown.format(n=completeness.unknown)
