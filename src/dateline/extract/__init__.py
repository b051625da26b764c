"""Page to article: what is the text, who signed it, when, from where?"""

from dateline.extract.article import VERSION, articles

__all__ = ["VERSION", "articles"]
