"""To the reader: an edition becomes a site, a mail, a document."""

from dateline.publish import documents, said, tables
from dateline.publish.contents import Contents
from dateline.publish.desk import DeskView, desk_file, desk_page
from dateline.publish.front import front
from dateline.publish.rights import source_of
from dateline.publish.site import site

__all__ = [
    "Contents",
    "DeskView",
    "desk_file",
    "desk_page",
    "documents",
    "front",
    "said",
    "site",
    "source_of",
    "tables",
]
