"""Two themes of our own; Textual's others can be chosen too."""

from textual.theme import Theme

DARK = Theme(
    name="smcheck-dark",
    primary="#6cb6c9",
    secondary="#9aa7b8",
    accent="#e0a458",
    success="#7fb685",
    warning="#e0a458",
    error="#d9776c",
    foreground="#dfe4ea",
    background="#14181d",
    surface="#1a1f26",
    panel="#232a33",
    dark=True,
)
LIGHT = Theme(
    name="smcheck-light",
    primary="#1f6f83",
    secondary="#55606e",
    accent="#9a5b00",
    success="#2f6b3a",
    warning="#9a5b00",
    error="#a33a2e",
    foreground="#1d232b",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e6e3dc",
    dark=False,
)
