"""Lines are not broken at no-break spaces; Textual breaks them there."""

from textual.content import Content

from smcheck.tui.textual_fixes.no_break_space import wrap

TEXT = Content("Beteiligt sind 46\u00a0% davon")


def test_a_number_and_its_sign() -> None:
    """What a no-break space joins goes to the next line together."""
    assert [line.plain.rstrip() for line in wrap(TEXT, 17)] == ["Beteiligt sind", "46 % davon"]


def test_textual_breaks_it() -> None:
    """Textual's own wrapping."""
    assert [line.plain for line in TEXT.wrap(17)] == ["Beteiligt sind 46", "% davon"]
