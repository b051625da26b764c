"""To the reader: an edition becomes a site."""

from dateline.publish.contents import Contents
from dateline.publish.front import front
from dateline.publish.site import site

__all__ = ["Contents", "front", "site"]
