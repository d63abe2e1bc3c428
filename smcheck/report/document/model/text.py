"""Words in a document: sentences, links, answers and lists of them."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Text:
    """Sentences; ``soft`` for the second voice: explanations, legends."""

    text: str
    soft: bool = False


class Link(NamedTuple):
    """An address that can be followed; never made of what people typed."""

    text: str
    address: str


class Answer(NamedTuple):
    """An answer by itself: ``path`` of the item or question, what it is called, the answer in words.

    ``changed`` says that it came after the result.
    """

    path: str
    label: str
    answer: str
    changed: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """Small rows of a label and sentences, such as the answers that no figure is compared with.

    ``answers`` are the same one by one, for tables.
    """

    rows: tuple[tuple[str, str], ...]
    soft: bool = False
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbered:
    """Sentences in an order, counted from 1."""

    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """Sentences, each by itself."""

    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """Articles that arguments are from."""

    rows: tuple[Link, ...]
