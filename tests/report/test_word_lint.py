"""What smcheck lint says of a Word template: file, place, rule and remedy."""

import re
import sys
from pathlib import Path

import docx
import pytest

from smcheck.cli import main
from smcheck.pack.checks.finding import format_finding
from smcheck.report.formats.word import lint_template
from smcheck.report.formats.word.placeholders import BLOCKS, SECTIONS, STEP_FIELDS, TEXTS
from smcheck.words.language import use
from support.cli import ROOT
from support.reports import document_named, sheets
from support.word import TEMPLATE, change_template

BODY = "word/document.xml"
PLACES = "number, title, situation, text, who, say, evidence, effect"


def findings(path: Path) -> list[str]:
    """What is said of a template, without its path."""
    return [format_finding(finding).removeprefix(f"{path}: ") for finding in lint_template(path)]


def with_body(tmp_path: Path, old: str, new: str) -> Path:
    """Our template with a text of its body replaced."""
    return change_template(tmp_path / "own.docx", {BODY: (old, new)})


def test_a_misspelt_placeholder_is_named_with_the_nearest(tmp_path: Path) -> None:
    """And with where it stands."""
    (found,) = findings(with_body(tmp_path, "{{ second }}", "{{ secnd }}"))
    assert found.startswith(
        "document.xml, “{{ secnd }}”: [unknown-placeholder] unknown placeholder “secnd”. "
        "Write “second”, or else one of: organisation, title, "
    )


def test_a_field_that_steps_have_not(tmp_path: Path) -> None:
    """Inside a loop the valid words are others."""
    path = with_body(tmp_path, "{{ second }}", "{% for s in steps %}{{ s.titel }}{% endfor %}")
    (found,) = findings(path)
    assert found.endswith(f"unknown placeholder “titel”. Write “title”, or else one of: {PLACES}.")


def test_a_tag_that_is_not_closed(tmp_path: Path) -> None:
    """One finding, with its place, and none that only follows from it."""
    (found,) = findings(with_body(tmp_path, "{%p endif %}", ""))
    assert "[template-syntax] not a placeholder that can be read." in found


def test_paragraphs_inside_a_line(tmp_path: Path) -> None:
    """Without the p, Word could not open the report."""
    (found,) = findings(with_body(tmp_path, "{{p plan }}", "See {{ plan }}"))
    assert found == (
        "document.xml, “See {{ plan }}”: [misplaced-placeholder] "
        "“plan” holds paragraphs and stands inside a line. "
        "Give it a paragraph of its own, with a p: {{p plan }}."
    )


def test_text_beside_a_placeholder_that_replaces_its_paragraph(tmp_path: Path) -> None:
    """It would be lost."""
    (found,) = findings(with_body(tmp_path, "{{p plan }}", "Lost: {{p plan }}"))
    assert found.endswith(
        "more stands in this paragraph than the placeholder that takes its place. "
        "Give it a paragraph of its own."
    )


def test_paragraphs_in_the_head(tmp_path: Path) -> None:
    """Head and foot hold texts only."""
    path = change_template(tmp_path / "own.docx", {"word/header1.xml": ("{{ organisation }}", "{{p plan }}")})
    found = "\n".join(findings(path))
    assert "“plan” holds paragraphs, which only the body of the document can take" in found


def test_a_section_that_no_report_has(tmp_path: Path) -> None:
    """It would be empty in silence; a questionnaire of one's own may have it."""
    path = with_body(tmp_path, "{{p situation }}", "{{p section.next_step }}")
    (found,) = lint_template(path)
    assert (found.severity, found.rule) == ("warning", "unknown-section")
    assert found.fix.startswith("Write “next_steps”, or else one of: next_steps, standing, ")


def test_the_sections_are_those_of_the_reports() -> None:
    """What the linter knows is what reports have."""
    documents = [document_named(name) for name in sheets()]
    ids = {section.id for document in documents for part in document.parts for section in part.sections}
    assert set(SECTIONS) == ids


def test_what_a_report_would_leave_out(tmp_path: Path) -> None:
    """A part without a place is a doubt, the headline an error: nothing is left out in silence."""
    (doubt,) = lint_template(with_body(tmp_path, "{{p plan }}", "x"))
    assert (doubt.severity, doubt.rule) == ("warning", "no-place")
    (fault,) = lint_template(with_body(tmp_path, "{{ headline }}", "x"))
    assert (fault.severity, fault.rule) == ("error", "no-headline")


def test_missing_styles_are_named_once(tmp_path: Path) -> None:
    """A master without ours works; it is told which it could shape."""
    document = docx.Document()
    places = ["{{p " + name + " }}" for name in ("summary", "page_one", "where", "described", "who", "plan")]
    for line in ("{{ headline }}", "{{ second }}", *places, "{{p sources }}"):
        document.add_paragraph(line)
    path = tmp_path / "own.docx"
    document.save(str(path))
    (found,) = lint_template(path)
    assert (found.severity, found.rule) == ("warning", "missing-style")
    assert "smcheck Row," in found.message
    assert "heading 1," not in found.message


def test_german(tmp_path: Path) -> None:
    """Findings speak the language in use."""
    use("de")
    (found,) = findings(with_body(tmp_path, "{{p plan }}", "x"))
    assert found == (
        "[no-place] für „plan“ ist kein Platz: Im Bericht fehlt es. "
        "Fügen Sie {{p plan }} ein, falls die Abschnitte daraus nicht einzeln dastehen."
    )


def test_a_template_that_is_not_there(tmp_path: Path) -> None:
    """No exception."""
    (found,) = lint_template(tmp_path / "none.docx")
    assert found.rule == "unreadable-file"


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Templates are looked at too, and the command fails where one has an error."""
    assert main(["lint", str(TEMPLATE)]) == 0
    assert capsys.readouterr() == ("", "0 errors, 0 warnings.\n")
    path = with_body(tmp_path, "{{ second }}", "{{ secnd }}")
    assert main(["lint", str(path)]) == 1
    said = capsys.readouterr()
    assert "unknown placeholder “secnd”" in said.out
    assert said.err == "1 error, 0 warnings.\n"


def test_the_page_on_templates_names_every_placeholder() -> None:
    """And no style that the template has not."""
    page = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    for name in (*TEXTS, *BLOCKS, *SECTIONS, *STEP_FIELDS):
        assert re.search(rf"`{name}`|{{{{p? ?{name} }}}}|section\.{name}\b", page), name
    styles = docx.Document(str(TEMPLATE)).styles
    assert [name for name in re.findall(r"`(smcheck [A-Z][\w ]+)`", page) if name not in styles] == []


def test_without_the_library_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence, no traceback."""
    for name in [name for name in sys.modules if name.startswith("smcheck.report.formats.word")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    assert main(["lint", str(TEMPLATE)]) == 1
    assert capsys.readouterr().err == (
        "smcheck: .docx needs the library docx, which is not installed; "
        "expected: pip install 'smcheck[report]'\n"
    )
