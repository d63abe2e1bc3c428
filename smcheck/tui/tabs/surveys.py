"""Surveys: which of them to be measured against, their passports, and the same question over the years."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.message import Message

from smcheck.advice.cautions import as_of
from smcheck.report.cautions import source_cautions
from smcheck.report.content import Subject, SurveySet
from smcheck.report.labels import item_label, item_short
from smcheck.report.surveys import over_the_years, survey_sets
from smcheck.tui.tabs.survey_lines import (
    figure_contents,
    set_contents,
    set_line,
    year_contents,
    year_line,
)
from smcheck.tui.tabs.tab import Tab
from smcheck.tui.text import plain
from smcheck.tui.widgets.heading import heading
from smcheck.tui.widgets.line_list import BLANK, Line, LineList, title
from smcheck.tui.widgets.reading import Reading
from smcheck.tui.widgets.why_column import WhyColumn
from smcheck.words.language import N_, _


class SurveyList(LineList):
    """The surveys; choosing one measures against it."""

    BINDINGS = [
        Binding("enter", "choose", N_("measure"), tooltip=N_("measure against this survey; why, of an item")),
    ]

    @dataclass
    class Measured(Message):
        """A survey was chosen: the id of its figure set."""

        figures: str

    def action_choose(self) -> None:
        """Measure against the survey under the cursor, or ask about the item there."""
        subject = self.line.subject if self.line else None
        if subject and subject.kind == "survey":
            self.post_message(self.Measured(subject.id))
        else:
            super().action_choose()


class PassportTab(Tab):
    """Surveys, and beside them what is known of the one under the cursor."""

    @property
    def entry(self) -> SurveySet | None:
        """The survey under the cursor."""
        subject = self.subject
        if subject is None or subject.kind != "survey":
            return None
        return next(entry for entry in survey_sets(self.case.pack) if entry.id == subject.id)

    def known_lines(self, entry: SurveySet, width: int) -> list[Content]:
        """What is known of a survey, without its percentages."""
        return set_contents(self.case.pack, entry, width, self.case.pack.file.dated)

    def _show_why(self) -> None:
        """What is known of the line under the cursor."""
        if self._why.display:
            self._why.fill(self._why_lines(self._why.text_width))
            self.measure()

    def _why_lines(self, width: int) -> list[Content]:
        entry = self.entry
        return [heading(entry.label, width), Content(""), *self.known_lines(entry, width)] if entry else []


class SurveysTab(PassportTab):
    """The surveys to choose from, then what was asked more than once; beside them what is known."""

    NAME = N_("Surveys")
    BINDINGS = [Binding("i", "passport", N_("passport"), tooltip=N_("what is known of this survey"))]

    @dataclass
    class PassportAsked(Message):
        """Somebody wants to read about a survey where there is no room beside the list."""

        entry: SurveySet

    def columns(self) -> Iterable[Reading]:
        """The list, then what is known."""
        yield SurveyList("surveys")
        yield WhyColumn()

    def lines(self, widths: Sequence[int]) -> Sequence[Sequence[Line]]:
        """The surveys, then the items."""
        return [[*self._set_lines(widths[0]), *self._year_lines(widths[0])]]

    def draw(self, *, fresh: bool) -> None:
        """Fill the list; the cursor begins on the survey that is measured against."""
        super().draw(fresh=fresh)
        if fresh:
            chosen = Subject("survey", self.case.figures.id)
            column = self.lists[0]
            places = (place for place, line in enumerate(column.lines) if line.subject == chosen)
            column.go_to(next(places, None))

    def _set_lines(self, width: int) -> list[Line]:
        chosen = self.case.figures.id
        return [
            title(heading(_("Measured against"), width)),
            *(set_line(entry, width, chosen) for entry in survey_sets(self.case.pack)),
        ]

    def _year_lines(self, width: int) -> list[Line]:
        pack = self.case.pack
        found = {path: values for path in pack.items if (values := over_the_years(pack, path))}
        if not found:
            return []
        every = [value.year for values in found.values() for value in values]
        years = range(min(every), max(every) + 1)
        return [
            BLANK,
            title(heading(_("The same question over the years"), width, f"{years[0]}–{years[-1]}")),
            title(plain(_("Of one publisher; whom it asked may differ from year to year."), "$soft")),
            *(
                year_line(path, item_short(self.case, path), values, years, width)
                for path, values in found.items()
            ),
        ]

    def known_lines(self, entry: SurveySet, width: int) -> list[Content]:
        """What is known of a survey, its percentages at the end."""
        case, figures = self.case, self.case.pack.figures(entry.id)
        cautions = (
            [caution for source in entry.sources for caution in source_cautions(case, source)]
            if entry.id == case.figures.id
            else []
        )
        known = set_contents(case.pack, entry, width, as_of(case.pack, case.sheet), cautions)
        return [*known, *figure_contents(case.pack, figures, width)]

    def _why_lines(self, width: int) -> list[Content]:
        subject = self.subject
        if subject is None or subject.kind == "survey":
            return super()._why_lines(width)
        values = over_the_years(self.case.pack, subject.id)
        return year_contents(item_label(self.case, subject.id), values, width)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """There is a passport where the cursor is on a survey."""
        return action != "passport" or bool(self.entry) or None

    def action_passport(self) -> None:
        """Read what is known of the survey under the cursor."""
        if self._why.display:
            self._why.focus()
        elif self.entry:
            self.post_message(self.PassportAsked(self.entry))
