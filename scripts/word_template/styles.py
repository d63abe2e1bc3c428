"""The styles of the Word template, as rows of a table; ``styles_xml`` writes them as Word wants them.

A row is id, name, base, the paragraph's properties and the characters' properties. Sizes are half points,
spaces twentieths of a point, as in Word's own files. Colours name the theme's, so that a brand or another
theme reaches all of them; lines are 0.5 pt.
"""

from typing import NamedTuple

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

BRAND = '<w:color w:val="00566B" w:themeColor="accent1"/>'
SOFT = '<w:color w:val="575D66" w:themeColor="text2"/>'
INK = '<w:color w:val="171A1F" w:themeColor="text1"/>'
MID = '<w:color w:val="868D97"/>'
DISPLAY = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
BOLD = "<w:b/>"
KEEP = "<w:keepNext/>"
UPPER_RULE = (
    '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="171A1F" w:themeColor="text1"/></w:pBdr>'
)
LOWER_LINE = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="868D97"/></w:pBdr>'
RIGHT = '<w:jc w:val="right"/>'
CENTRE = '<w:jc w:val="center"/>'


class Style(NamedTuple):
    """A paragraph style."""

    id: str
    name: str
    base: str
    paragraph: str = ""
    characters: str = ""


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/>'


def _space(before: int = 0, after: int = 0, line: int = 0) -> str:
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def _tabs(*stops: tuple[str, float], leader: str = "none") -> str:
    """Tab stops, each its kind and its place in millimetres; ``leader`` is what leads to them."""
    marks = "".join(
        f'<w:tab w:val="{kind}" w:leader="{leader}" w:pos="{round(place * 56.693)}"/>'
        for kind, place in stops
    )
    return f"<w:tabs>{marks}</w:tabs>"


def _level(number: int) -> str:
    return f'<w:outlineLvl w:val="{number}"/>'


