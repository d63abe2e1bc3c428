"""What is known of the surveys behind a number."""

from collections.abc import Iterable

from smcheck.report.case import Case
from smcheck.report.labels import one_line, source_text
from smcheck.report.passport import age_words, n_words, several_words, year_words
from smcheck.words.fault import quoted
from smcheck.words.language import _


def source_lines(case: Case, sources: Iterable[str]) -> list[str]:
    """What is known of each survey, in three lines."""
    lines: list[str] = []
    for id_ in dict.fromkeys(sources):
        source = case.figures.by_source[id_]
        words = source_text(case.texts, case.figures, id_)
        title = quoted(one_line(words.title)) + ", " if words else ""
        lines.append(
            _("Source: {publisher}, {title}{year}; {age}.").format(
                publisher=one_line(source.publisher),
                title=title,
                year=year_words(source),
                age=age_words(case, source),
            )
        )
        if words:
            lines.append(
                _("Asked: {population}. Number asked: {n}.").format(
                    population=one_line(words.population), n=n_words(source)
                )
            )
            lines.append(
                _("Question: {question}. Answers: {several}.").format(
                    question=one_line(words.asked), several=several_words(source)
                )
            )
    return lines
