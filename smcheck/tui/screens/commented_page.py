"""A page with the consultant's own words: written on what its lines are about, shown with them."""

from collections.abc import Callable
from functools import partial

from textual.binding import Binding

from smcheck.report.comments import comment_key, comment_subject
from smcheck.report.content import Subject
from smcheck.sheet import Comment
from smcheck.store import Conflict
from smcheck.tui.screens.page import SessionPage
from smcheck.words.fault import Fault
from smcheck.words.language import N_, _


class CommentedPage(SessionPage):
    """A page whose lines can be commented on, where the sheet is stored."""

    BINDINGS = [
        Binding("c", "comment", N_("comment"), tooltip=N_("your own words on this line, or on the whole")),
        Binding("u", "undo", N_("undo"), tooltip=N_("take the last comment back")),
    ]

    @property
    def subject(self) -> Subject | None:
        """What the line under the cursor is about."""
        raise NotImplementedError

    def show_sheet(self) -> None:
        """Show what is stored now."""
        raise NotImplementedError

    @property
    def missing(self) -> frozenset[str]:
        """Comments, where the sheet is not stored."""
        return frozenset() if self.session.journal.stored else frozenset({"comment", "undo"})

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Which of the keys for comments hold now."""
        return action not in self.missing and (action != "undo" or self.session.comments.can_undo)

    def action_comment(self) -> None:
        """Write on what the line under the cursor is about; where that has no comments, on the whole."""
        from smcheck.tui.screens.comment import CommentWindow, Written  # not before it is asked for

        key = comment_key(self.pack, self.subject)
        before = self.session.comments.comment(key)
        text = self.session.unsaved.comments.get(key, before or Comment("")).text
        subject = comment_subject(self.pack, self.texts, key)
        name = self.smcheck.settings.name

        def keep(written: Written | None) -> None:
            self.session.unsaved.comments.pop(key, None)
            self.say("")
            if written is None:
                return
            if written.name != name:
                self.say(self.smcheck.choose(name=written.name))
            write = partial(self.session.comments.write, key, written.text, written.name)
            advice = _("Yours is still there: c shows it.")
            if not self._change_comment(write, partial(keep, written), advice):
                self.session.unsaved.comments[key] = Comment(written.text, written.name)

        self.app.push_screen(CommentWindow(subject, text, name), keep)

    def action_undo(self) -> None:
        """Take the last comment back."""
        if self._change_comment(self.session.comments.undo, self.action_undo):
            self.say(_("Comment taken back."))

    def _change_comment(
        self, change: Callable[[], object], again: Callable[[], None], advice: str = ""
    ) -> bool:
        """Change comments, and show the result with what is stored then; whether they could be changed.

        Args:
            change: changes them.
            again: what is done once a store that was busy is free.
            advice: what is said where another window was first.
        """
        done = False
        try:
            change()
            done = True
        except Conflict:
            said = _("Another window has changed this comment; it is shown as it is now.")
            self.say(f"{said} {advice}".rstrip())
        except Fault as fault:
            self.tell_not_stored(fault, again)
        self.show_sheet()
        self.refresh_bindings()
        return done
