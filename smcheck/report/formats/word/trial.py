"""A small invented report that templates are tried with."""

from smcheck.report.document.model import (
    Comment,
    Document,
    DocumentPart,
    Recommendations,
    Section,
    Step,
    Text,
)
from smcheck.words.language import language

_PARTS = ("summary", "where", "described", "who", "plan", "sources")


def trial_document() -> Document:
    """A report with a text in each part, and one recommendation."""
    step = Step("rules.trial", 1, "Title", "Situation", "Text", "Who", "Say", ("Evidence",), "Effect")
    recommendations = Recommendations(("Why", "Evidence", "Effect"), (step,), "", ())
    return Document(
        language=language(),
        organisation="Organisation",
        title="Title",
        date=None,
        date_words="Date",
        headline="Headline",
        second="Second",
        situation=("Situation",),
        summary=Comment("", "Summary", "Author"),
        sources_note="Sources",
        parts=tuple(
            DocumentPart(id_, id_, "", (Section(id_, id_, "", (Text("Text"), recommendations)),))
            for id_ in _PARTS
        ),
    )
