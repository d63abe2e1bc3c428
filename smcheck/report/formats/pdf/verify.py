"""Reads a written PDF back."""

