"""Texts that are alive elsewhere, and how to tell that they are not alive here."""

import re
import unicodedata
from typing import Any

from smcheck.words.controls import escape_controls
from support.builders import PACK

LIVE: dict[str, str] = {
    "markup": "[red]rot[/red] [/] [b]fett [link=https://evil.com/]x[/link] [@click=app.quit]quit[/]",
    "markup that does not match": "[/][/b][[x] [",
    "colour": "\x1b[31mrot\x1b[0m \x1b[2J\x1b[H\x1b[6n",
    "title": "\x1b]0;title\x07 \x1b]52;c;ZXZpbA==\x1b\\ \x1bP1;1|17/ab\x1b\\",
    "hyperlink": "\x1b]8;;https://evil.com/\x1b\\here\x1b]8;;\x1b\\",
    "eight bits": "\x9b31mrot\x9d0;title\x9c \x85 \x90x\x9c",
    "lone escape": "a\x1b",
    "controls": "a\tb\rc\nd\x08\x08\x08e\x0bf\x0cg\x00h\x7fi\x07",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)><a href='https://evil.com/'>x</a>&amp;&#60;",
    "svg": "</text></g><svg onload=alert(1)><![CDATA[x]]><!-- x -->",
    "markdown link": "[x](https://evil.com/) ![y](https://evil.com/y.png) [z]: https://evil.com/ [^1]",
    "address": "<https://evil.com/> https://evil.com/ www.evil.com evil.com //evil.com mailto:a@evil.com",
    "mail address": "a@evil.com a@127.0.0.1 mailto:a@b mailto:1@1de xmpp:a@b.c mailto:\u00e4@\u00fc",
    "markdown heading": "# gross ## klein",
    "markdown line": "--- *** ___ ===",
    "markdown list": "- eins + zwei * drei 1. vier 2) f\u00fcnf",
    "markdown quote": "> gesagt",
    "markdown code": "`code` ```fence``` ~~~ ~~weg~~ $x$ <!--",
    "markdown table": "| a | b | \\| c \\",
    "markdown emphasis": "*a* _b_ **c** __d__ a*b*c \\*e\\*",
    "sum": "=1+1",
    "formula": '=HYPERLINK("https://evil.com/","x")',
    "plus": "+1-1",
    "at": "@SUM(A1:A9)",
    "tab before a formula": "\t=1+1",
    "return before a formula": "\r=1+1",
    "path": "../../etc/passwd C:\\x\\..\\y /dev/zero ~root $HOME",
    "option": "--force -o x",
    "backwards": "a\u202egnp.txt\u202c \u2066x\u2069 \u200fy\u200e \u061cz",
    "nothing to see": "a\u200bb\ufeffc\u2060d\u00ade\u180ef\u2063g\U000e0041h",
    "line ends": "a\u2028b\u2029c\u0085d",
    "format": "{count} {0} {x.__class__} %s %(x)s {{ }}",
    "half": "a'b\"c`d;e&f|g",
}
"""Texts as somebody may type or write them, by what they are alive in."""

ENTRIES = {question.id for question in PACK.questions}

_WILD = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_JOINERS = "\u200c\u200d"


def control_characters(text: str) -> list[str]:
    """The characters in a text for a terminal that do something instead of being seen, but line feeds."""
    return [
        character
        for character in text
        if _WILD.match(character)
        or (
            character not in _JOINERS + "\n"
            and unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        )
    ]


def without_spaces(text: str) -> str:
    """A text without any space, so that it does not matter where its lines end."""
    return "".join(text.split())


def typed_text(text: str, *, lines: bool = False) -> str:
    """How a text that somebody typed is to be seen, without any space; its line feeds may be kept."""
    return without_spaces(escape_controls(text.strip(), lines=lines))


def pack_text(text: str) -> str:
    """How a pack's text, which is one line wherever the author broke it, is to be seen, without any space."""
    return without_spaces(escape_controls(" ".join(text.split())))


def sheet_with(text: str) -> dict[str, Any]:
    """A sheet with this text in every place that a person or a file can fill."""
    answers = {
        "team": {"dedicated": "yes", "ad_hoc": "no"},
        "departments": {"marketing": "yes", "pr": "no", "sales": "unknown"},
        "goals": {"awareness": "yes", "service": "yes"},
        "challenges": {"privacy": "yes"},
        "in_hand": {"privacy": "no"},
    }
    return {
        "format": 1,
        "pack": "social-media",
        "organisation": text,
        "respondent": text,
        "id": text,
        "pack_version": text,
        "pack_hash": text,
        "profile": {"role": text},
        "answers": answers,
        "notes": dict.fromkeys(sorted(ENTRIES), text),
    }
