"""Templates of one's own for presentations: found by name, linted, and refused where they are dangerous."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.shapes.base import BaseShape
from pptx.slide import SlideLayout
from pptx.util import Mm

from smcheck.report.formats.powerpoint import lint_template, render, verify
from smcheck.report.formats.powerpoint.names import CONTENT, SLIDE, SUMMARY
from smcheck.report.formats.powerpoint.template import DEFAULT
from smcheck.words.fault import Fault
from support.reports import document_named
from support.slides import read


def template(folder: Path, change: Callable[[Deck], object]) -> Path:
    """The default template, changed."""
    deck = Presentation(str(DEFAULT))
    change(deck)
    file = folder / "master.pptx"
    deck.save(str(file))
    return file


def package(folder: Path, old: bytes, new: bytes, part: str) -> Path:
    """The default template with bytes of a part replaced."""
    file = folder / "master.pptx"
    with ZipFile(DEFAULT) as source, ZipFile(file, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(old, new) if name == part else content)
    return file


def placeholder(layout: SlideLayout, name: str) -> BaseShape:
    """The layout's placeholder of this name."""
    found: BaseShape = next(shape for shape in [*layout.placeholders] if shape.name == name)
    return found


def layout_name(number: int, name: str) -> Callable[[Deck], object]:
    """Gives a layout another name."""
    return lambda deck: deck.slide_layouts[number]._element.cSld.set("name", name)


def test_the_template_wins(tmp_path: Path) -> None:
    """Its size, its places and its theme; the report's slides follow those that it brings along."""

    def change(deck: Deck) -> None:
        deck.slide_width = Mm(400)
        for layout in deck.slide_layouts:
            shape = placeholder(layout, CONTENT)
            shape.left, shape.width = Mm(40), Mm(320)
        deck.slides.add_slide(deck.slide_layouts[1]).shapes.title.text = "Willkommen"

    file = template(tmp_path, change)
    document = document_named("example", "de")

    content = render(document, template=file)

    deck = read(content)
    verify(content, document)
    assert Mm(400) == deck.slide_width
    assert deck.slides[0].shapes.title.text == "Willkommen"
    tables = [shape for slide in deck.slides for shape in slide.shapes if shape.has_table]
    assert {Mm(40)} == {table.left for table in tables}
    assert all(
        abs(sum(column.width for column in table.table.columns) - Mm(320)) < Mm(0.1) for table in tables
    )


def test_a_missing_layout_is_named_with_the_nearest(tmp_path: Path) -> None:
    """As a fault for whoever makes a report, and as a finding for whoever makes the template."""
    file = template(tmp_path, layout_name(1, "smcheck Slid"))

    with pytest.raises(Fault) as raised:
        render(document_named("example", "en"), template=file)

    assert SLIDE in raised.value.found
    assert raised.value.nearest == "smcheck Slid"
    assert file.name in str(raised.value)
    (finding,) = lint_template(file)
    assert (finding.severity, finding.rule) == ("error", "missing-layout")
    assert "smcheck Slid" in finding.message
    assert finding.fix


def test_a_missing_placeholder_is_named_with_its_layout(tmp_path: Path) -> None:
    """The nearest name is that of one which is there."""

    def change(deck: Deck) -> None:
        shape = placeholder(deck.slide_layouts[0], CONTENT)
        shape.name = "Contents"

    file = template(tmp_path, change)

    with pytest.raises(Fault) as raised:
        render(document_named("example", "en"), template=file)

    assert (raised.value.place, raised.value.nearest) == (SUMMARY, "Contents")
    (finding,) = lint_template(file)
    assert (finding.rule, finding.place) == ("placeholder", SUMMARY)


def test_the_default_template_has_no_findings() -> None:
    """A trial rendering included."""
    assert lint_template(DEFAULT) == []


def test_slides_of_its_own_and_small_contents_are_doubts(tmp_path: Path) -> None:
    """A report can be made; somebody should have a look."""

    def change(deck: Deck) -> None:
        shape = placeholder(deck.slide_layouts[1], CONTENT)
        shape.width = Mm(150)
        deck.slides.add_slide(deck.slide_layouts[1]).shapes.title.text = "Willkommen"

    findings = lint_template(template(tmp_path, change))

    assert {("warning", "small-content"), ("warning", "own-slide")} == {
        (finding.severity, finding.rule) for finding in findings
    }


def no_zip(folder: Path) -> Path:
    """A text file."""
    file = folder / "master.pptx"
    file.write_text("Hello")
    return file


def no_file(folder: Path) -> Path:
    """Nothing."""
    return folder / "master.pptx"


def macros(folder: Path) -> Path:
    """A presentation that may run programs."""
    plain = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    enabled = b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
    return package(folder, plain, enabled, "[Content_Types].xml")


def remote_picture(folder: Path) -> Path:
    """A picture that tells somebody when the report is opened."""
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    relation = (
        b'<Relationship Id="rId99" Type="%s" Target="http://example.com/a.png" TargetMode="External"/>' % kind
    )
    end = b"</Relationships>"
    return package(folder, end, relation + end, "ppt/slideMasters/_rels/slideMaster1.xml.rels")


def bomb(folder: Path) -> Path:
    """Small in the archive, large in memory."""
    return package(folder, b"</a:theme>", b" " * 210_000_000 + b"</a:theme>", "ppt/theme/theme1.xml")


def broken_xml(folder: Path) -> Path:
    """A part that ends too early."""
    return package(folder, b"</p:sldMaster>", b"", "ppt/slideMasters/slideMaster1.xml")


@pytest.mark.parametrize("make", [no_zip, no_file, macros, remote_picture, bomb, broken_xml])
def test_what_is_no_safe_template_is_refused(make: Callable[[Path], Path], tmp_path: Path) -> None:
    """With one sentence that names the file, and one finding."""
    file = make(tmp_path)

    with pytest.raises(Fault) as raised:
        render(document_named("example", "en"), template=file)

    assert file.name in str(raised.value)
    (finding,) = lint_template(file)
    assert (finding.severity, finding.rule) == ("error", "no-template")


def test_a_placeholder_that_holds_no_text_is_a_fault(tmp_path: Path) -> None:
    """Its name alone does not do."""

    def change(deck: Deck) -> None:
        for layout in deck.slide_layouts:
            placeholder(layout, "Sentence")._element.find(".//{*}ph").set("type", "pic")

    file = template(tmp_path, change)

    with pytest.raises(Fault) as raised:
        render(document_named("example", "en"), template=file)

    assert raised.value.place == SUMMARY
    findings = lint_template(file)
    assert [finding.place for finding in findings] == [SUMMARY, SLIDE]
    assert {("error", "placeholder")} == {(finding.severity, finding.rule) for finding in findings}


def test_whatever_the_library_stumbles_over_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its reason stands in it."""

    def stumble(*_arguments: object, **_options: object) -> bytes:
        raise KeyError("no relationship rId7")

    # the module that this one is from: other tests load the formats again
    monkeypatch.setitem(lint_template.__globals__, "render", stumble)

    (finding,) = lint_template(template(tmp_path, lambda _deck: None))

    assert (finding.severity, finding.rule) == ("error", "trial")
    assert "rId7" in finding.message


def test_bytes_of_a_template_are_not_changed(tmp_path: Path) -> None:
    """It is read, never written."""
    file = template(tmp_path, lambda _deck: None)
    before = file.read_bytes()

    render(document_named("example", "de"), template=file)

    assert before == file.read_bytes()
    assert Presentation(BytesIO(before)).slide_layouts
