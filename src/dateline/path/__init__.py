"""The steps with the store around them: each loads what its step needs, calls it, and saves what it gives."""

from dateline.path.contents import contents_of, is_approved, publish_edition, stored_contents
from dateline.path.steps import (
    Folded,
    Watch,
    brief_day,
    brief_rules,
    collect_pages,
    extract_articles,
    fold_articles,
    group_stories,
    read_originals,
)
from dateline.path.until import Until

__all__ = [
    "Folded",
    "Until",
    "Watch",
    "brief_day",
    "brief_rules",
    "collect_pages",
    "contents_of",
    "extract_articles",
    "fold_articles",
    "group_stories",
    "is_approved",
    "publish_edition",
    "read_originals",
    "stored_contents",
]
