"""RSS 2.0 and JSON Feed 1.1 of the editions."""

import json
from collections.abc import Sequence
from datetime import datetime, time, tzinfo
from email.utils import format_datetime
from xml.etree import ElementTree as ET

from dateline.publish import environment
from dateline.records import Edition

_MOST = 30
"""Editions in a feed."""


def rss(editions: Sequence[Edition], name: str, address: str, zone: tzinfo) -> bytes:
    """RSS of the editions, the newest first; `address` is where the site stands, `zone` that of the press times."""
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    for tag, text in (("title", name), ("link", address), ("description", f"Every edition of {name}")):
        ET.SubElement(channel, tag).text = text
    for edition in editions[:_MOST]:
        item = ET.SubElement(channel, "item")
        ET.SubElement(item, "title").text = _title(edition, name)
        ET.SubElement(item, "link").text = _link(edition, address)
        ET.SubElement(item, "guid", isPermaLink="false").text = edition.id
        ET.SubElement(item, "pubDate").text = format_datetime(_moment(edition, zone))
        ET.SubElement(item, "description").text = "\n".join(_headlines(edition))
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def json_feed(editions: Sequence[Edition], name: str, address: str, zone: tzinfo) -> bytes:
    """JSON Feed of the editions, the newest first."""
    entries = [
        {
            "id": edition.id,
            "url": _link(edition, address),
            "title": _title(edition, name),
            "date_published": _moment(edition, zone).isoformat(),
            "content_text": "\n".join(_headlines(edition)) or "Nothing new came in.",
        }
        for edition in editions[:_MOST]
    ]
    version = "https://jsonfeed.org/version/1.1"
    made = {
        "version": version,
        "title": name,
        "home_page_url": address,
        "feed_url": f"{address}/feed.json",
        "items": entries,
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _title(edition: Edition, name: str) -> str:
    return f"{name}, {environment.press(edition.press)}"


def _link(edition: Edition, address: str) -> str:
    return f"{address}/{edition.press.key}/index.html"


def _moment(edition: Edition, zone: tzinfo) -> datetime:
    return datetime.combine(edition.day, edition.press.hour or time.min, zone)


def _headlines(edition: Edition) -> list[str]:
    briefs = [brief for section in edition.sections for brief in section.briefs]
    return [brief.headline.text for brief in briefs if brief.headline is not None]
