"""Page to article: what is the text, who signed it, when, from where?"""

from dateline.extract.article import VERSION, Extracted, articles, ended, failed, tried, web_page
from dateline.extract.html import Line, WebPage, explained

__all__ = ["VERSION", "Extracted", "Line", "WebPage", "articles", "ended", "explained", "failed", "tried", "web_page"]
