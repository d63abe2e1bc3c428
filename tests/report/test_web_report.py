"""The report as a web page: nothing left out, nothing from outside, nothing alive in what people typed."""

import base64
import hashlib
import re
from dataclasses import replace
from fractions import Fraction
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smcheck.report.brand import PLAIN, Brand, Logo
from smcheck.report.document.model import Comment, CountBand, Document, Item, ScoreBand
from smcheck.report.formats import html
from smcheck.report.formats.html import charts
from smcheck.report.formats.readable import readable
from smcheck.scoring import Span
from smcheck.words.fault import Fault
from support.facts import facts
from support.live_text import LIVE
from support.reports import document_named, sheets

LANGUAGES = ["de", "en"]
NAMES = list(sheets())
VOID = {"meta", "img", "br"}
DRAWN = {"svg", "g", "defs", "pattern", "rect", "line", "circle", "text", "title", "desc"}
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="40" height="10"/></svg>'

Attributes = dict[str, str | None]


class Page(HTMLParser):
    """A page as a browser without styles reads it; it fails where an element is not closed."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, Attributes]] = []
        self.text = ""
        self.style = ""
        self._open: list[str] = []
        self.feed(content.decode())
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element, which is closed at once."""
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, which must be this one."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Collect what is read."""
        if self._open[-1:] == ["style"]:
            self.style += data
        else:
            self.text += data

    def of(self, *tags: str) -> list[Attributes]:
        """The attributes of all elements of these names."""
        return [attributes for tag, attributes in self.elements if tag in tags]


def page(document: Document, brand: Brand = PLAIN) -> Page:
    """The page, read back."""
    content = html.render(document, brand)
    html.verify(content, document)
    return Page(content)


def letters(text: str) -> str:
    """A text without what keeps words apart or together."""
    return re.sub("[\\s\u2060]", "", text)


# ── nothing left out, nothing alive ───────────────────────────────────────────────────────────


@pytest.mark.sample(4)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_fact_is_on_the_page(name: str, language: str) -> None:
    """Sentences, names, notes, comments, steps, numbers, addresses."""
    document = document_named(name, language)
    text = letters(page(document).text)
    assert [fact for fact in facts(document) if letters(readable(fact)) not in text] == []


@pytest.mark.sample(6)
@pytest.mark.parametrize("text", LIVE.values(), ids=LIVE)
def test_live_text_is_dead(text: str) -> None:
    """It is shown as it was typed and makes no element, address or event."""
    plain = page(document_named("example"))
    document = replace(document_named("example"), organisation=text, summary=None)
    found = page(document, Brand(name=text, footer=text, contact=text))
    assert letters(readable(text)) in letters(found.text)
    more = [tag for tag, _attributes in found.elements[len(plain.elements) :]]
    assert set(more) <= {"p", "strong", "footer", "br"} | {tag for tag, _attributes in plain.elements}
    assert not any(name.startswith("on") for _tag, attributes in found.elements for name in attributes)
    assert {link["href"] for link in found.of("a")} == {link["href"] for link in plain.of("a")}


@settings(max_examples=25)
@given(st.text(max_size=200))
def test_any_text_is_shown(text: str) -> None:
    """Whatever is typed, the page is whole and holds it."""
    document = replace(document_named("unanswered"), organisation=text, summary=Comment("", text, text))
    assert letters(readable(text)) in letters(page(document).text)


# ── one file, safe by itself ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["full", "hostile"])
def test_nothing_runs_and_nothing_is_loaded(name: str) -> None:
    """No script, no style but the one whose hash the policy names, no address but of sources and data."""
    found = page(document_named(name), Brand(name="Muster", logo=Logo(SVG, "svg")))
    assert not found.of("script", "iframe", "object", "embed", "form", "link", "base")
    digest = base64.b64encode(hashlib.sha256(found.style.encode()).digest()).decode()
    policy = next(meta["content"] for meta in found.of("meta") if "http-equiv" in meta)
    assert policy is not None
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:;")
    assert "url(" not in re.sub(r"url\(#[a-z-]+\)", "", found.style)
    assert not any("style" in attributes for _tag, attributes in found.elements)
    assert [image["src"] for image in found.of("img")] == [
        f"data:image/svg+xml;base64,{base64.b64encode(SVG).decode()}"
    ]
    assert all(str(link["href"]).startswith(("https://", "http://")) for link in found.of("a"))


def test_a_brand_has_its_colours_and_its_foot() -> None:
    """Light and dark, also where the style sheet is blocked."""
    brand = Brand(
        name="Muster",
        colour="#FF0000",
        readable="#AA0000",
        readable_dark="#FF8888",
        tint="#EEBBBB",
        tint_dark="#552222",
        footer="Vertraulich",
        contact="example.com",
    )
    found = page(document_named("example"), brand)
    for colour in ("#FF0000", "#AA0000", "#FF8888", "#EEBBBB", "#552222"):
        assert colour in found.style
    assert {bar["fill"] for bar in found.of("rect") if bar.get("class") == "solid"} == {"#AA0000"}
    assert all(text in found.text for text in ("Muster", "Vertraulich", "example.com"))


