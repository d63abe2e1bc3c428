"""The app for the terminal: the only part of smcheck that knows Textual."""
