"""The surveys, with all that is known of them."""

from dataclasses import dataclass

from smcheck.report.document.model.text import Link


@dataclass(frozen=True, slots=True)
class Source:
    """A survey's passport, or an article: ``marker`` is how the text refers to it (``1``).

    ``rows`` are labels and values; all sources of a document have the same labels in the same order.
    """

    marker: str
    name: str
    rows: tuple[tuple[str, str], ...]
    unpublished: frozenset[str]
    """The labels whose value is not published."""
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources side by side; ``not_published`` names what none of them publishes, in one row."""

    rows: tuple[Source, ...]
    links_head: str
    not_published_head: str
    not_published: str
