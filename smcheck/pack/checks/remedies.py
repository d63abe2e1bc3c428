"""A fault in a pack as a finding: with how to mend it, which its rule tells."""

import re

from smcheck.pack.checks.finding import Finding, error
from smcheck.words.fault import Fault
from smcheck.words.language import _


def finding_of(fault: Fault) -> Finding:
    """The finding for a fault that reading a pack gives."""
    return error(fault.place, fault.rule, fault.found, _fix(fault)).within(fault.file)


def _fix(fault: Fault) -> str:
    key = re.sub(r"\[\d+\]$", "", fault.place).rpartition(".")[2]
    fixes = {
        **_file_fixes(),
        **_shape_fixes(key),
        **_reference_fixes(fault.expected),
        "wrong-format": _format_fix(key) or _("Write an id of small letters, digits, “_” and “-”."),
        "wrong-value": _format_fix(key) or remedy_for(fault),
    }
    return fixes.get(fault.rule) or _choose(fault)


def _file_fixes() -> dict[str, str]:
    return {
        "unreadable-file": _("Let the file be read."),
        "large-file": _("Keep texts short; a pack is no store of data."),
        "long-line": _("Break the line."),
        "not-utf-8": _("Save the file as UTF-8."),
        "not-toml": _("Correct the line as TOML wants it; texts stand in quotes."),
        "too-many-faults": _("Compare the file with what “smcheck schema pack” says."),
    }


def _shape_fixes(key: str) -> dict[str, str]:
    return {
        "figure-without-source": _("Name the id of one of the set's sources."),
        "source-without-year": _("Give the year of the survey."),
        "missing-key": _("Add “{key}”.").format(key=key),
        "percent-range": _("Give a percentage from 0 to 100, without quotes."),
        "fine-number": _("Round it; no survey is that exact."),
        "empty": _("Fill it in."),
        "long-text": _shorten(key),
    }


def _shorten(key: str) -> str:
    most = {"short": 16, "today": 45}.get(key)
    return _("Shorten it to {n} characters.").format(n=most) if most else _("Shorten it.")


def _reference_fixes(expected: str) -> dict[str, str]:
    placeholders = ", ".join(f"{{{name}}}" for name in expected.split(", ") if name)
    return {
        "set-id": _("Write “{id}”, as the file is named.").format(id=expected),
        "duplicate-id": _("Give each its own id, or take one of them out."),
        "large-pack": _("Leave some out: {expected}.").format(expected=expected),
        "no-urgency": _("Give it an urgency: {expected}.").format(expected=expected),
        "late-gate": _("Begin with a question that everybody is asked."),
        "reserved-id": _("Choose another id."),
        "unanswerable": _("Give it {expected}.").format(expected=expected),
        "need-without-lead": _("Name at least one department in lead."),
        "rule-without-condition": _("Write at least one condition into when."),
        "advice-without-evidence": _("Name an argument in evidence, or “judgement”."),
        "condition-form": _("Give each condition exactly one form, complete: {expected}.").format(
            expected=expected
        ),
        "missing-text": _("Add the text."),
        "placeholder": _("Use only these: {expected}; write a brace itself twice.").format(
            expected=placeholders
        ),
    }


def _format_fix(key: str) -> str:
    """How to mend a value that has to look as this key wants it; empty for other keys."""
    formats = {
        "version": _("Write three numbers, such as “1.0.0”."),
        "item": _("Write question and item with a dot between them."),
        "link": _("Write an address that begins with https:// or http://."),
        "links": _("Write addresses that begin with https:// or http://."),
        "dated": _("Write the day without quotes, year first."),
    }
    return formats.get(key, "")


def remedy_for(fault: Fault) -> str:
    """How to mend a value: the word that comes nearest, or else what would be right."""
    if fault.nearest:
        return _choose(fault)
    return _("Expected: {expected}.").format(expected=fault.expected)


def _choose(fault: Fault) -> str:
    """How to mend a word that is none of the valid ones."""
    if not fault.expected:
        return _("Take it out.")
    if fault.nearest:
        return _("Write “{nearest}”, or else one of: {expected}.").format(
            nearest=fault.nearest, expected=fault.expected
        )
    return _("Write one of: {expected}.").format(expected=fault.expected)