PARAGRAPHS = (
    Style(
        "Title",
        "Title",
        "Normal",
        KEEP + _space(160, 0, 250),
        DISPLAY + BOLD + '<w:spacing w:val="-4"/>' + _size(36),
    ),
    Style(
        "Subtitle",
        "Subtitle",
        "Normal",
        _space(0, 100, 250),
        DISPLAY + SOFT + '<w:spacing w:val="-4"/>' + _size(36),
    ),
    Style(
        "Heading1",
        "heading 1",
        "Normal",
        KEEP + "<w:keepLines/><w:pageBreakBefore/>" + _space(200, 80) + _level(0),
        DISPLAY + BOLD + _size(32),
    ),
    Style(
        "Heading2",
        "heading 2",
        "Normal",
        KEEP + "<w:keepLines/>" + UPPER_RULE + _space(200, 20) + _level(1),
        BOLD + _size(20),
    ),
    Style("Header", "header", "Normal", _space(0, 0), _size(18)),
    Style("Footer", "footer", "Normal", _tabs(("right", 170)) + _space(120, 0), SOFT + _size(16)),
    # In another template, too, rows stay as small and as close as the tables are laid out for.
    Style("smcheckRow", "smcheck Row", "Normal", _space(0, 0, 269), _size(18)),
    Style(
        "smcheckMinorHeading",
        "smcheck Minor Heading",
        "Heading1",
        '<w:pageBreakBefore w:val="0"/>' + _space(320, 40),
        _size(24),
    ),
    Style("smcheckSituation", "smcheck Situation", "smcheckRow", "", SOFT),
    Style(
        "smcheckPartMessage", "smcheck Part Message", "smcheckRow", KEEP + _space(0, 120), SOFT + _size(20)
    ),
    Style("smcheckMessage", "smcheck Message", "smcheckRow", KEEP + _space(0, 60), _size(20)),
    Style("smcheckText", "smcheck Text", "smcheckRow", _space(0, 40)),
    Style("smcheckNumber", "smcheck Number", "smcheckRow", RIGHT),
    Style("smcheckRowHead", "smcheck Row Head", "smcheckRow", KEEP + _space(0, 20), SOFT + _size(15)),
    Style("smcheckNumberHead", "smcheck Number Head", "smcheckRowHead", RIGHT),
    Style(
        "smcheckScale",
        "smcheck Scale",
        "smcheckRowHead",
        _tabs(("center", 32.5), ("right", 65)),
    ),
    Style(
        "smcheckDirections", "smcheck Directions", "smcheckRowHead", _tabs(("right", 27.5), ("left", 31.5))
    ),
    Style(
        "smcheckDifferenceScale",
        "smcheck Difference Scale",
        "smcheckRowHead",
        _tabs(("center", 4.5), ("center", 29.5), ("center", 54.5)),
    ),
    Style(
        "smcheckShareScale",
        "smcheck Share Scale",
        "smcheckRowHead",
        _tabs(("center", 29.5), ("right", 59)),
    ),
    Style("smcheckBand", "smcheck Band", "smcheckRow", _space(0, 0, 240), _size(2)),
    Style("smcheckGap", "smcheck Gap", "smcheckRow", _space(0, 0, 240), _size(2)),
    Style("smcheckSmallText", "smcheck Small Text", "smcheckRow", _space(0, 20), SOFT + _size(16)),
    Style("smcheckLegend", "smcheck Legend", "smcheckRow", _space(60, 40), SOFT + _size(15)),
    Style(
        "smcheckStepNumber",
        "smcheck Step Number",
        "smcheckRow",
        _space(0, 0, 216),
        DISPLAY + BOLD + BRAND + _size(36),
    ),
    Style("smcheckStepTitle", "smcheck Step Title", "smcheckRow", KEEP + _space(20, 0), BOLD + _size(21)),
    Style("smcheckStepText", "smcheck Step Text", "smcheckRow", _space(0, 100)),
    Style("smcheckPlanNumber", "smcheck Plan Number", "smcheckRow", _space(60, 0), BOLD + BRAND),
    Style("smcheckPlanText", "smcheck Plan Text", "smcheckRow", _space(60, 0)),
    Style("smcheckRecommendation", "smcheck Recommendation", "smcheckRow", _space(60, 0), BOLD),
    Style("smcheckReason", "smcheck Reason", "smcheckRow", _space(60, 0), _size(17)),
    Style("smcheckEvidence", "smcheck Evidence", "smcheckReason", "", SOFT),
    Style("smcheckEffect", "smcheck Effect", "smcheckReason", "", BOLD),
    Style("smcheckLine", "smcheck Line", "smcheckRow", LOWER_LINE + _space(100, 0)),
    Style(
        "smcheckDateLine",
        "smcheck Date Line",
        "smcheckRow",
        _tabs(("left", 110), leader="underscore") + _space(360, 0),
    ),
    Style("smcheckCommentAuthor", "smcheck Comment Author", "smcheckRow", _space(40, 0), SOFT + _size(16)),
    Style("smcheckComment", "smcheck Comment", "smcheckRow", _space(40, 40)),
    Style("smcheckSymbol", "smcheck Symbol", "smcheckRow", CENTRE),
    Style("smcheckSymbolHead", "smcheck Symbol Head", "smcheckRow", KEEP + CENTRE, _size(15)),
    Style("smcheckUprightHead", "smcheck Upright Head", "smcheckRow", KEEP, _size(16)),
    Style("smcheckCovered", "smcheck Covered", "smcheckRow", CENTRE, BOLD),
    Style("smcheckSourceName", "smcheck Source Name", "smcheckRow", KEEP, BOLD + _size(20)),
    Style("smcheckHeadDate", "smcheck Head Date", "smcheckRow", RIGHT),
    Style("smcheckSourceNote", "smcheck Source Note", "smcheckRow", "", SOFT + _size(14)),
    Style("smcheckAddress", "smcheck Address", "smcheckRow", "", SOFT + _size(13)),
)

