"""Who said what, over all articles of an edition: for the search page of the site, and as a file for other programs."""

from dateline.publish.said.files import FORMS, Table, as_file, table
from dateline.publish.said.index import newest, search_index

__all__ = ["FORMS", "Table", "as_file", "newest", "search_index", "table"]
