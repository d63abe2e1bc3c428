"""Text that is alive elsewhere, wherever a person or a file can put it: printed as typed, never alive."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from support.builders import PACK
from support.live_text import (
    ENTRIES,
    LIVE,
    control_characters,
    pack_text,
    sheet_with,
    typed_text,
    without_spaces,
)
from support.packs import write_full_pack
from support.runs import Ran, check, inside, run

TEXTS = pytest.mark.parametrize("text", LIVE.values(), ids=LIVE)
LANGUAGE = pytest.mark.parametrize("lang", ["de", "en"])
HARMLESS = "Harmlos"


def done(folder: Path, *arguments: str, typed: str = "", code: int = 0, refused: bool = False) -> Ran:
    """Run a command line in a folder; whatever it says is harmless. A line of it may be ``refused``."""
    with inside(folder):
        ran = run(arguments, typed.encode("utf-8", "surrogatepass"))
    check(ran)
    assert (control_characters(ran.out), control_characters(ran.err)) == ([], [])
    assert ran.code in {code, 1 if refused else code}, ran
    return ran


def kept(folder: Path, text: str) -> str:
    """Import a sheet with this text in every place; gives its id."""
    (folder / "x.json").write_text(json.dumps(sheet_with(text)), encoding="utf-8")
    done(folder, "import", "x.json")
    return text


def path_shown(text: str) -> str:
    """The same where a text may be the name of a file, which has no two slashes in a row."""
    return re.sub("/+", "/", typed_text(text))


# ── sheets ────────────────────────────────────────────────────────────────────────────────────


@TEXTS
def test_printed(tmp_path: Path, text: str) -> None:
    """The result as text holds names and role as they were typed."""
    (tmp_path / "x.json").write_text(json.dumps(sheet_with(text)), encoding="utf-8")
    out = without_spaces(done(tmp_path, "score", "x.json").out)
    assert out.count(typed_text(text)) >= 3


@pytest.mark.sample(11)
@TEXTS
def test_stored(tmp_path: Path, text: str) -> None:
    """A stored sheet's names, role, notes and id are listed, shown and told as they were typed."""
    id_ = kept(tmp_path, text)
    listed = without_spaces(done(tmp_path, "list").out)
    assert typed_text(id_) in listed
    answers = done(tmp_path, "show", "--history", "--", id_).out
    assert without_spaces(answers).count(typed_text(text, lines=True)) >= len(ENTRIES)
    deleted = done(tmp_path, "delete", "--yes", "--", id_)
    assert typed_text(id_) in without_spaces(deleted.err)


@pytest.mark.sample(6)
@TEXTS
def test_json(tmp_path: Path, text: str) -> None:
    """JSON holds the very same text, written so that it is harmless in a terminal."""
    id_ = kept(tmp_path, text)
    given = sheet_with(text)
    exported = json.loads(done(tmp_path, "export", "--", id_).out)
    assert given == {key: exported[key] for key in given}
    lines = done(tmp_path, "export", "--", id_, id_).out.splitlines()
    assert [exported, exported] == [json.loads(line) for line in lines]
    for format_ in ("json", "jsonl"):
        result = done(tmp_path, "score", "x.json", "--format", format_).out
        assert text == json.loads(result)["sheet"]["organisation"]
    done(tmp_path, "export", "-o", "out.json", "--", id_)
    assert exported == json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))


@pytest.mark.sample(11)
@TEXTS
def test_line_by_line(tmp_path: Path, text: str) -> None:
    """Typed into the questions line by line, a text comes back as it was typed."""
    typed = text.replace("\n", " ").replace("\r", " ")
    lines = [*[typed] * 3, "", "", "", f"n {typed}", "n", "1", *["s"] * 6, typed]
    ran = done(tmp_path, "ask", typed="\n".join(lines), refused=True)
    assert typed_text(typed) in without_spaces(ran.out)
    id_ = done(tmp_path, "list").out.split()[0]
    exported = json.loads(done(tmp_path, "export", id_).out)
    assert typed.strip() == exported["organisation"] == exported["respondent"] == exported["profile"]["role"]


