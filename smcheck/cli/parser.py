"""The command line's grammar. Imports nothing but argparse, so that help and completion are quick."""

import argparse
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

from smcheck import __version__
from smcheck.report.formats.registry import NAMES, name_of
from smcheck.words.language import LANGUAGES, _

if TYPE_CHECKING:
    _Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"

_LONGEST_MESSAGE = 1000


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options of a command line, defaults included.

    Raises:
        SystemExit: help was asked for, or the command line is at fault; argparse has said it already.
    """
    parser = build_parser()
    defaults = argparse.Namespace(store=None, pack=None, organisation="", id=None, parser=parser)
    options, unknown = parser.parse_known_args(arguments, defaults)
    if unknown:
        options.parser.refuse_unknown(unknown)
    del options.parser  # options go to other processes, which a parser cannot
    return options


def build_parser() -> "_Parser":
    """The parser, its texts in the language in use."""
    common = _common()
    parser = _Parser(
        prog="smcheck",
        parents=[common],
        allow_abbrev=False,  # an abbreviation would be another option as soon as there are more
        description=_(
            "How does your company organise social media? Answer in about three minutes, compare with"
            " documented surveys, see which departments to bring in."
        ),
        epilog=_(
            "Without a command the app opens. Exit codes: 0 done, 1 input at fault, 2 command line at fault."
        ),
    )
    parser.add_argument(
        "--version", action="version", version=f"smcheck {__version__}", help=_("show the version and exit")
    )
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"), title=_("commands"))
    _add_sitting(commands, common)
    _add_sheets(commands, common)
    _add_score(commands, common)
    _add_report(commands, common)
    _add_packs(commands, common)
    return parser


class _Parser(argparse.ArgumentParser):
    """A parser that shows what was typed as it was typed, and says which word comes nearest to it."""

    def error(self, message: str) -> NoReturn:
        from smcheck.words.controls import clip  # wanted where something is wrong only

        super().error(clip(message, _LONGEST_MESSAGE))

    def refuse_unknown(self, arguments: Sequence[str]) -> NoReturn:
        """Say that the command has no such options or arguments."""
        options = re.findall(r"--[a-z-]+", self.format_help())
        message = _("unrecognized arguments: %s") % " ".join(arguments)
        self.error(message + _suggestion(arguments[0].partition("=")[0], options))

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        try:
            super()._check_value(action, value)
        except argparse.ArgumentError as error:
            error.message += _suggestion(value, action.choices or ())
            raise


def _suggestion(word: str, valid: Iterable[str]) -> str:
    from smcheck.words.fault import nearest, suggestion

    return suggestion(nearest(word, valid))


def _common() -> _Parser:
    """The options that every command has, before or after its name.

    They have no defaults: a command would put its own in place of what was given before its name.
    """
    common = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    group = common.add_argument_group(_("common options"))
    group.add_argument(
        "--lang",
        choices=LANGUAGES,
        help=_("language; else SMCHECK_LANG, else chosen in the app, else the locale's"),
    )
    group.add_argument("--store", metavar=_("FILE"), help=_("where sheets are kept; else SMCHECK_STORE"))
    group.add_argument("--pack", metavar=_("FOLDER"), help=_("a questionnaire other than social-media"))
    return common


def _add(commands: "_Commands", common: _Parser, name: str, text: str) -> _Parser:
    parser = commands.add_parser(name, parents=[common], allow_abbrev=False, help=text, description=text)
    parser.set_defaults(parser=parser)
    return parser


def _add_sitting(commands: "_Commands", common: _Parser) -> None:
    new = _add(commands, common, "new", _("start a new sheet at its first question"))
    new.add_argument("organisation", nargs="?", default="", metavar=_("ORGANISATION"), help=_("its name"))
    ask = _add(commands, common, "ask", _("the same questions line by line, without full screen"))
    ask.add_argument("id", nargs="?", metavar="ID", help=_("a stored sheet to go on with"))
    _add(commands, common, "example", _("the result of an invented company; nothing is stored"))


def _add_sheets(commands: "_Commands", common: _Parser) -> None:
    _add(commands, common, "list", _("list the stored sheets"))
    show = _add(commands, common, "show", _("show a stored sheet's answers and notes"))
    show.add_argument("id", metavar="ID", help=_("an id from “smcheck list”, or its beginning"))
    show.add_argument(
        "--history", action="store_true", help=_("every entry: when, by whom, before or after the result")
    )
    delete = _add(commands, common, "delete", _("delete stored sheets for good"))
    delete.add_argument("ids", nargs="+", metavar="ID", help=_("an id from “smcheck list”, or its beginning"))
    delete.add_argument("--yes", action="store_true", help=_("do not ask"))
    export = _add(
        commands, common, "export", _("write stored sheets as JSON, one a line where there are several")
    )
    export.add_argument("ids", nargs="+", metavar="ID", help=_("an id from “smcheck list”, or its beginning"))
    _add_anonymous(export)
    _add_output(export)
    import_ = _add(commands, common, "import", _("keep sheets from JSON files"))
    import_.add_argument("files", nargs="+", metavar=_("FILE"), help=_("a file, or - for standard input"))


def _add_score(commands: "_Commands", common: _Parser) -> None:
    score = _add(commands, common, "score", _("score sheets without the app"))
    score.add_argument(
        "sheets",
        nargs="+",
        metavar=_("FILE|ID"),
        help=_("a stored sheet's id, or a file, or - for standard input; ./NAME is always a file"),
    )
    score.add_argument(
        "--format",
        choices=("text", "json", "jsonl", "markdown"),
        default="text",
        help=_("how to write the result; jsonl writes one line a sheet"),
    )
    _add_anonymous(score)
    _add_measure(score)
    _add_output(score)


def _add_report(commands: "_Commands", common: _Parser) -> None:
    report = _add(commands, common, "report", _("write the report that a client keeps"))
    report.add_argument(
        "sheets",
        nargs="*",
        metavar=_("FILE|ID"),
        help=_("a stored sheet's id, or a file, or - for standard input; ./NAME is always a file"),
    )
    report.add_argument("--all", action="store_true", help=_("every stored sheet"))
    report.add_argument(
        "-o",
        "--output",
        metavar=_("FILE|FOLDER"),
        default=".",
        help=_("a file, whose ending says the format, or a folder; else this folder; - for standard output"),
    )
    report.add_argument(
        "--format",
        type=name_of,
        choices=NAMES,
        help=_("the format, or its ending, where the file's name does not say it"),
    )
    report.add_argument(
        "--name", metavar=_("PATTERN"), help=_("names in a folder; else “{client} {date} {kind}”")
    )
    report.add_argument("--template", metavar=_("FILE"), help=_("your own master for Word or PowerPoint"))
    report.add_argument(
        "--brand",
        metavar=_("FILE"),
        help=_("name, logo and colour: a _brand.yml, or TOML; else the settings'"),
    )
    report.add_argument("--table", choices=("items", "plan"), help=_("which table CSV holds; else items"))
    _add_anonymous(report)
    _add_measure(report)
    report.add_argument("--force", action="store_true", help=_("replace files that exist"))
    report.set_defaults(refuse=report.error)


def _add_anonymous(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--anonymous", action="store_true", help=_("without names, notes and comments"))


def _add_measure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--figures", metavar=_("SET"), default="documented", help=_("the figure set to compare with")
    )
    parser.add_argument(
        "--current",
        action="store_true",
        help=_("measure with the questionnaire as it is now, not as it was answered"),
    )


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o", "--output", metavar=_("FILE"), help=_("write to this file, which must not exist")
    )
    parser.add_argument("--force", action="store_true", help=_("replace the file if it exists"))


def _add_packs(commands: "_Commands", common: _Parser) -> None:
    lint = _add(commands, common, "lint", _("check questionnaires and templates: file, place, rule, remedy"))
    lint.add_argument(
        "paths",
        nargs="*",
        metavar=_("FOLDER|FILE"),
        help=_("folders of questionnaires, and masters for Word or PowerPoint; else social-media"),
    )
    schema = _add(commands, common, "schema", _("print a JSON Schema"))
    _add_choice(schema, "of", ("sheet", "result", "pack"), _("what the schema describes"))
    completion = _add(commands, common, "completion", _("print a shell's completion script"))
    _add_choice(completion, "shell", ("bash", "zsh", "fish"), _("the shell"))


def _add_choice(parser: argparse.ArgumentParser, name: str, choices: tuple[str, ...], text: str) -> None:
    """An argument that is one of few words: help and errors call it by these, not by its name in here."""
    parser.add_argument(name, choices=choices, metavar=f"{{{','.join(choices)}}}", help=text)
