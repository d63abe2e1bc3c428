"""What the report holds, as lines to be read aloud: signs become words, and every line ends as a sentence."""

from collections.abc import Iterable, Iterator

from smcheck.report.case import Case
from smcheck.report.comparison import comparison, no_figure_sentence
from smcheck.report.content import Overview, StepLine
from smcheck.report.labels import capital
from smcheck.report.overview import yardstick
from smcheck.report.steps import step_details
from smcheck.report.summary import summary
from smcheck.report.tab_content import ItemRow, SectionTable, Why
from smcheck.report.who_does_what import who_does_what
from smcheck.report.why import why
from smcheck.words.language import _

_ENDS = (".", "?", "!", "…", ":")
_QUOTES = "”“"
"""Closing quotation marks, English and German."""


def spell_out(text: str) -> str:
    """A phrase made for columns as it is said: a sign at its beginning as a word, no points between parts."""
    words = {"●": _("yes"), "○": _("no"), "?": _("not known"), "–": _("does not exist here")}
    sign, blank, rest = text.partition(" ")
    if blank and sign in words:
        text = f"{words[sign]}, {rest}"
    return text.replace(" · ", ", ")


def sentence(text: str) -> str:
    """A phrase as a sentence: with a capital and a full stop."""
    shown = capital(spell_out(text))
    return shown if not shown or shown.rstrip(_QUOTES).endswith(_ENDS) else f"{shown}."


def summary_lines(content: Overview) -> Iterator[str]:
    """Whose result it is and how complete; then the five sentences."""
    yield ""
    yield sentence(f"{content.organisation}: {content.completeness}")
    yield from summary(content)


# ── comparison ────────────────────────────────────────────────────────────────────────────────


def comparison_lines(case: Case) -> Iterator[str]:
    """Every section: its sentences, and each answer beside the surveyed companies."""
    for table in comparison(case):
        yield ""
        yield from _table_lines(case, table)
    yield ""
    yield yardstick(case)


def _table_lines(case: Case, table: SectionTable) -> Iterator[str]:
    line = table.line
    yield sentence(f"{line.label}, {table.surveys}" if table.surveys else line.label)
    yield from filter(None, (line.count_sentence, line.sentence, sentence(line.possible)))
    for row in table.rows:
        yield _item_line(case, row)
    yield from filter(None, [no_figure_sentence(table)])


def _item_line(case: Case, row: ItemRow) -> str:
    """An answer and the surveyed companies; then where “no” is meant, and what came late."""
    found = why(case, row.subject)
    parts = (found.title, found.text, row.note, row.changed)
    return " ".join(sentence(part) for part in parts if part)


# ── who does what, next steps ─────────────────────────────────────────────────────────────────


def role_lines(case: Case) -> Iterator[str]:
    """Coverage and what is missing, each need in words, and who has no part."""
    roles = who_does_what(case)
    yield from ("", *roles.sentences, *map(sentence, roles.by_need), *roles.left_out)


def step_lines(content: Overview) -> Iterator[str]:
    """The next steps in full, all else that is advised in a line each, then the second looks."""
    for step in content.steps:
        yield from ("", f"{step.number}. {step.title}.", *map(sentence, step_details(step)))
    if content.no_steps:
        yield from ("", content.no_steps)
    if content.also:
        yield from ("", _("Also") + ":", *map(_short_line, content.also))
    if content.second_looks:
        yield from ("", _("Look twice") + ":")
        yield from (f"{sentence(look.title)} {look.text}" for look in content.second_looks)


def _short_line(step: StepLine) -> str:
    return f"{step.number}. {step.title}. {sentence(step.reason)}".rstrip()


# ── why ───────────────────────────────────────────────────────────────────────────────────────


def why_lines(found: Why) -> Iterator[str]:
    """How something came about: its name and words, the arithmetic, the sources."""
    yield from ("", *(sentence(text) for text in (found.title, found.text) if text))
    yield from pair_lines(found.lines)
    for source in found.sources:
        yield from ("", *pair_lines(source))


def pair_lines(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Heads and texts; an address stays as it is, to be copied."""
    for head, text in pairs:
        if "://" in text:
            yield f"{capital(head)}: {text}"
        else:
            yield sentence(f"{head}: {spell_out(text)}" if head else text)
