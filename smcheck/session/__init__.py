"""One sitting: where we are, what is open, what the next step is. Knows no screen."""

from smcheck.session.rows import Row, rows_of
from smcheck.session.session import Session, Step

__all__ = ["Row", "Session", "Step", "rows_of"]
