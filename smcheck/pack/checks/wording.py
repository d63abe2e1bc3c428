"""What can be seen of the texts themselves: one thing at a time, told apart, with places to fill."""

import re
from collections.abc import Iterable, Iterator

from smcheck.pack.checks.finding import Finding, error, warning
from smcheck.pack.models import Condition, PackFile
from smcheck.pack.text_references import PLACEHOLDERS
from smcheck.pack.texts import Texts
from smcheck.words.language import _

_ASKING = (
    r"(?:who|whom|whose|what|which|how|when|where|why|whether"
    r"|wer|wen|wem|wessen|was|welche[rmns]?|wie|wann|wo|wohin|woher|warum|wieso|weshalb"
    r"|wof(?:ü|ue)r|womit|wodurch|wor(?:an|auf|in|um|über)|wovon|wozu|ob)"
)
_JOINING = r"(?:and|or|as well as|und|oder|sowie)"
_JOINED = re.compile(rf"\b(?:{_ASKING},?\s+{_JOINING}|{_JOINING},?\s+{_ASKING})\b", re.IGNORECASE)
"""A question word beside a joining word: “who and how”, “und ob”."""

_END = re.compile(r"(\w*)([.!?…]+)[\"”“’»)\]]*\s+(?=\S)")
_OPENING = '"“„‚‘«»(['
_SHORTENED = frozenset(
    {
        *("approx", "bzw", "ca", "dept", "dr", "etc", "evtl", "ggf", "inkl", "max", "min"),
        *("mio", "mrd", "no", "nr", "sog", "st", "usw", "vgl", "vs"),
    }
)
"""Abbreviations that a capital or a number often follows, so that their full stop ends no sentence."""

_ABOUT_FORMS = {"needs", "chosen"}
"""The forms of conditions that name the items that make them hold."""


def wording_findings(pack: PackFile | None, texts: Texts) -> Iterator[Finding]:
    """Every finding on the wording of a language's file; on rules only where the pack is known."""
    for place, text in _all(texts.model_dump(exclude_none=True), ""):
        if not text.strip():
            yield error(place, "empty", _("a text without a word"), _("Fill it in."))
    yield from _question_findings(texts)
    yield from _label_findings(pack, texts)
    yield from _placeholder_findings(texts)
    for rule in pack.rules if pack is not None else ():
        spoken = texts.rules.get(rule.id)
        names_items = any(map(_names_items, rule.when))
        if spoken is not None and "{about}" in spoken.text and not names_items:
            yield warning(
                f"rules.{rule.id}.text",
                "empty-placeholder",
                _("“{placeholder}” stays empty: no condition of the rule finds items").format(
                    placeholder="{about}"
                ),
                _("Take it out, or use needs or chosen in the rule."),
            )


def _names_items(condition: Condition) -> bool:
    """Whether a condition can say which items make it hold."""
    return condition.form in _ABOUT_FORMS or any(map(_names_items, condition.any_of))


def _all(table: dict[str, object], outer: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        place = f"{outer}.{key}" if outer else key
        if isinstance(value, dict):
            yield from _all(value, place)
        elif isinstance(value, str):
            yield place, value


def _question_findings(texts: Texts) -> Iterator[Finding]:
    for id_, question in texts.questions.items():
        if is_compound(question.text):
            yield _compound_finding(f"questions.{id_}.text")
        if sentences(question.why) > 1:
            yield warning(
                f"questions.{id_}.why",
                "long-why",
                _("more than one sentence, and it is read aloud"),
                _("Say it in one sentence; more can stand in “help”."),
            )
    for id_, items in texts.items.items():
        for item, spoken in items.items():
            if ";" in spoken.label:
                yield _compound_finding(f"items.{id_}.{item}.label")


def _compound_finding(place: str) -> Finding:
    return warning(
        place,
        "compound-question",
        _("asks two things at once, and one answer cannot tell which is meant"),
        _("Ask one of them, or make two of it."),
    )


def is_compound(text: str) -> bool:
    """Whether a question's text asks two things: two question marks, or question words joined."""
    return sum(text.count(mark) for mark in "?？") > 1 or _JOINED.search(text) is not None


def sentences(text: str) -> int:
    """How many sentences a text has; the full stop of an abbreviation or of an ordinal ends none."""
    count = 1
    for match in _END.finditer(text.strip()):
        following = text.strip()[match.end()]
        begins = following.isupper() or following.isdigit() or following in _OPENING
        if "!" in match[2] or "?" in match[2] or (begins and _ends(match[1])):
            count += 1
    return count


def _ends(word: str) -> bool:
    """Whether a full stop after ``word`` ends a sentence: not after “z. B.”, “e.g.”, “am 1. Mai”."""
    if word.isdigit():
        return len(word) > 2
    return len(word) != 1 and word.lower() not in _SHORTENED


def _label_findings(pack: PackFile | None, texts: Texts) -> Iterator[Finding]:
    told: set[str] = set()  # labels that two questions offer are read in both
    for place, labels in _lists(pack, texts):
        seen: dict[str, str] = {}
        for at, label in labels:
            key = " ".join(label.casefold().split())
            if seen.get(key, at) != at and at not in told:
                told.add(at)
                yield error(
                    at,
                    "duplicate-label",
                    _("reads like {other} in {place}").format(other=seen[key], place=place),
                    _("Word them so that they can be told apart."),
                )
            seen.setdefault(key, at)


def _lists(pack: PackFile | None, texts: Texts) -> Iterator[tuple[str, Iterable[tuple[str, str]]]]:
    """What is offered side by side: a list's place, and place and label of each entry."""
    for field, choice in texts.profile.items():
        place = f"profile.{field}.options"
        yield place, [(f"{place}.{id_}", label) for id_, label in choice.options.items()]
    for id_, items in texts.items.items():
        yield f"items.{id_}", [(f"items.{id_}.{item}.short", text.short) for item, text in items.items()]
    shared = {question.id: question.options_of for question in pack.questions} if pack is not None else {}
    for id_, question in texts.questions.items():
        place = f"questions.{id_}"
        entries = [
            (f"items.{holder}.{item}.label", text.label)
            for holder in (id_, shared.get(id_))
            for item, text in texts.items.get(holder or "", {}).items()
        ]
        entries += [(f"{place}.options.{option}", label) for option, label in question.options.items()]
        yield place, entries + ([(f"{place}.none", question.none)] if question.none else [])


def _placeholder_findings(texts: Texts) -> Iterator[Finding]:
    for id_, section in texts.sections.items():
        for key, names in PLACEHOLDERS.items():
            text = getattr(section, key)
            if text is None:
                continue
            place = f"sections.{id_}.{key}"
            for name in names:
                if f"{{{name}" not in text:
                    yield error(
                        place,
                        "missing-placeholder",
                        _("{placeholder} is missing").format(placeholder=f"{{{name}}}"),
                        _("Say where that number stands in the sentence."),
                    )
