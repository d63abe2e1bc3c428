"""Labels: what things are called, harmless and on one line."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from smcheck.report.case import open_case
from smcheck.report.labels import (
    answer_word,
    completeness_words,
    department_label,
    department_name,
    either,
    fill_template,
    host,
    item_label,
    item_short,
    join_words,
    label_word,
    section_verdict_word,
    sheet_name,
    state_glyph,
    verdict_glyph,
    verdict_phrase,
    verdict_word,
)
from smcheck.scoring import Completeness
from smcheck.words.language import use
from support.builders import PACK, sheet_of
from support.companies import case_of


def test_sheet_is_called_by_its_organisation() -> None:
    """Blanks around the name are not part of it."""
    assert sheet_name(sheet_of({}, organisation="  Beispiel GmbH ")) == "Beispiel GmbH"


def test_sheet_without_organisation_is_called_by_its_date() -> None:
    """The day on which it was begun, as people read dates."""
    sheet = replace(sheet_of({}), created=datetime(2026, 11, 22, tzinfo=UTC))
    assert sheet_name(sheet) == "Sheet of 22 Nov 2026"
    use("de")
    assert sheet_name(sheet) == "Bogen vom 22.11.2026"


def test_sheet_with_neither_says_so() -> None:
    """A new sheet has a name, too."""
    assert sheet_name(sheet_of({})) == "Sheet without a name"


def test_name_is_harmless() -> None:
    """Control characters of a name are shown, not obeyed."""
    assert sheet_name(replace(sheet_of({}), organisation="a\x1b[31mb\nc")) == "a␛[31mb␊c"


def test_answer_words() -> None:
    """Every state of an item reads differently."""
    words = [answer_word(answer) for answer in ("yes", "no", "unknown", "na", None)]
    assert words == ["yes", "no", "don't know", "does not exist here", "not answered"]


def test_label_words() -> None:
    """Advised, common and neither are three different things."""
    words = [label_word(label) for label in ("advised", "common", "neither")]
    assert words == ["advised", "common", "from your answers no need"]


@pytest.mark.parametrize(
    ("verdict", "glyph", "english", "small", "german", "klein"),
    [
        ("above", "▲", "ABOVE", "above the surveyed", "VOR DEN BEFRAGTEN", "vor den Befragten"),
        ("below", "▼", "BELOW", "below the surveyed", "HINTER DEN BEFRAGTEN", "hinter den Befragten"),
        ("mixed", "↕", "MIXED", "mixed", "TEILS, TEILS", "teils, teils"),
        ("open", "…", "OPEN", "still open", "NOCH OFFEN", "noch offen"),
        ("none", "–", "NO COMPARISON", "no comparison", "KEIN VERGLEICH", "kein Vergleich"),
    ],
)
def test_verdicts(verdict: str, glyph: str, english: str, small: str, german: str, klein: str) -> None:
    """Sign, word in capitals and phrase for lists, in both languages."""
    assert (verdict_glyph(verdict), verdict_word(verdict), verdict_phrase(verdict)) == (glyph, english, small)
    use("de")
    assert (verdict_word(verdict), verdict_phrase(verdict)) == (german, klein)


def test_verdicts_of_sections() -> None:
    """Four verdicts and none."""
    verdicts = ("above", "below", "level", "open", "")
    assert [section_verdict_word(verdict) for verdict in verdicts] == [
        "above",
        "below",
        "level",
        "open",
        "no comparison",
    ]
    use("de")
    assert section_verdict_word("level") == "gleichauf"


def test_states_differ_in_their_signs() -> None:
    """Whatever differs in colour differs in its sign; what is not answered has none."""
    assert [state_glyph(state) for state in ("yes", "no", "unknown", "na", "")] == ["●", "○", "?", "–", ""]
    assert [state_glyph(state) for state in ("covered", "missing", "not_known", "nobody_here")] == [
        "●",
        "○",
        "?",
        "–",
    ]


@pytest.mark.parametrize(
    ("completeness", "english", "german"),
    [
        (Completeness(16, 16, 0), "complete", "vollständig"),
        (Completeness(16, 16, 1), "complete · 1 don't know", "vollständig · 1 × „weiß nicht“"),
        (Completeness(0, 25, 0), "0 of 25 answered", "0 von 25 beantwortet"),
        (
            Completeness(9, 25, 3),
            "9 of 25 answered · 3 don't know",
            "9 von 25 beantwortet · 3 × „weiß nicht“",
        ),
    ],
)
def test_completeness(completeness: Completeness, english: str, german: str) -> None:
    """“Don't know” is named where there is one, and counts as answered."""
    assert completeness_words(completeness) == english
    use("de")
    assert completeness_words(completeness) == german


def test_labels_of_items() -> None:
    """An item is called by its texts, also in the question that follows it, and a question by its own."""
    case = case_of({})
    assert item_label(case, "goals.service") == "Serve customers on social media"
    assert item_label(case, "in_hand.privacy") == "Data protection"
    assert item_label(case, "daily") == "Who answers comments and messages from day to day?"
    assert item_short(case, "departments.support") == "Support"
    assert department_label(case, "support") == "Customer support"
    assert department_name(case, "pr") == "Public relations"


def test_german_words_come_from_the_german_file() -> None:
    """The case's language decides which of the pack's texts are used."""
    case = open_case(PACK, sheet_of({}), language="de")
    assert department_label(case, "support") == PACK.texts("de").item("departments.support").label
    assert department_name(case, "support") == "Kundenservice"


def test_braces_in_texts_stay_what_they_are() -> None:
    """A value that looks like a placeholder is not filled again; doubled braces are single ones."""
    assert fill_template("{about} and {{about}} {other}", about="{other}") == "{other} and {about} {other}"


def test_lists_read_as_sentences() -> None:
    """One, two and three words are joined as people join them."""
    assert [join_words("abc"[:n]) for n in (0, 1, 2, 3)] == ["", "a", "a and b", "a, b and c"]
    assert [either("abc"[:n]) for n in (1, 2, 3)] == ["a", "a or b", "a, b or c"]
    use("de")
    assert (join_words("abc"), either("abc")) == ("a, b und c", "a, b oder c")


def test_host_of_any_link() -> None:
    """A link is named by its host; one without a readable host by itself."""
    assert host("https://www.haufe.de/x") == "haufe.de"
    assert host("http://[x") == "http://[x"
