"""The steps with the store around them: each loads what its step needs, calls it, and saves what it gives."""

from dateline.path.asked import Answer, Question, answers, positions_on
from dateline.path.coded import Agreement, agreement, checked_by, gold
from dateline.path.contents import contents_of, fingerprint, is_approved, publish_edition, stored_contents
from dateline.path.steps import (
    Folded,
    Watch,
    brief_day,
    brief_rules,
    collect_pages,
    draft_edition,
    extract_articles,
    fold_articles,
    group_stories,
    read_originals,
    save_edition,
)
from dateline.path.until import Until

__all__ = [
    "Agreement",
    "Answer",
    "Folded",
    "Question",
    "Until",
    "Watch",
    "agreement",
    "answers",
    "brief_day",
    "brief_rules",
    "checked_by",
    "collect_pages",
    "contents_of",
    "draft_edition",
    "extract_articles",
    "fingerprint",
    "fold_articles",
    "gold",
    "group_stories",
    "is_approved",
    "positions_on",
    "publish_edition",
    "read_originals",
    "save_edition",
    "stored_contents",
]
