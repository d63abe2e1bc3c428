"""Workarounds for faults of Textual, one file each; README.md lists them.

No other code uses private names of Textual.
"""
