"""A consultant's own Word template: its styles win, its placeholders are filled, and it can do no harm."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from smcheck.report.brand import PLAIN, Brand
from smcheck.report.formats.word import lint_template, render, verify
from smcheck.words.fault import Fault
from support.word import BODY, TEMPLATE, all_text, change_template, read, report

SCRIPT = Path(__file__).parents[2] / "scripts" / "word_template" / "make.py"
RELATIONS = "word/_rels/document.xml.rels"


def own_template(path: Path, *lines: str) -> Path:
    """A template made with python-docx, as Word would save one: without any of our styles."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def replacing(path: Path, old: str, new: str, part: str = BODY) -> Path:
    """Our template with a text in one part replaced."""
    return change_template(path, {part: (old, new)})


def relation(kind: str, target: str) -> tuple[str, str]:
    """A relation to the outside, as a change of the relations' file."""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    line = f'<Relationship Id="rId99" Type="{base}/{kind}" Target="{target}" TargetMode="External"/>'
    return "</Relationships>", f"{line}</Relationships>"


def test_the_template_is_the_scripts(tmp_path: Path) -> None:
    """What is shipped is what the script makes of the parts beside it."""
    made = tmp_path / "made.docx"
    subprocess.run([sys.executable, str(SCRIPT), str(made)], check=True, capture_output=True)
    with ZipFile(made) as new, ZipFile(TEMPLATE) as shipped:
        assert new.namelist() == shipped.namelist()
        assert [new.read(name) for name in new.namelist()] == [shipped.read(name) for name in new.namelist()]


def test_our_template_is_without_findings() -> None:
    """What smcheck brings along is as it should be."""
    assert lint_template(TEMPLATE) == []


def test_the_consultants_styles_win(tmp_path: Path) -> None:
    """Headings look as in the master; our own styles are added where the master has none."""
    path = own_template(tmp_path / "own.docx", "{{ headline }}", "{{p where }}", "{{p plan }}")
    master = docx.Document(str(path))
    master.styles["Heading 1"].font.size = Pt(33)
    master.sections[0].left_margin = master.sections[0].right_margin = Mm(40)
    master.save(str(path))
    content = render(report(), PLAIN, path)
    verify(content, report())
    written = read(content)
    assert written.styles["Heading 1"].font.size == Pt(33)
    assert written.styles["smcheck Row"].base_style.name == "Normal"
    assert [p.text for p in written.paragraphs if p.style is not None and p.style.name == "Heading 1"] == [
        "Where you stand",
        "Plan",
    ]


def test_tables_fit_a_narrower_page(tmp_path: Path) -> None:
    """Columns share what the page has; those with pictures stay as wide as these."""
    path = own_template(tmp_path / "own.docx", "{{ headline }}", "{{p plan }}", "{{p section.team }}")
    master = docx.Document(str(path))
    master.sections[0].page_width = Mm(200)
    master.sections[0].left_margin = master.sections[0].right_margin = Mm(30)
    master.save(str(path))
    plan, team = (
        [column.width.mm for column in table.columns] for table in read(render(report(), PLAIN, path)).tables
    )
    assert sum(plan) == pytest.approx(140, abs=1)
    assert sum(team) == pytest.approx(140, abs=1)
    assert team[3] == pytest.approx(61, abs=0.5)


def test_a_brand_leaves_an_own_template_as_it_is(tmp_path: Path) -> None:
    """Its theme keeps its own colours; bands, and the styles that are added, take the brand's."""
    path = own_template(tmp_path / "own.docx", "{{ headline }} by {{ brand_name }}")
    content = render(report(), Brand(name="Advisers", colour="#FF8800", readable="#A85A00"), path)
    with ZipFile(BytesIO(content)) as written, ZipFile(path) as master:
        theme = "word/theme/theme1.xml"
        assert written.read(theme) == master.read(theme)
        assert b'<w:color w:val="A85A00"/>' in written.read("word/styles.xml")
    assert "surveyed companies. by Advisers" in all_text(content)


