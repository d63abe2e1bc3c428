"""Results in sentences: true for every number, one line each, nothing alive in them."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcheck.advice import Caution, Effect
from smcheck.report.case import Case, open_case
from smcheck.report.labels import (
    answer_word,
    department_label,
    fill_template,
    host,
    item_label,
    item_short,
    join_words,
    label_word,
    sheet_name,
    verdict_word,
)
from smcheck.report.sentences import (
    caution_sentence,
    completeness_sentence,
    count_sentence,
    effect_text,
    evidence_text,
    fit_sentence,
    more_sentence,
    reason,
    rule_text,
    rule_title,
    verdict_sentence,
)
from smcheck.scoring import Benchmark, Completeness, Fit, NeedScore, Span
from smcheck.sheet import Sheet
from support.builders import EXAMPLE, PACK, all_items, sheet_of, sheets, span

EVERYTHING_NO = {
    "team": all_items("team", "no"),
    "departments": all_items("departments", "no"),
    "goals": all_items("goals", "no"),
    "challenges": all_items("challenges", "no"),
}


def case_of(answers: dict[str, Any], **more: Any) -> Case:
    """The case of these answers, in English."""
    return open_case(PACK, sheet_of(answers, **more), language="en")


def sections_in(case: Case, section: str) -> tuple[str, str]:
    """The sentences on count and rank of a section."""
    score = case.result.benchmark.sections[section]
    return count_sentence(case, score), more_sentence(case, score)


# ── names ─────────────────────────────────────────────────────────────────────────────────────


def test_sheet_is_called_by_its_organisation() -> None:
    """The organisation is the name, whatever the date."""
    sheet = Sheet("social-media", organisation="Beispiel GmbH", modified=datetime(2026, 11, 22, tzinfo=UTC))
    assert sheet_name(sheet) == "Beispiel GmbH"


def test_sheet_without_organisation_is_called_by_its_date() -> None:
    """Without an organisation the day of its beginning is the name; spaces are no organisation."""
    begun, changed = datetime(2026, 11, 22, tzinfo=UTC), datetime(2026, 11, 23, tzinfo=UTC)
    sheet = Sheet("social-media", organisation="  ", created=begun, modified=changed)
    assert sheet_name(sheet) == "Sheet of 2026-11-22"
    assert sheet_name(Sheet("social-media", modified=changed)) == "Sheet of 2026-11-23"


def test_sheet_with_neither_says_so() -> None:
    """A sheet that has no date either still has a name."""
    assert sheet_name(Sheet("social-media")) == "Sheet without a name"


def test_name_is_harmless() -> None:
    """A name cannot colour the screen, end the line or be longer than one can read."""
    name = sheet_name(Sheet("social-media", organisation="\x1b[31m[/]\n" + "x" * 10_000))
    assert name.startswith("␛[31m[/]␊xx")
    assert len(name) == 200


# ── the verdict ───────────────────────────────────────────────────────────────────────────────


def benchmark(verdict: str, robust: Span | None, lead: Span | None = None) -> Benchmark:
    """A benchmark of which only the verdict and its range matter."""
    return Benchmark(None, None, lead or robust, robust, verdict, {})


@pytest.mark.parametrize(
    ("verdict", "robust", "lead", "expected"),
    [
        (
            "behind",
            span("-24", "-3"),
            span(-10),
            "Behind under every weighting of the sections (−24 … −3).",
        ),
        ("ahead", span(3, 24), span(10), "Ahead under every weighting of the sections (+3 … +24)."),
        (
            "ahead",
            span("1/10", 24),
            span(10),
            "Ahead, if only just, under every weighting of the sections (0 … +24).",
        ),
        (
            "behind",
            span(-24, "-1/10"),
            span(-10),
            "Behind, if only just, under every weighting of the sections (−24 … 0).",
        ),
        (
            "level",
            span(-4, 9),
            span(2),
            "Ahead or behind, depending on how the sections are weighted (−4 … +9).",
        ),
        ("level", span(-4, 9), span(-4, 9), "Ahead or behind, depending on what is not known yet (−4 … +9)."),
        (
            "level",
            span(-4, 9),
            span(-1, 2),
            (
                "Ahead or behind, depending on what is not known yet and how the sections are weighted "
                "(−4 … +9)."
            ),
        ),
        (
            "level",
            span(-4, 0),
            span(-2),
            "Behind or level, depending on how the sections are weighted (−4 … 0).",
        ),
        (
            "level",
            span(0, 9),
            span(2),
            "Ahead or level, depending on how the sections are weighted (0 … +9).",
        ),
        (
            "level",
            span(0),
            span(0),
            "Level with the surveyed companies under every weighting of the sections.",
        ),
        ("open", span(-4, 9), span(2), "Open: not every section has an answer yet."),
        ("open", None, None, "Open: no section can be compared with these figures."),
    ],
)
def test_verdict_sentence(verdict: str, robust: Span | None, lead: Span | None, expected: str) -> None:
    """The sentence says what holds over the whole range, and what a level verdict depends on."""
    assert verdict_sentence(benchmark(verdict, robust, lead)) == expected


def test_verdict_words() -> None:
    """Every verdict has a word in capitals."""
    words = [verdict_word(verdict) for verdict in ("ahead", "behind", "level", "open")]
    assert words == ["AHEAD", "BEHIND", "LEVEL", "OPEN"]


@given(sheets())
def test_verdict_sentence_agrees_with_the_verdict(sheet: Sheet) -> None:
    """For any answers the sentence begins with what the verdict is."""
    found = open_case(PACK, sheet, language="en").result.benchmark
    beginnings = {
        "ahead": ("Ahead under", "Ahead, if"),
        "behind": ("Behind under", "Behind, if"),
        "level": ("Ahead or", "Behind or", "Level"),
        "open": ("Open:",),
    }
    assert verdict_sentence(found).startswith(beginnings[found.verdict])


# ── the fit ───────────────────────────────────────────────────────────────────────────────────

NEED = NeedScore("goals.service", span(0), ("support",), (), (), (), ())
THEY = "of the departments they call for."


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (span(0), f"have none {THEY}"),
        (span(100), "have all the departments they call for."),
        (span("100/3"), f"have a third {THEY}"),
        (span(33), f"have about a third {THEY}"),
        (span(50), f"have half {THEY}"),
        (span(52), f"have about half {THEY}"),
        (span("1/10"), f"have a small part {THEY}"),
        (span("999/10"), f"have nearly all {THEY}"),
        (span(33, 52), f"have between about a third and about half {THEY}"),
        (span(49, 51), f"have about half {THEY}"),
        (span(0, 52), f"have at most about half {THEY}"),
        (span(52, 100), f"have at least about half {THEY}"),
        (span(0, 100), f"may have none or all {THEY}"),
    ],
)
def test_fit_sentence(score: Span, expected: str) -> None:
    """The words hold for the number, or for the whole range."""
    fit = Fit(score, {"goals.service": NEED}, {}, ())
    assert fit_sentence(fit) == f"Your goals and challenges {expected}"


def test_fit_sentence_without_need() -> None:
    """Without any need there is no fit, which is not a fit of 0."""
    expected = "No goal is pursued and no open challenge is faced, so there is nothing to fit."
    assert fit_sentence(Fit(None, {}, {}, ())) == expected


def test_fit_sentence_while_no_need_is_known() -> None:
    """Before any goal is known the sentence speaks of no department."""
    expected = "It is not known yet whether any goal is pursued or any challenge is open."
    assert fit_sentence(Fit(span(0, 100), {}, {"goals.service": NEED}, ())) == expected


@given(st.fractions(min_value=0, max_value=100))
def test_part_is_near(value: Fraction) -> None:
    """The fraction in words is never further than 10 points from the number it stands for."""
    parts: dict[str, Fraction | int] = {
        "none": 0,
        "a small part": Fraction(15, 2),
        "a fifth": 20,
        "a quarter": 25,
        "a third": Fraction(100, 3),
        "two fifths": 40,
        "half": 50,
        "three fifths": 60,
        "two thirds": Fraction(200, 3),
        "three quarters": 75,
        "four fifths": 80,
        "nearly all": 95,
        "all the departments": 100,
    }
    said = fit_sentence(Fit(Span(value, value), {"goals.service": NEED}, {}, ()))
    words = said.removeprefix("Your goals and challenges have ").removeprefix("about ")
    named = next(number for part, number in parts.items() if words.startswith((f"{part} of", f"{part} they")))
    assert abs(named - value) <= 10


# ── count and rank ────────────────────────────────────────────────────────────────────────────


def test_count_and_rank_of_departments() -> None:
    """Two of four involved: the count, the documented mean 2.39, and the sharp range of the rank."""
    case = case_of({"departments": {"marketing": "yes", "pr": "yes", "sales": "no", "support": "no"}})
    assert sections_in(case, "departments") == (
        "You involve 2 of 4, surveyed companies 2.4 on average.",
        "20–75 % of surveyed companies involve more.",
    )


def test_challenges_are_counted_as_faced() -> None:
    """Facing none is the best, so people read how many they face, and a range as a range."""
    case = case_of({"challenges": {"resources": "yes", "privacy": "unknown", "big_data": "no"}})
    assert sections_in(case, "challenges") == (
        "You face 1–2 of 3, surveyed companies 1.2 on average.",
        "0–91 % of surveyed companies face fewer.",
    )


def test_nobody_can_have_more_than_all() -> None:
    """With every goal pursued the sentence is still true: 0 % pursue more."""
    case = case_of({"goals": all_items("goals", "yes")})
    assert sections_in(case, "goals") == (
        "You pursue 6 of 6, surveyed companies 3.1 on average.",
        "0 % of surveyed companies pursue more.",
    )


def test_departments_that_do_not_exist_are_not_counted() -> None:
    """A department answered “we have none” is out of both numbers."""
    case = case_of({"departments": {"marketing": "yes", "pr": "no", "sales": "no", "support": "na"}})
    assert sections_in(case, "departments")[0] == "You involve 1 of 3, surveyed companies 2 on average."


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        (span(0, "2/5"), "under 1 % of surveyed companies pursue more."),
        (span("998/10", 100), "over 99 % of surveyed companies pursue more."),
        (span(100), "100 % of surveyed companies pursue more."),
        (span(0), "0 % of surveyed companies pursue more."),
    ],
)
def test_rounding_makes_neither_none_nor_all(shares: Span, expected: str) -> None:
    """A share that only rounds to none or all is not called so."""
    case = case_of({"goals": all_items("goals", "yes")})
    section = replace(case.result.benchmark.sections["goals"], surveyed_with_more=shares)
    assert more_sentence(case, section) == expected


# ── single words ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("completeness", "expected"),
    [
        (Completeness(16, 16, 1), "16 of 16 answered · 1 don't know"),
        (Completeness(0, 25, 0), "0 of 25 answered"),
        (Completeness(9, 25, 3), "9 of 25 answered · 3 don't know"),
    ],
)
def test_completeness_sentence(completeness: Completeness, expected: str) -> None:
    """“Don't know” is named where there is one, and counts as answered."""
    assert completeness_sentence(completeness) == expected


