"""The steps with the store around them: each loads what its step needs, calls it, and saves what it gives."""

from dateline.path.added import with_added
from dateline.path.asked import Answer, Question, answers, positions_on
from dateline.path.coded import Agreement, agreement, checked_by, gold
from dateline.path.contents import contents_of, fingerprint, is_approved, publish_edition, stored_contents
from dateline.path.gather import Health, Took, collect_rules, gather, health, replay, taker_of
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
    least,
    read_originals,
    save_edition,
)
from dateline.path.until import Until

__all__ = [
    "Agreement",
    "Answer",
    "Folded",
    "Health",
    "Question",
    "Took",
    "Until",
    "Watch",
    "agreement",
    "answers",
    "brief_day",
    "brief_rules",
    "checked_by",
    "collect_pages",
    "collect_rules",
    "contents_of",
    "draft_edition",
    "extract_articles",
    "fingerprint",
    "fold_articles",
    "gather",
    "gold",
    "group_stories",
    "health",
    "is_approved",
    "least",
    "positions_on",
    "publish_edition",
    "read_originals",
    "replay",
    "save_edition",
    "stored_contents",
    "taker_of",
    "with_added",
]
