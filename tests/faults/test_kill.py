"""``kill -9`` at any moment of a sitting: what the screen had shown as given is in the store."""

import random
from pathlib import Path
from time import sleep

import pytest

from smcheck.report.case import open_case
from smcheck.report.overview import overview
from smcheck.session import Session, Step
from smcheck.session.session import REVIEW
from support.builders import PACK
from support.mirror import Mirror, State, states_in
from support.sight import Sight, keys, marks, sight
from support.stores import assert_whole
from support.terminal import Terminal
from support.terminal_input import ENTER, ESCAPE, F2, LEFT, RIGHT

KILLS = 5
"""Kills of each round, all at the same store."""
SHEETS = 3


class Sitting:
    """Somebody at the keyboard, and beside it the same sitting without a screen."""

    def __init__(self, window: Terminal, mirror: Mirror, chance: random.Random) -> None:
        self.window = window
        self.chance = chance
        self.sit_down(mirror)
        self.page = ""
        self.seen = 0
        """The earliest state that the screen can have shown; the store must be at least there."""

    def sit_down(self, mirror: Mirror) -> None:
        """Begin with a sheet, or go on with it."""
        self.mirror = mirror
        self.session = Session(PACK, mirror)
        self.cursor = "1"
        self.from_result = False
        """Whether the question or the review was opened from the result, to which Enter or ← leads back."""
        self.came_from = ""
        """The question that the review was opened from, to which ← leads back; none after the last one."""

    @property
    def state(self) -> State:
        """What should be stored by now."""
        return self.mirror._state

    def watch(self) -> None:
        """Wait until the screen shows what was done."""

        def shows_it(text: str) -> bool:
            seen = sight(text)
            if seen.page != self.page:
                return False
            if seen.page != "ask":
                return True
            place = self.session.question.id
            return bool(seen.question == place and seen.marks == marks(self.state, place))

        text = self.window.wait_until(shows_it)
        # It may have looked the same before, so the earliest state that looks so is all that is known.
        self.seen = reached(self.mirror, sight(text), self.seen)

    # ── what can be done ──────────────────────────────────────────────────────────────────────

    def act(self) -> bool:
        """Do something that the page allows; whether it leads to another page, which must be waited for."""
        acts = {
            "ask": [
                *[self.mark] * 6,
                *[self.next] * 4,
                *(self.doubt, self.absent, self.back, self.skip),
                *(self.undo, self.note, self.review, self.result, self.home),
            ],
            "review": [self.result, self.result, self.leave_review, self.home],
            "result": [self.tab, self.tab, self.answers, self.home],
            "home": [self.resume],
            "profile": [self.name],
        }[self.page]
        before = self.page
        self.chance.choice(acts)()
        return before != self.page

    def mark(self) -> None:
        """A key marks or unmarks its row; where there is one answer it chooses that and goes on."""
        rows = keys(self.state, self.session.question.id)
        self.cursor = self.chance.choice([key for key in rows if key != "?"])
        self.window.press(self.cursor)
        row = rows[self.cursor]
        if row.kind != "option" or not row.state:
            self.session.mark(row)
        if row.kind == "option":
            self._go_on()

    def doubt(self) -> None:
        """Nobody knows what the row under the cursor says."""
        row = keys(self.state, self.session.question.id)[self.cursor]
        self.window.press("?")
        self.session.answer_unknown(row)

    def absent(self) -> None:
        """What the row under the cursor says does not exist here."""
        row = keys(self.state, self.session.question.id)[self.cursor]
        self.window.press("-")
        self.session.answer_na(row)

    def next(self) -> None:
        """Settle the question and go on."""
        self.window.press(ENTER)
        self._go_on()

    def _go_on(self) -> None:
        if self.session.next() is Step.NOTHING_GIVEN:
            return
        if self.from_result:
            self.from_result = False
            self.page = "result"
        else:
            self._arrive()

    def skip(self) -> None:
        """Go on."""
        self.window.press(RIGHT)
        self.session.skip()
        self.from_result = False
        self._arrive()

    def back(self) -> None:
        """Go back."""
        self.window.press(LEFT)
        if self.session.back():  # at the first question the key does not hold, and changes nothing
            self.from_result = False
            self._arrive()

    def undo(self) -> None:
        """Take the last change back, and see it."""
        self.window.press("u")
        before = self.session.sheet.answers
        if self.session.undo():
            after = self.session.sheet.answers
            path = next(path for path in {**before, **after} if before.get(path) != after.get(path))
            question = self.session.question
            self.session.jump(path.partition(".")[0])
            if self.session.question != question:
                self._arrive()

    def note(self) -> None:
        """Write a note, and perhaps be cut short while typing."""
        question = self.session.question.id
        text = f"note {self.chance.randrange(1000)} [/]"
        self.window.press("n")
        self.window.wait_for("Esc keep")
        self.window.press(*text)
        if self.chance.random() < 0.8:
            self.window.press(ESCAPE)  # waited for: a key right behind it would be one with Alt
            self.window.wait_until(lambda text: "Esc keep" not in text)
            self.session.note(self.state.notes.get(question, "") + text)
        else:
            self.page = ""

    def review(self) -> None:
        """All questions at a glance."""
        self.window.press("r")
        self.from_result = False
        self.came_from = self.session.position
        self.session.jump(REVIEW)
        self.page = "review"

    def leave_review(self) -> None:
        """From the review to where it was opened from; where that was no page, to the last question."""
        self.window.press(LEFT)
        if self.from_result:
            self.from_result = False
            self.page = "result"
        elif self.came_from:
            self.session.jump(self.came_from)
            self._arrive()
        else:
            self.session.back()
            self._arrive()

    def result(self) -> None:
        """The result."""
        self.window.press(F2)
        self.from_result = False
        self.session.see_result()
        self.page = "result"

    def answers(self) -> None:
        """From the result to the question that decides or lacks an answer, else to the review."""
        self.window.press("a")
        question = overview(open_case(PACK, self.state.sheet)).headline.question
        self.session.jump(question or REVIEW)
        self._arrive()
        self.from_result = True

    def tab(self) -> None:
        """Another tab of the result."""
        self.window.press(str(self.chance.randrange(1, 7)))

    def home(self) -> None:
        """Leave the sheet."""
        self.window.press("q")
        self.from_result = False
        self.page = "home"

    def resume(self) -> None:
        """Go on with the sheet on top of the list."""
        if self.mirror.states[-1] is None:
            self.page = ""
            return
        self.window.wait_for("▌")  # the list is read beside the screen
        self.window.press(ENTER)
        self.sit_down(self.mirror)
        if self.mirror.finished:
            self.session.see_result()
            self.page = "result"
        else:
            self._arrive()

    def name(self) -> None:
        """Give the organisation's name and go on to the questions."""
        text = f"Beispiel {self.chance.randrange(1000)} GmbH"
        self.window.press(*text, ENTER)
        self.mirror.name(text)
        if self.chance.random() < 0.7:
            self.window.press(F2)
            self._arrive()
        else:
            self.page = ""

    def _arrive(self) -> None:
        self.came_from = ""
        self.page = "review" if self.session.at_review else "ask"
        rows = keys(self.state, self.session.question.id)
        marked = [key for key, row in rows.items() if row.kind == "option" and row.state == "yes"]
        self.cursor = (marked or ["1"])[0]


