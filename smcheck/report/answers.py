"""What was answered to a question, in words, for where all answers are read at a glance."""

from collections.abc import Iterable, Iterator

from smcheck.pack import Pack, Question, Texts
from smcheck.report.labels import answer_word, capital, item_texts, join_words, one_line, option_label
from smcheck.sheet import Sheet
from smcheck.sheet.sheet import paths_of
from smcheck.words.language import _


def answer_phrases(pack: Pack, texts: Texts, sheet: Sheet, question: Question) -> list[str]:
    """The answers to a question that applies, in short phrases; also what is missing, and what came late."""
    paths = paths_of(pack, sheet, question)
    if all(sheet.answer(path) is None for path in paths):
        return [capital(answer_word(None))]
    if question.kind == "one":
        return [
            chosen_phrase(texts, question, str(sheet.answer(question.id))),
            *_late(pack, texts, sheet, paths),
        ]
    return [*_answer_groups(pack, texts, sheet, question, paths), *_late(pack, texts, sheet, paths)]


def chosen_phrase(texts: Texts, question: Question, option: str) -> str:
    """The answer to a question with one, said back: ``Chosen: for some``."""
    if option == "unknown":
        return capital(answer_word("unknown"))
    label = option_label(texts, question, option)
    # The question's own options are phrases; the others are names, which keep their capital.
    if option in question.options:
        label = label[:1].lower() + label[1:]
    return _("Chosen: {option}").format(option=label)


def _answer_groups(
    pack: Pack, texts: Texts, sheet: Sheet, question: Question, paths: Iterable[str]
) -> Iterator[str]:
    """What is a yes, then what is not known, does not exist, or was not answered."""
    by_answer: dict[str | None, list[str]] = {}
    for path in paths:
        by_answer.setdefault(sheet.answer(path), []).append(path)
    if "yes" in by_answer:
        yield capital(_names(pack, texts, by_answer["yes"]))
    elif "no" in by_answer:
        yield one_line(texts.questions[question.id].none or _("None of these"))
    for answer in ("unknown", "na", None):
        if answer in by_answer:
            yield f"{answer_word(answer)}: {_names(pack, texts, by_answer[answer])}"


def _late(pack: Pack, texts: Texts, sheet: Sheet, paths: tuple[str, ...]) -> Iterator[str]:
    """What was changed, or first answered, after the result was seen; by name unless it is all of it."""
    for late, text in (
        (sheet.changed_after_result, _("changed after the result")),
        (sheet.answered_after_result, _("answered after the result")),
    ):
        found = [path for path in paths if path in late]
        if found:
            yield text if len(found) == len(paths) else f"{text}: {_names(pack, texts, found)}"


def _names(pack: Pack, texts: Texts, paths: Iterable[str]) -> str:
    return join_words(one_line(item_texts(pack, texts, path).inline) for path in paths)
