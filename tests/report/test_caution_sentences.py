"""Cautions in sentences: how old, whom else the survey asked, what became of answers."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from smcheck.report.case import open_case
from smcheck.report.cautions import after_result_sentences, caution_sentences, source_cautions
from smcheck.words.language import use
from support.builders import PACK, sheet_of
from support.companies import case_of


def test_cautions_of_the_documented_surveys() -> None:
    """Age, what is not known of n, other sector and country with both names, wording, who took part."""
    case = case_of({}, profile={"sector": "industry", "country": "ch"})
    texts = PACK.texts("en").cautions
    assert caution_sentences(case) == (
        "Bitkom 2015 is 11 years old: historical.",
        "Bitkom 2015: how many were asked is not published, so there is no margin of error.",
        "Bitkom 2015 was asked in the sector “IT and telecoms”, yours is “Industry”.",
        "Bitkom 2015 was asked in Germany, you are in Switzerland.",
        f"On customer service: {texts['service_wording']}",
        f"On resources, data protection and big data: {texts['challenges_wording']}",
        "Pivot Conference 2010 is 16 years old: historical.",
        "Pivot Conference 2010: how many were asked is not confirmed, so there is no margin of error.",
        "Pivot Conference 2010: whoever wanted could take part.",
    )


@pytest.mark.parametrize(
    ("country", "english", "german"),
    [
        (
            "ch",
            "Bitkom 2015 was asked in Germany, you are in Switzerland.",
            "Bitkom 2015 wurde in Deutschland erhoben, Sie sind in der Schweiz.",
        ),
        (
            "nl",
            "Bitkom 2015 was asked in Germany, you are in the Netherlands.",
            "Bitkom 2015 wurde in Deutschland erhoben, Sie sind in den Niederlanden.",
        ),
        (
            "other",
            "Bitkom 2015 was asked in Germany, you are in another country.",
            "Bitkom 2015 wurde in Deutschland erhoben, Sie sind in einem anderen Land.",
        ),
    ],
)
def test_another_country(country: str, english: str, german: str) -> None:
    """Both countries are named, with the preposition that they take."""
    assert english in caution_sentences(case_of({}, profile={"country": country}))
    assert german in caution_sentences(case_of({}, profile={"country": country}, language="de"))


def test_another_sector() -> None:
    """A sector without a name of its own is another one."""
    other = {"sector": "other"}
    assert (
        "Bitkom 2015 was asked in the sector “IT and telecoms”, you are in another one."
        in caution_sentences(case_of({}, profile=other))
    )
    assert (
        "Bitkom 2015 wurde in der Branche „IT und Telekommunikation“ erhoben,"
        " Sie sind in einer anderen Branche."
    ) in caution_sentences(case_of({}, profile=other, language="de"))


def test_every_country_has_its_preposition() -> None:
    """No country is left out in either language."""
    for language in ("de", "en"):
        choice = PACK.texts(language).profile["country"]
        assert choice.within.keys() == choice.options.keys()


def test_another_size() -> None:
    """Whom the survey asked, and how many work here."""
    assert (
        "Bitkom 2017 asked “Companies in Germany with 20 or more employees”, you have 1 to 9 employees."
        in caution_sentences(case_of({}, figures="bitkom-2017", profile={"size": "1-9"}))
    )
    assert (
        "Bitkom 2017 hat „Unternehmen in Deutschland ab 20 Beschäftigten“ befragt, Sie haben 1 bis 9 "
        "Beschäftigte."
    ) in caution_sentences(case_of({}, figures="bitkom-2017", profile={"size": "1-9"}, language="de"))


def test_age_is_that_of_the_sheet() -> None:
    """A survey is as old as it was when the sheet was last changed."""
    sheet = replace(sheet_of({}), modified=datetime(2019, 5, 1, tzinfo=UTC))
    assert caution_sentences(open_case(PACK, sheet))[0] == "Bitkom 2015 is 4 years old."


def test_what_a_passport_does_not_tell() -> None:
    """Beside a passport only whom the survey did not ask, and how it was worded."""
    case = case_of({}, profile={"country": "at"})
    assert source_cautions(case, "pivot-2010") == ()
    assert source_cautions(case, "bitkom-itk-2015")[0] == (
        "Bitkom 2015 was asked in Germany, you are in Austria."
    )


@pytest.mark.parametrize(
    ("changed", "answered", "english", "german"),
    [
        ([], [], (), ()),
        (
            ["daily"],
            [],
            ("1 answer was changed after the result had been seen.",),
            ("1 Antwort wurde geändert, nachdem das Ergebnis zu sehen war.",),
        ),
        (
            ["daily", "team.ad_hoc"],
            ["goals.service", "targets"],
            (
                "2 answers were changed after the result had been seen.",
                "2 answers were first given after the result had been seen.",
            ),
            (
                "2 Antworten wurden geändert, nachdem das Ergebnis zu sehen war.",
                "2 Antworten wurden erst gegeben, nachdem das Ergebnis zu sehen war.",
            ),
        ),
    ],
)
def test_answers_after_the_result(
    changed: list[str], answered: list[str], english: tuple[str, ...], german: tuple[str, ...]
) -> None:
    """Answers that had another value are apart from those first given."""
    more: dict[str, Any] = {"changed_after_result": changed, "answered_after_result": answered}
    case = case_of({"daily": "pr"}, **more)
    assert after_result_sentences(case) == english
    use("de")
    assert after_result_sentences(case) == german
