"""Native bar charts: they stay editable, and their numbers are in a workbook of their own."""

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.data import ChartData
from pptx.chart.plot import BarPlot
from pptx.chart.series import BarSeries
from pptx.dml.line import LineFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.util import Mm, Pt

from smcheck.report.formats.powerpoint.table import Rect
from smcheck.report.formats.powerpoint.text import Tone
from smcheck.report.formats.readable import readable
from smcheck.words.language import _

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
HATCHED = "hatched"


@dataclass(frozen=True, slots=True)
class Series:
    """One row of the chart's workbook; ``None`` where there is no bar.

    ``look`` is ``brand``, ``hatched``, ``mid`` or ``outline``.
    """

    name: str
    values: tuple[float | None, ...]
    look: str
    labels: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart on the scale ``low`` to ``high`` with gridlines every ``step``, and ``minor`` ones between.

    ``inset`` is the room left and right of the scale for labels of bars, as a part of the chart's width.
    ``tinted`` are the rows drawn in the second tone of the brand. ``marks`` are three series: the values that
    a stroke stands at, its edge, and the stroke itself.
    """

    name: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    low: float
    high: float
    step: float
    number_format: str
    stacked: bool = False
    inset: float = 0
    tinted: frozenset[int] = frozenset()
    marks: tuple[Series, ...] = ()
    grid: bool = True
    minor: float = 0


def add_chart(slide: Slide, place: Rect, head: float, bars: Bars, words: str, language: str) -> None:
    """Draw the bars at ``place``, below ``head`` millimetres for the scale; ``words`` say them aloud."""
    data = ChartData(number_format="General")
    data.categories = [readable(category) for category in bars.categories]
    for series in (*bars.series, *bars.marks):
        data.add_series(readable(series.name), series.values)
    kind = XL_CHART_TYPE.BAR_STACKED if bars.stacked else XL_CHART_TYPE.BAR_CLUSTERED
    frame = slide.shapes.add_chart(
        kind, Mm(place.left), Mm(place.top), Mm(place.width), Mm(place.height), data
    )
    assert isinstance(frame, GraphicFrame)  # noqa: S101 - its types say that it is the chart itself
    frame.name = readable(_("Chart: {name}").format(name=bars.name))
    describe(frame, words)
    chart = frame.chart
    _prepare(chart, language)
    plot = chart.plots[0]
    assert isinstance(plot, BarPlot)  # noqa: S101 - it is what was just made
    plot.gap_width, plot.overlap = 85, 100
    plot.vary_by_categories = False
    for drawn, series in zip(plot.series, bars.series, strict=False):
        _paint(drawn, series, bars)
    _axes(chart, bars)
    _place_plot(chart, place, head, bars.inset)
    if bars.marks:
        _mark(chart)
    for number in chart._chartSpace.xpath("//c:axId | //c:crossAx"):
        # python-pptx writes negative ones, which the schema does not know.
        number.set("val", number.get("val").lstrip("-"))


def describe(frame: GraphicFrame, words: str) -> None:
    """Give a chart or a table its alternative text."""
    frame._element.nvGraphicFramePr.cNvPr.set("descr", readable(words))


def _prepare(chart: Chart, language: str) -> None:
    chart.has_legend = False
    chart.has_title = False
    chart.font.size = Pt(12)
    Tone.INK.paint(chart.font.color)
    space = chart._chartSpace
    for tag, value in (("roundedCorners", "0"), ("lang", language)):
        element = etree.Element(f"{{{_C}}}{tag}", val=value)
        space.find(qn("c:chart")).addprevious(element)
    # The schema's order: date1904, lang, roundedCorners.
    rounded, lang = space.find(qn("c:roundedCorners")), space.find(qn("c:lang"))
    lang.addnext(rounded)


def _paint(drawn: BarSeries, series: Series, bars: Bars) -> None:
    drawn.invert_if_negative = False
    _fill(drawn, series.look, tinted=False)
    for number in sorted(bars.tinted) if series.look == "brand" else ():
        _fill(drawn.points[number], series.look, tinted=True)
    if series.labels:
        labels = drawn.data_labels
        labels.show_value = True
        labels.number_format, labels.number_format_is_linked = bars.number_format, False
        labels.position = XL_LABEL_POSITION.OUTSIDE_END


def _fill(drawn: object, look: str, *, tinted: bool) -> None:
    form = drawn.format  # type: ignore[attr-defined]
    if look == "outline":
        form.fill.background()
    elif look == HATCHED:
        form.fill.patterned()
        form.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        Tone.BRAND.paint(form.fill.fore_color)
        Tone.PAPER.paint(form.fill.back_color)
    else:
        form.fill.solid()
        (Tone.TINT if tinted else Tone.MID if look == "mid" else Tone.BRAND).paint(form.fill.fore_color)
    if look == "mid":
        form.line.fill.background()
    else:
        form.line.width = Pt(0.75)
        (Tone.MID if look == "outline" else Tone.BRAND).paint(form.line.color)


def _axes(chart: Chart, bars: Bars) -> None:
    rows, scale = chart.category_axis, chart.value_axis
    rows.reverse_order = True
    rows.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    rows.major_tick_mark = rows.minor_tick_mark = XL_TICK_MARK.NONE
    rows.format.line.width = Pt(1)
    Tone.INK.paint(rows.format.line.color)
    scale.minimum_scale, scale.maximum_scale, scale.major_unit = bars.low, bars.high, bars.step
    scale.major_tick_mark = scale.minor_tick_mark = XL_TICK_MARK.NONE
    scale.has_major_gridlines = bars.grid
    if bars.grid:
        _thin(scale.major_gridlines.format.line)
        if bars.minor:
            scale.minor_unit = bars.minor
            scale.has_minor_gridlines = True
            between = scale._element.find(qn("c:minorGridlines"))
            between.append(deepcopy(scale._element.find(qn("c:majorGridlines"))[0]))
    else:
        rows.format.line.fill.background()
    scale.format.line.fill.background()
    labels = scale.tick_labels
    labels.number_format, labels.number_format_is_linked = bars.number_format, False
    labels.font.size = Pt(11)
    Tone.SOFT.paint(labels.font.color)


def _thin(line: LineFormat) -> None:
    line.width = Pt(0.5)
    Tone.HAIR.paint(line.color)


def _place_plot(chart: Chart, place: Rect, head: float, inset: float) -> None:
    """The rows' own rectangle within the chart, so that they stand beside the table's rows."""
    values = {
        "x": inset,
        "y": head / place.height,
        "w": 1 - 2 * inset,
        "h": 1 - head / place.height,
    }
    area = chart._chartSpace.find(qn("c:chart")).find(qn("c:plotArea"))
    parts = "".join(f'<c:{axis} val="{value:.5f}"/>' for axis, value in values.items())
    area.insert(
        0,
        etree.fromstring(
            f'<c:layout xmlns:c="{_C}"><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
            f'<c:yMode val="edge"/>{parts}</c:manualLayout></c:layout>'
        ),
    )


def _mark(chart: Chart) -> None:
    """Move the last three series to a second, invisible pair of axes, so that strokes stand over the bars.

    The first of them is the value itself and is not painted; the others are next to nothing and have an
    outline as wide as the stroke and its edge.
    """
    area = chart._chartSpace.find(qn("c:chart")).find(qn("c:plotArea"))
    first = area.find(qn("c:barChart"))
    second = deepcopy(first)
    for moved in first.findall(qn("c:ser"))[-3:]:
        first.remove(moved)
    for left in second.findall(qn("c:ser"))[:-3]:
        second.remove(left)
    second.find(qn("c:gapWidth")).set("val", "22")
    ids = {axis.get("val"): str(abs(int(axis.get("val"))) + 1) for axis in second.findall(qn("c:axId"))}
    for axis in second.findall(qn("c:axId")):
        axis.set("val", ids[axis.get("val")])
    first.addnext(second)
    last = area.findall(qn("c:valAx"))[-1]
    for tag in ("c:valAx", "c:catAx"):
        axis = deepcopy(area.find(qn(tag)))
        for part in (axis.find(qn("c:axId")), axis.find(qn("c:crossAx"))):
            part.set("val", ids[part.get("val")])
        # Not deleted, though nothing of them is seen: LibreOffice would leave their bars out.
        axis.find(qn("c:tickLblPos")).set("val", "none")
        last.addnext(axis)
    hidden, *outlined = chart.plots[1].series
    hidden.format.fill.background()
    hidden.format.line.fill.background()
    for drawn, points, tone in zip(outlined, (4.5, 2), (Tone.PAPER, Tone.INK), strict=True):
        drawn.format.fill.solid()
        tone.paint(drawn.format.fill.fore_color)
        drawn.format.line.width = Pt(points)
        tone.paint(drawn.format.line.color)
