"""The headline of a page: what most of the places that give one agree on."""

import re
from collections import Counter, defaultdict

from selectolax.lexbor import LexborHTMLParser, LexborNode

from dateline.extract.html.given.metadata import Metadata
from dateline.extract.markup import clean
from dateline.text.words import words

_PARTERS = re.compile(r"\s+[|–—·»/-]+\s+|\s*\|\s*")
_WEIGHTS = {
    "json-ld": 2.5,
    "meta/og:title": 1.6,
    "page/h1": 1.5,
    "microdata": 0.6,
    "h-entry": 0.6,
    "meta/twitter:title": 0.2,
}
"""How far each place is believed, from a grid over half of the pages that the project is measured with."""
_OTHER = 0.1
_IN_TITLE = 0.3
_LOUD = 4
"""The size of print, of HTML's 1 to 7, from which a line of an old page may be its headline; and its fewest words."""
_EDGES = " |–—·»/-"
_SIZES = frozenset("1234567")
_MOST, _MOST_HEADINGS = 50, 5
_SPACED = re.compile(r" [:?!](?= |$)")


def headline_of(
    tree: LexborHTMLParser, headings: list[LexborNode], meta: Metadata, title: str
) -> tuple[str, str] | None:
    """The headline and the place that gave it, or None.

    Places that say the same words are added up. Of several spellings the one that most of them have is taken.
    """
    given = _given(headings, meta, title)
    if not given:
        parts = _PARTERS.split(title)
        if len(parts) > 1 and (before := title[: title.rfind(parts[-1])].rstrip(_EDGES)):
            return before, "page/title"
        return _loud_line(tree)
    titled = "".join(words(title))
    votes: defaultdict[str, float] = defaultdict(float)
    for text, place in given:
        key = "".join(words(text))
        if not votes[key] and key in titled:
            votes[key] += _IN_TITLE
        votes[key] += _WEIGHTS.get(place, _OTHER)
    best = max(votes, key=lambda key: votes[key])
    spelled = [(text, place) for text, place in given if "".join(words(text)) == best]
    forms = Counter(text for text, _ in spelled)
    return max(spelled, key=lambda one: (forms[one[0]], not _SPACED.search(one[0]), _WEIGHTS.get(one[1], _OTHER)))


def outlet_of_title(title: str, headline: str | None) -> str | None:
    """The outlet, as "The Post" of the title "Bridge opens | The Post"; None where no headline stands before it."""
    parts = _PARTERS.split(title)
    if len(parts) < 2 or not headline or parts[-1] in headline:
        return None
    return parts[-1] if _alike(headline, parts[0]) else None


def parts_of_title(title: str) -> list[str]:
    """As "Bridge opens", "Region" and "The Post" of the title "Bridge opens | Region | The Post"."""
    return _PARTERS.split(title)


def _given(nodes: list[LexborNode], meta: Metadata, title: str) -> list[tuple[str, str]]:
    """What each place says first, without the outlet's name."""
    headings = [text for node in nodes[:_MOST_HEADINGS] if (text := clean(node.text(separator=" ")))]
    told = [*(text for text, _ in meta.given["headline"]), title]
    shown = next((one for one in headings if any(_alike(one, other) for other in told)), next(iter(headings), None))
    first: dict[str, str] = {}
    for text, place in [*meta.given["headline"], *([(shown, "page/h1")] if shown else [])]:
        first.setdefault(place, _without_site(text, meta, shown))
    return [(text, place) for place, text in first.items() if words(text)]


def _loud_line(tree: LexborHTMLParser) -> tuple[str, str] | None:
    """The headline of an old page: its largest print that is longer than a name."""
    sized = [(node.attributes.get("size") or "", clean(node.text())) for node in tree.css("font[size]")[:_MOST]]
    loud = [(int(size), line) for size, line in sized if size in _SIZES and int(size) >= _LOUD <= len(line.split())]
    return (max(loud, key=lambda one: one[0])[1], "page/font") if loud else None


def _without_site(headline: str, meta: Metadata, shown: str | None) -> str:
    """As in "Bridge opens | The Post" without the outlet, or without what stands behind the heading of the page."""
    parts = _PARTERS.split(headline)
    if shown and len(parts) > 1 and headline.startswith(shown) and _PARTERS.match(headline, len(shown)):
        return shown
    last = parts[-1].lower()
    if (
        len(parts) < 2
        or not last
        or not any(last in name or name in last for name in map(str.lower, meta.all("outlet")))
    ):
        return headline
    return headline[: headline.rfind(parts[-1])].rstrip(_EDGES)


def _alike(one: str, other: str) -> bool:
    ours, theirs = set(words(one)), set(words(other))
    both = len(ours & theirs)
    return both > 0 and len(ours) >= 2 and both >= 0.6 * min(len(ours), len(theirs))
