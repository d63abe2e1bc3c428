"""A result as text, Markdown and JSON."""
