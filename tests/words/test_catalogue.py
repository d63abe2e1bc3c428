"""The German catalogue: complete, sound, and what is really spoken."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

import smcheck

PACKAGE = Path(__file__).resolve().parents[2] / "smcheck"  # an installed copy has no sources of translations
GERMAN = PACKAGE / "locale" / "de" / "LC_MESSAGES" / "smcheck.po"
KEYWORDS = {**DEFAULT_KEYWORDS, "n_": (1, 2), "N_": None}
COMPILED = Path(smcheck.__file__).parent / "locale" / "de" / "LC_MESSAGES" / "smcheck.mo"  # what is spoken
COMPILE = ".venv/bin/pybabel compile -D smcheck -d smcheck/locale"
CALLS = {"_": 1, "N_": 1, "n_": 2}
"""Our functions, and how many forms of a text each takes."""
PERCENT = re.compile(r"%(?:\(\w+\))?[a-z]")

Forms = tuple[str, ...]
"""A text, or its singular and its plural."""


def forms(text: str | Forms | list[str] | None) -> Forms:
    """One or several forms, always as a tuple; an empty one where there is no text."""
    return tuple(text) if isinstance(text, tuple | list) else (text or "",)


@cache
def catalogue() -> Catalog:
    """The German catalogue as it is written."""
    with GERMAN.open("rb") as file:
        return read_po(file)


def messages() -> list[Message]:
    """Its entries without the header."""
    return [message for message in catalogue() if message.id]


def of_argparse(message: Message) -> bool:
    """Whether an entry is argparse's own, of whatever version of Python."""
    return "argparse" in message.auto_comments


@cache
def extracted() -> frozenset[Forms]:
    """The texts that babel finds in the code."""
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS)
    return frozenset(forms(text) for _file, _line, text, _comments, _context in found)


def called() -> Iterator[tuple[Forms, str]]:
    """The texts that the code asks for, wherever in an expression, each with its file."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
                given = node.args[: CALLS[node.func.id]]
                texts = tuple(str(argument.value) for argument in given if isinstance(argument, ast.Constant))
                if texts and len(texts) == CALLS[node.func.id]:
                    yield texts, str(path.relative_to(PACKAGE))


def placeholders(text: str, *, percent: bool) -> set[str]:
    """What is filled in: names in braces, or percent formats."""
    if percent:
        return set(PERCENT.findall(text))
    return {name for _text, name, _format, _conversion in Formatter().parse(text) if name is not None}


def test_every_text_is_found() -> None:
    """No text hides from extraction, as one inside an f-string does."""
    assert [(text, file) for text, file in called() if text not in extracted()] == []


def test_every_text_is_in_the_catalogue() -> None:
    """What the code says can be said in German."""
    known = {forms(message.id) for message in messages()}
    assert set() == extracted() - known


def test_nothing_else_is_in_the_catalogue() -> None:
    """Only argparse's texts are there without being in the code, and nothing is kept as obsolete."""
    own = {forms(message.id) for message in messages() if not of_argparse(message)}
    assert set() == own - extracted()
    assert dict(catalogue().obsolete) == {}


def test_the_compiled_catalogue_is_current() -> None:
    """What smcheck reads says what the catalogue says; else every other test would see texts of yesterday."""
    assert COMPILED.exists(), f"the German catalogue is not compiled; run: {COMPILE}"
    with COMPILED.open("rb") as file:
        spoken = {forms(message.id): forms(message.string) for message in read_mo(file) if message.id}
    written = {forms(message.id): forms(message.string) for message in messages()}
    different = [text for text in spoken | written if spoken.get(text) != written.get(text)]
    assert different == [], f"the German catalogue was edited and not compiled; run: {COMPILE}"


def test_the_command_that_compiles_is_told_to_everybody() -> None:
    """CONTRIBUTING names the command that the test above asks for."""
    assert COMPILE in (PACKAGE.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_every_entry_is_translated() -> None:
    """Each entry has all its forms, and none is a guess."""
    lacking = [m.id for m in messages() if m.fuzzy or not all(text.strip() for text in forms(m.string))]
    assert lacking == []
    assert [m.id for m in messages() if len(forms(m.string)) != len(forms(m.id))] == []


def test_placeholders() -> None:
    """Each form fills in exactly what its English counterpart does."""
    differing = [
        (english, german)
        for message in messages()
        for english, german in zip(forms(message.id), forms(message.string), strict=True)
        if placeholders(english, percent=of_argparse(message))
        != placeholders(german, percent=of_argparse(message))
    ]
    assert differing == []


def test_quotes() -> None:
    """German quotes open low and close high; English ones never slip in."""
    outside = [
        german
        for message in messages()
        for german in forms(message.string)
        if set("„“”") & set(re.sub("„[^„“”]+“", "", german))
    ]
    assert outside == []


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ('_("don\'t know")', "weiß nicht"),
        ("n_('{n} sheet', '{n} sheets', 2)", "{n} Bögen"),
        ("ArgumentParser(prog='p').format_usage().strip()", "Aufruf: p [-h]"),
    ],
)
def test_spoken(tmp_path: Path, expression: str, expected: str) -> None:
    """Once German is in use, smcheck's texts and argparse's own come out German."""
    compiled = tmp_path / "de" / "LC_MESSAGES" / "smcheck.mo"
    compiled.parent.mkdir(parents=True)
    with compiled.open("wb") as file:
        write_mo(file, catalogue())
    program = (
        "import sys\n"
        "from argparse import ArgumentParser\n"
        "from pathlib import Path\n"
        "from smcheck.words import language\n"
        "from smcheck.words.language import _, n_\n"
        "language._FOLDER = Path(sys.argv[1])\n"  # compiled here, so whatever an installation left
        "language.use('de')\n"
        f"sys.stdout.buffer.write({expression}.encode())\n"
    )
    # In a process of its own: the language holds for the whole process.
    ran = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, check=True)
    assert expected == ran.stdout.decode()
