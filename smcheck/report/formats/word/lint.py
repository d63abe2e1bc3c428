"""All that a consultant should mend in a Word template, at once."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import docx

from smcheck.files.reading import read_bytes
from smcheck.pack.checks.finding import Finding, error, order, warning
from smcheck.report.brand import PLAIN
from smcheck.report.formats.trial import trial_document
from smcheck.report.formats.word.filling import OWN_TEMPLATE, Template, render
from smcheck.report.formats.word.guard import MOST_BYTES, damage_told, guard_findings
from smcheck.report.formats.word.placeholders import PARTS
from smcheck.report.formats.word.reading_back import verify
from smcheck.report.formats.word.styles import missing_styles
from smcheck.report.formats.word.syntax import Source, syntax_findings, used_names
from smcheck.words.fault import Fault
from smcheck.words.language import _, n_

_BODY = ("second", "summary", *PARTS)
"""What a report loses where a template has no place for it."""
_SHOWN = 5
"""So many missing styles are named."""


def lint_template(path: Path) -> list[Finding]:
    """Everything wrong or doubtful in the template ``path``, sorted by place; never an exception.

    A template without a finding of severity ``error`` can be filled with every report.
    """
    return sorted({finding.within(str(path)) for finding in _findings(path)}, key=order)


def _findings(path: Path) -> list[Finding]:
    try:
        content = read_bytes(path, MOST_BYTES)
    except Fault as fault:
        return [error("", "unreadable-file", str(fault.within("")), _("Name a Word document (.docx)."))]
    findings = list(guard_findings(content))
    if findings:
        return findings
    try:
        with damage_told(str(path)):
            sources = Template(BytesIO(content)).sources()
            styles = docx.Document(BytesIO(content)).styles.element
    except Fault as fault:
        return [_unusable(fault)]
    findings = [finding for source in sources for finding in syntax_findings(source)]
    findings += _missing_placeholders(sources)
    findings += _missing_styles(styles)
    if not any(finding.severity == "error" for finding in findings):
        findings += _trial(path)
    return findings


def _missing_placeholders(sources: list[Source]) -> Iterator[Finding]:
    names = [used_names(source) for source in sources]
    if None in names:
        return
    used = {name for part in names for name in part or ()}
    if "headline" not in used:
        yield error(
            "",
            "no-headline",
            _("there is no place for the headline"),
            _("Add {placeholder}.").format(placeholder="{{ headline }}"),
        )
    for name in _BODY:
        if name not in used:
            line = f"{{{{ {name} }}}}" if name == "second" else f"{{{{p {name} }}}}"
            yield warning(
                "",
                "no-place",
                _("there is no place for “{name}”: the report leaves it out").format(name=name),
                _("Add {placeholder}, unless its sections stand singly.").format(placeholder=line),
            )


def _missing_styles(styles: Any) -> Iterator[Finding]:
    ours = docx.Document(str(OWN_TEMPLATE)).styles.element
    missing = missing_styles(styles, ours)
    if missing:
        yield warning(
            "styles.xml",
            "missing-style",
            n_(
                "{n} style of a report is not in the template: {names}",
                "{n} styles of a report are not in the template: {names}",
                len(missing),
            ).format(n=len(missing), names=", ".join(missing[:_SHOWN]) + (", …" if missing[_SHOWN:] else "")),
            _("To shape them, add them; until then they look as in the template that smcheck brings along."),
        )


def _trial(path: Path) -> Iterator[Finding]:
    """Fills the template once."""
    document = trial_document()
    try:
        verify(render(document, PLAIN, path), document)
    except Fault as fault:
        yield _unusable(fault)


def _unusable(fault: Fault) -> Finding:
    fix = _("Open it in Word, look at the placeholders, and save it again.")
    return error("", "trial", fault.found, fix)
