"""The least that a page of smcheck could cost: the smallest Textual app that shows as much.

``floor.py question|home|list|result|whatif [pydantic]``. Each page has as many widgets as smcheck's page of
that name (``list`` is its home with sheets, ``whatif`` a tab of its result), of Textual's own kinds and with
about as much text in them, a stylesheet with what these pages need, and a line of keys at the bottom. A
cursor that moves changes what stands beside the rows of a question. A press of Space changes as much as it
does in smcheck: the row and one line, and in *What if* the text above the rows, too.

With ``pydantic`` the app has models as well, as a questionnaire needs them, and reads data with them: what an
app must pay whose files are read by pydantic.
"""

import sys
from typing import Any

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Container, Horizontal, Vertical
from textual.widgets import OptionList, Static

TITLE = " smcheck · Beispiel GmbH" + " " * 15 + "Question 1 of 7 · about 3 min left "
QUESTION = "How is social media organised in your company?"
ROWS = (
    "A team of its own for social media",
    "A team across several departments",
    "Whoever feels like it posts, nobody is in charge",
    "One person does it beside other work",
    "A single department does it",
    "An agency or freelancers do it",
    "None of these",
)
NOTES = (
    "At least two people whose main job is social media, in whatever department.",
    "People of at least two departments who plan together.",
    "Nobody is named: posts come from whoever has the time or feels like it.",
    "",
)
"""What the rows mean; beside the one under the cursor."""
KEYS = " Enter next   ? don't know   F2 result   1–9 mark   ← back   q list   F1 help"
WHY = "Why: who is in charge decides how fast a company answers, and whether anybody learns from it."
SECTIONS = ("▸ Team         ○○", "  Departments  ○", "  Goals        ○○", "  Challenges   ○○")
INVITATION = (
    "How does your company organise social media?\n\n"
    "In about 3 minutes you answer how the work is set up, which departments take part,\n"
    "what it is for and what gets in the way.\n"
    "Then you see how you compare with documented surveys, and which departments to bring in.\n\n"
    "n  start a new sheet\nx  look at the result of an invented company\n"
    "i  see which surveys results are measured against\n\n"
    "Every answer is stored on this computer at once, and nowhere else."
)
COLUMNS = f" {'Organisation':<26}{'Respondent':<16}{'Changed':<12}{'Answered':>9}  {'Verdict':<8}"
TABS = " [Overview]  Comparison   Departments   Advice   What if   Figures "
LINES = tuple(f"Line {number} of the result, with {number} of 25 and a bar ━━━━━━━━╸" for number in range(30))
SWITCHES = 15
THEN = "With this one: for 2 to 3 of your 4 goals it is involved.\nGoals covered 2–3 of 4\nScore 13–25"
"""What would be, above the switches."""