def test_answer_words() -> None:
    """Every state of an item reads differently."""
    words = [answer_word(answer) for answer in ("yes", "no", "unknown", "na", None)]
    assert words == ["yes", "no", "don't know", "we have none", "not answered"]


def test_label_words() -> None:
    """Advised, common and neither are three different things."""
    words = [label_word(label) for label in ("advised", "common", "neither")]
    assert words == ["advised", "common", "nothing speaks for it yet"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (span("100/3"), span(52), "33 → 52"),
        (span(33, 40), span(52), "33–40 → 52"),
        (None, None, "–"),
        (None, span(52), "– → 52"),
    ],
)
def test_effect_text(before: Span | None, after: Span | None, expected: str) -> None:
    """Before and after, ranges as ranges, a dash where there is no score."""
    assert effect_text(Effect(before, after)) == expected


def test_labels_of_items() -> None:
    """An item is called by its texts, also in the question that follows it, and a question by its own."""
    case = case_of({})
    assert item_label(case, "goals.service") == "Serve customers"
    assert item_label(case, "in_hand.privacy") == "Data protection"
    assert item_label(case, "daily") == "Who answers comments and messages from day to day?"
    assert item_short(case, "departments.support") == "Support"
    assert department_label(case, "support") == "Customer support"


def test_german_words_come_from_the_german_file() -> None:
    """The case's language decides which of the pack's texts are used."""
    case = open_case(PACK, sheet_of({}), language="de")
    assert department_label(case, "support") == PACK.texts("de").item("departments.support").label
    assert department_label(case, "support") != PACK.texts("en").item("departments.support").label


