"""What is said about a sheet beside the list: nothing of a result that was not seen yet."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from smcheck.report.case import Case
from smcheck.report.content import Overview
from smcheck.report.labels import capital, choice_label
from smcheck.report.overview import overview
from smcheck.store import SheetSummary
from smcheck.tui.text import join, plain, press_on_click
from smcheck.tui.widgets.bar import score_rows
from smcheck.tui.widgets.heading import heading
from smcheck.tui.widgets.marks import verdict_sign, verdict_word
from smcheck.tui.widgets.sheet_row import SheetState, sheet_name
from smcheck.tui.widgets.step_title import step_title
from smcheck.tui.widgets.tables import table
from smcheck.words.controls import clip
from smcheck.words.language import _

_BLANK = Content("")


def preview(sheet: SheetSummary, when: str, state: SheetState, case: Case, width: int) -> list[Content]:
    """Who answered and when, then the result where it was seen, else how to go on."""
    if not sheet.finished:
        return [*_about_lines(sheet, when, case), *_unseen_lines(state)]
    found = overview(case)
    parts = (_headline(found, width), _next(found, width), _coverage(found, width), _counts(found, width))
    return [*_about_lines(sheet, when, case), *(line for part in parts for line in part)]


def _about_lines(sheet: SheetSummary, when: str, case: Case) -> list[Content]:
    profile = case.sheet.profile
    sector, size = (choice_label(case.texts, name, profile.get(name, "")) for name in ("sector", "size"))
    company = (sector, _("{n} employees").format(n=size) if size else "")
    lines = [
        plain(clip(sheet_name(sheet), 200), "bold"),
        plain(" · ".join(filter(None, (clip(sheet.respondent.strip(), 100), when))), "$soft"),
        plain(" · ".join(filter(None, company)), "$soft"),
    ]
    return [line for line in lines if line]


def _unseen_lines(state: SheetState) -> list[Content]:
    return [
        _BLANK,
        plain(capital(state.text)),
        _BLANK,
        press_on_click(join(plain("Enter", "bold $you"), " ", _("go on")), "enter"),
        press_on_click(join(plain("r", "bold $you"), " ", _("see the result")), "r"),
    ]


def _headline(found: Overview, width: int) -> Iterator[Content]:
    yield _BLANK
    yield plain(found.headline.sentence, "bold")
    yield join(verdict_word(found.headline), " ", plain(found.headline.detail))
    if found.score.score is not None:
        yield _BLANK
        yield from score_rows(found.score, width)


def _coverage(found: Overview, width: int) -> list[Content]:
    sentences = [plain(found.goals.sentence), plain(found.challenges.sentence)]
    return [_BLANK, heading(_("Who takes charge"), width), *sentences]


def _counts(found: Overview, width: int) -> list[Content]:
    """The count of each section, theirs, and the sign of its verdict."""
    rows = [
        [
            plain(section.label),
            plain(section.count, "bold"),
            plain(section.theirs, "$theirs"),
            verdict_sign(section.verdict, section.glyph),
        ]
        for section in found.sections
    ]
    shown = table(rows, ["left", "right", "right", "left"], width)
    if shown is None:  # then without theirs
        shown = table([[*row[:2], row[3]] for row in rows], ["left", "right", "left"], width)
    return [
        _BLANK,
        heading(_("Beside the surveyed companies"), width),
        *(shown or [join(row[0], " ", row[1]) for row in rows]),
    ]


def _next(found: Overview, width: int) -> Sequence[Content]:
    steps = [step_title(step, width, "") for step in found.steps]
    return [_BLANK, heading(_("Do next"), width), *(steps or [plain(found.no_steps)])]
