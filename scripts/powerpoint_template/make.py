"""Writes the template of presentations: ``python scripts/powerpoint_template/make.py [FILE]``.

The master, its layouts and their placeholders are written out here, so that each position can be read. Parts
without anything of ours (the presentation itself, the theme's effects) are those of python-pptx's own template.
"""

import re
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pptx

from smcheck.report.brand import HAIR, INK, MID, OWN_COLOUR, PLAIN, SOFT
from smcheck.report.formats.powerpoint.names import CONTENT, LAYOUTS, SENTENCE, SOURCE, SUMMARY, TITLE
from smcheck.report.formats.powerpoint.template import DEFAULT

FONT = "Arial"
"""On every machine with PowerPoint, and with a twin of the same widths (Liberation Sans) everywhere else."""
_WIDTH, _HEIGHT, _MARGIN = 338.67, 190.5, 24
_NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "application/vnd.openxmlformats-officedocument"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SOFT_FILL = '<a:solidFill><a:schemeClr val="tx1"><a:lumMod val="70000"/><a:lumOff val="30000"/></a:schemeClr></a:solidFill>'


def template() -> bytes:
    """The template's bytes, the same at every call."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("officeDocument", "ppt/presentation.xml"), ("extended-properties", "docProps/app.xml")
        ),
        "docProps/app.xml": _XML
        + f'<Properties xmlns="{_RELATIONS.replace("relationships", "extended-properties")}">'
        "<Application>smcheck</Application></Properties>",
        "ppt/presentation.xml": _presentation(),
        "ppt/_rels/presentation.xml.rels": _relations(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("theme", "theme/theme1.xml"),
            ("presProps", "presProps.xml"),
            ("viewProps", "viewProps.xml"),
            ("tableStyles", "tableStyles.xml"),
        ),
        "ppt/presProps.xml": f"{_XML}<p:presentationPr {_NAMESPACES}/>",
        "ppt/viewProps.xml": f"{_XML}<p:viewPr {_NAMESPACES}/>",
        "ppt/tableStyles.xml": _of_library("ppt/tableStyles.xml"),
        "ppt/theme/theme1.xml": _theme(),
        "ppt/slideMasters/slideMaster1.xml": _master(),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            *(
                ("slideLayout", f"../slideLayouts/slideLayout{number}.xml")
                for number, _name in _numbered_layouts()
            ),
            ("theme", "../theme/theme1.xml"),
        ),
    }
    for number, name in _numbered_layouts():
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = _layout(name)
        parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = _relations(
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        )
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode(), ZIP_DEFLATED)
    return buffer.getvalue()


def _numbered_layouts() -> list[tuple[int, str]]:
    return list(enumerate(LAYOUTS, start=1))


def _of_library(part: str) -> str:
    with ZipFile(Path(pptx.__file__).parent / "templates" / "default.pptx") as archive:
        return archive.read(part).decode()


def _content_types() -> str:
    kinds = {
        "/docProps/app.xml": "extended-properties",
        "/ppt/presentation.xml": "presentationml.presentation.main",
        "/ppt/presProps.xml": "presentationml.presProps",
        "/ppt/viewProps.xml": "presentationml.viewProps",
        "/ppt/tableStyles.xml": "presentationml.tableStyles",
        "/ppt/theme/theme1.xml": "theme",
        "/ppt/slideMasters/slideMaster1.xml": "presentationml.slideMaster",
        **{
            f"/ppt/slideLayouts/slideLayout{number}.xml": "presentationml.slideLayout"
            for number, _name in _numbered_layouts()
        },
    }
    overrides = "".join(
        f'<Override PartName="{part}" ContentType="{_TYPES}.{kind}+xml"/>' for part, kind in kinds.items()
    )
    return (
        f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_XML}<Relationships xmlns="{namespace}">{rows}</Relationships>'


def _presentation() -> str:
    text = _of_library("ppt/presentation.xml")
    size = f'<p:sldSz cx="{_emu(_WIDTH)}" cy="{_emu(_HEIGHT)}"/>'
    return re.sub(r"<p:extLst>.*</p:extLst>", "", re.sub(r"<p:sldSz[^>]*/>", size, text), flags=re.DOTALL)


def _theme() -> str:
    colours = {
        "dk1": INK,
        "lt1": "#FFFFFF",
        "dk2": SOFT,
        "lt2": HAIR,
        "accent1": OWN_COLOUR,
        "accent2": OWN_COLOUR,
        "accent3": PLAIN.tint,
        "accent4": MID,
        "accent5": SOFT,
        "accent6": INK,
        "hlink": OWN_COLOUR,
        "folHlink": OWN_COLOUR,
    }
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{value.lstrip("#")}"/></a:{name}>' for name, value in colours.items()
    )
    kind = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fonts = f"<a:majorFont>{kind}</a:majorFont><a:minorFont>{kind}</a:minorFont>"
    text = _of_library("ppt/theme/theme1.xml").replace('name="Office Theme"', 'name="smcheck"')
    text = re.sub(
        r"<a:clrScheme.*</a:clrScheme>",
        f'<a:clrScheme name="smcheck">{scheme}</a:clrScheme>',
        text,
        flags=re.DOTALL,
    )
    return re.sub(
        r"<a:fontScheme.*</a:fontScheme>",
        f'<a:fontScheme name="smcheck">{fonts}</a:fontScheme>',
        text,
        flags=re.DOTALL,
    )


def _emu(millimetres: float) -> int:
    return round(millimetres * 36000)


def _frame(left: float, top: float, width: float, height: float) -> str:
    return f'<a:xfrm><a:off x="{_emu(left)}" y="{_emu(top)}"/><a:ext cx="{_emu(width)}" cy="{_emu(height)}"/></a:xfrm>'


def _placeholder(  # noqa: PLR0913 - what a placeholder is made of
    number: int,
    name: str,
    kind: str,
    frame: tuple[float, float, float, float],
    *,
    anchor: str = "t",
    fit: str = "noAutofit",
    style: str = "",
    body: str = "",
) -> str:
    """A placeholder's XML: ``kind`` are the attributes of ``p:ph``, ``style`` is its first level."""
    body = body or f'<a:r><a:rPr lang="en-GB"/><a:t>{name}</a:t></a:r>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{_frame(*frame)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:{fit}/></a:bodyPr>'
        f"<a:lstStyle>{style}</a:lstStyle><a:p>{body}</a:p></p:txBody></p:sp>"
    )


