"""The elements of a page that are looked at one by one."""

from collections import defaultdict

from selectolax.lexbor import LexborHTMLParser, LexborNode

_NEVER = frozenset(
    "script style noscript template svg select textarea object video audio canvas math xmp noembed noframes plaintext "
    "button input option datalist map nav".split()
)
"""What holds no words of an article, and all whose content is written out raw."""
_CATEGORIES = ("categor", "cat-links", "post_cats")
_ASKED = ", ".join([
    *sorted(_NEVER), "iframe", "meta", "title", "h1", "link[rel=canonical]", "time[datetime]", "[itemprop]",
    '[itemtype*="Article"]', ".h-entry", '[class*="breadcrumb" i]', '[id*="breadcrumb" i]', 'a[rel~="category"]',
    *(f'[class*="{name}" i]' for name in _CATEGORIES),
])  # fmt: skip


class Nodes:
    """Some elements of a page, found in one walk over it: a walk takes a fifth of the time of the parse.

    A search through the bytes of a page for a single word takes as long as a walk.
    """

    def __init__(self, tree: LexborHTMLParser) -> None:
        """Walks over `tree`."""
        self._by_tag: defaultdict[str, list[LexborNode]] = defaultdict(list)
        self._never: list[LexborNode] = []
        self.properties: list[tuple[str, LexborNode]] = []
        """What microdata names, by that name."""
        self.crumbs: list[LexborNode] = []
        """What is called a breadcrumb trail."""
        self.categories: list[LexborNode] = []
        """Links to a category, and what is called one."""
        self.metas: list[dict[str, str | None]] = []
        """The attributes of each meta element."""
        self.entry: LexborNode | None = None
        """The first entry of microformats."""
        self.is_typed = False
        """Whether microdata or a microformat says that there is an article."""
        seen = None
        for node in tree.css(_ASKED):
            # What two selectors fit is given twice, one right after the other.
            if node.mem_id != seen:
                seen = node.mem_id
                self._add(node, node.tag or "")

    def _add(self, node: LexborNode, tag: str) -> None:
        self._by_tag[tag].append(node)
        if tag in _NEVER:
            self._never.append(node)
        if tag not in _NEVER or tag == "nav":
            given = node.attributes
            self._classify(node, given)
            if tag == "meta":
                self.metas.append(given)

    def _classify(self, node: LexborNode, given: dict[str, str | None]) -> None:
        names = (given.get("class") or "").lower()
        if prop := given.get("itemprop"):
            self.properties.append((prop, node))
        if "Article" in (given.get("itemtype") or ""):
            self.is_typed = True
        if "breadcrumb" in names or "breadcrumb" in (given.get("id") or "").lower():
            self.crumbs.append(node)
        if "category" in (given.get("rel") or "").split() or any(name in names for name in _CATEGORIES):
            self.categories.append(node)
        if self.entry is None and "h-entry" in names.split():
            self.entry, self.is_typed = node, True

    def all(self, tag: str) -> list[LexborNode]:
        """The elements of a tag in the order of the page: scripts, frames, metas, titles, first headings, times."""
        return self._by_tag.get(tag, [])

    def drop_unread(self) -> None:
        """Takes out of the tree what holds no words of an article, and the content of frames.

        No element that was found is to be looked at after this.
        """
        for node in reversed(self._never):
            node.decompose()
        for frame in self._by_tag["iframe"]:
            for inner in list(frame.iter(include_text=True)):
                inner.decompose()
        self._by_tag.clear()
