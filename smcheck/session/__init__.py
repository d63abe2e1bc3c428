"""A session: the position in a questionnaire, the answers, undo, the next step. Knows no screen."""

from smcheck.session.comments import Comments
from smcheck.session.rows import Row, rows_of
from smcheck.session.session import Session
from smcheck.session.step import Step

__all__ = ["Comments", "Row", "Session", "Step", "rows_of"]
