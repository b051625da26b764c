"""Page to article: what is the text, who signed it, when, from where?"""

from dateline.extract.article import VERSION, articles, web_page
from dateline.extract.html import Line, WebPage, explained

__all__ = ["VERSION", "Line", "WebPage", "articles", "explained", "web_page"]