# ── for everyone ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.sample(4)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_the_page_can_be_read_without_seeing_it(name: str, language: str) -> None:
    """Language, headings in order, heads of tables, ids that are there once, words for each drawing."""
    document = document_named(name, language)
    found = page(document)
    assert found.of("html")[0]["lang"] == language
    levels = [int(tag[1]) for tag, _attributes in found.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = [attributes["id"] for _tag, attributes in found.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _tag, attributes in found.elements:
        for name_of in ("aria-labelledby", "aria-describedby"):
            assert attributes.get(name_of) is None or attributes[name_of] in ids
    drawings = found.of("svg")
    assert all(
        svg.get("aria-hidden") == "true" or svg.get("aria-label") or svg.get("aria-labelledby")
        for svg in drawings
    )
    assert all(head.get("scope") in {"col", "row"} for head in found.of("th"))


def test_charts_say_their_numbers() -> None:
    """Each has a title and a description, and its numbers stand in the row beside it."""
    text = page(document_named("example")).text
    assert "Band from 0 to 100, Overall score: you 13 to 25, the surveyed companies 58." in text
    assert "Bar from −100 to +100, Customer support: −39 to +61 in points" in text
    assert "usually in charge, not known" in text


# ── where things stand ────────────────────────────────────────────────────────────────────────


def count_band(states: tuple[str, ...], mark: Fraction | None, *, judged: bool = True) -> CountBand:
    """A count of which only the drawing matters."""
    return CountBand("", "", "", states, mark, judged)


@pytest.mark.parametrize(
    ("score", "bars"),
    [
        ((0, 0), []),
        ((25, 25), [("0%", "25%", "solid")]),
        ((13, 25), [("0%", "13%", "solid"), ("13%", "12%", "hatched")]),
        ((0, 100), [("0%", "100%", "hatched")]),
    ],
)
def test_score_bars(score: tuple[int, int], bars: list[tuple[str, str, str]]) -> None:
    """The certain is solid, the not known hatched; no bar is without width."""
    band = ScoreBand("", "", "", "", Span(Fraction(score[0]), Fraction(score[1])), None)
    assert charts.score_bars(band) == bars


def test_count_bars() -> None:
    """Cells of equal width with gaps, which end at 100."""
    bars = charts.count_bars(count_band(("yes", "unknown", "no"), None))
    assert [bar.look for bar in bars] == ["solid", "hatched", "outline"]
    assert len({bar.width for bar in bars}) == 1
    last = bars[-1]
    assert float(last.x[:-1]) + float(last.width[:-1]) == pytest.approx(100, abs=0.01)
    assert charts.count_bars(count_band(("yes",), None, judged=False))[0].look == "tint"
    assert len(charts.count_bars(count_band(("no",) * 60, None))) == 60


@pytest.mark.parametrize(
    ("mark", "position"),
    [
        (None, ""),
        (Fraction(0), "0%"),
        (Fraction(4), "100%"),
        (Fraction(2), "50%"),
        (Fraction(5, 2), "62.654%"),
    ],
)
def test_the_mark_of_a_count(mark: Fraction | None, position: str) -> None:
    """Whole cells, then the fraction inside the next one; a mean on a gap stands in its middle."""
    assert charts.mark(count_band(("no",) * 4, mark)) == position


@pytest.mark.parametrize(
    ("gap", "texts", "bar", "sides"),
    [
        ((59, 59), ("+59",), ("50%", "25%", "solid"), ["right"]),
        ((-59, -59), ("−59",), ("25%", "25%", "solid"), ["left"]),
        ((0, 0), ("0",), ("50%", "0%", "solid"), ["right"]),
        ((-59, 59), ("−59", "+59"), ("25%", "50%", "hatched"), ["left", "right"]),
    ],
)
def test_difference_bars(
    gap: tuple[int, int], texts: tuple[str, ...], bar: tuple[str, str, str], sides: list[str]
) -> None:
    """From 0 to the gap, or over the range; the texts stand beyond the ends."""
    span = Span(Fraction(gap[0]), Fraction(gap[1]))
    item = Item("", "", "", "", "", "", Fraction(50), "50 %", span, texts)
    assert charts.difference_bar(item) == bar
    assert [side for _x, _text, side in charts.difference_labels(item)] == sides


def test_another_page_is_not_taken_for_this_one() -> None:
    """What is read back must be what was to be written."""
    document = document_named("example")
    content = html.render(document)
    for other in (b"", content[: len(content) // 2], b"\xff\xfe", content.replace(b"<main>", b"<script>")):
        with pytest.raises(Fault, match="read back"):
            html.verify(other, document)
    with pytest.raises(Fault, match="read back"):
        html.verify(content, replace(document, headline="Something else."))
