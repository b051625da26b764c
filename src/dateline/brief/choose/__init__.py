"""Which sentences of the sources tell a story, and which of them can stand without the rest of their article."""

from dateline.brief.choose.alone import is_readable
from dateline.brief.choose.compare import differences, questions
from dateline.brief.choose.fresh import Told, fresh
from dateline.brief.choose.passages import headline, passages, together
from dateline.brief.choose.quoting import quoted
from dateline.brief.choose.said import statements, sure_statements

__all__ = [
    "Told",
    "differences",
    "fresh",
    "headline",
    "is_readable",
    "passages",
    "questions",
    "quoted",
    "statements",
    "sure_statements",
    "together",
]
