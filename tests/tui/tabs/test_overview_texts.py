"""Overview and next steps: every text is there, whole, at every width, in both languages."""

from collections.abc import Iterator

import pytest

from smcheck.report.case import open_case
from smcheck.report.content import Overview
from smcheck.report.overview import overview
from smcheck.tui.tabs.overview import result_column, single_column, steps_column
from smcheck.tui.tabs.section_rows import NARROW
from smcheck.tui.tabs.steps import step_list
from smcheck.tui.text import rows
from smcheck.tui.widgets.line_list import Line
from smcheck.words.fault import quote
from support.builders import PACK
from support.companies import example
from support.live_text import without_spaces
from support.result import NAMES, case_of

LANGUAGES = ("en", "de")
WIDTHS = (17, 37, 54, 66, 74, 90)
"""Of text: a tiny terminal, then 40, 60, 72, 80 and 119 columns."""


def _told(lines: list[Line], width: int) -> str:
    """All that a column says, without blanks; each row fits."""
    told = [row for line in lines for row in rows(line.content, width)]
    assert [row.plain for row in told if row.cell_length > width] == []
    return without_spaces("".join(row.plain for row in told))


def _headline(found: Overview) -> Iterator[str]:
    yield found.headline.sentence
    yield found.headline.detail
    if found.score.score:
        yield found.score.own


def _sections(found: Overview) -> Iterator[str]:
    for section in found.sections:
        yield from (section.label, section.count, section.theirs)
    for group in (found.goals, found.challenges):
        yield group.sentence
        yield from (need.short for need in group.needs)
    yield found.not_known


def _missing(texts: Iterator[str], told: str) -> list[str]:
    return [text for text in texts if without_spaces(text) not in told]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("space", [0, 2])
def test_a_single_column_tells_everything(name: str, lang: str, width: int, space: int) -> None:
    """Headline, score, sections, needs, steps with their reasons, and how old the surveys are."""
    found = overview(case_of(name, lang))
    told = _told(single_column(found, width, space), width)
    assert _missing(_headline(found), told) == []
    assert _missing(_sections(found), told) == []
    steps = [text for step in found.steps for text in (step.title, step.reason)]
    assert _missing(iter([*steps, found.no_steps, found.yardstick]), told) == []
    judged = [section.word for section in found.sections if section.word and width >= NARROW]
    assert _missing(iter(judged), told) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_section_without_figures_says_so(lang: str, width: int) -> None:
    """With a survey of a single section the others say why nothing stands behind them."""
    found = overview(open_case(PACK, example(language=lang).sheet, "ragan-2012"))
    told = _told(single_column(found, width, 0), width)
    without = [section for section in found.sections if not section.count]
    assert without
    for section in without:
        assert without_spaces(section.label + section.sentence) in told


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("space", [0, 1, 2])
def test_two_columns_tell_more(name: str, lang: str, space: int) -> None:
    """Beside them the sentence on each section, who takes charge, effects, all else, second looks."""
    found = overview(case_of(name, lang))
    told = _told(result_column(found, 66, space), 66)
    assert _missing(_headline(found), told) == []
    assert _missing(_sections(found), told) == []
    assert (
        _missing((need.who for group in (found.goals, found.challenges) for need in group.needs), told) == []
    )
    for section in found.sections:
        assert without_spaces(section.likeness or section.sentence) in told
        assert without_spaces(section.possible) in told
    beside = _told(steps_column(found, 43, space), 43)
    steps = [text for step in found.steps for text in (step.title, step.reason, step.effect)]
    looks = [text for look in found.second_looks for text in (look.title, look.text)]
    also = [step.title for step in found.also]
    assert _missing(iter([*steps, *also, *looks, found.no_steps, found.yardstick]), beside) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_steps_say_what_who_say_why_and_then(name: str, lang: str, width: int) -> None:
    """Three large, everything else with its reason, second looks last."""
    found = overview(case_of(name, lang))
    told = _told(step_list(found, width, True, 2), width)
    steps = [
        text
        for step in found.steps
        for text in (step.title, step.who, quote(step.say) if step.say else "", step.reason, step.effect)
    ]
    also = [text for step in found.also for text in (step.title, step.reason)]
    looks = [text for look in found.second_looks for text in (look.title, look.text)]
    assert _missing(iter([*steps, *also, *looks, found.no_steps]), told) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_line_can_be_asked_about(name: str, width: int) -> None:
    """Where the cursor can stop there is something to ask, and a heading is no stop."""
    found = overview(case_of(name))
    columns = (single_column(found, width, 0), result_column(found, width, 0), steps_column(found, width, 0))
    for line in [line for column in columns for line in column]:
        assert line.stop == (line.subject is not None)


def test_an_open_result_leads_to_the_question() -> None:
    """Where something is open the headline names the key; where all is known it does not."""
    for name in NAMES:
        found = overview(case_of(name))
        told = _told(single_column(found, 74, 0), 74)
        assert ("aleadstothequestion" in told) == bool(found.headline.question), name
