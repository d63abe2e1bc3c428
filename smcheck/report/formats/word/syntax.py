"""What is wrong with the placeholders of a template: found without filling any of them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import TemplateSyntaxError, nodes

from smcheck.pack.checks.finding import Finding, error
from smcheck.report.formats.word.environment import environment
from smcheck.report.formats.word.placeholders import BLOCKS, NAMES, SECTION, STEP_FIELDS, STEPS, TEXTS
from smcheck.words.fault import clipped, nearest
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


class Source(NamedTuple):
    """A part of a template as Jinja reads it: the name of its file, its text, whether it is the body."""

    name: str
    text: str
    body: bool


def syntax_findings(source: Source, file: str) -> Iterator[Finding]:
    """Everything that keeps a part of a template from being filled."""
    lines = re.sub(r"<w:p([ >])", r"\n<w:p\1", source.text)
    try:
        tree = environment().parse(lines)
    except TemplateSyntaxError as failure:
        yield error(
            file,
            _place(source, lines, failure.lineno),
            "template-syntax",
            _("not a placeholder that can be read: {reason}").format(reason=failure.message),
            _("Write it as {example}.").format(example="{{ headline }}"),
        )
        return
    for node in _all(tree):
        for message, fix in _faults(node, tree):
            yield error(file, _place(source, lines, node.lineno), "unknown-placeholder", message, fix)
    yield from _misplaced(source, tree, lines, file)


def used_names(source: Source) -> set[str]:
    """The placeholders that a part uses; sections with their id. Empty where it cannot be read."""
    try:
        tree = environment().parse(source.text)
    except TemplateSyntaxError:
        return set()
    sections = {
        f"{SECTION}.{node.attr}" for node in tree.find_all(nodes.Getattr) if _name(node.node) == SECTION
    }
    return sections | {node.name for node in tree.find_all(nodes.Name)}


def _all(tree: nodes.Node) -> Iterator[nodes.Node]:
    yield tree
    for child in tree.iter_child_nodes():
        yield from _all(child)


def _faults(node: nodes.Node, tree: nodes.Template) -> Iterator[tuple[str, str]]:
    """Message and remedy for what is not possible in a template, or not known."""
    if not isinstance(node, _ALLOWED):
        yield (
            _("{what} is not possible here").format(what=clipped(type(node).__name__.lower())),
            _("Use only placeholders, “if” and “for … in steps”."),
        )
    elif isinstance(node, nodes.Name) and node.ctx == "load":
        yield from _unknown(node.name, (*NAMES, *_variables(tree)), shown=NAMES)
    elif isinstance(node, nodes.Getattr):
        yield from _attribute_faults(node, tree)
    elif isinstance(node, nodes.Filter):
        yield from _unknown(node.name, _FILTERS)
    elif isinstance(node, nodes.Test):
        yield from _unknown(node.name, _TESTS)


def _attribute_faults(node: nodes.Getattr, tree: nodes.Template) -> Iterator[tuple[str, str]]:
    owner = _name(node.node)
    if owner == SECTION and not node.attr.startswith("_"):
        return  # which sections there are depends on the questionnaire and on the answers
    fields = {SECTION: (), "loop": _LOOP}.get(owner, STEP_FIELDS if owner in _variables(tree) else ())
    yield from _unknown(node.attr, fields)


def _unknown(word: str, valid: tuple[str, ...], shown: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    if word in valid:
        return
    choices = ", ".join(shown or valid)
    close = nearest(word, valid)
    if close:
        fix = _("Write “{nearest}”, or else one of: {expected}.").format(nearest=close, expected=choices)
    else:
        fix = _("Write one of: {expected}.").format(expected=choices) if choices else _("Take it out.")
    yield _("unknown placeholder {word}").format(word=clipped(word)), fix


def _variables(tree: nodes.Template) -> tuple[str, ...]:
    """The names that loops give to what they go through, and ``loop`` inside them."""
    names = [_name(loop.target) for loop in tree.find_all(nodes.For)]
    return (*names, "loop") if names else ()


def _name(node: nodes.Node) -> str:
    return node.name if isinstance(node, nodes.Name) else ""


def _misplaced(source: Source, tree: nodes.Template, lines: str, file: str) -> Iterator[Finding]:
    """Placeholders of paragraphs where only text can stand."""
    if source.body:
        for found in _INSIDE_A_LINE.finditer(lines):
            if found[1] in (*BLOCKS, SECTION):
                line = lines.count("\n", 0, found.start(1)) + 1
                yield _misplaced_finding(source, lines, line, found[1], file)
        return
    for node in tree.find_all(nodes.Name):
        if node.name in (*BLOCKS, SECTION, STEPS):
            yield error(
                file,
                _place(source, lines, node.lineno),
                "misplaced-placeholder",
                _("{word} holds paragraphs, which only the body of the document can take").format(
                    word=clipped(node.name)
                ),
                _("In head and foot use only: {names}.").format(names=", ".join(TEXTS)),
            )


def _misplaced_finding(source: Source, lines: str, line: int, name: str, file: str) -> Finding:
    return error(
        file,
        _place(source, lines, line),
        "misplaced-placeholder",
        _("{word} holds paragraphs and stands inside a line").format(word=clipped(name)),
        _("Give it a paragraph of its own, with a p: {example}.").format(example=f"{{{{p {name} }}}}"),
    )


def _place(source: Source, lines: str, number: int) -> str:
    """The part, and the words of the paragraph in this line."""
    around = lines.split("\n")[max(number - 1, 0) : number]
    words = re.sub(r"<[^>]*>", "", "".join(around)).strip()
    return f"{source.name}, {clipped(words)}" if words else source.name
