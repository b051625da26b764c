"""The headline of a page."""

import re

from selectolax.lexbor import LexborHTMLParser

from dateline.extract.html.metadata import Metadata
from dateline.extract.markup import clean
from dateline.text.words import words

_PARTERS = re.compile(r"\s+[|–—·»-]\s+|\s*\|\s*")
_LOUD = 4
"""The size of print, of HTML's 1 to 7, from which a line of an old page may be its headline; and its fewest words."""


def headline_of(tree: LexborHTMLParser, meta: Metadata) -> tuple[str, str] | None:
    """The headline and the rule that gave it, or None.

    It is the page's largest heading where the metadata or the title agree with it, else what they say.
    """
    told = [given for given in meta.given["headline"] if given[0]]
    parts = _title_parts(tree)
    shown = [clean(node.text(separator=" ", strip=False)) for node in tree.css("h1")]
    if agreed := _agreed(shown, told, parts[0]):
        return agreed
    if told:
        return _without_site(told[0][0], meta), told[0][1]
    if len(shown) == 1 and shown[0]:
        return shown[0], "page/h1"
    parts = [part for part in parts if part]
    return (parts[0], "page/title") if len(parts) > 1 else _loud_line(tree)


def outlet_of_title(tree: LexborHTMLParser, headline: str | None) -> str | None:
    """The outlet, as "The Post" of the title "Bridge opens | The Post"; None where no headline stands before it."""
    parts = _title_parts(tree)
    return parts[-1] if len(parts) > 1 and headline and _alike(headline, parts[0]) else None


def _title_parts(tree: LexborHTMLParser) -> list[str]:
    """At least one, which is empty where the page has no title."""
    node = tree.css_first("title")
    return _PARTERS.split(clean(node.text()) if node else "")


def _agreed(shown: list[str], told: list[tuple[str, str]], title: str) -> tuple[str, str] | None:
    """The first heading that the metadata or the title say too; what they say where the heading says a little more."""
    for heading in shown:
        for given in told:
            if given[0] in heading and len(given[0]) >= 0.8 * len(heading):
                return given
        if any(_alike(heading, other) for other in (*(words_ for words_, _ in told), title)):
            return heading, "page/h1"
    return None


def _loud_line(tree: LexborHTMLParser) -> tuple[str, str] | None:
    """The headline of an old page: its largest print that is longer than a name."""
    sized = [(node.attributes.get("size") or "", clean(node.text())) for node in tree.css("font[size]")]
    loud = [(int(size), line) for size, line in sized if size.isdigit() and int(size) >= _LOUD <= len(line.split())]
    return (max(loud, key=lambda one: one[0])[1], "page/font") if loud else None


def _without_site(headline: str, meta: Metadata) -> str:
    """As in "Bridge opens | The Post" without the outlet."""
    parts = _PARTERS.split(headline)
    outlets = {value.lower() for value in meta.all("outlet")}
    if len(parts) < 2 or parts[-1].lower() not in outlets:
        return headline
    return headline[: headline.rfind(parts[-1])].rstrip(" |–—·»-")


def _alike(one: str, other: str) -> bool:
    ours, theirs = set(words(one)), set(words(other))
    both = len(ours & theirs)
    return both > 0 and len(ours) >= 2 and both >= 0.6 * min(len(ours), len(theirs))
