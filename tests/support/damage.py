"""Uses damaged stores through the command line, many in one process, and says what came of it.

``damage.py STORE SEED FROM TO`` copies the store for each number, overwrites one page of it as chance with
that number has it, and runs the commands. It writes one line of JSON for each number:
``{"number": 3, "page": 2, "codes": [0, 1, …], "said": ["…", …], "raised": ""}``.
"""

import contextlib
import io
import json
import random
import sys
import tempfile
import traceback
from pathlib import Path

from smcheck.cli import main

PAGE = 4096
EXAMPLE = Path(__file__).resolve().parents[2] / "questions" / "social-media" / "example.json"
COMMANDS = (
    ("list",),
    ("show", "first", "--history"),
    ("score", "--format", "json", "first", "sheet5"),
    ("export", "sheet5"),
    ("import", str(EXAMPLE)),
    ("delete", "--yes", "sheet4"),
    ("list",),
)


def damage(source: Path, target: Path, seed: str) -> int:
    """Copy a store and overwrite one page with noise, zeros, or another page; gives the page's number."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    content = bytearray(source.read_bytes())
    pages = len(content) // PAGE
    page = chance.randrange(pages)
    other = PAGE * chance.randrange(pages)
    noise = chance.choice([chance.randbytes(PAGE), bytes(PAGE), bytes(content[other : other + PAGE])])
    if page == 0 and chance.random() < 0.5:
        noise = bytes(content[:100]) + noise[100:]  # the header stays, so that the rest is looked at
    content[page * PAGE : (page + 1) * PAGE] = noise
    target.write_bytes(content)
    return page


def use(path: Path) -> tuple[list[int], list[str], str]:
    """Run the commands; their exit codes, what they said on standard error, and a traceback if one came."""
    codes: list[int] = []
    said: list[str] = []
    for command in COMMANDS:
        out, err = io.StringIO(), io.StringIO()
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                codes.append(main([*command, "--store", str(path), "--lang", "en"]))
        except BaseException:  # noqa: BLE001 - whatever it is, it is told
            return codes, said, traceback.format_exc()
        said.append(err.getvalue())
    return codes, said, ""


def run(store: Path, seed: str, numbers: range) -> None:
    """Say what came of each number."""
    with tempfile.TemporaryDirectory() as folder:
        for number in numbers:
            path = Path(folder) / f"{number}.db"
            page = damage(store, path, f"{seed} {number}")
            codes, said, raised = use(path)
            line = {"number": number, "page": page, "codes": codes, "said": said, "raised": raised}
            print(json.dumps(line), flush=True)
            for file in Path(folder).iterdir():
                file.unlink()


if __name__ == "__main__":
    run(Path(sys.argv[1]), sys.argv[2], range(int(sys.argv[3]), int(sys.argv[4])))
