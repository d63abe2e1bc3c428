"""The formats of a report: each draws the one document, and reads back what it wrote."""