def test_without_a_brand_bands_take_the_templates_colour(tmp_path: Path) -> None:
    """The first accent of its theme, made readable."""
    theme = ('<a:accent1><a:srgbClr val="00566B"/>', '<a:accent1><a:srgbClr val="7A3E9D"/>')
    path = change_template(tmp_path / "purple.docx", {"word/theme/theme1.xml": theme})
    with ZipFile(BytesIO(render(report(), PLAIN, path))) as written:
        pictures = [written.read(name) for name in written.namelist() if name.startswith("word/media/")]
    assert any(bytes.fromhex("7A3E9D") in picture for picture in pictures)
    assert not any(bytes.fromhex("00566B") in picture for picture in pictures)


def test_loops_and_conditions(tmp_path: Path) -> None:
    """A master can list the recommendations in its own way."""
    path = own_template(
        tmp_path / "own.docx",
        "{{ headline }}",
        "{%p for step in steps %}",
        "{{ loop.index }}. {{ step.title|upper }}: {{ step.who }}",
        "{%p endfor %}",
        "{% if second %}And: {{ second }}{% endif %}",
    )
    texts = [p.text for p in read(render(report("{{ 7*7 }}"), PLAIN, path)).paragraphs]
    assert "3. TITLE OF STEP 3: Who of step 3" in texts
    assert "And: Goals are not set yet." in texts


def test_a_placeholder_that_word_has_split(tmp_path: Path) -> None:
    """Word cuts texts into runs as it likes; a placeholder is read across them."""
    path = replacing(
        tmp_path / "split.docx",
        "<w:t>{{ headline }}</w:t></w:r>",
        "<w:t>{{ head</w:t></w:r><w:r><w:t>line }}</w:t></w:r>",
    )
    verify(render(report(), PLAIN, path), report())


def test_a_section_that_a_report_has_not_is_empty(tmp_path: Path) -> None:
    """A company of one person has no matrix; its cell in a master stays a cell."""
    document = docx.Document()
    document.add_paragraph("{{ headline }}")
    document.add_table(1, 1).cell(0, 0).text = "{{p section.nothing_here }}"
    path = tmp_path / "own.docx"
    document.save(str(path))
    assert [cell.text for cell in read(render(report(), PLAIN, path)).tables[0].rows[0].cells] == [""]


def test_the_file_that_a_template_was_made_from_is_forgotten(tmp_path: Path) -> None:
    """Word would look for it, wherever it is."""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = (
        '<?xml version="1.0"?>'
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{base}/attachedTemplate" Target="file:///C:/x.dotx" '
        'TargetMode="External"/></Relationships>'
    )
    settings = f'<w:attachedTemplate xmlns:r="{base}" r:id="rId1"/><w:defaultTabStop'
    path = change_template(
        tmp_path / "made_from.docx",
        {"word/settings.xml": ("<w:defaultTabStop", settings)},
        {"word/_rels/settings.xml.rels": rels.encode()},
    )
    content = render(report(), PLAIN, path)
    assert b"x.dotx" not in b"".join(
        ZipFile(BytesIO(content)).read(n) for n in ZipFile(BytesIO(content)).namelist()
    )


def refused(path: Path) -> str:
    """What is said of a template that no report is made with; the linter says it too."""
    with pytest.raises(Fault) as caught:
        render(report(), PLAIN, path)
    assert "error" in {finding.severity for finding in lint_template(path)}
    return str(caught.value)


def test_macros_are_refused(tmp_path: Path) -> None:
    """With the remedy."""
    path = change_template(tmp_path / "macros.docx", {}, {"word/vbaProject.bin": b"x"})
    said = "word/vbaProject.bin: contains macros. Save it as a Word document (.docx), without macros"
    assert f"{path}: {said}" == refused(path)


@pytest.mark.parametrize("kind", ["image", "oleObject", "subDocument", "frame"])
def test_what_loads_from_outside_is_refused(tmp_path: Path, kind: str) -> None:
    """A remote picture would tell its owner who opens the report."""
    path = change_template(tmp_path / "remote.docx", {RELATIONS: relation(kind, "http://tracker.example/x")})
    assert "loads something from outside: “http://tracker.example/x”" in refused(path)


