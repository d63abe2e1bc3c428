"""A fault that reading a pack raises, as a finding: with the rule that it breaks and how to mend it."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from smcheck.pack.checks.finding import Finding, error
from smcheck.pack.reading import faults_of, place_of
from smcheck.pack.value import Model
from smcheck.words.fault import Fault
from smcheck.words.language import _

_NUMBERS = {"percent", "weight"}
"""Keys that take whole numbers and decimals; pydantic names both when neither fits."""
_BRANCHES = {"int", "decimal"}


def finding_of(fault: Fault) -> Finding:
    """The finding for a fault that reading or a check of references gave."""
    rule = _rule_of(fault.found)
    return error(fault.file, fault.place, rule, fault.found, _fix(fault, rule))


def shape_findings(failure: ValidationError, model: type[Model], file: str) -> Iterator[Finding]:
    """A finding for each place of a file that does not fit ``model``."""
    seen: set[str] = set()
    details = failure.errors(include_url=False)
    follows = _following(details)
    for detail, fault in zip(details, faults_of(failure, model, file), strict=True):
        if follows(detail):
            continue
        location = location_of(detail)
        place = place_of(location)
        if place in seen:
            continue
        seen.add(place)
        key = next((part for part in reversed(location) if isinstance(part, str)), "")
        rule = _shape_rule(detail["type"], key)
        yield error(file, place, rule, fault.found, _shape_fix(rule, key, fault))


def details_of(failure: ValidationError) -> list[Any]:
    """What pydantic found, without what only follows from it."""
    details = failure.errors(include_url=False)
    follows = _following(details)
    return [detail for detail in details if not follows(detail)]


def _following(details: Iterable[Any]) -> Callable[[Any], bool]:
    """Tells of one of ``details`` whether it only follows from another.

    A list is called too short because something in it was refused; a decimal with too many places is
    called no whole number, too.
    """
    too_fine = {detail["loc"][:-1] for detail in details if detail["type"].startswith("decimal_max")}
    holders = {detail["loc"][:end] for detail in details for end in range(len(detail["loc"]))}

    def follows(detail: Any) -> bool:
        place = detail["loc"]
        if place[-1:] == ("int",):
            return place[:-1] in too_fine
        return detail["type"] == "too_short" and place in holders

    return follows


def location_of(detail: Any) -> list[object]:
    """Where pydantic found something, without the names that it gives to branches of its own."""
    location = [part for part in detail["loc"] if part != "[key]"]
    if len(location) > 1 and location[-1] in _BRANCHES and location[-2] in _NUMBERS:
        location.pop()
    return location


def _rule_of(found: str) -> str:
    for template, rule in _rules():
        pattern = re.sub(r"\\\{\w+\\\}", ".*", re.escape(template))
        if re.fullmatch(pattern, found, re.DOTALL):
            return rule
    return "wrong-value"


def _rules() -> tuple[tuple[str, str], ...]:
    """The rule for each message that reading gives, in the language in use; the first that fits holds."""
    unknown = _("unknown {what} {word}")
    return (
        (_("cannot be read ({reason})"), "unreadable-file"),
        (_("too large"), "large-file"),
        (_("too many files"), "large-file"),
        (_("too many tables and values"), "large-file"),
        (_("too many items"), "large-pack"),
        (_("too many departments that share a lead"), "large-pack"),
        (_("not UTF-8"), "not-utf-8"),
        (_("not TOML ({reason})"), "not-toml"),
        (_("id “{id}” given twice"), "duplicate-id"),
        (unknown.format(what=_("answer"), word="{word}"), "unknown-answer"),
        (unknown.format(what=_("placeholder"), word="{word}"), "placeholder"),
        (_("braces that do not match ({reason})"), "placeholder"),
        (unknown, "dangling-id"),
        (_("every section has weight 0"), "no-weight"),
        (_("a question nobody can answer"), "unanswerable"),
        (_("a need without lead"), "need-without-lead"),
        (_("a rule without condition"), "rule-without-condition"),
        (_("advice without evidence"), "advice-without-evidence"),
        (_("not one condition"), "condition-form"),
        (_("a count without limit"), "condition-form"),
        (_("an answer compared with nothing"), "condition-form"),
        (_("text missing"), "missing-text"),
        (_("a placeholder with a format of its own"), "placeholder"),
        (_("the first question depends on another"), "late-gate"),
        (_("an id that smcheck needs itself"), "reserved-id"),
    )


def _fix(fault: Fault, rule: str) -> str:
    fixes = {
        "unreadable-file": _("Let the file be read."),
        "large-file": _("Keep texts short; a pack is no store of data."),
        "large-pack": _("Leave some out: {expected}.").format(expected=fault.expected),
        "not-utf-8": _("Save the file as UTF-8."),
        "not-toml": _("Correct the line as TOML wants it; texts stand in quotes."),
        "duplicate-id": _("Give each its own id, or take one of them out."),
        "placeholder": _("Use only these: {expected}; write a brace itself twice.").format(
            expected=", ".join(f"{{{name}}}" for name in fault.expected.split(", ") if name)
        ),
        "no-weight": _("Give at least one section a weight above 0."),
        "unanswerable": _("Give it {expected}.").format(expected=fault.expected),
        "need-without-lead": _("Name at least one department in lead."),
        "rule-without-condition": _("Write at least one condition into when."),
        "advice-without-evidence": _("Name an argument in evidence, or “judgement”."),
        "condition-form": _("Give each condition exactly one form, complete: {expected}.").format(
            expected=fault.expected
        ),
        "missing-text": _("Add the text."),
        "late-gate": _("Begin with a question that everybody is asked."),
        "reserved-id": _("Choose another id."),
    }
    return fixes.get(rule) or _chosen(fault)


def _chosen(fault: Fault) -> str:
    """How to mend a word that is none of the valid ones."""
    if not fault.expected:
        return _("Take it out.")
    if fault.nearest:
        return _("Write “{nearest}”, or else one of: {expected}.").format(
            nearest=fault.nearest, expected=fault.expected
        )
    return _("Write one of: {expected}.").format(expected=fault.expected)


def _shape_rule(kind: str, key: str) -> str:
    if kind == "extra_forbidden":
        return "unknown-key"
    if kind == "missing":
        return {"source": "figure-without-source", "year": "source-without-year"}.get(key, "missing-key")
    if kind in {"decimal_max_places", "decimal_max_digits"}:
        return "fine-number"
    if key == "percent":
        return "percent-range"
    if kind == "string_too_long":
        return "long-text"
    if kind in {"string_too_short", "too_short"}:
        return "empty"
    return "wrong-format" if kind == "string_pattern_mismatch" else "wrong-value"


def _shape_fix(rule: str, key: str, fault: Fault) -> str:
    fixes = {
        "figure-without-source": _("Name the id of one of the set's sources."),
        "source-without-year": _("Give the year of the survey."),
        "missing-key": _("Add “{key}”.").format(key=key),
        "percent-range": _("Give a percentage from 0 to 100, without quotes."),
        "fine-number": _("Round it; no survey is that exact."),
        "empty": _("Fill it in."),
        "long-text": _("Shorten it to 16 characters.") if key == "short" else _("Shorten it."),
    }
    formats = {
        "version": _("Write three numbers, such as “1.0.0”."),
        "item": _("Write question and item with a dot between them."),
        "link": _("Write an address that begins with https:// or http://."),
        "links": _("Write addresses that begin with https:// or http://."),
        "dated": _("Write the day without quotes, year first."),
    }
    if rule in {"wrong-format", "wrong-value"} and key in formats:
        return formats[key]
    if rule == "wrong-format":
        return _("Write an id of small letters, digits, “_” and “-”.")
    if rule == "wrong-value":
        return expected(fault)
    return fixes.get(rule) or _chosen(fault)


def expected(fault: Fault) -> str:
    """How to mend a value: the word that comes nearest, or else what would be right."""
    if fault.nearest:
        return _chosen(fault)
    return _("Expected: {expected}.").format(expected=fault.expected)
