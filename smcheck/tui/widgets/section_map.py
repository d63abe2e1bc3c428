"""Where the sitting stands: sections, and a dot for each of their questions."""

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from smcheck.pack import Texts
from smcheck.session import Session
from smcheck.tui.text import cell, joined, plain, stacked

_DOTS = {"answered": "●", "begun": "◐", "open": "○"}


class SectionMap(Widget):
    """A column of sections where there is room, else one line with the current section's name."""

    class Chosen(Message):
        """A section was clicked on; carries its first question."""

        def __init__(self, question: str) -> None:
            super().__init__()
            self.question = question

    def __init__(self, session: Session, texts: Texts) -> None:
        super().__init__(id="map")
        self._session = session
        self._texts = texts
        self._shown: list[tuple[str, str, bool, str]] = []

    def renew(self) -> None:
        """Show where the sitting stands now: paint what has changed."""
        before, self._shown = self._shown, self._sections()
        if self.size.height <= 1 or len(before) != len(self._shown):
            self.refresh()
            return
        pairs = enumerate(zip(before, self._shown, strict=True))
        changed = [Region(0, line, self.size.width, 1) for line, (old, new) in pairs if old != new]
        if changed:
            self.refresh(*changed)

    def _sections(self) -> list[tuple[str, str, bool, str]]:
        """Id of the first question, label, whether we are in it, and its dots."""
        session = self._session
        found = []
        for section in session.pack.sections:
            questions = [q for q in session.expected_questions if q.section == section.id]
            if not questions:
                continue
            dots = "".join(_DOTS[self._state(q.id)] for q in questions)
            here = not session.at_review and session.question.section == section.id
            found.append((questions[0].id, self._texts.sections[section.id].label, here, dots))
        return found

    def _state(self, question_id: str) -> str:
        question = self._session.pack.question_by_id[question_id]
        if question not in self._session.questions:
            return "open"
        if self._session.is_answered(question):
            return "answered"
        return "begun" if self._session.is_started(question) else "open"

    def render(self) -> Content:
        """The column, or the line."""
        if self.size.height > 1:
            width = self.size.width - 6
            return stacked(
                *(
                    joined(
                        plain("▸" if here else " "),
                        cell(label, width, "bold" if here else ""),
                        f" {dots}",
                    )
                    for _first, label, here, dots in self._shown
                )
            )
        parts: list[Content | str] = []
        for _first, label, here, dots in self._shown:
            parts += [plain(f"▸{label} ", "bold") if here else "", f"{dots}  "]
        return joined(*parts)

    def on_click(self, event: events.Click) -> None:
        """Go to the section that was clicked on."""
        sections = self._sections()
        if self.size.height > 1:
            if event.y < len(sections):
                self.post_message(self.Chosen(sections[event.y][0]))
            return
        x = 0
        for first, label, here, dots in sections:
            x += len(f"▸{label} " if here else "") + len(dots) + 2
            if event.x < x:
                self.post_message(self.Chosen(first))
                return
