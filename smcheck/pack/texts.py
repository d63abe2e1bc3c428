"""A pack's texts in one language, as the files ``de.toml`` and ``en.toml`` hold them."""

from typing import Annotated

from pydantic import Field

from smcheck.pack.models import Id, Model

Text = Annotated[str, Field(min_length=1, max_length=2000)]


class ChoiceText(Model):
    """A field of the profile with its choices."""

    label: Text
    options: dict[Id, Text]


class SectionText(Model):
    """A section's name and its sentences on count and rank.

    ``count`` holds ``{count}``, ``{of}`` and ``{mean}``, ``more`` holds ``{range}``.
    """

    label: Text
    count: Text
    more: Text


class QuestionText(Model):
    """A question, why it is asked in one sentence that can be read aloud, and help."""

    text: Text
    why: Text
    help: Text
    none: Text | None = None
    options: dict[Id, Text] = Field(default_factory=dict)


class ItemText(Model):
    """An item in lists (``label``), inside a sentence (``inline``), in narrow columns (``short``)."""

    label: Text
    inline: Text
    short: Annotated[str, Field(min_length=1, max_length=16)]
    help: Text


class RuleText(Model):
    """A rule's advice; ``{about}`` stands for the items that it found."""

    title: Text
    text: Text


class SourceText(Model):
    """What is known of a survey in words."""

    title: Text
    population: Text
    asked: Text
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
    rules: dict[Id, RuleText]
    arguments: dict[str, Text]
    cautions: dict[Id, Text] = Field(default_factory=dict)
    figures: dict[Id, FigureSetText]

    def item(self, path: str) -> ItemText:
        """The texts of an item ``question.item``."""
        question, _, name = path.partition(".")
        return self.items[question][name]