# ── advice ────────────────────────────────────────────────────────────────────────────────────


def reasons(case: Case) -> dict[str, str]:
    """Why each department is advised or not."""
    return {advice.department: reason(case, advice) for advice in case.advice.departments}


def test_reason_names_needs_led_and_supported() -> None:
    """A department that leads and supports is given both parts in one sentence."""
    case = case_of(
        {
            **EVERYTHING_NO,
            "goals": all_items("goals", "no", awareness="yes", expert="yes", stakeholders="yes"),
        }
    )
    assert reasons(case) == {
        "marketing": "Would lead on awareness, and support expert standing.",
        "pr": "Would lead on expert standing and stakeholders, and support awareness.",
        "sales": "Would support awareness.",
        "product_development": "Would support expert standing.",
        "management": "Would support stakeholders.",
        "support": "39 % of surveyed companies involve it; none of your goals and challenges calls for it.",
        "hr": "No figure is documented for it, and none of your goals and challenges calls for it.",
        "it": "No figure is documented for it, and none of your goals and challenges calls for it.",
        "legal": "No figure is documented for it, and none of your goals and challenges calls for it.",
    }


def test_evidence_in_lines() -> None:
    """A figure has percentage, publisher and year, an argument its origin, judgement is called ours."""
    case = case_of({})
    assert evidence_text(case, ("figure", "B3", "judgement"), "departments.support") == [
        "39 % of surveyed companies: Pivot Conference (Brian Solis), 2010",
        f"{PACK.texts('en').arguments['B3']} (futurebiz.de)",
        "Our judgement",
    ]
    assert evidence_text(case, ("figure",)) == ["A documented figure"]