@pytest.mark.sample(6)
@TEXTS
def test_mistakes(tmp_path: Path, text: str) -> None:
    """In the place of a known word, on the command line or in a file, a text is told as it was typed."""
    for wrong in ((f"={text}",), ("list", f"={text}"), ("schema", f"={text}"), ("list", f"--lang={text}")):
        assert done(tmp_path, *wrong, code=2).out == ""
    for arguments, code in (
        (("show", "--", text), 1),
        (("delete", "--", text), 1),
        (("export", "--", text), 1),
        (("score", "--", f"={text}"), 1),
        (("import", "--", f"={text}"), 1),
        (("lint", "--", f"={text}"), 1),
        (("score", "x.json", f"--figures={text}"), 1),
        (("score", "x.json", f"--pack={text}"), 1),
        (("score", "x.json", f"--output=nowhere/{text}"), 1),
    ):
        (tmp_path / "x.json").write_text(json.dumps(sheet_with("x")), encoding="utf-8")
        ran = done(tmp_path, *arguments, code=code)
        assert path_shown(text)[:20] in path_shown(ran.err + ran.out), arguments
    changes: tuple[dict[str, Any], ...] = (
        {text: 1},
        {"format": text},
        {"pack": text},
        {"answers": {text: {}}},
        {"answers": {"team": {text: "yes"}}},
        {"answers": {"team": {"dedicated": text}}},
        {"profile": {text: "x"}},
        {"profile": {"sector": text}},
        {"notes": {text: "x"}},
        {"created": text},
        {"changed_after_result": [text]},
    )
    for change in changes:
        # Of another version of the questionnaire what is not known would be kept, and told.
        (tmp_path / "x.json").write_text(
            json.dumps({**sheet_with("x"), "pack_version": "", "pack_hash": "", **change}), encoding="utf-8"
        )
        ran = done(tmp_path, "score", "x.json", code=1)
        assert (ran.err.count("\n"), typed_text(text)[:20] in without_spaces(ran.err)) == (1, True), change


# ── packs ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.sample(6)
@TEXTS
def test_pack_texts(tmp_path: Path, text: str) -> None:
    """A pack's texts, publisher and links are harmless in every output."""
    sheet = write_full_pack(tmp_path / "pack", text)
    for arguments in (
        ("score", str(sheet)),
        ("score", str(sheet), "--format", "markdown"),
        ("score", str(sheet), "--format", "json"),
        ("example",),
        ("schema", "sheet"),
    ):
        ran = done(tmp_path, *arguments, "--pack", "pack")
        if arguments[-1] == str(sheet):
            assert without_spaces(ran.out).count(pack_text(text)) > 10
    lines = ["", "", "", "1", "1", "1", "?", "h", "1", "n x", "j 1", "r", "0", *["s"] * 9, "", ""]
    ran = done(tmp_path, "ask", "--pack", "pack", typed="\n".join(lines), refused=True)
    assert without_spaces(ran.out).count(pack_text(text)) > 5
    id_ = done(tmp_path, "list").out.split()[0]
    done(tmp_path, "show", id_, "--history", "--pack", "pack")


PLACES = [
    ("pack.toml", 'id = "dedicated"', "id = {}"),
    ("pack.toml", 'section = "team"', "section = {}"),
    ("pack.toml", "minutes = 3", "minutes = {}"),
    ("pack.toml", "minutes = 3", "minutes = 3\n{} = 1"),
    ("pack.toml", "[profile]", "[{}]\n[profile]"),
    ("de.toml", "title = ", "{} = "),
    ("figures/documented.toml", "percent = 51", "percent = {}"),
    ("figures/documented.toml", 'source = "', '{} = 1\nsource = "'),
]
"""A file of a pack, what stands in it, and where a text is put instead."""


@pytest.mark.rounds(short=3, long=len(PLACES))
@pytest.mark.parametrize("name", LIVE)
def test_pack_mistakes(round_: int, tmp_path: Path, name: str) -> None:
    """A text in place of a pack's ids, keys and values is told by ``lint`` as it was written."""
    text = LIVE[name]
    # Each round takes another place, and neighbours take different ones, so that few rounds reach all.
    file, before, after = PLACES[(list(LIVE).index(name) + 3 * round_) % len(PLACES)]
    root = tmp_path / "pack"
    shutil.copytree(PACK.folder, root)
    content = (root / file).read_text(encoding="utf-8")
    assert before in content
    quoted = json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
    (root / file).write_text(content.replace(before, after.format(quoted), 1), encoding="utf-8")
    ran = done(tmp_path, "lint", "pack", code=1)
    assert typed_text(text)[:20] in without_spaces(ran.out)
    if file != "de.toml":
        done(tmp_path, "score", "pack/example.json", "--pack", "pack", code=1)


