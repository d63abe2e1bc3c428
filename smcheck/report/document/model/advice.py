"""What to do: steps, the plan, second looks, notes and comments."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Comment:
    """The consultant's own words: ``text`` may have several lines, ``author`` says by whom and when."""

    about: str
    """The section or recommendation that it is about; empty where it stands under it, and for the summary."""
    text: str
    author: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, in words; ``id`` is as in comments (``rules.ad_hoc``, ``departments.sales``).

    ``situation`` is how it is today, ``text`` the advice in full, ``who`` whom to talk to and ``say`` what to
    say first; ``evidence`` are sentences or remarks, each with the marker of its source where it has one;
    ``effect`` is what changes.
    """

    id: str
    number: int
    title: str
    situation: str
    text: str
    who: str
    say: str
    evidence: tuple[str, ...]
    effect: str
    comment: Comment | None = None

    @property
    def why(self) -> str:
        """How it is today, and the advice in full."""
        return " ".join(filter(None, (self.situation, self.text)))


@dataclass(frozen=True, slots=True)
class Steps:
    """The next steps for page one, with empty columns for a person and a date."""

    who_head: str
    when_head: str
    rows: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Recommendations:
    """All that is advised with reason, evidence and effect: the next steps, then the others under “also”."""

    heads: tuple[str, str, str]
    """Why, evidence, what changes."""
    rows: tuple[Step, ...]
    also_head: str
    also: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is advised with room to write: what, who, by when.

    ``rows`` are number, title, and whether it is one of the next steps; ``review`` introduces the date at
    which one looks at it again.
    """

    heads: tuple[str, str, str]
    rows: tuple[tuple[int, str, bool], ...]
    review: str


@dataclass(frozen=True, slots=True)
class Questions:
    """Second looks: contradictions put as questions, each a title and a text."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """What was noted, each under its question; the text may have several lines."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Comments:
    """Comments under each other."""

    rows: tuple[Comment, ...]
