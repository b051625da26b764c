"""Web pages: the bytes, the blocks a reader sees, which of them are the article, and what the page says of itself."""

from dateline.extract.html.page import articles

__all__ = ["articles"]