class Floor(App[None]):
    """One page."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [Binding("f10", "quit", "quit", priority=True)]  # noqa: RUF012 - Textual's convention
    CSS = """
    Screen { background: $background; color: $foreground; }
    #keys { height: 1; dock: bottom; background: $panel; }
    #bar { height: 1; background: $panel; text-style: bold; }
    #notice { height: auto; max-height: 3; padding: 0 2; color: $accent; }
    OptionList { background: $background; border: none; padding: 0; height: 1fr; }
    OptionList > .option-list--option { padding: 0 1; }
    OptionList > .option-list--option-highlighted { background: $panel; color: $foreground; }
    OptionList:focus { border: none; background-tint: $foreground 0%; }
    OptionList:focus > .option-list--option-highlighted { background: $primary 25%; text-style: none; }
    #ask { height: 1fr; layout: horizontal; padding: 1 1 0 1; }
    #map { width: 19; height: 1fr; padding: 0 1; color: $foreground; }
    #pane { width: 1fr; height: 1fr; padding: 0 1 0 2; }
    #question { height: auto; text-style: bold; }
    #hint { height: auto; margin: 0 0 1 0; color: $foreground-muted; }
    #rows { height: 11; }
    #rows > OptionList { width: 36; }
    #beside { width: 1fr; height: 1fr; padding: 0 1; border-left: solid $panel; }
    #why { height: auto; margin: 1 0 0 0; color: $foreground-muted; }
    #search { height: 1; background: $panel; margin: 0 1; }
    #columns { height: 1; margin: 1 0 0 0; padding: 0 1; color: $foreground-muted; }
    #invitation { height: auto; padding: 2 4; }
    #tabs { height: 1; margin: 0 0 1 0; }
    #result { height: 1fr; layout: horizontal; }
    #side { width: 48; height: 1fr; padding: 0 1; border-left: solid $panel; }
    #then { height: auto; padding: 0 1; }
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self._page = page
        self._on = False

    def compose(self) -> ComposeResult:
        """The page between the two lines."""
        yield Static(TITLE, id="bar", markup=False)
        yield from getattr(self, f"_{self._page}")()
        yield Static(id="notice")
        yield Static(KEYS, id="keys", markup=False)

    def _question(self) -> ComposeResult:
        with Container(id="ask"):
            yield Static("\n".join(SECTIONS), id="map", markup=False)
            with Vertical(id="pane"):
                yield Static(QUESTION, id="question", markup=False)
                yield Static("Several may apply.", id="hint", markup=False)
                with Horizontal(id="rows"):
                    yield OptionList(*(_row(number, on=False) for number in range(len(ROWS))), markup=False)
                    yield Static(NOTES[0], id="beside", markup=False)
                yield _hidden(Static(id="below"))
                yield Static(WHY, id="why", markup=False)

    def _home(self) -> ComposeResult:
        yield from self._sheets(0)
        yield Static(INVITATION, id="invitation", markup=False)

    def _list(self) -> ComposeResult:
        yield from self._sheets(50)
        yield _hidden(Static(id="invitation"))

    def _sheets(self, number: int) -> ComposeResult:
        yield _hidden(Static(id="search"))
        yield Static(COLUMNS, id="columns", markup=False) if number else _hidden(Static(id="columns"))
        rows = (
            f"{f'Beispiel {row}':<26}{'':<16}{'2026-01-01':<12}{'25/25':>9}  {'behind':<8}"
            for row in range(number)
        )
        sheets = OptionList(*rows, markup=False)
        yield sheets if number else _hidden(sheets)

    def _result(self) -> ComposeResult:
        yield Static(TABS, id="tabs", markup=False)
        with Container(id="result"):
            yield OptionList(*LINES, markup=False)
            yield _hidden(Static(id="side"))

    def _whatif(self) -> ComposeResult:
        yield Static(TABS, id="tabs", markup=False)
        yield Static(THEN, id="then", markup=False)
        with Container(id="result"):
            yield OptionList(*(_row(number, on=False) for number in range(SWITCHES)), markup=False)
            yield _hidden(Static(id="side"))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what the row under the cursor means."""
        if self._page == "question":
            self.query_one("#beside", Static).update(NOTES[event.option_index % len(NOTES)])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Change the row and the texts around it."""
        self._on = not self._on
        event.option_list.replace_option_prompt_at_index(
            event.option_index, _row(event.option_index, on=self._on)
        )
        if self._page == "whatif":
            self.query_one("#keys", Static).update(KEYS.upper() if self._on else KEYS)
            self.query_one("#then", Static).update(THEN.upper() if self._on else THEN)
        else:
            self.query_one("#bar", Static).update(TITLE.upper() if self._on else TITLE)
            self.query_one("#notice", Static).update("stored 14:02")

    def on_key(self, event: Any) -> None:
        """Space does as Enter."""
        if event.key == "space":
            self.query_one(OptionList).action_select()


def _row(number: int, *, on: bool) -> str:
    return f"{number + 1} [{'x' if on else ' '}] {ROWS[number % len(ROWS)]}"


def _hidden(widget: Any) -> Any:
    widget.display = False
    return widget


def read_with_pydantic() -> None:
    """Define models of a questionnaire's size and read data with them."""
    from typing import Annotated

    from pydantic import BaseModel, ConfigDict, Field

    name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_+-]*$", max_length=60)]

    class Part(BaseModel):
        model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    class Item(Part):
        id: name
        favourable: str | None = None
        na: bool = False

    class Question(Part):
        id: name
        section: name
        kind: str
        items: tuple[Item, ...] = Field(default=(), strict=False)
        options: tuple[name, ...] = Field(default=(), strict=False)
        options_of: name | None = None
        each_of: name | None = None
        only_if: name | None = None
        none: bool = False

    class Need(Part):
        item: name
        lead: tuple[name, ...] = Field(default=(), strict=False)
        support: tuple[name, ...] = Field(default=(), strict=False)
        arguments: dict[name, str] = Field(default_factory=dict)

    class Pack(Part):
        id: name
        version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
        minutes: Annotated[int, Field(ge=1, le=600)]
        questions: Annotated[tuple[Question, ...], Field(strict=False, min_length=1)]
        needs: Annotated[tuple[Need, ...], Field(strict=False)]

    items = [{"id": f"item{number}", "favourable": "yes"} for number in range(6)]
    questions = [
        {"id": f"q{number}", "section": "a", "kind": "several", "items": items} for number in range(7)
    ]
    needs = [{"item": f"item{number}", "lead": ["a"], "support": ["b", "c"]} for number in range(9)]
    Pack.model_validate(
        {"id": "floor", "version": "1.0.0", "minutes": 3, "questions": questions, "needs": needs}
    )


if __name__ == "__main__":
    if "pydantic" in sys.argv[2:]:
        read_with_pydantic()
    Floor(sys.argv[1]).run()
