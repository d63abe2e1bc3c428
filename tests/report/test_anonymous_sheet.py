"""An anonymous sheet: nothing that somebody typed is in anything that is made of it."""

import json
from dataclasses import replace
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from smcheck.report.case import open_case
from smcheck.report.data import dump_result
from smcheck.report.document.build import build_document
from smcheck.report.markdown import render_markdown
from smcheck.report.text import render_text
from smcheck.sheet import dump_sheet
from smcheck.sheet.anonymous import anonymise
from smcheck.words.language import use
from support.builders import PACK
from support.reports import full_sheet, hostile_sheet

TYPED = st.text(st.characters(categories=["L"]), min_size=6, max_size=40).map(lambda text: f"Zz{text}zZ")


@given(TYPED)
def test_nothing_typed_is_left(typed: str) -> None:
    """Names, role, notes, comments, their authors and what is kept unread: none of it comes out."""
    use("en")
    sheet = full_sheet()
    comments = {key: replace(comment, text=typed, by=typed) for key, comment in sheet.comments.items()}
    whose = replace(
        sheet,
        id=typed,
        organisation=typed,
        respondent=typed,
        profile=MappingProxyType({**sheet.profile, "role": typed}),
        notes=MappingProxyType(dict.fromkeys(sheet.notes, typed)),
        summary=replace(next(iter(comments.values())), text=typed),
        comments=MappingProxyType(comments),
        unread=MappingProxyType({"notes": {"old": typed}}),
    )
    nobodys = anonymise(whose)
    case = open_case(PACK, nobodys)
    made = (
        render_text(case),
        render_markdown(case),
        json.dumps(dump_result(case), ensure_ascii=False),
        json.dumps(dump_sheet(nobodys, PACK), ensure_ascii=False),
        repr(nobodys),
    )
    assert [text for text in made if typed in text] == []


def test_the_document_says_so() -> None:
    """Where the company stood it says that it is anonymous; not where only its name was left out."""
    for language, word in (("en", "Anonymous"), ("de", "Anonym")):
        use(language)
        assert build_document(open_case(PACK, anonymise(full_sheet()))).organisation == word
    unnamed = replace(full_sheet(), organisation="")
    assert build_document(open_case(PACK, unnamed)).organisation == "Bogen vom 22.11.2026"


def test_answers_and_result_stay() -> None:
    """What was answered, and all that is measured with, is the same."""
    sheet = hostile_sheet()
    nobodys = anonymise(sheet)
    assert nobodys.answers == sheet.answers
    assert dict(nobodys.profile) == {key: value for key, value in sheet.profile.items() if key != "role"}
    assert open_case(PACK, nobodys).result == open_case(PACK, sheet).result
