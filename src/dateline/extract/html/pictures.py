"""Pictures of an article, caption and credit apart."""

import re
from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from dateline.extract.furniture import furniture
from dateline.extract.html.blocks import names_of
from dateline.extract.html.metadata import Metadata
from dateline.extract.markup import clean
from dateline.records import Picture
from dateline.text.addresses import web_address

_MOST = 40
_LONGEST = 600
_PARTING = re.compile(r"^[\s|·•–—(/-]+|[\s|·•–—)/]+$")


def pictures(tree: LexborHTMLParser, meta: Metadata, base: str | None) -> tuple[Picture, ...]:
    """The pictures that the page shows with the article, the lead picture first; addresses only of http and https."""
    shown = [picture for node in _holders(tree)[:_MOST] if (picture := _of_holder(node, base))]
    told = [
        Picture(url=web_address(url, base), caption=_words(caption), credit=_credit_alone(credit))
        for url, caption, credit in meta.pictures
    ]
    lead = next(iter(told), None) or next((Picture(url=web_address(url, base)) for url in meta.all("image")), None)
    if lead is None or (lead.url is None and lead.caption is None):
        return _unique(shown)
    return _unique([_filled(lead, shown[0]) if shown else lead, *shown])


def _filled(lead: Picture, first: Picture) -> Picture:
    """The lead picture that the page tells of, with what the first that it shows adds to it."""
    same = lead.caption in {None, first.caption}
    return Picture(
        url=lead.url or first.url,
        caption=lead.caption or first.caption,
        credit=lead.credit or (first.credit if same else None),
    )


def split_credit(text: str) -> tuple[str | None, str | None]:
    """Caption and credit of a line that holds both: "The bridge at noon. Photo: Ana Ruz/OPA"."""
    marks = "|".join(re.escape(word) for word in furniture().words["credit"])
    found = re.search(rf"[\s(\[|/–-]*(?:^|(?<=[\s(\[|/]))(?:{marks})\s*", text, re.IGNORECASE)
    if found is None:
        return _words(text), None
    return _words(text[: found.start()]), _words(text[found.end() :])


def _holders(tree: LexborHTMLParser) -> list[LexborNode]:
    found = tree.css("figure")
    seen = {node.mem_id for node in found}
    for node in tree.css('[class*="caption"], [class*="image-text"], [class*="legend"], [itemprop=caption]'):
        parent = node.parent
        if parent is not None and parent.css_first("img") and not _inside(node, seen):
            found.append(parent)
            seen.add(parent.mem_id)
    return found


def _inside(node: LexborNode, seen: set[int]) -> bool:
    above: LexborNode | None = node
    while above is not None:
        if above.mem_id in seen:
            return True
        above = above.parent
    return False


def _of_holder(holder: LexborNode, base: str | None) -> Picture | None:
    image = holder.css_first("img")
    caption = holder.css_first('figcaption, [class*="caption"], [class*="image-text"], [class*="legend"]')
    if image is None or caption is None:
        return None
    credit, text = _credit_of(holder, caption)
    if len(text) > _LONGEST:
        return None
    words, other = split_credit(text)
    source = image.attributes.get("src") or image.attributes.get("data-src")
    return Picture(url=web_address(source, base), caption=words, credit=credit or other)


def _credit_of(holder: LexborNode, caption: LexborNode) -> tuple[str | None, str]:
    """The credit that stands in an element of its own, and the text of the caption without it."""
    text = clean(caption.text(separator=" "))
    for node in holder.css("span, small, em, cite, i, div, p"):
        if node.mem_id == caption.mem_id or not furniture().named("credit", names_of(node)):
            marked = node.tag in {"small", "em", "cite"} and furniture().opens("credit", clean(node.text()))
            if not marked:
                continue
        words = clean(node.text(separator=" "))
        if words and len(words) < len(text) + 1:
            return _credit_alone(words), clean(text.replace(words, " "))
    return None, text


def _credit_alone(words: str | None) -> str | None:
    if not words:
        return None
    caption, credit = split_credit(words)
    return credit or caption


def _words(text: str | None) -> str | None:
    return (_PARTING.sub("", clean(text)) or None) if text else None


def _unique(found: Iterable[Picture]) -> tuple[Picture, ...]:
    kept: dict[tuple[str | None, ...], Picture] = {}
    for picture in found:
        same = [
            key
            for key in kept
            if (picture.caption and key[1] == picture.caption) or (picture.url and key[0] == picture.url)
        ]
        if not same and (picture.url or picture.caption):
            kept[(picture.url, picture.caption)] = picture
    return tuple(kept.values())
