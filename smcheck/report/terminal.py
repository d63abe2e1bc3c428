"""Text in a terminal: lines wrap at blanks, and headings stand out where the terminal wants it."""

import os
import re
import shutil
from typing import TextIO

from smcheck.report.case import Case
from smcheck.report.columns import wrap

_MOST_COLUMNS = 100
_NUMBER = re.compile(r"[0-9]+\. ")


def print_line(line: str, file: TextIO) -> None:
    """Write a line: into a terminal wrapped at blanks, under its own text where it begins with a number."""
    if not file.isatty():
        print(line, file=file)
        return
    width = min(shutil.get_terminal_size().columns, _MOST_COLUMNS)
    number = _NUMBER.match(line)
    for part in wrap(line, width, rest=" " * number.end() if number else "", cut=False):
        print(part, file=file)


def print_text(case: Case, file: TextIO) -> None:
    """Write the result's text: with bold headings into a terminal, plain into a file or under NO_COLOR."""
    from smcheck.report.text import lines, render_text  # much more than a single line needs

    if not file.isatty() or os.environ.get("NO_COLOR"):
        file.write(render_text(case))
        return
    from rich.console import Console  # only a terminal needs it, and it takes its time to load
    from rich.text import Text

    console = Console(file=file, highlight=False)
    styles = {0: "", 1: "bold underline", 2: "bold", 3: "bold", 4: "bold"}
    for line, level in lines(case, min(console.width, _MOST_COLUMNS)):
        console.print(Text(line, style=styles[level]), soft_wrap=True)
