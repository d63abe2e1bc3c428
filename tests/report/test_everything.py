"""Whatever was answered, everything that a result says can be said: whole, on one line, in both languages."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from smcheck.report.case import Case, open_case
from smcheck.report.cautions import caution_sentences
from smcheck.report.comparison import comparison
from smcheck.report.content import Overview, Subject
from smcheck.report.overview import overview
from smcheck.report.what_if import advised_changes, switches, what_if
from smcheck.report.who_does_what import who_does_what
from smcheck.report.why import why
from smcheck.sheet import Sheet
from smcheck.words.language import use
from support.builders import PACK, sheets


def texts_of(value: object) -> Iterator[str]:
    """Every text inside a piece of content."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from texts_of(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))


def subjects_of(value: object) -> Iterator[Subject]:
    """Everything inside a piece of content that one can ask why of."""
    if isinstance(value, Subject):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from subjects_of(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from subjects_of(getattr(value, field.name))


def contents(case: Case) -> list[object]:
    """All that a case says, the answers to why included."""
    found: list[object] = [overview(case), comparison(case), who_does_what(case), switches(case)]
    found += [caution_sentences(case), what_if(case, advised_changes(case))]
    subjects = {Subject("benchmark"), Subject("completeness"), *subjects_of(found[:3])}
    subjects |= {Subject("source", source) for source in case.figures.by_source}
    subjects |= {Subject("need", need.item) for need in PACK.needs}
    subjects |= {Subject("department", department) for department in PACK.departments}
    return [*found, *(why(case, subject) for subject in sorted(subjects))]


@given(sheets(), st.sampled_from(PACK.figure_sets), st.sampled_from(["de", "en"]))
@settings(max_examples=80, deadline=None)
def test_everything_can_be_said(sheet: Sheet, figures: str, language: str) -> None:
    """No text has a placeholder left, a line break, two blanks, or a full stop after another sign."""
    use(language)
    for text in texts_of(contents(open_case(PACK, sheet, figures))):
        assert not set("{}\n") & set(text), text
        assert "  " not in text
        assert not text.endswith(("..", "?.", ":.", ":")), text
        assert text == text.strip()


@given(sheets())
@settings(max_examples=60, deadline=None)
def test_what_is_advised_is_said_once(sheet: Sheet) -> None:
    """Next steps are three at most; each piece of advice has one place, numbers count through."""
    content: Overview = overview(open_case(PACK, sheet))
    steps = (*content.steps, *content.also)

    assert len(content.steps) <= 3
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))
    assert len({step.subject for step in steps}) == len(steps)
    assert bool(content.no_steps) == (not steps)


@given(sheets())
@settings(max_examples=60, deadline=None)
def test_dots_are_the_counts(sheet: Sheet) -> None:
    """A section has a state for each item that is counted, the sure first."""
    case = open_case(PACK, sheet)
    for line in overview(case).sections:
        judged = case.result.benchmark.sections.get(line.subject.id)
        count = judged.count if judged else case.result.described[line.subject.id].count
        assert line.states.count("yes") == count.low
        assert line.states.count("yes") + line.states.count("unknown") == count.high
        assert len(line.states) == count.of
        assert list(line.states) == sorted(line.states, key=("yes", "unknown", "no").index)


@given(sheets())
@settings(max_examples=60, deadline=None)
def test_what_is_advised_never_covers_less(sheet: Sheet) -> None:
    """With all that is advised no fewer goals are covered, and nothing is left to bring in for a goal."""
    case = open_case(PACK, sheet)
    then = open_case(PACK, sheet.with_answers(dict(advised_changes(case))))
    before, after = case.result.needs.goals_covered, then.result.needs.goals_covered
    if before and after:
        assert after.low >= before.low
