"""The result's text in a terminal: headings stand out where the terminal wants it."""

import os
from typing import TextIO

from smcheck.report.case import Case
from smcheck.report.text import lines, render_text


def print_text(case: Case, file: TextIO) -> None:
    """Write the result's text: with bold headings into a terminal, plain into a file or under NO_COLOR."""
    if not file.isatty() or os.environ.get("NO_COLOR"):
        file.write(render_text(case))
        return
    from rich.console import Console  # only a terminal needs it, and it takes its time to load
    from rich.text import Text

    console = Console(file=file, highlight=False)
    styles = {0: "", 1: "bold underline", 2: "bold", 3: "bold"}
    for line, level in lines(case, min(console.width, 100)):
        console.print(Text(line, style=styles[level]), soft_wrap=True)
