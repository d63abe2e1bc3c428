"""TOML files read into models, with faults that name file, place and remedy."""

import re
import stat
import tomllib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from smcheck.words.fault import Fault, clipped, nearest
from smcheck.words.language import _

if TYPE_CHECKING:
    from pydantic import ValidationError

    from smcheck.pack.value import Model

    AnyModel = TypeVar("AnyModel", bound=Model)

LARGEST = 2 * 1024 * 1024
"""Bytes that a pack's files may have, each and all together; a questionnaire is text, not data."""
MOST_FILES = 200
"""Files that a pack may have."""
MOST_SIGNS = 50_000
"""Strings, comments and signs such as ``=`` and ``[`` that a pack's files may have together."""
DEEPEST = 20
"""Parts that a dotted key may have; no model has more than eight levels."""

# Reading TOML takes time and memory by its signs, not by its bytes, and the square of a key's parts.
_UNCOUNTED = 128 * 1024
_SIGN = re.compile(
    rb'"{3}(?:[^"\\]++|\\.|"{1,2}(?!"))*+"{0,5}|"(?:[^"\\\n]++|\\[^\n])*+"?'
    rb"|'{3}(?:[^']++|'{1,2}(?!'))*+'{0,5}|'[^'\n]*+'?"
    rb"|#[^\n]*+|[.=,\[{]",
    re.DOTALL,
)
_SENSELESS = re.compile(
    rb"""(?:\.[ \t]*+(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+){%d}|[0-9A-Fa-f_]{5000}""" % DEEPEST
)
"""A key with too many parts, or a number that is longer than any text may be."""


def is_folder(path: Path) -> bool:
    """Whether this is a folder; a name that no file can have is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def read_bytes(path: Path, limit: int = LARGEST) -> bytes:
    """The bytes of a regular file; devices and pipes, which may never end, are not read.

    Raises:
        Fault: it is missing, no regular file, cannot be read, or is larger than ``limit``.

    """
    content, reason = b"", ""
    try:
        if stat.S_ISREG(path.stat().st_mode):
            with path.open("rb") as file:
                content = file.read(limit + 1)
        else:
            reason = _("not a regular file")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
    if reason:
        raise Fault(_("cannot be read ({reason})").format(reason=reason), file=str(path))
    if len(content) > limit:
        raise Fault(_("too large"), file=str(path), expected=_("at most {n} bytes").format(n=limit))
    return content


def read_pack(root: Path, unreadable: dict[str, Fault] | None = None) -> dict[str, bytes]:
    """The bytes of the TOML files of the pack in ``root``, by their names below it, sorted.

    Args:
        root: the pack's folder.
        unreadable: where it is given, the faults of single files are put here and the others still read.

    Raises:
        Fault: a file cannot be read, or there is too much in all of them.

    """
    paths = sorted([*root.glob("*.toml"), *root.glob("figures/*.toml")])
    if len(paths) > MOST_FILES:
        raise Fault(_("too many files"), file=str(root), expected=_("at most {n}").format(n=MOST_FILES))
    contents: dict[str, bytes] = {}
    room = LARGEST
    for path in paths:
        name = path.relative_to(root).as_posix()
        try:
            contents[name] = read_bytes(path)
        except Fault as fault:
            if unreadable is None:
                raise
            unreadable[name] = fault
            continue
        room -= len(contents[name])
        if room < 0:
            break
    check_size(contents, str(root))
    return contents


def check_size(contents: Mapping[str, bytes], folder: str) -> None:
    """Refuse files that are too much together to be read in time.

    Raises:
        Fault: they have too many bytes or signs.

    """
    size = sum(map(len, contents.values()))
    if size > LARGEST:
        raise Fault(_("too large"), file=folder, expected=_("at most {n} bytes").format(n=LARGEST))
    if size > _UNCOUNTED and has_more_signs(contents.values(), MOST_SIGNS):
        raise Fault(_("too many tables and values"), file=folder)


def has_more_signs(contents: Iterable[bytes], most: int) -> bool:
    """Whether TOML or JSON has more than ``most`` strings, comments and signs that join values.

    Found without reading all of it: what is read into memory can take a hundred times its bytes.
    """
    signs = (sign for content in contents for sign in _SIGN.finditer(content))
    return next(islice(signs, most, None), None) is not None


def parse_toml(content: bytes, file: str) -> dict[str, Any]:
    """The tables of a TOML file; decimals stay exact.

    Raises:
        Fault: it is not UTF-8 or not TOML.

    """
    deep = Fault(
        _("not TOML ({reason})").format(reason=_("nested too deeply or numbers too long")), file=file
    )
    if _SENSELESS.search(content):
        raise deep
    try:
        return tomllib.loads(content.decode("utf-8"), parse_float=Decimal)
    except UnicodeDecodeError as error:
        place = _("byte {n}").format(n=error.start)
        raise Fault(_("not UTF-8"), file=file, place=place) from None
    except tomllib.TOMLDecodeError as error:
        reason, place = _placed(str(error))
        raise Fault(_("not TOML ({reason})").format(reason=reason), file=file, place=place) from None
    except (RecursionError, ValueError, ArithmeticError):  # nested or numbered past any sense
        raise deep from None


def _placed(message: str) -> tuple[str, str]:
    """Tomllib's message, split into reason and place."""
    match = re.search(r" \(at line (\d+), column (\d+)\)$", message)
    if not match:
        return message, ""
    return message[: match.start()], _("line {line}, column {column}").format(line=match[1], column=match[2])