@TEXTS
def test_pack_folders(tmp_path: Path, text: str) -> None:
    """A text as the name of a folder or a file of a pack is told as it is."""
    name = text.replace("/", "∕").replace("\0", "")
    root = tmp_path / name
    shutil.copytree(PACK.folder, root)
    (root / f"{name}.toml").touch()
    (root / "figures" / f"{name}.toml").write_text("x", encoding="utf-8")
    ran = done(tmp_path, "lint", "--", name, code=1)
    assert without_spaces(ran.out).count(typed_text(name)[:20]) >= 2
    ran = done(
        tmp_path, "score", f"./{name}/example.json", f"--pack=./{name}", "--figures", "nowhere", code=1
    )
    assert typed_text(name)[:20] in without_spaces(ran.err)


# ── Markdown ──────────────────────────────────────────────────────────────────────────────────

READERS = {
    "plain": MarkdownIt("commonmark").enable(["table", "strikethrough"]),
    "eager": MarkdownIt("gfm-like"),
}
"""CommonMark with tables, and a reader that makes links of whatever looks like an address."""


def tokens(reader: str, text: str) -> list[Token]:
    """All that a Markdown text is made of, inline parts included."""
    found = []
    for token in READERS[reader].parse(text):
        found.append(token)
        found += token.children or ()
    return found


def skeleton(reader: str, text: str) -> list[tuple[str, str]]:
    """What a Markdown text is made of but for its words: kinds and levels, and where links lead."""
    plain = {"text", "text_special", "inline", "entity"}
    return [
        (token.type, f"{token.tag} {token.attrs.get('href', '')}".strip())
        for token in tokens(reader, text)
        if token.type not in plain
    ]


def words(reader: str, text: str) -> str:
    """The words of a Markdown text, without any space."""
    return without_spaces(
        "".join(token.content for token in tokens(reader, text) if token.type.startswith("text"))
    )


@pytest.mark.sample(20)
@TEXTS
@pytest.mark.parametrize("reader", READERS)
def test_markdown(tmp_path: Path, text: str, reader: str) -> None:
    """A sheet's texts change no heading, list, table or link of the Markdown, and are read as typed."""
    results = []
    same_lines = "\n".join(HARMLESS if line.strip() else line for line in text.split("\n"))  # notes keep them
    for given in (same_lines, text):
        (tmp_path / "x.json").write_text(json.dumps(sheet_with(given)), encoding="utf-8")
        results.append(done(tmp_path, "score", "x.json", "--format", "markdown", "--lang", "en").out)
    assert skeleton(reader, results[0]) == skeleton(reader, results[1])
    assert words(reader, results[1]).count(typed_text(text)) >= 3


@pytest.mark.sample(11)
@TEXTS
@pytest.mark.parametrize("reader", READERS)
def test_markdown_of_a_pack(tmp_path: Path, text: str, reader: str) -> None:
    """The same for a pack's texts; only its own links are links."""
    results = []
    for number, given in enumerate((HARMLESS, text)):
        sheet = write_full_pack(tmp_path / f"pack{number}", given)
        ran = done(
            tmp_path, "score", str(sheet), "--format", "markdown", "--pack", f"pack{number}", "--lang", "en"
        )
        results.append(ran.out)
    expected, found = (
        [
            (kind, tag if "href" not in tag else "")
            for kind, tag in skeleton(reader, result)
            if kind[:4] != "link"
        ]
        for result in results
    )
    assert expected == found
    assert words(reader, results[1]).count(pack_text(text)) > 10
    links = [token.attrs["href"] for token in tokens(reader, results[1]) if token.type == "link_open"]
    assert all(str(link).startswith("https://localhost/") for link in links)


def test_markdown_of_what_is_known_to_break_others(tmp_path: Path, *, long: bool) -> None:
    """Every pair of signs that mean something in Markdown, in one name each, is read as typed."""
    signs = "\\`*_{}[]<>()#+-.!|~&$:/@=^\"' a1\n"
    for number, first in enumerate(signs):
        text = "x".join(f"{first}{second}" for second in signs) + f" {first} " + first * 5
        for given in (text, text[::-1]) if long else ((text, text[::-1])[number % 2],):
            (tmp_path / "x.json").write_text(json.dumps(sheet_with(given[:190])), encoding="utf-8")
            out = done(tmp_path, "score", "x.json", "--format", "markdown", "--lang", "en").out
            for reader in READERS:
                assert words(reader, out).count(typed_text(given[:190])) >= 3
                kinds = {kind for kind, _tag in skeleton(reader, out)}
                assert not kinds & {
                    "image",
                    "html_inline",
                    "html_block",
                    "code_inline",
                    "code_block",
                    "fence",
                    "s_open",
                }
