"""Web pages: their bytes, the rows that a reader sees, which are the article, and what the page says of itself."""

from dateline.extract.html.explain import Line, explained
from dateline.extract.html.page import WebPage, articles, given, web_page

__all__ = ["Line", "WebPage", "articles", "explained", "given", "web_page"]
