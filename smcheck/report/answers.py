"""A stored sheet in words: its answers question by question, and the history of its entries."""

from collections.abc import Iterator, Sequence

from smcheck.pack import Pack, Question, Texts
from smcheck.report.columns import wrap
from smcheck.report.labels import item_texts, option_label, said
from smcheck.report.sentences import LONGEST_NAME, answer_word, completeness_sentence, sheet_name
from smcheck.scoring.assessment import completeness
from smcheck.sheet import Sheet
from smcheck.sheet.sheet import asked, paths_of
from smcheck.store import HistoryEntry
from smcheck.words.language import _, language
from smcheck.words.numbers import day, here
from smcheck.words.visible import clip, visible

_WIDTH = 80
_INDENT = "  "


def render_answers(pack: Pack, sheet: Sheet) -> str:
    """Who answered what, as plain text of at most 80 columns that ends with a line feed.

    Answers are in words; one that was changed after the result was seen says so. Notes keep their lines.
    """
    texts = pack.texts(language())
    lines = [*wrap(sheet_name(sheet), _WIDTH), *_facts(pack, sheet)]
    lines += [line for pair in _who(sheet, texts) for line in _entry(pair, 1)]
    section = ""
    for question in pack.questions:
        if question.section != section:
            section = question.section
            lines += ["", said(texts.sections[section].label)]
        lines += _question(pack, sheet, texts, question)
    return "".join(f"{line}\n" for line in lines)


def render_history(pack: Pack, entries: Sequence[HistoryEntry]) -> str:
    """Every entry, oldest first, one line each under its question, as plain text that ends with a line feed.

    A line says when, on this computer's clock, what, by whom, before or after the result was seen. What
    the pack no longer knows is shown by its id.
    """
    texts = pack.texts(language())
    lines = [_("History")]
    question = ""
    for entry in entries:
        heading = _heading(texts, entry)
        if heading != question:
            question = heading
            lines += wrap(heading, _WIDTH, _INDENT, _INDENT * 2)
        lines.append(_INDENT * 2 + _entered(pack, texts, entry))
    return "".join(f"{line}\n" for line in lines)


# ── the sheet ─────────────────────────────────────────────────────────────────────────────────


def _facts(pack: Pack, sheet: Sheet) -> list[str]:
    on = sheet.on()
    facts = [visible(sheet.id), day(on) if on else "", completeness_sentence(completeness(pack, sheet))]
    return wrap(" · ".join(fact for fact in facts if fact), _WIDTH)


def _who(sheet: Sheet, texts: Texts) -> Iterator[str]:
    given = [
        (_("Answered by"), clip(sheet.respondent.strip(), LONGEST_NAME)),
        (_("Role"), clip(sheet.profile.get("role", "").strip(), LONGEST_NAME)),
    ]
    for field in ("sector", "country", "size"):
        chosen = sheet.profile.get(field, "")
        given.append(
            (said(texts.profile[field].label), said(texts.profile[field].options.get(chosen, chosen)))
        )
    for label, value in given:
        if value:
            yield f"{label}: {value}"


def _question(pack: Pack, sheet: Sheet, texts: Texts, question: Question) -> Iterator[str]:
    yield from _entry(said(texts.questions[question.id].text), 1)
    if not asked(pack, sheet, question):
        yield from _entry(_("not asked, given the other answers"), 2)
    for path in paths_of(pack, sheet, question):
        yield from _entry(_answer(pack, sheet, texts, path), 2)
    note = sheet.notes.get(question.id, "")
    for number, line in enumerate(visible(note, lines=True).split("\n") if note else ()):
        yield from _entry(line if number else _("Note: {note}").format(note=line), 2)


def _answer(pack: Pack, sheet: Sheet, texts: Texts, path: str) -> str:
    value = sheet.answer(path)
    word = _word(pack, texts, path, value) if value else answer_word(None)
    if "." in path:
        word = f"{said(item_texts(pack, texts, path).label)}: {word}"
    if path in sheet.after_result:
        word += " · " + _("changed after the result was seen")
    return word


def _entry(text: str, depth: int) -> list[str]:
    return wrap(text, _WIDTH, _INDENT * depth, _INDENT * (depth + 1))


# ── words for values ─────────────────────────────────────────────────────────────────────────


def _word(pack: Pack, texts: Texts, path: str, value: str) -> str:
    """An answer in words; its id where the pack does not know it."""
    if value not in pack.answers_to(path):
        return visible(value)
    if "." in path or value == "unknown":
        return answer_word(value)
    return option_label(texts, pack.question_by_id[path], value)


# ── the history ───────────────────────────────────────────────────────────────────────────────


def _heading(texts: Texts, entry: HistoryEntry) -> str:
    """The question that an entry belongs to."""
    if entry.kind == "profile":
        return _("Who answers")
    question = texts.questions.get(entry.key.partition(".")[0])
    return said(question.text) if question else visible(entry.key)


def _entered(pack: Pack, texts: Texts, entry: HistoryEntry) -> str:
    moment = here(entry.at)
    when = f"{day(moment)} {moment:%H:%M:%S}"  # a clock looks the same in all our languages
    by = clip(entry.by, LONGEST_NAME) or _("not named")
    seen = _("after the result") if entry.after_result else _("before the result")
    return f"{when}  {_given(pack, texts, entry)} · {by} · {seen}"


def _given(pack: Pack, texts: Texts, entry: HistoryEntry) -> str:
    if entry.kind == "note":
        return _("Note: {note}").format(note=_taken_back(entry) or visible(str(entry.value)))
    if entry.kind == "profile":
        choice = texts.profile.get(entry.key)
        options = choice.options if choice else {}
        label = said(choice.label) if choice else _("Role") if entry.key == "role" else visible(entry.key)
        value = _taken_back(entry) or visible(options.get(str(entry.value), str(entry.value)))
        return f"{label}: {value}"
    value = _taken_back(entry) or _word(pack, texts, entry.key, str(entry.value))
    if entry.key in pack.items:
        return f"{said(item_texts(pack, texts, entry.key).label)}: {value}"
    question, dot, _item = entry.key.partition(".")
    # An item that is gone has its id for a name; where its question is gone too, the id is the heading.
    return f"{visible(entry.key)}: {value}" if dot and question in texts.questions else value


def _taken_back(entry: HistoryEntry) -> str:
    return _("taken back") if entry.value is None else ""
