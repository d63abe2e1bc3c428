"""What the author of a template for presentations should mend."""

from pathlib import Path

from pptx.exc import PythonPptxError
from pptx.presentation import Presentation as Deck

from smcheck.pack.checks.finding import Finding, error, warning
from smcheck.report.formats.powerpoint.deck import render
from smcheck.report.formats.powerpoint.names import CONTENT, LAYOUTS, PLACEHOLDERS
from smcheck.report.formats.powerpoint.template import layout_of, open_template, placeholder_of
from smcheck.report.formats.powerpoint.verification import verify
from smcheck.report.formats.trial import trial_document
from smcheck.words.fault import Fault
from smcheck.words.language import _

_LEAST_WIDTH, _LEAST_HEIGHT = 200, 70
"""Millimetres that the content needs so that rows of 14 points are not crowded."""


def lint_template(path: Path) -> list[Finding]:
    """All that is wrong or doubtful in a template for presentations; never an exception."""
    try:
        deck = open_template(path)
    except Fault as fault:
        findings = [_finding(fault, "no-template", _("Save it as a PowerPoint presentation without macros."))]
    else:
        findings = [*_layout_findings(deck), *_slide_findings(deck)]
        if not any(finding.severity == "error" for finding in findings):
            findings += _trial(path)
    return [finding.within(str(path)) for finding in findings]


def _layout_findings(deck: Deck) -> list[Finding]:
    """Layouts and placeholders that are missing or too small."""
    findings = []
    for name in LAYOUTS:
        try:
            layout = layout_of(deck, name)
        except Fault as fault:
            findings.append(_finding(fault, "missing-layout", _("Name a layout so in the slide master.")))
            continue
        for placeholder in PLACEHOLDERS:
            try:
                shape = placeholder_of(layout, placeholder)
            except Fault as fault:
                remedy = _("Name a text placeholder of the layout so, in the selection pane.")
                findings.append(_finding(fault, "placeholder", remedy))
                continue
            if placeholder != CONTENT:
                continue
            width, height = round(shape.width / 36000), round(shape.height / 36000)
            if width < _LEAST_WIDTH or height < _LEAST_HEIGHT:
                message = _(
                    "the content has room for {width} × {height} mm, and tables are crowded in it"
                ).format(width=width, height=height)
                remedy = _("Give it {width} × {height} mm or more.").format(
                    width=_LEAST_WIDTH, height=_LEAST_HEIGHT
                )
                findings.append(warning(name, "small-content", message, remedy))
    return findings


def _slide_findings(deck: Deck) -> list[Finding]:
    return [
        warning(
            _("slide {number}").format(number=number),
            "own-slide",
            _("the template brings a slide along, which stands before those of every report"),
            _("Delete it, unless every report should begin with it."),
        )
        for number in range(1, len(deck.slides) + 1)
    ]


def _trial(path: Path) -> list[Finding]:
    """The example's report drawn in this template and read back."""
    document = trial_document()
    try:
        verify(render(document, template=path), document)
    except Fault as fault:
        return [_finding(fault, "trial", _("Compare the layout with the default template's."))]
    except (PythonPptxError, AttributeError, KeyError, ValueError, StopIteration) as fault:
        message = _("a report cannot be drawn in this template ({reason})").format(reason=str(fault)[:200])
        return [error("", "trial", message, _("Compare the layouts with the default template's."))]
    return []


def _finding(fault: Fault, rule: str, remedy: str) -> Finding:
    """A fault as a finding: what was expected and what comes nearest belong to its message."""
    message = fault.found
    if fault.expected:
        message += "; " + _("expected: {expected}").format(expected=fault.expected)
    if fault.nearest:
        message += " (" + _("there is “{nearest}”").format(nearest=fault.nearest) + ")"
    return error(fault.place, rule, message, remedy)
