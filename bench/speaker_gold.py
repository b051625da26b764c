"""The gold of speakers (`gold/speakers.json`) and the thirty stories that it was read in.

By the id of a story: `who`, the speakers; `said`, the attributions, each with `cue` and `content` as half-open offsets
into the text that `dateline.extract` gave when it was read (no cue where a quotation stands alone), `hash`, of the
characters from the first to the last of these, by which they are found again where the text has changed elsewhere,
`by`, the place of its speaker in `who` (null where nobody is told), and `as`, by what the speaker is mentioned there.

The stories were chosen by `chosen`, which knows nothing of what is read in them. What counts as an attribution follows
PolNeAR, and what stands within another's content is left out, but for a sentence that is an attribution itself and is
passed on whole ("X said so, the radio reported"): of these both are given. A noun as cue counts where its source stands
beside it. What is "expected to", "due to" or "set to" happen is no attribution.
"""

import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

from dateline import extract, settings
from dateline.collect import CollectRules, pages
from dateline.records import Article, MediaType, Page, Span

_GOLD = Path(__file__).parent / "gold" / "speakers.json"
_WIRE = {"AFP_ENG_199704.jsonl": 12, "XIN_ENG_200511.jsonl": 8}
"""By file how many of its dispatches are chosen."""
_PAGES, _OF_A_COUNTRY = 10, 2
_LEAST_CUES = 5
_LEAST_WORDS, _MOST_WORDS = 250, 900
_CUES = re.compile(
    r"\b(?:said|says|say|saying|told|tells|added|adds|warned|announced|reported|stated|asked|denied|argued|claimed"
    r"|explained|stressed|noted|insisted|believes?|believed|thinks?|hopes?|hoped|according to)\b",
    re.IGNORECASE,
)
MENTIONS = ("name", "surname", "pronoun", "description", "none", "nobody")
"""A full name, or a body's; a part of one; "he"; "the minister", "officials"; a quotation alone; no source at all."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks. Where several names or roles are given, any of them is right."""

    names: tuple[str, ...]
    roles: tuple[str, ...]
    unnamed: bool


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution of the gold."""

    cue: Span | None
    content: tuple[Span, ...]
    speaker: Speaker | None
    mention: str
    hash: str

    @property
    def around(self) -> Span:
        """From its first to its last character."""
        parts = self.content if self.cue is None else (self.cue, *self.content)
        return Span(min(part.start for part in parts), max(part.end for part in parts))

    def shifted(self, by: int) -> "Said":
        """The same, so many characters further on."""
        cue = None if self.cue is None else self.cue.shifted(by)
        return replace(self, cue=cue, content=tuple(piece.shifted(by) for piece in self.content))


def hashed(text: str) -> str:
    """A short hash, by which a changed text is noticed."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def gold() -> dict[str, tuple[Said, ...]]:
    """By the id of each story what was read in it."""
    return {name: _story(given) for name, given in json.loads(_GOLD.read_text("utf-8")).items()}


def placed(said: Sequence[Said], text: str) -> tuple[Said, ...]:
    """The attributions where they stand in `text` now; without those whose words it no longer has."""
    found: list[Said] = []
    shift = 0
    for one in said:
        place, length = one.around, one.around.end - one.around.start
        likely = sorted(range(len(text) - length + 1), key=lambda at: abs(at - place.start - shift))
        at = next((at for at in likely if hashed(text[at : at + length]) == one.hash), None)
        if at is not None:
            shift = at - place.start
            found.append(one.shifted(shift))
    return tuple(found)


def stories(shared: Path) -> Iterator[tuple[str, Article]]:
    """Every dispatch of the two wire files and every article of the fundus pages, by its id."""
    for file in _WIRE:
        for article in _articles(*pages(settings.source_at(str(shared / "data" / "wire" / file)), CollectRules())):
            yield str(article.wire_item), article
    sys.path.insert(0, str(shared / "bench" / "extraction"))
    for one in import_module("bench_pages").load("fundus", shared / "data" / "pages"):
        url = one.url if one.url.startswith("http") else None
        name = f"fundus/{one.id}"
        page = Page(id="p", name=name, source="bench", media_type=MediaType.HTML, content=one.html, url=url)
        for article in _articles(page):
            yield name, article


def chosen(shared: Path) -> list[str]:
    """The ids of the thirty stories: the first by the hash of their id, of the pages no more than two of a country.

    They are in English, of 250 to 900 words, and have five words of the sort of "said" or more.
    """
    fit = sorted((name for name, article in stories(shared) if _fits(article)), key=hashed)
    found = [
        name
        for file, count in _WIRE.items()
        for name in [one for one in fit if one.startswith(file[:7]) and not one.startswith("fundus/")][:count]
    ]
    countries: Counter[str] = Counter()
    for name in fit:
        country = name.split("/")[1] if name.startswith("fundus/") else None
        if country and countries[country] < _OF_A_COUNTRY and countries.total() < _PAGES:
            countries[country] += 1
            found.append(name)
    return found


def _articles(*given: object) -> Iterator[Article]:
    for page in given:
        if isinstance(page, Page):
            yield from (one for one in extract.articles(page) if isinstance(one, Article))


def _fits(article: Article) -> bool:
    words = len(article.text.split())
    cues = len(_CUES.findall(article.text))
    return article.language == "en" and _LEAST_WORDS <= words <= _MOST_WORDS and cues >= _LEAST_CUES


def _story(given: dict[str, object]) -> tuple[Said, ...]:
    who, said = given["who"], given["said"]
    assert isinstance(who, list)
    assert isinstance(said, list)
    people = [Speaker(tuple(one["names"]), tuple(one["roles"]), one["unnamed"]) for one in who]
    return tuple(
        Said(
            cue=None if one["cue"] is None else Span(*one["cue"]),
            content=tuple(Span(*piece) for piece in one["content"]),
            speaker=None if one["by"] is None else people[one["by"]],
            mention=one["as"],
            hash=one["hash"],
        )
        for one in said
    )
