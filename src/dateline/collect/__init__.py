"""Go and get: a source becomes pages, each with its bytes as they came."""

from dateline.collect.pages import CollectRules, page_from_bytes
from dateline.collect.source import pages

__all__ = ["CollectRules", "page_from_bytes", "pages"]