def test_a_rule_names_what_it_is_about() -> None:
    """The rule's text names the challenges that nobody has in hand."""
    case = case_of(
        {"challenges": {"privacy": "yes", "big_data": "yes"}, "in_hand": {"privacy": "no", "big_data": "no"}}
    )
    owner = next(entry for entry in case.advice.setup if entry.rule == "owner")
    assert rule_title(case, owner) == "Give every challenge an owner"
    assert rule_text(case, owner).startswith("Nobody has this in hand: data protection, big data. Name")


def test_braces_in_texts_stay_what_they_are() -> None:
    """A value that looks like a placeholder is not filled again; doubled braces are single ones."""
    assert fill_template("{about} and {{about}} {other}", about="{other}") == "{other} and {about} {other}"


def test_lists_read_as_sentences() -> None:
    """One, two and three words are joined as people join them."""
    assert [join_words("abc"[:n]) for n in (1, 2, 3)] == ["a", "a and b", "a, b and c"]


def test_host_of_any_link() -> None:
    """A link is named by its host; one without a readable host by itself."""
    assert host("https://www.haufe.de/x") == "haufe.de"
    assert host("http://[x") == "http://[x"


# ── cautions ──────────────────────────────────────────────────────────────────────────────────


def test_cautions_in_sentences() -> None:
    """Age, other sector and country with whom the survey asked, and what is not known of n."""
    case = open_case(PACK, sheet_of(EXAMPLE["answers"], profile={"sector": "industry", "country": "at"}))
    asked = case.texts.figures["documented"].sources["bitkom-itk-2015"].population + "."
    assert [caution_sentence(case, caution) for caution in case.advice.cautions] == [
        "Bitkom 2015: 11 years old, historical.",
        f"Bitkom 2015 asked another sector than yours (Industry): {asked}",
        f"Bitkom 2015 asked in another country than yours (Austria): {asked}",
        "Bitkom 2015: how many were asked is not published, so no interval can be given.",
        f"Resources, Data protection, Big data: {case.texts.cautions['challenges_wording']}",
        "Pivot Conference (Brian Solis) 2010: 16 years old, historical.",
        "Pivot Conference (Brian Solis) 2010: that 700 were asked is not confirmed, so no interval is given.",
    ]


def test_age_is_that_of_the_sheet() -> None:
    """A survey is as old as it was when the sheet was last changed."""
    sheet = replace(sheet_of({}), modified=datetime(2019, 5, 1, tzinfo=UTC))
    case = open_case(PACK, sheet, language="en")
    assert caution_sentence(case, Caution("old", "bitkom-itk-2015", 2015)) == "Bitkom 2015: 4 years old."


def test_caution_without_text_is_named_by_its_id() -> None:
    """A caution of the pack that has no text is not lost."""
    caution = Caution("something", "bitkom-itk-2015", 2015, ("goals.service",))
    assert caution_sentence(case_of({}), caution) == "Service: something"


@given(sheets(), st.sampled_from(PACK.figure_sets), st.sampled_from(["de", "en"]))
def test_every_sentence_is_one_line(sheet: Sheet, figures: str, language: str) -> None:
    """Whatever was answered, measured against any set, every sentence is said and on one line."""
    case = open_case(PACK, sheet, figures, language)
    said = [
        sheet_name(sheet),
        verdict_sentence(case.result.benchmark),
        fit_sentence(case.result.fit),
        *(count_sentence(case, section) for section in case.result.benchmark.sections.values()),
        *(more_sentence(case, section) for section in case.result.benchmark.sections.values()),
        *(reason(case, advice) for advice in case.advice.departments),
        *(rule_text(case, entry) for entry in (*case.advice.setup, *case.advice.second_look)),
        *(caution_sentence(case, caution) for caution in case.advice.cautions),
    ]
    assert [text for text in said if not text or "\n" in text or "{" in text] == []