def reached(mirror: Mirror, shown: Sight, since: int) -> int:
    """The earliest state in which all that is shown is stored."""

    def first(holds: list[bool]) -> int:
        return since + holds.index(True) if True in holds else since

    found = [since]
    if mirror.states[since] is None and not {"x", "•", "?", "–"} & set(shown.marks.values()):
        return since  # nothing was given yet, so nothing had to be stored
    states = [state or State() for state in mirror.states[since:]]
    if shown.page == "result":
        found.append(first([state.finished for state in states]))
    if shown.page == "ask":
        place = shown.question
        found.append(first([(state.position or PACK.questions[0].id) == place for state in states]))
        signs = [marks(state, shown.question) for state in states]
        found += [first([each.get(key) == sign for each in signs]) for key, sign in shown.marks.items()]
        if shown.note:
            found.append(first([shown.note in state.notes.get(place, "") for state in states]))
    return max(found)


def begin(window: Terminal, mirrors: list[Mirror], chance: random.Random) -> Sitting:
    """Open the sheet that was worked on last, or a new one."""
    if not mirrors:
        mirrors.append(Mirror("Beispiel GmbH"))
        sitting = Sitting(window, mirrors[-1], chance)
        sitting.page = "ask"
    else:
        sitting = Sitting(window, mirrors[-1], chance)
        sitting.page = "home"
        sitting.watch()
        if len(mirrors) < SHEETS and chance.random() < 0.2:
            mirrors.append(Mirror())
            sitting.sit_down(mirrors[-1])
            sitting.seen = 0
            window.press("n")
            sitting.page = "profile"
        else:
            sitting.resume()
    sitting.watch()
    return sitting


def hold(window: Terminal, mirrors: list[Mirror], chance: random.Random) -> int:
    """A sitting up to a moment of no one's choosing; gives the state that was seen last."""
    if chance.random() < 0.1:
        sleep(chance.uniform(0, 0.6))  # while it starts
        return len(mirrors[-1].states) - 1 if mirrors else 0
    sitting = begin(window, mirrors, chance)
    for _act in range(chance.randrange(1, 12)):
        moved = sitting.act()
        if not sitting.page:
            break
        if chance.random() < 0.4 or (moved and chance.random() < 0.9):
            sitting.watch()
        elif moved:
            break
        else:
            sleep(chance.choice([0, chance.uniform(0, 0.02)]))
    sleep(chance.choice([0, chance.uniform(0, 0.01), chance.uniform(0, 0.05)]))
    return sitting.seen


@pytest.mark.rounds(short=1, ci=4, long=200)
def test_what_was_shown_as_given_is_stored(round_: int, chance: random.Random, tmp_path: Path) -> None:
    """Five kills, each resumed: the store is whole, as it was entered, and not behind the screen."""
    path = tmp_path / "sheets.db"
    mirrors: list[Mirror] = []
    for kill in range(KILLS):
        arguments = () if mirrors else ("new", "Beispiel GmbH")
        with Terminal(tmp_path, *arguments) as window:
            seen = hold(window, mirrors, chance)
            window.kill()
            text = window.text
        if not mirrors:
            continue
        states = states_in(path)
        if path.exists():
            assert_whole(path)
        mirror = mirrors[-1]
        others = {other.id for other in mirrors[:-1]}
        assert set(states) >= others, f"kill {kill}: a sheet is missing"
        mirror.id = next((id_ for id_ in states if id_ not in others), "")
        found = states.get(mirror.id)
        places = [place for place, state in enumerate(mirror.states) if place >= seen and state == found]
        assert places, f"kill {kill}: {found}\nis none of {mirror.states[seen:]}\non the screen:\n{text}"
        needed = reached(mirror, sight(text), seen)
        assert needed <= places[-1], f"kill {kill}: shown, but not stored:\n{text}\n{found}"
        for other in mirrors[:-1]:
            assert other.states[-1] == states[other.id], f"kill {kill}: another sheet was changed"
        if found is None:
            mirrors.pop()
        else:
            mirrors[-1] = Mirror(state=found, id_=mirror.id)
