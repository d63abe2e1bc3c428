"""``smcheck lint``: for authors of questionnaires, and of templates for Word and PowerPoint."""

import argparse
from importlib import import_module
from os.path import isdir
from pathlib import Path

from smcheck.cli.streams import print_stderr
from smcheck.pack.checks.finding import Finding, format_finding, order
from smcheck.words.language import n_

_WORD, _POWERPOINT = "smcheck.report.formats.word", "smcheck.report.formats.powerpoint"
_TEMPLATES = {
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), _WORD),
    **dict.fromkeys((".pptx", ".pptm", ".potx", ".potm"), _POWERPOINT),
}
"""Who looks at a template, by the ending of its name: also at those that Office saves and nobody can use."""


def run(options: argparse.Namespace) -> int:
    """Print every finding, and fail where one is an error."""
    from smcheck.pack import default_folder

    chosen = options.paths or [getattr(options, "pack", None) or default_folder()]
    errors = warnings = 0
    for name in chosen:
        for finding in sorted(_findings(Path(name)), key=order):
            print(format_finding(finding))
            errors += finding.severity == "error"
            warnings += finding.severity == "warning"
    said = n_("{n} error", "{n} errors", errors).format(n=errors)
    print_stderr(said + ", " + n_("{n} warning", "{n} warnings", warnings).format(n=warnings) + ".")
    return 1 if errors else 0


def _findings(path: Path) -> list[Finding]:
    module = _TEMPLATES.get(path.suffix.lower())
    if module is not None and not isdir(path):  # noqa: PTH112 - what cannot be looked at is told when it is read
        return _template_findings(path, module)
    from smcheck.pack.lint import lint
    from smcheck.sheet.lint import example_findings

    return [*lint(path), *example_findings(path)]


def _template_findings(path: Path, module: str) -> list[Finding]:
    """What the format's own linter says.

    Raises:
        MissingLibrary: the format's library is not installed.
    """
    from smcheck.report.make import needing_libraries

    with needing_libraries(path.suffix):
        findings: list[Finding] = import_module(module).lint_template(path)
    return findings
