"""The app's preferences: theme, language and survey, chosen in it and kept in the settings."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from textual.app import SystemCommand

from smcheck.pack import Pack
from smcheck.pack.loading import DEFAULT_FIGURES
from smcheck.settings import Settings, brand_file, change_settings, read_settings
from smcheck.tui.screens.page import Page
from smcheck.tui.textual_fixes.key_order import KeyOrder
from smcheck.tui.themes import OWN, in_order, roles, theme_for
from smcheck.words.fault import Fault, unknown_word
from smcheck.words.language import LANGUAGES, _, language, use

_LANGUAGES = {"de": "Deutsch", "en": "English"}
"""What each language calls itself."""


class Preferences(KeyOrder):
    """An app with preferences: what is chosen holds at once, and is kept where it can be.

    Args:
        settings_file: where it is kept; without one it is forgotten when the app ends.
    """

    def __init__(self, settings_file: Path | None = None) -> None:
        super().__init__()
        self._settings_file = settings_file
        self.settings = Settings()
        self.settings_fault = ""
        """What is wrong with the settings' file, and not told yet."""
        try:
            self.settings = read_settings(settings_file)
        except Fault as fault:
            text = _("The settings are as if none were chosen: {reason}")
            self.settings_fault = text.format(reason=fault)
        for theme in OWN:
            self.register_theme(theme)
        # As if it had never been another: a theme that is changed has all styles parsed again.
        self.set_reactive(Preferences.theme, self._first_theme())
        self.stylesheet.set_variables(self.get_css_variables())

    def _first_theme(self) -> str:
        """The theme that was chosen, else the one that fits the terminal."""
        chosen = self.settings.theme
        if chosen in self.available_themes:
            return chosen
        if chosen:
            fault = unknown_word(_("theme"), chosen, in_order(self.available_themes), place="theme")
            self.settings_fault = str(fault.within(str(self._settings_file)))
        return theme_for(self.console.color_system).name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of our roles in themes that are not our own."""
        return roles(self.current_theme) if self.current_theme not in OWN else {}

    def figures_for(self, pack: Pack) -> str:
        """The id of the figure set to measure against: the one that was chosen, where the pack has it."""
        chosen = self.settings.figures
        return chosen if chosen in pack.figure_sets else DEFAULT_FIGURES

    @property
    def brand_file(self) -> Path | None:
        """The brand that reports are made in, if one was chosen.

        Raises:
            Fault: it lies in the home of a user that does not exist.
        """
        return brand_file(self.settings, self._settings_file)

    def take_notice(self) -> str:
        """What is wrong with the settings' file; told once."""
        told, self.settings_fault = self.settings_fault, ""
        return told

    def choose(self, **changes: str) -> str:
        """Choose settings by their names; gives why they cannot be kept, empty where they are."""
        self.settings = self.settings._replace(**changes)
        if self._settings_file is None:
            return ""
        try:
            change_settings(self._settings_file, **changes)
        except Fault as fault:
            return _("Not kept for the next start: {reason}").format(reason=fault)
        return ""

    def search_themes(self) -> None:
        """All themes, to search through: shown while one walks through them, kept once one is chosen."""
        before = self.theme

        def show(command: SystemCommand) -> None:
            self.theme = command.title

        def leave() -> None:
            self.theme = before

        def choose(name: str) -> None:
            self.theme = name
            self._say(self.choose(theme=name))

        names = in_order(self.available_themes)
        themes = [SystemCommand(name, "", partial(choose, name)) for name in names]
        self._offer((_("Theme"), _("Search for themes…")), themes, names.index(before), show, leave)

    def search_languages(self) -> None:
        """The languages that the interface speaks; the page is shown again in the one that is chosen."""
        languages = [SystemCommand(_LANGUAGES[code], "", partial(self._speak, code)) for code in LANGUAGES]
        place = LANGUAGES.index(language())
        self._offer((_("Language"), _("Search for languages…")), languages, place)

    def _speak(self, code: str) -> None:
        use(code)
        said = self.choose(language=code)
        if isinstance(self.screen, Page):
            self.screen.show_again()
        if said:
            self.call_after_keys(partial(self._say, said))

    def _say(self, text: str) -> None:
        if text and isinstance(self.screen, Page):
            self.screen.say(text)

    def _offer(
        self,
        words: tuple[str, str],
        commands: Sequence[SystemCommand],
        place: int,
        preview: Callable[[SystemCommand], None] | None = None,
        leave: Callable[[], None] | None = None,
    ) -> None:
        """Offer something to choose from.

        Args:
            words: the title, and what stands in the empty field.
            commands: what is called for each choice.
            place: the one that the cursor begins at.
            preview: called with each that the cursor comes to.
            leave: called where nothing is chosen.
        """
        from smcheck.tui.screens.command_palette import CommandPalette  # not before it is asked for

        palette = CommandPalette(*words, commands, preview, place)
        self.push_screen(palette, lambda chosen: (chosen or leave or _nothing)())

    def preference_commands(self) -> Iterable[SystemCommand]:
        """What the list of commands offers of these."""
        yield SystemCommand(_("Theme"), _("light, dark and others"), self.action_change_theme)
        # Whoever does not understand the language in use looks for the word in another one.
        yield SystemCommand("Language · Sprache", " · ".join(_LANGUAGES.values()), self.search_languages)


def _nothing() -> None:
    pass
