"""Who answers: nothing here is scored, all of it may be skipped."""

from collections.abc import Collection, Iterable, Mapping

from textual import events, on
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Label, Select, Static

from smcheck.session import Session
from smcheck.store import Conflict
from smcheck.tui.errors import not_stored_text
from smcheck.tui.screens.page import SessionPage
from smcheck.tui.text import plain
from smcheck.tui.widgets.field import Dropdown, Field
from smcheck.tui.widgets.frame import frame_of, rows_above
from smcheck.tui.widgets.reading import LEAD
from smcheck.words.controls import clip
from smcheck.words.fault import Fault
from smcheck.words.language import N_, _

_NAMES = ("organisation", "respondent", "role")
_CHOICES = ("sector", "country", "size")
_MOST_CHOICES = 12
"""Rows that an open choice has at the most."""
_LONGEST = 60
"""Characters that are quoted of what another window has entered."""


class ProfilePage(SessionPage):
    """A form; each field is stored when it is left."""

    HELP_TEXT = N_(
        "Who answers, for which organisation. Nothing here is scored, and all of it may be skipped."
    )
    AUTO_FOCUS = ""
    BINDINGS = [
        Binding(
            "enter",
            "next_field",
            N_("next field"),
            tooltip=N_("after the last one: to the questions"),
            priority=True,
        ),
        # Given before the form gets them, which would scroll.
        Binding("up", "step(-1)", N_("previous field"), show=False, priority=True),
        Binding("down", "step(1)", N_("next field"), show=False, priority=True),
        Binding("f2", "go_on", N_("to the questions"), priority=True),
        Binding("escape", "home", N_("list"), tooltip=N_("everything is stored")),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._error = ""
        """Why the page could not be stored."""
        self._unsaved_fields: dict[str, str] | None = None
        """What was on the page when it was said that it cannot be stored."""
        self._told_fields: dict[str, str] | None = None
        """What was on the page when it was told that another window was first; Enter stores it."""

    def body(self) -> Iterable[Widget]:
        """The fields."""
        fields = self.session.profile_fields
        with VerticalScroll(id="form", can_focus=False):
            yield Static(
                plain(_("Who answers? All of this may be skipped; none of it is scored."), "$soft"), id="lead"
            )
            labels = (_("Organisation"), _("Respondent"), _("Role or department"))
            for name, label in zip(_NAMES, labels, strict=True):
                with Container(classes="field"):
                    yield Label(label, markup=False)
                    yield Field(fields[name], placeholder=_("not given"), id=name, compact=True)
            for name in _CHOICES:
                texts = self.texts.profile[name]
                options = [(texts.options[id_], id_) for id_ in getattr(self.pack.file.profile, name)]
                with Container(classes="field"):
                    yield Label(plain(texts.label))
                    yield Dropdown(options, fields[name], name)
        yield Static(id="notice")

    def on_mount(self) -> None:
        """Begin at the first field; Textual's own focus would scroll by the height before the layout."""
        self.query_one("#organisation").focus(scroll_visible=False)
        self.show_top(_("Profile"))

    def on_resize(self) -> None:
        """The form's place; the field that is written on in view; the lines at the edges free of choices."""
        width, height = self.app.size
        self.query_one("#form").styles.padding = (rows_above(height), 0, 0, frame_of(width).left - LEAD)
        for choices in self.query("SelectOverlay"):
            choices.styles.max_height = max(min(_MOST_CHOICES, self.size.height - 2), 1)
        self.call_after_layout(self._show_field)

    def _show_field(self) -> None:
        if self.focused is not None:
            self.scroll_to_center(self.focused, origin_visible=True)

    @on(events.DescendantBlur)
    @on(Select.Changed)
    def _store_what_is_new(self) -> None:
        if self._fields() != self._told_fields:
            self._keep()

    def keep_typed(self) -> None:
        """Store the field that is still being written on."""
        self._keep()

    def _fields(self) -> dict[str, str]:
        stored = self.session.profile_fields
        fields = {name: self.query_one(f"#{name}", Field).entered_text(stored[name]) for name in _NAMES}
        for name in _CHOICES:
            value = self.query_one(f"#{name}", Select).value
            fields[name] = value if isinstance(value, str) else ""
        return fields

    def _keep(self) -> bool:
        """Store what has changed; tells where it cannot be stored."""
        self._error = ""
        known = self.session.profile_fields
        changed = {name: value for name, value in self._fields().items() if value != known[name]}
        if not changed:
            self._drop_blanks()
            return True
        try:
            self.session.describe(changed)
        except Fault as fault:
            self._error = not_stored_text(fault)
            self.tell_not_stored(fault, self._keep)
            return False
        except Conflict:
            self._fill(known.keys() - changed.keys())
            self._tell_conflict(changed)
            return False
        # What another window has changed meanwhile must not look like a change of ours.
        expected = {**known, **changed}
        stored = self.session.profile_fields
        self._fill([name for name in stored if stored[name] != expected[name]])
        self._drop_blanks()
        self.say("")
        self.show_top(_("Profile"))
        return True

    def _tell_conflict(self, changed: Mapping[str, str]) -> None:
        """Say what another window has entered, and go back to the field, which keeps what was typed."""
        stored = self.session.profile_fields
        name = next((name for name, value in changed.items() if value != stored[name]), next(iter(changed)))
        theirs = stored[name]
        if name in _CHOICES:
            theirs = self.texts.profile[name].options.get(theirs, theirs)
        said = _("Another window has just emptied this field.")
        if theirs:
            said = _("Another window has just entered “{text}” here.").format(text=clip(theirs, _LONGEST))
        self.show_top(_("Profile"))
        self.say(said + " " + _("What you entered is not stored yet; Enter stores it."))
        self._told_fields = self._fields()
        self.set_focus(self.query_one(f"#{name}"))

    def _drop_blanks(self) -> None:
        """Show lines without blanks which are not stored, but for the one that is written on."""
        stored = self.session.profile_fields
        for name in _NAMES:
            line = self.query_one(f"#{name}", Field)
            if line is not self.focused and line.entered_text(stored[name]) == stored[name]:
                line.value = stored[name]

    def _fill(self, names: Collection[str]) -> None:
        """Show what is stored in these fields."""
        stored = self.session.profile_fields
        for name in names:
            if name in _CHOICES:
                self.query_one(f"#{name}", Dropdown).value = stored[name] or Select.NULL
            else:
                self.query_one(f"#{name}", Field).value = stored[name]

    def show_again(self) -> None:
        """The page in another language, once it is stored."""
        if self._keep():
            self.smcheck.show_profile(self.session)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """In an open choice, Enter chooses; from a closed one, ↑ and ↓ open it."""
        if action == "step":
            return isinstance(self.focused, Input)
        return action != "next_field" or isinstance(self.focused, Input | Select)

    def action_step(self, direction: int) -> None:
        """To the next field, or the one before."""
        if direction > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def action_next_field(self) -> None:
        """To the next field, after the last one to the questions."""
        self._told_fields = None
        if self.focused is not None and self.focused.id == _CHOICES[-1]:
            self.action_go_on()
        else:
            self.focus_next()

    def action_go_on(self) -> None:
        """To the questions: the one that the sitting stands at, or all of them after the last."""
        if not self._may_leave():
            return
        if self.session.at_review:
            self.smcheck.show_review(self.session)
        else:
            self.smcheck.show_question(self.session)

    def action_home(self) -> None:
        """Leave; everything is stored."""
        if self._may_leave():
            super().action_home()

    def _may_leave(self) -> bool:
        """Whether all is stored, or it was said that it is not and the key was pressed again."""
        if self._keep() or self._fields() == self._unsaved_fields:
            return True
        if self._error:
            self._unsaved_fields = self._fields()
            self.say(self._error + " · " + _("once more: leave without it"))
        return False
