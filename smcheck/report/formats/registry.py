"""The registry of formats that a report can have: names, endings, labels, and which module draws them.

It imports none of them: the command line names formats in its help, and is quick.
"""

from dataclasses import dataclass
from pathlib import PurePath

from smcheck.words.language import _


@dataclass(frozen=True, slots=True)
class Format:
    """A format of reports.

    ``module`` has ``render`` and ``verify``; formats without one are texts, which ``report/make.py`` writes.
    The first of the ``endings`` is the one that new files get.
    """

    name: str
    endings: tuple[str, ...]
    module: str = ""
    takes_template: bool = False

    @property
    def ending(self) -> str:
        """The ending of new files, without its dot."""
        return self.endings[0]


EXTRAS = "pip install 'smcheck[report]'"
"""What installs the libraries of all formats."""
_PACKAGE = "smcheck.report.formats"
FORMATS = (
    Format("word", ("docx",), f"{_PACKAGE}.word", takes_template=True),
    Format("powerpoint", ("pptx",), f"{_PACKAGE}.powerpoint", takes_template=True),
    Format("pdf", ("pdf",), f"{_PACKAGE}.pdf"),
    Format("html", ("html", "htm"), f"{_PACKAGE}.html"),
    Format("excel", ("xlsx",), f"{_PACKAGE}.excel"),
    Format("csv", ("csv",), f"{_PACKAGE}.table"),
    Format("markdown", ("md", "markdown")),
    Format("text", ("txt", "text")),
    Format("json", ("json",)),
)
"""In the order in which they are offered: what can be edited comes first."""
NAMES = tuple(format_.name for format_ in FORMATS)


def label(format_: Format) -> str:
    """What a format is called where one chooses, in the language in use."""
    return {
        "word": _("Report for Word"),
        "powerpoint": _("Slides for PowerPoint"),
        "pdf": _("Report as PDF"),
        "html": _("Report as a web page"),
        "excel": _("Workbook for Excel"),
        "csv": _("Table (CSV)"),
        "markdown": _("The result as Markdown"),
        "text": _("The result as text"),
        "json": _("The result as JSON, for other programs"),
    }[format_.name]


def name_of(word: str) -> str:
    """The name of the format that has this word as an ending, with or without its dot; any other as it is."""
    ending = word.lower().removeprefix(".")
    return next((format_.name for format_ in FORMATS if ending in format_.endings), word)


def format_named(name: str) -> Format:
    """The format of this name, one of :data:`NAMES`."""
    return next(format_ for format_ in FORMATS if format_.name == name)


def format_of(file: str) -> Format | None:
    """The format that the ending of a file's name stands for, if it does for any."""
    ending = PurePath(file).suffix.lower().removeprefix(".")
    return next((format_ for format_ in FORMATS if ending in format_.endings), None)


def endings() -> tuple[str, ...]:
    """Every ending, with its dot."""
    return tuple(f".{ending}" for format_ in FORMATS for ending in format_.endings)
