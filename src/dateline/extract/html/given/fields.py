"""The fields of an article that a page shows around its text or says of itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.extract import byline
from dateline.extract.furniture import furniture
from dateline.extract.html.content import Content
from dateline.extract.html.given.dates import moment
from dateline.extract.html.given.metadata import Metadata
from dateline.extract.html.judge.flat import Block
from dateline.extract.html.rows import Rows
from dateline.records import Moment

# Before the text: this many blocks may hold the byline and the date.
_NEAR = 12
# From the beginning of the text on, bylines may stand in this many blocks.
_BELOW = 4
_BYLINE = 120
_PARTED = re.compile(r"\s[|·•]\s")
_SHORT = 40
_NOTICE, _LINKED = 15, 0.5
_DATE_LINE = 160
_HEADING = 80
"""The heading of what is said of an author has fewer characters."""


@dataclass(slots=True)
class FoundBy:
    """By field, the rule or part of the page that gave it."""

    rules: dict[str, str] = field(default_factory=dict)

    def note(self, name: str, given: tuple[str, str] | None) -> str | None:
        """The value of a field, after its rule has been noted; None where it was not given."""
        if given is None:
            return None
        self.mark(name, given[1])
        return given[0]

    def mark(self, name: str, rule: str) -> None:
        """Note the rule that gave a field."""
        self.rules[name] = rule

    def sorted(self) -> tuple[tuple[str, str], ...]:
        """(field, rule), by field."""
        return tuple(sorted(self.rules.items()))


def tags(meta: Metadata) -> tuple[str, ...]:
    """What the page gives as its topics, each once."""
    return tuple(dict.fromkeys(tag.strip() for words in meta.all("tags") for tag in words.split(",") if tag.strip()))


class Signed(NamedTuple):
    """All that signed an article, and the part of the page that says so; nobody and "none" where none does."""

    names: tuple[str, ...]
    rule: str


def bylines(rows: Rows, found: Content) -> Signed:
    """All that signed the article: people, agencies, desks.

    They are those of the first place that names a person who is not the outlet; where none does, those of the first
    place that names anyone. What the page shows beside the text stands against its data where it names more people.
    """
    given = {rule: byline.signers(rows.meta.all("authors", rule)) for rule in _rules(rows.meta)}
    shown = byline.signers(_shown_bylines(found))
    first = next(iter(given), None)
    outlets = [name.casefold() for name in rows.meta.all("outlet")]
    told = _people(given[first], outlets) if first else ()
    seen = _people(shown, outlets)
    if len(seen) > len(told) and set(told) <= set(seen):
        return Signed(_people_and_agencies(shown, seen), "page/byline")
    for rule, names in given.items():
        if ours := _people(names, outlets):
            return Signed(names if rule == "json-ld" else _people_and_agencies(names, ours), rule)
    return next((Signed(names, rule) for rule, names in given.items() if names), Signed(shown, "page/byline"))


def _people_and_agencies(names: tuple[str, ...], people: tuple[str, ...]) -> tuple[str, ...]:
    """Without the places and offices that stand beside names on a page."""
    return tuple(name for name in names if name in people or byline.agency([name]))


def _rules(meta: Metadata) -> list[str]:
    return list(dict.fromkeys(rule for _, rule in meta.given["authors"]))


def _people(names: tuple[str, ...], outlets: list[str]) -> tuple[str, ...]:
    return tuple(
        name
        for name in byline.people(names)
        if not any(name.casefold() in one or one in name.casefold() for one in outlets)
    )


def _shown_bylines(found: Content) -> list[str]:
    """The lines around the beginning of the text that are bylines by their names or by their words."""
    blocks = found.page.blocks
    near = _bylines_in(found, [*found.before(_NEAR), *blocks[found.first : found.first + _BELOW]])
    return near or _bylines_in(found, blocks[found.last : found.last + _BELOW])


def _bylines_in(found: Content, blocks: Sequence[Block]) -> list[str]:
    lines: list[str] = []
    for one in blocks:
        if len(one.text) > _BYLINE or any(one is text for text in found.text[1:]):
            continue
        named = furniture().named("author", found.names(one))
        if furniture().named("caption", found.names(one)):
            continue
        lines += [part for part in _PARTED.split(one.text) if named or byline.is_byline(part)]
    return lines


def moments(rows: Rows, found: Content, by: FoundBy) -> tuple[Moment | None, Moment | None]:
    """When the article came out and when it was changed after that, as far as the page says."""
    meta = rows.meta
    published = updated = None
    for text, rule in meta.given["published"]:
        read = moment(text)
        if read is not None and (
            published is None or (published.clock is None and read.day == published.day and read.clock)
        ):
            published = read
            by.mark("published", rule)
    for text, rule in meta.given["updated"]:
        if updated is None and (updated := moment(text)):
            by.mark("updated", rule)
    if published is None:
        published = _shown_moment(found, by)
    if published is None or updated is None or updated.order() <= published.order():
        return published, None
    return published, updated


def _shown_moment(found: Content, by: FoundBy) -> Moment | None:
    for one in found.before(_NEAR):
        if len(one.text) < _DATE_LINE and (read := moment(one.text)):
            by.mark("published", "page/words")
            return read
    return None


def author_box(found: Content) -> str | None:
    """What the page says of who wrote it, apart from the text."""
    blocks = found.page.blocks
    for place, one in enumerate(blocks[:-1]):
        if len(one.text) < _HEADING and furniture().is_just("about_author", one.text):
            return blocks[place + 1].text
    named = (one for one in blocks if "author" in found.seen.around[one.box])
    boxes = (one.text for one in named if furniture().named("author_box", found.names(one)))
    return next((text for text in boxes if len(text.split()) > 5), None)


def correction(found: Content) -> str | None:
    """The notice of a correction, as printed in the text or right beside it."""
    near = found.page.blocks[max(0, found.first - _NEAR) : found.last + _BELOW]
    return next((one.text for one in near if is_correction(one)), None)


def is_correction(block: Block) -> bool:
    """Whether a line is a notice of a correction: whole words for it, more than a heading, and no link."""
    known = furniture()
    if not known.opens("correction", block.text[:_SHORT]):
        return False
    opening = next(words for words in known.words["correction"] if block.text.lower().startswith(words))
    return len(block.text) > len(opening) + _NOTICE and block.link_share() < _LINKED
