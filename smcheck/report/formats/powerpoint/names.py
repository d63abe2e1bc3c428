"""The names by which layouts and their placeholders are found in a template."""

SUMMARY = "smcheck Summary"
"""The layout of the first slide."""
SLIDE = "smcheck Slide"
"""The layout of all others."""
LAYOUTS = (SUMMARY, SLIDE)

TITLE = "Title"
SENTENCE = "Sentence"
CONTENT = "Content"
SOURCE = "Source"
PLACEHOLDERS = (TITLE, SENTENCE, CONTENT, SOURCE)
"""The placeholders that both layouts must have. Footer and slide number are found by their kind."""
