"""``smcheck lint`` and ``schema``: for authors of packs and of other programs."""

import argparse
from pathlib import Path

from smcheck.cli.context import pack_from
from smcheck.cli.streams import print_stderr
from smcheck.words.exchange import json_text
from smcheck.words.language import n_


def run(options: argparse.Namespace) -> int:
    """Run one of the commands."""
    return _lint(options) if options.command == "lint" else _schema(options)


def _lint(options: argparse.Namespace) -> int:
    from smcheck.pack import default_folder
    from smcheck.pack.checks.finding import order
    from smcheck.pack.lint import format_finding, lint
    from smcheck.sheet.lint import example_findings

    chosen = options.folders or [getattr(options, "pack", None) or default_folder()]
    errors = warnings = 0
    for folder in chosen:
        findings = [*lint(Path(folder)), *example_findings(Path(folder))]
        for finding in sorted(findings, key=order):
            print(format_finding(finding))
            errors += finding.severity == "error"
            warnings += finding.severity == "warning"
    said = n_("{n} error", "{n} errors", errors).format(n=errors)
    print_stderr(said + ", " + n_("{n} warning", "{n} warnings", warnings).format(n=warnings) + ".")
    return 1 if errors else 0


def _schema(options: argparse.Namespace) -> int:
    if options.of == "sheet":
        from smcheck.sheet.schema import sheet_schema

        schema = sheet_schema(pack_from(options))
    elif options.of == "result":
        from smcheck.report.result_schema import result_schema

        schema = result_schema()
    else:
        from smcheck.pack.schema import pack_schema

        schema = pack_schema()
    print(json_text(schema, indent=2))
    return 0
