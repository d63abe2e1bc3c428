"""A report with each kind of block, and what a Word file holds, for tests of Word reports."""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.document import Document as WordDocument

from smcheck.report.document.model import (
    Bands,
    Block,
    Bullets,
    Comment,
    Comments,
    CountBand,
    Differences,
    Document,
    DocumentPart,
    Item,
    Link,
    Links,
    Matrix,
    MatrixRow,
    Need,
    Needs,
    Notes,
    Numbered,
    Pairs,
    Part,
    Plan,
    Questions,
    Recommendations,
    ScoreBand,
    Section,
    Shares,
    Source,
    Sources,
    Step,
    Steps,
    Text,
)
from smcheck.scoring import Span

TEMPLATE = Path(__file__).parents[2] / "smcheck" / "report" / "formats" / "word" / "report.docx"
"""The template that smcheck brings along."""
BODY = "word/document.xml"


def report(text: str = "as typed", summary: str = "What the consultant sums up.") -> Document:
    """A report of an invented company, with every kind of block; ``text`` stands wherever people type."""
    return Document(
        language="en",
        organisation=f"Example Ltd {text}",
        title="Social media in the whole company",
        date=date(2026, 11, 26),
        date_words="26 November 2026",
        headline="In set-up you are below the surveyed companies.",
        second="Goals are not set yet.",
        situation=("Self-assessment of 26 November 2026.", f"All answered {text}."),
        summary=Comment("", summary, f"A. Example {text}"),
        sources_note="Compared with two surveys.",
        parts=(
            DocumentPart("summary", "Summary", "", _page_one()),
            DocumentPart("where", "Where you stand", "Bars to the left.", (_section("team", differences()),)),
            DocumentPart("described", "Described", "Grey bars.", (_section("goals", _shares(), _pairs()),)),
            DocumentPart(
                "who", "Who does what", "Nobody is missing.", (_section("matrix", matrix(), _advice(text)),)
            ),
            DocumentPart("plan", "Plan", "To be filled in.", (_section("plan", _plan(), *_words(text)),)),
            DocumentPart(
                "sources", "Sources", "Two surveys.", (_section("passports", _sources(), _method()),)
            ),
        ),
    )


def step(number: int, comment: Comment | None = None) -> Step:
    """A recommendation whose texts tell what they are."""
    return Step(
        f"rules.rule_{number}",
        number,
        f"Title of step {number}",
        f"Situation of step {number}.",
        f"Advice of step {number}. More advice.",
        f"Who of step {number}",
        f"Say this first for step {number}.",
        (f"Evidence of step {number}.",),
        f"Then: effect of step {number}.",
        comment,
    )


def steps_of(document: Document) -> tuple[Step, ...]:
    """The next steps on page one."""
    blocks = (block for section in document.parts[0].sections for block in section.blocks)
    return next((block.rows for block in blocks if isinstance(block, Steps)), ())


def _page_one() -> tuple[Section, ...]:
    heads = ("Need", "Usually in charge", "Today")
    needs = (Need("Win customers", "Customers", "covered", "Marketing", "involved", "Marketing"),)
    return (
        Section(
            "next_steps", "The next steps", "", (Steps("Who", "By when", (step(1), step(2))),), "one more"
        ),
        _section("where_you_stand", bands(), Text("Something in the second voice.", soft=True)),
        _section("who_takes_charge", Needs(heads, needs, (("covered", "involved"),))),
    )


def _section(id_: str, *blocks: Block) -> Section:
    return Section(id_, f"Section {id_}", f"Message of {id_}.", blocks, f"Hint of {id_}")


def bands() -> Bands:
    """A score and two counts."""
    return Bands(
        "You",
        "Surveyed",
        (
            ScoreBand(
                "Overall", "average", "13–25 of 100", "58", Span(Fraction(25, 2), Fraction(25)), Fraction(58)
            ),
            CountBand("Set-up", "1–2 of 3", "1.7", ("yes", "unknown", "no"), Fraction(17, 10), judged=True),
            CountBand("Goals", "2 of 2", "1.2", ("yes", "yes"), Fraction(1), judged=False),
        ),
        "Caption of the bands",
        "hatched: not known",
    )


