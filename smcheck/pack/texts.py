"""A pack's texts in one language, as the files ``de.toml`` and ``en.toml`` hold them."""

from typing import Annotated

from pydantic import Field

from smcheck.pack.models import Id, Model

Text = Annotated[str, Field(min_length=1, max_length=2000)]


class ChoiceText(Model):
    """A field of the profile with its choices; ``within`` is a choice with its preposition (“in Germany”)."""

    label: Text
    options: dict[Id, Text]
    within: dict[Id, Text] = Field(default_factory=dict)


class SectionText(Model):
    """A section's name and its sentences.

    ``inline`` is its name inside a sentence, ``within`` the same with its preposition (“in set-up”).
    ``count`` holds ``{count}``, ``{of}`` and ``{mean}``. A judged section has ``more`` with ``{range}`` (“At
    least about 82 of 100”), ``few_exist`` with ``{of}`` and ``{items}`` and ``none_exist`` with ``{of}``; a
    described one ``alike`` with ``{alike}``.
    """

    label: Text
    inline: Text
    within: Text
    count: Text
    more: Text | None = None
    few_exist: Text | None = None
    none_exist: Text | None = None
    alike: Text | None = None


class QuestionText(Model):
    """A question, why it is asked in one sentence that can be read aloud, and help.

    ``label`` names its answer in tables, such as “Measurable targets”; without it the whole question does.
    """

    text: Text
    label: Text | None = None
    why: Text
    help: Text
    none: Text | None = None
    options: dict[Id, Text] = Field(default_factory=dict)


class ItemText(Model):
    """An item in lists (``label``), inside a sentence (``inline``), in narrow columns (``short``).

    A goal or challenge has ``usual``, which completes “Nobody who usually … is involved”.
    """

    label: Text
    inline: Text
    short: Annotated[str, Field(min_length=1, max_length=16)]
    help: Text
    usual: Text | None = None


class DepartmentText(Model):
    """What to say of a department that is to be brought in.

    ``bring_in`` and ``find_out`` are whole sentences without a full stop, ``subject`` its name with its
    article inside a sentence, ``who`` whom to talk to, ``say`` the question to begin with.
    """

    bring_in: Text
    find_out: Text
    subject: Text
    who: Text
    say: Text


class RuleText(Model):
    """A rule's advice, or a second look's question; ``{about}`` stands for the items that it found.

    Advice has ``today``, why in one short row, ``who``, whom to talk to, and ``say``, what to begin with.
    """

    title: Text
    text: Text
    today: Annotated[str, Field(min_length=1, max_length=45)] | None = None
    who: Text | None = None
    say: Text | None = None


class SourceText(Model):
    """What is known of a survey in words; what is absent is not published."""

    title: Text
    population: Text
    asked: Text
    sampling: Text | None = None
    base: Text | None = None
    weighting: Text | None = None
    limitations: Text | None = None
    note: Text | None = None


class FigureSetText(Model):
    """A figure set's name, its sources and its figures that are compared with nothing."""

    label: Text
    note: Text
    sources: dict[Id, SourceText]
    others: dict[Id, Text] = Field(default_factory=dict)


class Texts(Model):
    """The contents of a language's file."""

    title: Text
    description: Text
    profile: dict[Id, ChoiceText]
    sections: dict[Id, SectionText]
    questions: dict[Id, QuestionText]
    items: dict[Id, dict[Id, ItemText]]
    departments: dict[Id, DepartmentText]
    rules: dict[Id, RuleText]
    arguments: dict[str, Text]
    cautions: dict[Id, Text] = Field(default_factory=dict)
    figures: dict[Id, FigureSetText]

    def item(self, path: str) -> ItemText:
        """The texts of an item ``question.item``."""
        question, _, name = path.partition(".")
        return self.items[question][name]