_SYMBOL_FONT = "Segoe UI Symbol"
_SYMBOLS = (
    f'<w:rFonts w:ascii="{_SYMBOL_FONT}" w:hAnsi="{_SYMBOL_FONT}" '
    f'w:eastAsia="{_SYMBOL_FONT}" w:cs="{_SYMBOL_FONT}"/>'
)
CHARACTERS = (
    Style("Hyperlink", "Hyperlink", "", "", '<w:color w:val="00566B" w:themeColor="hyperlink"/>'),
    Style("smcheckStrong", "smcheck Strong", "", "", BOLD),
    Style("smcheckSoft", "smcheck Soft", "", "", SOFT),
    Style("smcheckHint", "smcheck Hint", "", "", SOFT + _size(15)),
    Style("smcheckOwn", "smcheck Own", "", "", BOLD + BRAND),
    Style("smcheckNotPublished", "smcheck Not Published", "", "", "<w:i/>"),
    Style("smcheckSmallSymbol", "smcheck Small Symbol", "", "", _SYMBOLS + BRAND + _size(18)),
    Style("smcheckSmallRing", "smcheck Small Ring", "", "", _SYMBOLS + BOLD + INK + _size(18)),
    Style("smcheckLeadSymbol", "smcheck Lead Symbol", "", "", _SYMBOLS + BRAND + _size(24)),
    Style("smcheckMissingSymbol", "smcheck Missing Symbol", "", "", _SYMBOLS + BOLD + INK + _size(24)),
    Style("smcheckCoveredSymbol", "smcheck Covered Symbol", "", "", _SYMBOLS + MID + _size(24)),
    Style("smcheckHelpSymbol", "smcheck Help Symbol", "", "", _SYMBOLS + BRAND + _size(14)),
    Style("smcheckAbsentSymbol", "smcheck Absent Symbol", "", "", _SYMBOLS + INK + _size(14)),
)

_HAIR = '"single" w:sz="4" w:space="0" w:color="D5D8DD" w:themeColor="background2"'
_INK = '"single" w:sz="4" w:space="0" w:color="171A1F" w:themeColor="text1"'
_MATRIX_EDGES = f"<w:tblBorders><w:insideH w:val={_HAIR}/></w:tblBorders>"
_RULE_ABOVE_LAST = (
    f'<w:tblStylePr w:type="lastRow"><w:tcPr><w:tcBorders><w:top w:val={_INK}/></w:tcBorders></w:tcPr>'
    "</w:tblStylePr>"
)
_LAST_TO_THE_EDGE = (
    '<w:tblStylePr w:type="lastCol"><w:tcPr><w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar></w:tcPr>'
    "</w:tblStylePr>"
)
_CELL_MARGINS = (
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)
_DEFAULTS = f"""<w:styles xmlns:w="{W}">
<w:docDefaults>
<w:rPrDefault><w:rPr>
<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"
 w:eastAsiaTheme="minorHAnsi" w:cstheme="minorBidi"/>
<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>
</w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="269" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>
<w:rPr><w:color w:val="171A1F" w:themeColor="text1"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
<w:uiPriority w:val="99"/><w:semiHidden/>
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_CELL_MARGINS}</w:tblPr></w:style>
"""


def styles_xml() -> str:
    """The file ``word/styles.xml``."""
    styles = [
        *map(_paragraph_style, PARAGRAPHS),
        *map(_character_style, CHARACTERS),
        _table_style("smcheckRows", "smcheck Rows", "center"),
        _table_style("smcheckBlocks", "smcheck Blocks", "top"),
        _table_style("smcheckMatrix", "smcheck Matrix", "center", _MATRIX_EDGES, _RULE_ABOVE_LAST),
    ]
    return "\n".join(
        ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', _DEFAULTS, *styles, "</w:styles>"]
    )


def _table_style(id_: str, name: str, align: str, borders: str = "", rows: str = "") -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>'
        f"<w:tblPr>{borders}{_CELL_MARGINS}</w:tblPr>"
        f'<w:tcPr><w:vAlign w:val="{align}"/></w:tcPr>{rows}{_LAST_TO_THE_EDGE}</w:style>'
    )


def _paragraph_style(style: Style) -> str:
    custom = ' w:customStyle="1"' if style.id.startswith("smcheck") else ""
    following = '<w:next w:val="Normal"/>' if "outlineLvl" in style.paragraph else ""
    paragraph = f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else ""
    characters = f"<w:rPr>{style.characters}</w:rPr>" if style.characters else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.base}"/>{following}<w:qFormat/>{paragraph}{characters}</w:style>'
    )


def _character_style(style: Style) -> str:
    custom = ' w:customStyle="1"' if style.id.startswith("smcheck") else ""
    return (
        f'<w:style w:type="character"{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{style.characters}</w:rPr></w:style>'
    )
