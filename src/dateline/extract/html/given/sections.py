"""The section of an article: what the page says of it, and what its address confirms."""

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from urllib.parse import urlsplit

from dateline.extract.furniture import furniture
from dateline.extract.html.content import Content
from dateline.extract.html.given.dates import moment
from dateline.extract.html.given.headline import parts_of_title
from dateline.extract.html.rows import Rows
from dateline.extract.markup import clean

_Told = tuple[str, str]
"""What may name the section, and the rule that gives it."""
_NEAR = 12
"""Before the text so many blocks may hold the name of the section."""
_SHORT = 40
_ADDRESS = re.compile(r"\.[a-z]{2,4}\b")
_DIGIT = re.compile(r"\d")
_FILED, _MENU = "page/filed", "page/menu"
_MOST = 5
_EDGES = " #:›»>"
_CURRENT = re.compile(rb"current-(?:post|menu)-(?:ancestor|parent)\b[^>]*>\s*<a\b[^>]*>([^<]{2,40})<")


def section(rows: Rows, found: Content, url: str | None) -> _Told | None:
    """The part of the outlet that the article is filed under, and the rule that gave it.

    What the page says is asked in the order in which it can be believed; its address has the last word only where
    nothing else is said, and confirms one of several before that.
    """
    given = list(_sections(_told(rows, found), rows))
    slugs = _slugs(url)
    for text, rule in given:
        if slugs and _slug(text) in slugs:
            return text, rule
    sure = (one for one in given if one[1] != _MENU)
    confirmed = ((slug, "address") for slug in slugs if _is_section_of_site(rows, slug))
    return next(itertools.chain(sure, _sections(_current(rows), rows), confirmed), None)


def _told(rows: Rows, found: Content) -> Iterator[_Told]:
    """What may name the section, the surest first; what stands in a menu wants to be confirmed."""
    meta = rows.meta
    told = [(part, rule) for text, rule in meta.given["section"] for part in text.split(",")]
    yield from (one for one in told if one[1] == "json-ld")
    yield from _unless_menu(meta.given["crumbs"])
    yield from (one for one in told if one[1] != "json-ld")
    links = meta.given["categories"]
    yield from _unless_menu([one for one in links if one[1] == _FILED])
    for block in found.before(_NEAR):
        if furniture().named("kicker", found.names(block)):
            yield from ((part, "page/kicker") for part in re.split("[,|]", block.text))
    yield from _unless_menu([one for one in links if one[1] != _FILED])
    headline = rows.headline[0] if rows.headline else ""
    yield from ((part, "page/title") for part in parts_of_title(rows.title)[1:-1] if part not in headline)


def _unless_menu(links: Sequence[_Told]) -> Iterator[_Told]:
    """Names of links; where there are too many for one article they are those of a menu."""
    for rule, named in itertools.groupby(links, key=lambda one: one[1]):
        names = dict.fromkeys(text for text, _ in named)
        yield from ((text, _MENU if len(names) > _MOST else rule) for text in names)


def _current(rows: Rows) -> Iterator[_Told]:
    """What the menu of the page marks as the part that the article is in."""
    for name in _CURRENT.findall(rows.content):
        yield clean(unescape(name.decode("utf-8", "replace"))), "page/current"


def _sections(told: Iterable[_Told], rows: Rows) -> Iterator[_Told]:
    """Those names that may be a section's: not the outlet's, the author's nor the headline."""
    outlets, authors = (frozenset(map(str.casefold, rows.meta.all(name))) for name in ("outlet", "authors"))
    headline = rows.headline[0].casefold() if rows.headline else ""
    for text, rule in told:
        name = text.strip(_EDGES)
        low = name.casefold()
        if low in outlets or (low in authors and rule != _FILED) or (low in headline and 2 * len(low) > len(headline)):
            continue
        if _is_name(low):
            yield name, rule


def _is_name(low: str) -> bool:
    """Whether words in small letters are short and name neither the front page, an address, an offer nor a day."""
    if not 1 < len(low) < _SHORT or low in furniture().words["no_sections"] or "/" in low or _ADDRESS.search(low):
        return False
    return furniture().offered.isdisjoint(low.split()) and not (_DIGIT.search(low) and moment(low))


def _is_section_of_site(rows: Rows, slug: str) -> bool:
    """Whether the page links to a page of that very address on its site: "/sport" of "/sport/2031/match"."""
    if slug in furniture().words["no_sections"]:
        return False
    link = rf'href=["\']?(?:https?://[^/"\'>]{{1,100}})?/{re.escape(slug)}/?["\'\s>]'
    return re.search(link.encode(), rows.content) is not None


def _slugs(url: str | None) -> list[str]:
    """The words of an address before its last, which is the article itself."""
    parts = urlsplit(url or "").path.strip("/").split("/")[:-1]
    return [part for part in map(_slug, parts) if part.replace("-", "").isalpha() and len(part) > 2]


def _slug(text: str) -> str:
    """A name as addresses write it."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return re.sub(r"[^\w]+", "-", plain.casefold()).strip("-")
