"""The document as tables with typed cells, for spreadsheets: all that is in it has its place in one."""

from smcheck.report.document.model import Document
from smcheck.report.formats.tables.items import items
from smcheck.report.formats.tables.notes import notes
from smcheck.report.formats.tables.overview import overview
from smcheck.report.formats.tables.plan import plan
from smcheck.report.formats.tables.roles import roles
from smcheck.report.formats.tables.sources import sources
from smcheck.report.formats.tables.table import Table

__all__ = ["Table", "items", "plan", "tables"]


def tables(document: Document) -> tuple[Table, ...]:
    """All tables that have rows, the overview first."""
    every = (
        overview(document),
        items(document),
        plan(document),
        roles(document),
        notes(document),
        sources(document),
    )
    return tuple(table for table in every if table.rows)
