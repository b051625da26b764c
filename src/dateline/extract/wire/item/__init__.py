"""What all agency formats have in common: the parts of an item, and the article that is made of them."""

from dateline.extract.wire.item.made import Parts, article, moment
from dateline.extract.wire.item.subjects import subjects

__all__ = ["Parts", "article", "moment", "subjects"]
