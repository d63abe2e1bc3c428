"""Page one of the Word report is one page: what goes where it does not fit, and where it stands then."""

from dataclasses import replace

from smcheck.report.document.model import Comment, Document, Step, Steps
from smcheck.report.formats.word import render
from smcheck.report.formats.word.page_one import fit, page_one_height
from support.word import all_text, read, report, steps_of

SENTENCE = "This sentence is as long as many others are. "


def with_steps(document: Document, rows: tuple[Step, ...]) -> Document:
    """The report with other next steps on page one."""
    overview = document.parts[0]
    section = replace(overview.sections[0], blocks=(Steps("Who", "By when", rows),))
    part = replace(overview, sections=(section, *overview.sections[1:]))
    return replace(document, parts=(part, *document.parts[1:]))


def long_report(advice: int = 1, effect: int = 1, summary: int = 1) -> Document:
    """A report whose next steps and summary have so many sentences."""
    document = report(summary=(SENTENCE * summary).strip())
    rows = tuple(
        replace(step, situation="", text=(SENTENCE * advice).strip(), effect=(SENTENCE * effect).strip())
        for step in steps_of(document)
    )
    return with_steps(document, rows)


def test_what_fits_stays_as_it_is() -> None:
    """Nothing is left out without need."""
    assert fit(report()) == report()


def test_effects_go_first() -> None:
    """They stand under the recommendations as well."""
    shorter = fit(long_report(effect=30))
    assert [step.effect for step in steps_of(shorter)] == ["", ""]
    assert steps_of(shorter)[0].text
    assert shorter.summary == long_report().summary


def test_then_the_summary_is_cut_at_a_sentence() -> None:
    """It says where it goes on, and stands there in full."""
    document = long_report(summary=120)
    shorter = fit(document)
    assert shorter.summary is not None
    assert shorter.summary.text.endswith("are. Continued under “Plan”.")
    assert len(shorter.summary.text) < 250
    full = "\n".join(p.text for p in read(render(document)).paragraphs)
    assert document.summary is not None
    assert document.summary.text in full


def test_an_abbreviation_ends_no_sentence() -> None:
    """“z. B.” within the first sentence cuts nothing off."""
    first = "Wir schlagen Fachabteilungen vor, z. B. Vertrieb und Kundendienst, " + "die mitreden, " * 9
    document = replace(long_report(), summary=Comment("", first + "und zwar bald. " + SENTENCE * 120, ""))
    shorter = fit(document)
    assert shorter.summary is not None
    assert shorter.summary.text.startswith(first + "und zwar bald. ")


def test_at_last_only_the_first_sentence_of_each_step_stays() -> None:
    """The rest stands under the recommendations."""
    shorter = fit(long_report(advice=60))
    assert [step.text for step in steps_of(shorter)] == [SENTENCE.strip()] * 2


def test_a_higher_page_is_estimated_higher() -> None:
    """Each text counts."""
    low, high = page_one_height(report()), page_one_height(long_report(advice=9))
    assert low < high


def test_the_note_on_sources_never_goes() -> None:
    """It stands at the foot of page one."""
    assert "Compared with two surveys." in all_text(render(long_report(advice=60, summary=120)))