def item(label: str, state: str, gap: Span | None = None, *texts: str) -> Item:
    """An item that 51 % of the surveyed companies say yes to."""
    percent = Fraction(51)
    return Item(
        f"team.{label}", label, "met by “no”", "", state, f"answer {state}", percent, "51\u202f%", gap, texts
    )


def differences() -> Differences:
    """Items with an exact gap, with a range, and with none."""
    rows = (
        item("Dedicated team", "no", Span(Fraction(-51), Fraction(-51)), "−51"),
        item("Team across", "unknown", Span(Fraction(-51), Fraction(49)), "−51", "+49"),
        item("Sales", "na"),
    )
    return Differences("You", "Surveyed: yes", "← surveyed ahead", "you ahead →", rows)


def _shares() -> Shares:
    return Shares("You", "Surveyed: yes", (item("Awareness", "yes"), item("Service", "unknown")))


def _pairs() -> Pairs:
    return Pairs((("No figure", "One person alone: no."),), soft=True)


def matrix(needs: int = 2) -> Matrix:
    """Departments and so many needs."""
    lead = Part("lead", "involved", "usually in charge, involved")
    parts = (lead, Part("help", "not_known", "helps, not known"), *[Part("", "", "")] * needs)[:needs]
    names = tuple((f"Need {number}", f"Need {number} in full") for number in range(needs))
    rows = (
        MatrixRow("Marketing", "yes", "yes", "90\u202f%", parts),
        MatrixRow("Legal", "na", "does not exist here", "–", (Part("", "", ""),) * needs),
    )
    return Matrix("Department", names, "Involved", "Surveyed", rows, "Covered", ("?",) * needs, (lead,))


def _advice(text: str) -> Recommendations:
    comment = Comment("Title of step 1", f"Comment on step 1 {text}", "B. Example")
    return Recommendations(
        ("Why", "Evidence", "What changes"), (step(1, comment), step(2)), "Also", (step(3),)
    )


def _plan() -> Plan:
    rows = ((1, "Title of step 1", True), (2, "Title of step 2", False))
    return Plan(("What", "Who", "By when"), rows, "We look at this plan again on")


def _words(text: str) -> tuple[Block, ...]:
    return (
        Bullets(("A sentence by itself.",)),
        Links((Link("An article", "https://example.org/article"),)),
        Questions((("One alone – and yet two?", "Which is it?"),)),
        Notes((("How is it organised?", f"First line\nsecond line {text}"),)),
        Comments((Comment("Set-up", f"A comment {text}", "C. Example"),)),
    )


def _sources() -> Sources:
    rows = (("Year", "2015"), ("Number asked", "not published"))
    link = Link("https://example.org/survey", "https://example.org/survey")
    first = Source("¹", "A survey", rows, frozenset({"Number asked"}), (link,))
    return Sources(
        (first, Source("²", "Another survey", rows, frozenset(), ())),
        "Addresses",
        "Not published",
        "Weighting",
    )


def _method() -> Numbered:
    return Numbered(("Only what has a figure is compared.", "Each point counts 1."))


def read(content: bytes) -> WordDocument:
    """A Word file as python-docx reads it."""
    return docx.Document(BytesIO(content))


def all_text(content: bytes) -> str:
    """Everything that can be read in a Word file, alternative texts and heads and feet included."""
    found = []
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name):
                xml = archive.read(name).decode()
                xml = re.sub(r"<w:br/>|</w:p>|<w:tab/>", "\n", xml)
                described = re.findall(r'(?:descr|w:val)="([^"]*)"', xml)
                found += [re.sub(r"<[^>]*>", "", xml), *described]
    entities = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#10;": "\n", "&amp;": "&"}
    text = "\n".join(found)
    for entity, character in entities.items():
        text = text.replace(entity, character)
    return text


def change_template(
    path: Path, changes: Mapping[str, tuple[str, str]], more: Mapping[str, bytes] | None = None
) -> Path:
    """Writes the template with texts of some parts replaced, each by part, and with more parts."""
    with ZipFile(TEMPLATE) as archive, ZipFile(path, "w", ZIP_DEFLATED) as written:
        for name in archive.namelist():
            content = archive.read(name).decode()
            if name in changes:
                old, new = changes[name]
                assert old in content
                content = content.replace(old, new)
            written.writestr(name, content)
        for name, extra in (more or {}).items():
            written.writestr(name, extra)
    return path