def build(model: "type[AnyModel]", data: object, file: str) -> "AnyModel":
    """``data`` as a model.

    Raises:
        Fault: the first thing that does not fit.

    """
    from smcheck.pack.value import Misfit, read

    try:
        return read(model, data)
    except Misfit:
        from pydantic import ValidationError  # only an author's start waits for it

    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise next(iter(faults_of(error, model, file))) from None


def faults_of(error: "ValidationError", model: "type[Model]", file: str) -> Iterable[Fault]:
    """Each thing that pydantic found, in our words."""
    for detail in error.errors(include_url=False):
        yield _fault(detail, model, file)


# Parts of pydantic's places that no author has written: keys of tables, branches of unions.
_BRANCHES = {"[key]", "int", "decimal"}


def _fault(detail: Any, model: "type[Model]", file: str) -> Fault:
    from smcheck.pack.shapes import expected  # wanted where something is wrong only

    location = [part for part in detail["loc"] if part not in _BRANCHES]
    place = place_of(location)
    kind = detail["type"]
    if kind == "extra_forbidden":
        keys = _keys_at(model, location[:-1])
        return Fault(
            _("unknown key {key}").format(key=clipped(str(location[-1]))),
            file=file,
            place=place,
            expected=", ".join(keys),
            nearest=nearest(str(location[-1]), keys),
        )
    if kind == "missing":
        return Fault(_("missing"), file=file, place=place)
    if kind == "literal_error":
        choices = re.findall(r"'([^']*)'|\b(\d+)\b", detail["ctx"]["expected"])
        words = [text or number for text, number in choices]
        found = detail["input"]
        return Fault(
            _("found {value}").format(value=clipped(found)),
            file=file,
            place=place,
            expected=", ".join(words),
            nearest=nearest(found, words) if isinstance(found, str) else "",
        )
    return Fault(
        _("found {value}").format(value=clipped(detail["input"])),
        file=file,
        place=place,
        expected=expected(detail),
    )


def place_of(location: Iterable[object]) -> str:
    """A path of keys as people write it: ``questions[2].items[0].id``."""
    text = ""
    for part in location:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            name = str(part)
            text += ("." if text else "") + (name if len(name) <= 60 else name[:59] + "…")
    return text


def _keys_at(model: "type[Model]", location: list[object]) -> list[str]:
    """The keys that are known at a place inside ``model``."""
    fields = model.model_fields
    current: Any = model
    for part in location:
        if isinstance(part, int):
            continue
        fields = getattr(current, "model_fields", {})
        by_key = {field.alias or name: field.annotation for name, field in fields.items()}
        current = _inner_model(by_key.get(str(part), current))
    fields = getattr(current, "model_fields", {})
    return [field.alias or name for name, field in fields.items()]


def _inner_model(annotation: Any) -> Any:
    """The model inside ``tuple[X, ...]``, ``X | None`` or ``dict[str, X]``."""
    if hasattr(annotation, "model_fields"):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _inner_model(argument)
        if found is not None:
            return found
    return None
