"""The result line by line: five sentences, then a menu of all that there is to hear and to do."""

from smcheck.pack.loading import DEFAULT_FIGURES
from smcheck.plain import reading
from smcheck.plain.choices import Choice, choose, rows
from smcheck.plain.comment import ask_comment
from smcheck.plain.hand_out import ask_hand_out
from smcheck.plain.question import all_answer_lines
from smcheck.plain.sitting import Sitting
from smcheck.plain.surveys import ask_survey
from smcheck.plain.talk import Quit
from smcheck.plain.what_if import ask_what_if
from smcheck.plain.why import ask_why
from smcheck.report.labels import one_line
from smcheck.report.overview import overview
from smcheck.words.fault import Fault
from smcheck.words.language import _


class Result:
    """The menu of a sitting's result."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._talk = sitting.talk
        self._supposed: dict[str, str] = {}
        """Answers that are tried in what if, by path; never stored."""

    def run(self) -> None:
        """Say the result and do what is chosen, until an answer is to be changed; the session is then there.

        Raises:
            Quit: the sitting is left.
        """
        self._sitting.see_result()
        self._say_summary()
        self._talk.say("", *rows(self._menu()))
        while not self._step():
            pass

    def _step(self) -> bool:
        """Take a choice and do it; whether an answer is to be changed."""
        menu = self._menu()
        self._talk.say("")
        place = choose(self._talk, _("What next? "), menu)
        self._refresh()
        if place is None:
            self._talk.say(*rows(menu))
            return False
        chosen = menu[place].id
        if chosen == "answers":
            return self._choose_question()
        self._run(chosen)
        return False

    def _menu(self) -> list[Choice]:
        """What there is to choose, each a sentence that begins with its name."""
        named = [
            ("overview", _("Overview"), _("the five sentences once more")),
            ("comparison", _("Comparison"), _("each answer beside the surveyed companies")),
            ("who", _("Who does what"), _("which department for which goal and challenge")),
            ("steps", _("Next steps"), _("what to do, with whom, and what to say first")),
            ("what if", _("What if"), _("switch departments and hear what changes; nothing is stored")),
            ("surveys", _("Surveys"), _("hear about them, and choose which to be measured against")),
            ("why", _("Why"), _("how a number or a piece of advice came about")),
            ("hand out", _("Hand out"), _("the result as a file: Word, PowerPoint, PDF and more")),
            ("answers", _("Answers"), _("hear all of them, and change any")),
            ("comment", _("Comment"), _("your own words on the whole or on a part, for the reports")),
        ]
        if self._sitting.newer:
            named.append(("newer", _("Newer questionnaire"), _("what it asks otherwise, and go over to it")))
        stored = self._sitting.session.journal.stored
        named.append(
            ("quit", _("Quit"), _("everything is stored") if stored else _("nothing of this is kept"))
        )
        text = _("{name}: {meaning}.")
        return [Choice(name, id_, text.format(name=name, meaning=meaning)) for id_, name, meaning in named]

    def _run(self, chosen: str) -> None:
        """Say, or ask on, what was chosen."""
        sitting = self._sitting
        case = sitting.case()
        if chosen == "overview":
            self._say_summary()
        elif chosen == "comparison":
            self._talk.say(*reading.comparison_lines(case))
        elif chosen == "who":
            self._talk.say(*reading.role_lines(case))
        elif chosen == "steps":
            self._talk.say(*reading.step_lines(overview(case)))
        elif chosen == "what if":
            self._supposed = ask_what_if(self._talk, case, self._supposed)
        elif chosen == "surveys":
            if ask_survey(sitting):
                self._say_summary()
        elif chosen == "why":
            ask_why(self._talk, case)
        elif chosen == "comment":
            ask_comment(sitting)
        elif chosen == "hand out":
            ask_hand_out(self._talk, case, self._supposed, self._sitting.brand_file)
        elif chosen == "newer":
            self._go_over()
        else:
            raise Quit

    def _say_summary(self) -> None:
        self._talk.say(*reading.summary_lines(overview(self._sitting.case())))

    def _refresh(self) -> None:
        """Read what other windows wrote."""
        try:
            self._sitting.refresh()
        except Fault as fault:
            self._talk.refuse(str(fault))

    # ── back to the questions ─────────────────────────────────────────────────────────────────

    def _choose_question(self) -> bool:
        """Say all answers and ask which is to be changed; whether one is."""
        session, texts = self._sitting.session, self._sitting.texts
        questions = session.expected_questions
        self._talk.say("", *all_answer_lines(session, texts))
        names = [one_line(texts.questions[question.id].text) for question in questions]
        place = choose(self._talk, _("Which question? "), [Choice(name, text=name) for name in names])
        if place is None:
            return False
        try:
            if session.jump(questions[place].id):
                return True
            self._talk.refuse(_("This question is not asked, given the answers so far."))
        except Fault as fault:
            self._talk.refuse(str(fault))
        return False

    # ── a newer questionnaire ─────────────────────────────────────────────────────────────────

    def _go_over(self) -> None:
        """Say what a newer questionnaire asks otherwise, and go over to it if that is wanted."""
        newer = self._sitting.newer
        if newer is None:
            return
        choices = [Choice(_("Go over to it"), "yes"), Choice(_("Leave it as it is"), "no")]
        self._talk.say("", newer.notice, *(f"{line}." for line in newer.lines), *rows(choices))
        if choose(self._talk, _("Which? "), choices) != 0:
            return
        try:
            self._sitting.session = newer.go_over()
        except Fault as fault:
            self._talk.refuse(str(fault))
            return
        self._supposed = {}
        self._sitting.newer = None
        self._sitting.figures = DEFAULT_FIGURES
        self._talk.say(_("From now on the newer questionnaire holds."))
        self._say_summary()