def test_links_may_lead_outside(tmp_path: Path) -> None:
    """Nothing follows them by itself."""
    path = change_template(
        tmp_path / "link.docx", {RELATIONS: relation("hyperlink", "https://adviser.example/")}
    )
    verify(render(report(), PLAIN, path), report())


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    """What unpacks to more than a template can be is not unpacked."""
    path = tmp_path / "bomb.docx"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(101):
            part.write(b"\0" * 1_000_000)
    assert "unpacks to more than a template can be" in refused(path)


def test_entities_are_refused(tmp_path: Path) -> None:
    """No Word document declares any."""
    entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document'
    path = replacing(tmp_path / "entity.docx", "<w:document", entity)
    assert "declares what no Word document declares" in refused(path)


@pytest.mark.parametrize(
    "content", [b"", b"no document", b"PK\x03\x04broken", TEMPLATE.read_bytes()[:3000]], ids=str
)
def test_what_is_no_word_document_is_refused(tmp_path: Path, content: bytes) -> None:
    """Whatever the file is called."""
    path = tmp_path / "none.docx"
    path.write_bytes(content)
    assert "not a Word document" in refused(path)


def test_other_kinds_of_word_files_are_named(tmp_path: Path) -> None:
    """A .dotx or .docm has to be saved as .docx first."""
    path = replacing(tmp_path / "other.docx", "document.main+xml", "template.main+xml", "[Content_Types].xml")
    assert "save it as a Word document (.docx)" in refused(path)


@pytest.mark.parametrize(
    "hostile",
    [
        "{{ organisation.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{{ section.__init__ }}",
        "{{ 'a' * 1000000000 }}",
        "{{ cycler('x').__init__ }}",
        "{{ lipsum() }}",
        "{{ steps[0] }}",
        "{% include '/etc/passwd' %}",
        "{% set x = 1 %}",
        "{% for a in 'x'|list %}{% endfor %}",
        "{{ self }}",
    ],
)
def test_placeholders_can_do_no_harm(tmp_path: Path, hostile: str) -> None:
    """Nothing but placeholders, if and for: no attribute of Python, no call, no arithmetic, no file."""
    path = replacing(tmp_path / "hostile.docx", "{{ headline }}", "{{ headline }} " + hostile)
    refused(path)


@settings(max_examples=40)
@given(st.data())
def test_damaged_templates_are_refused_or_work(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Whatever has happened to the parts of a template, it is no traceback; and the linter knows."""
    path = tmp_path_factory.mktemp("damaged") / "own.docx"
    with ZipFile(TEMPLATE) as archive, ZipFile(path, "w") as written:
        broken = data.draw(st.sampled_from(archive.namelist()))
        for name in archive.namelist():
            content = archive.read(name)
            if name == broken:
                at = data.draw(st.integers(0, len(content)))
                inserted = data.draw(st.sampled_from([b"", b"{{", b"%}", b"<", b"</w:p>", b"\xff", b"x"]))
                content = content[:at] + inserted + content[at + data.draw(st.integers(0, 60)) :]
            if name != broken or data.draw(st.booleans()):
                written.writestr(name, content)
    faults = [finding for finding in lint_template(path) if finding.severity == "error"]
    try:
        render(report(), PLAIN, path)
    except Fault:
        assert faults


def test_a_damaged_archive_is_refused(tmp_path: Path) -> None:
    """One byte of its packed text is another."""
    content = bytearray(TEMPLATE.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path = tmp_path / "own.docx"
    path.write_bytes(content)
    refused(path)


def test_footnotes_are_looked_at_too(tmp_path: Path) -> None:
    """They are filled as the rest is."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:id="1">'
        "<w:p><w:r><w:t>{{ 'a' * 9 }}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    target = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relation_line = f'<Relationship Id="rId98" Type="{target}" Target="footnotes.xml"/></Relationships>'
    path = change_template(
        tmp_path / "notes.docx",
        {
            RELATIONS: ("</Relationships>", relation_line),
            "[Content_Types].xml": (
                "</Types>",
                f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>',
            ),
        },
        {"word/footnotes.xml": notes.encode()},
    )
    assert "footnotes.xml" in refused(path)
