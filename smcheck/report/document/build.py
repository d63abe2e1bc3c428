"""The document of a case, filled once for every format."""

from smcheck.report.case import Case
from smcheck.report.document.comments import summary_comment
from smcheck.report.document.model import Document
from smcheck.report.document.part_plan import plan_part
from smcheck.report.document.part_sources import sources_part
from smcheck.report.document.part_summary import summary_part
from smcheck.report.document.part_where import described_part, where_part
from smcheck.report.document.part_who import who_part
from smcheck.report.document.situation import situation, sources_note, sources_short
from smcheck.report.document.verdict import verdict_sentence
from smcheck.report.labels import one_line, sheet_name
from smcheck.report.overview import overview
from smcheck.words.language import _
from smcheck.words.numbers import long_day


def build_document(case: Case) -> Document:
    """The whole report on a case, in the language in use.

    Raises:
        Fault: the pack's file of texts does not fit.
    """
    content = overview(case)
    on = case.sheet.on()
    parts = (
        summary_part(case, content),
        where_part(case),
        described_part(case),
        who_part(case, content),
        plan_part(case, content),
        sources_part(case),
    )
    return Document(
        language=case.language,
        organisation=_whose(case),
        title=one_line(case.texts.title),
        date=on,
        date_words=long_day(on) if on else "",
        headline=verdict_sentence(case),
        second=content.goals.sentence,
        situation=situation(case),
        summary=summary_comment(case),
        sources_note=sources_note(case, content),
        sources_short=sources_short(case, content),
        parts=tuple(part for part in parts if part.sections),
    )


def _whose(case: Case) -> str:
    """The company; where nobody is named at all, that."""
    sheet = case.sheet
    named = sheet.organisation.strip() or sheet.respondent.strip() or sheet.profile.get("role", "").strip()
    return sheet_name(sheet) if named else _("Anonymous")