def _level(points: float, *, soft: bool = False, align: str = "l", gap: float = 0) -> str:
    return (
        f'<a:lvl1pPr marL="0" indent="0" algn="{align}"><a:spcBef><a:spcPts val="{round(gap * 100)}"/></a:spcBef>'
        f'<a:buNone/><a:defRPr sz="{round(points * 100)}">{_SOFT_FILL if soft else ""}</a:defRPr></a:lvl1pPr>'
    )


def _feet(*, styled: bool) -> str:
    """Footer and slide number; only the master's have a style, which layouts inherit."""
    wide = _WIDTH - 2 * _MARGIN
    field = '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
    return _placeholder(
        20,
        "Footer",
        'type="ftr" sz="quarter" idx="11"',
        (_MARGIN, 173.5, 240, 11),
        anchor="ctr",
        style=_level(11, soft=True) if styled else "",
    ) + _placeholder(
        21,
        "Slide number",
        'type="sldNum" sz="quarter" idx="12"',
        (_MARGIN + wide - 30, 173.5, 30, 11),
        anchor="ctr",
        style=_level(11, soft=True, align="r") if styled else "",
        body=field,
    )


def _tree(shapes: str) -> str:
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm>'
        f"</p:grpSpPr>{shapes}</p:spTree>"
    )


def _master() -> str:
    wide = _WIDTH - 2 * _MARGIN
    bar = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{_frame(_MARGIN, 0, 18, 4.6)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:schemeClr val="accent2"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )
    shapes = (
        bar
        + _placeholder(3, TITLE, 'type="title"', (_MARGIN, 22, wide, 26), fit="normAutofit")
        + _placeholder(4, CONTENT, 'type="body" idx="1"', (_MARGIN, 65, wide, 88))
        + _feet(styled=True)
    )
    layouts = "".join(
        f'<p:sldLayoutId id="{2147483648 + number}" r:id="rId{number}"/>'
        for number, _name in _numbered_layouts()
    )
    title = (
        '<a:lvl1pPr algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        '<a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>'
        '<a:defRPr sz="2800" b="1" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/></a:defRPr></a:lvl1pPr>'
    )
    return (
        f'{_XML}<p:sldMaster {_NAMESPACES}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
        f'{_tree(shapes)}</p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" '
        'accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
        f'folHlink="folHlink"/><p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>{title}'
        f"</p:titleStyle><p:bodyStyle>{_text_style(14)}</p:bodyStyle><p:otherStyle>{_text_style(14)}</p:otherStyle>"
        "</p:txStyles></p:sldMaster>"
    )


def _text_style(points: int) -> str:
    return (
        '<a:lvl1pPr marL="0" indent="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" '
        f'hangingPunct="1"><a:buNone/><a:defRPr sz="{points * 100}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/>'
        '</a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>'
        "</a:lvl1pPr>"
    )


def _layout(name: str) -> str:
    """A layout: on the summary the sentence is larger and has more room."""
    wide, first = _WIDTH - 2 * _MARGIN, name == SUMMARY
    sentence = (_MARGIN, 48, wide, 16) if first else (_MARGIN, 49, wide, 13)
    shapes = (
        _placeholder(2, TITLE, 'type="title"', (_MARGIN, 22, wide, 26), fit="normAutofit")
        + _placeholder(
            3,
            SENTENCE,
            'type="body" sz="quarter" idx="13"',
            sentence,
            style=_level(18 if first else 14, soft=True),
        )
        + _placeholder(
            4, CONTENT, 'type="body" sz="quarter" idx="14"', (_MARGIN, 65, wide, 88), style=_level(18, gap=6)
        )
        + _placeholder(
            5,
            SOURCE,
            'type="body" sz="quarter" idx="15"',
            (_MARGIN, 154.5, wide, 15),
            anchor="b",
            style=_level(11, soft=True),
        )
        + _feet(styled=False)
    )
    return (
        f'{_XML}<p:sldLayout {_NAMESPACES} preserve="1" userDrawn="1"><p:cSld name="{name}">{_tree(shapes)}</p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    target.write_bytes(template())
    print(target, file=sys.stderr)
