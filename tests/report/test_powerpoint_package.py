"""What PowerPoint would want to repair: order of elements, ids, relations and types of parts."""

import posixpath
import shutil
import subprocess
import sys
from collections import Counter
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from smcheck.report.formats.powerpoint.template import DEFAULT
from support.reports import sheets
from support.slides import make_deck, parts

SCRIPT = Path(__file__).parents[2] / "scripts" / "powerpoint_template" / "make.py"
NAMES = sorted(sheets())
ORDER = {
    "presentation": "sldMasterIdLst notesMasterIdLst handoutMasterIdLst sldIdLst sldSz notesSz"
    " defaultTextStyle modifyVerifier extLst",
    "chartSpace": "date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection"
    " chart spPr txPr externalData printSettings userShapes extLst",
    "chart": "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend"
    " plotVisOnly dispBlanksAs",
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst",
    "ser": "idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat"
    " val shape extLst",
    "dPt": "idx invertIfNegative marker bubble3D explosion spPr pictureOptions extLst",
    "dLbls": "dLbl numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName"
    " showPercent showBubbleSize separator showLeaderLines leaderLines extLst",
    "catAx": "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark"
    " minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset"
    " noMultiLvlLbl extLst",
    "valAx": "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark"
    " minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit"
    " minorUnit dispUnits extLst",
    "scaling": "logBase orientation max min",
    "manualLayout": "layoutTarget xMode yMode wMode hMode x y w h",
    "spPr": "xfrm custGeom prstGeom noFill solidFill gradFill blipFill pattFill grpFill ln effectLst extLst",
    "rPr": "ln noFill solidFill gradFill effectLst highlight latin ea cs sym hlinkClick extLst",
    "tcPr": "lnL lnR lnT lnB lnTlToBr lnBlToTr cell3D noFill solidFill pattFill extLst",
    "tc": "txBody tcPr extLst",
    "tbl": "tblPr tblGrid tr",
    "p": "pPr r br fld endParaRPr",
    "bodyPr": "prstTxWarp noAutofit normAutofit spAutoFit extLst",
    "cSld": "bg spTree custDataLst controls extLst",
    "sp": "nvSpPr spPr style txBody extLst",
    "pattFill": "fgClr bgClr",
}
"""The schema's order of children (ECMA-376, parts 1 and 4), for the elements that reports write."""
FREE = {"p": {"r", "br", "fld"}, "plotArea": set()}
"""Children that may stand in any order among themselves."""


def trees(content: bytes) -> dict[str, etree._Element]:
    """The XML of each part."""
    return {
        name: etree.fromstring(part)
        for name, part in parts(content).items()
        if name.endswith((".xml", ".rels"))
    }


@pytest.mark.parametrize("name", NAMES)
def test_children_stand_in_the_order_of_the_schema(name: str) -> None:
    """In every slide, chart and layout."""
    for part, tree in trees(make_deck(name, "de")[1]).items():
        for element in tree.iter():
            if not isinstance(element.tag, str):
                continue
            kind = etree.QName(element).localname
            order = ORDER.get(kind, "").split()
            children = [etree.QName(child).localname for child in element]
            if not order or not set(children) & set(order):
                continue
            assert set(children) <= set(order), (part, kind, children)
            places = [0 if child in FREE.get(kind, set()) else order.index(child) for child in children]
            if kind != "p":
                assert places == sorted(places), (part, kind, children)


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique(name: str) -> None:
    """Of shapes on a slide, of axes in a chart; no name stands twice in the package."""
    content = make_deck(name, "de")[1]
    for part, tree in trees(content).items():
        shapes = Counter(shape.get("id") for shape in tree.iter("{*}cNvPr"))
        assert [number for number, times in shapes.items() if times > 1] == [], part
        axes = [
            axis.find("{*}axId").get("val")
            for kind in ("catAx", "valAx")
            for axis in tree.iter(f"{{*}}{kind}")
        ]
        assert len(set(axes)) == len(axes)
        assert all(int(axis) > 0 for axis in axes)
    with ZipFile(BytesIO(content)) as archive:
        assert len(set(archive.namelist())) == len(archive.namelist())


def test_each_part_has_a_type_and_each_relation_its_part() -> None:
    """And nothing lies in the package that nothing leads to."""
    content = make_deck("full", "de")[1]
    names = set(parts(content))
    types = trees(content)["[Content_Types].xml"]
    defaults = {entry.get("Extension") for entry in types.iter("{*}Default")}
    typed = {entry.get("PartName").lstrip("/") for entry in types.iter("{*}Override")}
    reached = {"[Content_Types].xml"}
    for name, tree in trees(content).items():
        if not name.endswith(".rels"):
            continue
        reached.add(name)
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in tree:
            if relation.get("TargetMode") != "External":
                target = relation.get("Target")
                reached.add(posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))

    assert names == reached
    assert typed <= names
    assert all(name in typed or name.rsplit(".", 1)[-1] in defaults for name in names)


def test_the_master_of_notes_is_listed() -> None:
    """So that its view exists."""
    tree = trees(make_deck("full", "de")[1])["ppt/presentation.xml"]

    assert len(list(tree.iter("{*}notesMasterId"))) == 1


def test_the_default_template_is_the_scripts(tmp_path: Path) -> None:
    """Part by part; the archive around them may be compressed differently."""
    made = tmp_path / "made.pptx"
    subprocess.run([sys.executable, str(SCRIPT), str(made)], check=True, capture_output=True)
    assert parts(made.read_bytes()) == parts(DEFAULT.read_bytes())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is missing")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    """As many pages as slides."""
    from pptx import Presentation
    from pypdf import PdfReader

    file = tmp_path / "report.pptx"
    file.write_bytes(make_deck("full", "de")[1])
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]

    subprocess.run(command, check=True, capture_output=True, timeout=300)

    assert len(Presentation(str(file)).slides) == len(PdfReader(tmp_path / "report.pdf").pages)
