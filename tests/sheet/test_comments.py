"""The consultant's words in a sheet's JSON: read, checked and written."""

from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

import pytest

from smcheck.sheet import Comment, Sheet, comment_keys, dump_sheet, parse_sheet
from smcheck.words.fault import Fault
from support.builders import PACK

AT = datetime(2026, 11, 22, 14, 2, tzinfo=UTC)
BARE: dict[str, Any] = {"format": 1, "pack": "social-media", "answers": {}}


def fault_of(data: dict[str, Any]) -> Fault:
    """Why a sheet is refused."""
    with pytest.raises(Fault) as caught:
        parse_sheet(data, PACK)
    return caught.value


def test_summary_and_comments_are_read_as_they_were_written() -> None:
    """Texts keep their lines; by whom, when, and when the result was seen stay with them."""
    sheet = Sheet(
        PACK.id,
        result_seen=AT,
        summary=Comment("Gut.\n\nWeiter so.", "C. D.", AT),
        comments=MappingProxyType(
            {"rules.ad_hoc": Comment("Zuerst."), "departments.sales": Comment("Wer?", "C. D.", AT)}
        ),
    )
    data = dump_sheet(sheet, PACK)
    assert {"text": "Gut.\n\nWeiter so.", "by": "C. D.", "at": AT.isoformat()} == data["summary"]
    assert list(data["comments"]) == ["departments.sales", "rules.ad_hoc"]
    assert data["result_seen"] == AT.isoformat()
    assert sheet == parse_sheet(data, PACK)


def test_what_can_be_commented_on() -> None:
    """Every section, every rule of both kinds, and every department."""
    keys = comment_keys(PACK)
    assert {"sections.team", "rules.ad_hoc", "rules.ad_hoc_and_dedicated", "departments.sales"} < {*keys}
    assert len(keys) == len(PACK.file.sections) + len(PACK.file.rules) + len(PACK.departments)


def test_a_comment_without_text_is_none() -> None:
    """It says nothing, and is not written again."""
    sheet = parse_sheet({**BARE, "summary": {"text": ""}, "comments": {"rules.ad_hoc": {"text": ""}}}, PACK)
    assert (sheet.summary, dict(sheet.comments)) == (None, {})


@pytest.mark.parametrize(
    ("more", "place", "nearest"),
    [
        ({"comments": {"rules.ad_hok": {"text": "x"}}}, "comments.rules.ad_hok", "rules.ad_hoc"),
        ({"comments": {"section.team": {"text": "x"}}}, "comments.section.team", "sections.team"),
        ({"comments": {"rules.ad_hoc": {"txt": "x"}}}, "comments.rules.ad_hoc.txt", "text"),
        ({"comments": {"rules.ad_hoc": {"by": "x"}}}, "comments.rules.ad_hoc.text", ""),
        ({"comments": {"rules.ad_hoc": "x"}}, "comments.rules.ad_hoc", ""),
        ({"comments": ["x"]}, "comments", ""),
        ({"summary": "x"}, "summary", ""),
        ({"summary": {"text": 3}}, "summary.text", ""),
        ({"summary": {"text": "x", "by": None}}, "summary.by", ""),
        ({"summary": {"text": "x", "at": "yesterday"}}, "summary.at", ""),
        ({"summary": {"text": "\ud800"}}, "summary.text", ""),
        ({"result_seen": "2026-11-22"}, "result_seen", ""),
    ],
)
def test_a_comment_at_fault(more: dict[str, Any], place: str, nearest: str) -> None:
    """The fault names the place, and the nearest key where one resembles it."""
    fault = fault_of({**BARE, **more})
    assert (place, nearest) == (fault.place, fault.nearest)


@pytest.mark.parametrize("more", [{"id": "abc234"}, {"pack_version": "9.1.0"}], ids=["stored", "newer"])
def test_a_comment_on_what_another_version_has(more: dict[str, Any]) -> None:
    """It stays in a sheet that was stored, or names another version; other words are keys in neither."""
    data = {**BARE, **more, "comments": {"rules.gone": {"text": "–"}}}
    sheet = parse_sheet(data, PACK)
    assert dict(sheet.comments) == {"rules.gone": Comment("–")}
    assert sheet == parse_sheet(dump_sheet(sheet, PACK), PACK)
    assert fault_of({**data, "comments": {"figures.team": {"text": "–"}}}).place == "comments.figures.team"
