"""What is wrong with the placeholders of a template: found without filling any of them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import TemplateSyntaxError, nodes

from smcheck.pack.checks.finding import Finding, error, warning
from smcheck.report.formats.word.environment import environment
from smcheck.report.formats.word.placeholders import (
    BLOCKS,
    NAMES,
    SECTION,
    SECTIONS,
    STEP_FIELDS,
    STEPS,
    TEXTS,
)
from smcheck.words.fault import nearest, quote_short
from smcheck.words.language import _

_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.For,
    nodes.If,
    nodes.Filter,
    nodes.Test,
    nodes.Const,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
)
_FILTERS = ("length", "upper", "lower", "default", "join", "first", "last")
_TESTS = ("defined",)
_LOOP = ("index", "first", "last", "length")
_INSIDE_A_LINE = re.compile(r"<w:t(?: [^>]*)?>[^<]*?\{\{-?\s*([a-z_]+)(?:\.\w+)?[^}]*\}\}")


_OF_ITS_OWN = re.compile(r"\{[{%]p\s")
_ALONE = re.compile(r"\s*\{[{%]p\s[^{}]*\}\}?\s*")


class Source(NamedTuple):
    """A part of a template.

    ``name`` is that of its file, ``text`` what Jinja reads, ``paragraphs`` what people read; ``body`` tells
    the body from heads and feet.
    """

    name: str
    text: str
    paragraphs: tuple[str, ...]
    body: bool


def syntax_findings(source: Source) -> Iterator[Finding]:
    """Everything that keeps a part of a template from being filled."""
    crowded = list(_find_crowded(source))
    yield from crowded
    lines = re.sub(r"(?=<w:p[ >])|(?<=</w:p>)", "\n", source.text)
    try:
        tree = environment().parse(lines)
    except TemplateSyntaxError as failure:
        if not crowded:  # which is what it comes from
            yield error(
                _place(source, lines, failure.lineno),
                "template-syntax",
                _("not a placeholder that can be read"),
                _("Write it as {example}.").format(example="{{ headline }}"),
            )
        return
    for node in tree.find_all(nodes.Node):
        for message, fix in _faults(node, tree):
            yield error(_place(source, lines, node.lineno), "unknown-placeholder", message, fix)
    yield from _find_misplaced(source, tree, lines)
    yield from _find_strange_sections(source, tree, lines)


def used_names(source: Source) -> set[str] | None:
    """The placeholders that a part uses; nothing where it cannot be read."""
    try:
        tree = environment().parse(source.text)
    except TemplateSyntaxError:
        return None
    return {node.name for node in tree.find_all(nodes.Name)}


def _find_crowded(source: Source) -> Iterator[Finding]:
    """Placeholders that their paragraph is replaced by, with something beside them that would be lost."""
    for text in source.paragraphs:
        if _OF_ITS_OWN.search(text) and not _ALONE.fullmatch(text):
            yield error(
                f"{source.name}, {quote_short(text.strip())}",
                "misplaced-placeholder",
                _("more stands in this paragraph than the placeholder that takes its place"),
                _("Give it a paragraph of its own."),
            )


def _faults(node: nodes.Node, tree: nodes.Template) -> Iterator[tuple[str, str]]:
    """Message and remedy for what is not possible in a template, or not known."""
    if not isinstance(node, _ALLOWED):
        yield (
            _("neither a placeholder nor “if” nor “for”"),
            _("Use only placeholders, “if” and “for … in steps”."),
        )
    elif isinstance(node, nodes.Name) and node.ctx == "load":
        yield from _unknown_faults(node.name, (*NAMES, *_variables(tree)), shown=NAMES)
    elif isinstance(node, nodes.Getattr):
        yield from _attribute_faults(node, tree)
    elif isinstance(node, nodes.Filter):
        yield from _unknown_faults(node.name, _FILTERS)
    elif isinstance(node, nodes.Test):
        yield from _unknown_faults(node.name, _TESTS)


def _attribute_faults(node: nodes.Getattr, tree: nodes.Template) -> Iterator[tuple[str, str]]:
    owner = _name(node.node)
    if owner == SECTION and not node.attr.startswith("_"):
        return  # which sections there are depends on the questionnaire and on the answers
    fields = {SECTION: (), "loop": _LOOP}.get(owner, STEP_FIELDS if owner in _variables(tree) else ())
    yield from _unknown_faults(node.attr, fields)


def _unknown_faults(
    word: str, valid: tuple[str, ...], shown: tuple[str, ...] = ()
) -> Iterator[tuple[str, str]]:
    if word in valid:
        return
    choices = ", ".join(shown or valid)
    close = nearest(word, valid)
    if close:
        fix = _("Write “{nearest}”, or else one of: {expected}.").format(nearest=close, expected=choices)
    else:
        fix = _("Write one of: {expected}.").format(expected=choices) if choices else _("Take it out.")
    yield _("unknown placeholder {word}").format(word=quote_short(word)), fix


def _variables(tree: nodes.Template) -> tuple[str, ...]:
    """The names that loops give to what they go through, and ``loop`` inside them."""
    names = [_name(loop.target) for loop in tree.find_all(nodes.For)]
    return (*names, "loop") if names else ()


def _name(node: nodes.Node) -> str:
    return node.name if isinstance(node, nodes.Name) else ""


def _find_misplaced(source: Source, tree: nodes.Template, lines: str) -> Iterator[Finding]:
    """Placeholders of paragraphs where only text can stand."""
    if source.body:
        for found in _INSIDE_A_LINE.finditer(lines):
            if found[1] in (*BLOCKS, SECTION):
                line = lines.count("\n", 0, found.start(1)) + 1
                yield _misplaced_finding(source, lines, line, found[1])
        return
    for node in tree.find_all(nodes.Name):
        if node.name in (*BLOCKS, SECTION, STEPS):
            yield error(
                _place(source, lines, node.lineno),
                "misplaced-placeholder",
                _("{word} holds paragraphs, which only the body of the document can take").format(
                    word=quote_short(node.name)
                ),
                _("In head and foot use only: {names}.").format(names=", ".join(TEXTS)),
            )


def _find_strange_sections(source: Source, tree: nodes.Template, lines: str) -> Iterator[Finding]:
    """Sections that no report has on the questionnaire that smcheck brings along: another one may."""
    for node in tree.find_all(nodes.Getattr):
        if _name(node.node) == SECTION and not node.attr.startswith("_"):
            for _message, fix in _unknown_faults(node.attr, SECTIONS):
                yield warning(
                    _place(source, lines, node.lineno),
                    "unknown-section",
                    _("no section {word}, unless in a questionnaire of your own").format(
                        word=quote_short(node.attr)
                    ),
                    fix,
                )


def _misplaced_finding(source: Source, lines: str, line: int, name: str) -> Finding:
    return error(
        _place(source, lines, line),
        "misplaced-placeholder",
        _("{word} holds paragraphs and stands inside a line").format(word=quote_short(name)),
        _("Give it a paragraph of its own, with a p: {example}.").format(example=f"{{{{p {name} }}}}"),
    )


def _place(source: Source, lines: str, number: int) -> str:
    """The part, and the words of the paragraph in this line."""
    around = lines.split("\n")[max(number - 1, 0) : number]
    words = re.sub(r"<[^>]*>", "", "".join(around)).strip()
    return f"{source.name}, {quote_short(words)}" if words else source.name
