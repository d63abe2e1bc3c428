"""A document as a Word file: a template whose placeholders are filled."""

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from markupsafe import Markup as SafeText

from smcheck.report.brand import OWN_COLOUR, PLAIN, Brand
from smcheck.report.document.model import Document
from smcheck.report.formats.readable import readable_all
from smcheck.report.formats.word.branding import apply_brand, colour_of_theme, logo_picture
from smcheck.report.formats.word.elements import Element
from smcheck.report.formats.word.environment import environment
from smcheck.report.formats.word.guard import damage_told, fault_of, read_template
from smcheck.report.formats.word.markup import EMU, TEXT_WIDTH, Markup
from smcheck.report.formats.word.page_one import fit
from smcheck.report.formats.word.placeholders import context
from smcheck.report.formats.word.styles import complete_styles
from smcheck.report.formats.word.syntax import Source, syntax_findings

OWN_TEMPLATE = Path(__file__).with_name("report.docx")
_LONGEST_PROPERTY = 255


class Template(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """A template with the file's properties left to us: docxtpl would write them as if they were XML."""

    def render_properties(self, context: Any, _environment: Any = None) -> None:
        """Names organisation and title, and who made the report."""
        properties = self.docx.core_properties
        name = f"{context['organisation']}: {context['title']}"
        properties.title = name[:_LONGEST_PROPERTY]
        properties.author = context["brand_name"][:_LONGEST_PROPERTY]

    def check_parts(self) -> None:
        """See to it that no two parts have one name, as damaged relations would make it.

        Raises:
            ValueError: two of them have.
        """
        names = [part.partname for part in self.docx.part.package.iter_parts()]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice:
            raise ValueError(twice)

    def sources(self) -> list[Source]:
        """The parts that are filled, as Jinja reads them."""
        self.init_docx()
        root = self.docx.element.body
        sources = [Source("document.xml", self.patch_xml(self.get_xml()), _paragraphs(root), body=True)]
        for uri in (self.HEADER_URI, self.FOOTER_URI):
            for _id, part in self.get_headers_footers(uri):
                name, xml = part.partname.rpartition("/")[2], self.get_part_xml(part)
                sources.append(Source(name, self.patch_xml(xml), _paragraphs(parse_xml(xml)), body=False))
        for part in self.docx.part.package.iter_parts():
            if part.content_type.endswith("footnotes+xml"):
                xml = part.blob.decode()
                sources.append(Source("footnotes.xml", self.patch_xml(xml), (), body=False))
        return sources


def _paragraphs(root: Any) -> tuple[str, ...]:
    return tuple("".join(text.text or "" for text in p.iter(qn("w:t"))) for p in root.iter(qn("w:p")))


class _Written:
    """What a placeholder of paragraphs holds: written as XML once it is asked for."""

    def __init__(self, markup: Markup, elements: list[Element]) -> None:
        self._markup, self._elements = markup, elements

    def __bool__(self) -> bool:
        return bool(self._elements)

    def __html__(self) -> str:
        return SafeText(self._markup.body(self._elements))  # noqa: S704 - each text in it is escaped


def render(document: Document, brand: Brand = PLAIN, template: Path | None = None) -> bytes:
    """The bytes of a ``.docx``, drawn in our template or in the consultant's own.

    Raises:
        Fault: the template cannot be used, or has placeholders that there are not.
    """
    # Word draws no word joiner: it shows a box.
    shown, brand = readable_all(document, joiners=False), readable_all(brand)
    if template is None:
        # How much goes on a page of another template is not known.
        return _fill(Template(str(OWN_TEMPLATE)), fit(shown), brand, own=True)
    content, file = read_template(template), str(template)
    with damage_told(file):
        word = Template(BytesIO(content))
        for source in word.sources():
            for finding in syntax_findings(source):
                if finding.severity == "error":
                    raise fault_of(finding.within(file))
        return _fill(word, shown, brand, own=False)


def _fill(word: Template, document: Document, brand: Brand, *, own: bool) -> bytes:
    target = word.get_docx()
    colour = ""
    if own:
        apply_brand(target, brand)
    else:
        colour = brand.readable if brand.colour != OWN_COLOUR else ""
        brand = colour_of_theme(target, brand)
    ours = docx.Document(str(OWN_TEMPLATE)).styles.element
    markup = Markup(target.part, complete_styles(target.styles.element, ours, colour), _text_width(target))
    _speak(target.styles.element, document.locale)
    values = context(document, brand, logo_picture(word, brand), lambda elements: _Written(markup, elements))
    word.render(values, environment(), autoescape=True)
    _close_cells(word.docx.element.body)
    _forget_origin(word.docx)
    word.check_parts()
    written = BytesIO()
    word.save(written)
    return written.getvalue()


def _text_width(document: Any) -> float:
    """Millimetres for text on a page of the first section."""
    section = document.sections[0]
    if None in (section.page_width, section.left_margin, section.right_margin):
        return TEXT_WIDTH
    return float(section.page_width - section.left_margin - section.right_margin) / EMU


def _speak(styles: Any, code: str) -> None:
    """Sets the language that spelling is checked in and that is read aloud."""
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), code)


def _close_cells(body: Any) -> None:
    """A cell ends with a paragraph, also where a placeholder in it held nothing or a table."""
    for cell in body.iter(qn("w:tc")):
        if len(cell) == 0 or cell[-1].tag != qn("w:p"):
            cell.append(OxmlElement("w:p"))


def _forget_origin(document: Any) -> None:
    """Takes out the file that a template was made from: Word would look for it, wherever it is."""
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.SETTINGS:
            part = relation.target_part
            for origin in part.element.findall(qn("w:attachedTemplate")):
                part.element.remove(origin)
                part.rels.pop(origin.get(qn("r:id")), None)
