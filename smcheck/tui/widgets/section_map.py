"""Where the sitting stands: sections, and a dot for each of their questions."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from smcheck.pack import Question, Texts
from smcheck.report.labels import one_line
from smcheck.session import Session
from smcheck.tui.text import join, plain, stack


class SectionMap(Widget):
    """A column of sections; a click on one leads to its first question."""

    @dataclass
    class Chosen(Message):
        """A section was clicked on; carries its first question."""

        question: str

    def __init__(self, session: Session, texts: Texts) -> None:
        super().__init__(id="map")
        self._session = session
        self._texts = texts

    @property
    def least_width(self) -> int:
        """Cells that the longest name needs beside its sign and its dots."""
        return max(
            plain(self._label(questions)).cell_length + len(questions) + 3 for questions in self._sections()
        )

    def _sections(self) -> list[list[Question]]:
        """The questions of each section, those that may still come included."""
        asked = self._session.expected_questions
        sections = ([q for q in asked if q.section == section.id] for section in self._session.pack.sections)
        return [questions for questions in sections if questions]

    def _label(self, questions: list[Question]) -> str:
        return one_line(self._texts.sections[questions[0].section].label)

    def _dot(self, question: Question) -> Content:
        session = self._session
        if question in session.questions and session.is_answered(question):
            return plain("●", "$you")
        begun = question in session.questions and session.is_started(question)
        return plain("◐" if begun else "○", "$you" if begun else "$soft")

    def render(self) -> Content:
        """A row for each section, the one asked now with a sign."""
        session, sections = self._session, self._sections()
        most = max(map(len, sections))
        lines = []
        for questions in sections:
            here = not session.at_review and session.question in questions
            name = plain(self._label(questions), "bold" if here else "$soft")
            room = self.size.width - 2 - most
            dots = [self._dot(question) for question in questions]
            name = name.pad_right(max(room - name.cell_length, 1))
            lines.append(join(plain("▸" if here else " ", "$you"), name, *dots))
        return stack(*lines)

    def on_click(self, event: events.Click) -> None:
        """Go to the section that was clicked on."""
        sections = self._sections()
        if event.y < len(sections):
            self.post_message(self.Chosen(sections[event.y][0].id))
