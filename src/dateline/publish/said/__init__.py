"""Who said what, over all articles of an edition, for the search page of the site."""

from dateline.publish.said.index import newest, search_index

__all__ = ["newest", "search_index"]
