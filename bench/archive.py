"""An archive of any size, made by program from the dispatches of real wire files and kept in a folder.

However large it is, the sizes of families and of stories are the same. Of every twenty articles ten are alone, and the
others are a family of two, one of three and one of five: copies are whole, cut by a third, or have every third
paragraph dropped or one of another dispatch behind them. A family's text is a dispatch. Every thousand or so families,
as many as there are dispatches, are a world of their own, in which every word of four letters or more is spelt with
other letters: its stories are those of two real wire months, and none goes on in another world. So the vocabulary grows
as the archive does, more than a real one's would, and small words stay common to all. Dispatches lie on the day of the
month that they came out on, and the months of the worlds begin on seventy days in turn: each archive lasts a hundred
days, a million articles are 10,000 a day.

What it is not: news. It says how time and memory grow, and nothing about how good a story is.
"""

import json
import os
import random
import re
import time
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from pathlib import Path

import msgspec

from dateline.records import Article, Moment, ParagraphKind, joined

_FAMILIES = (*[(place, 0) for place in range(10)], (10, 0), (10, 1), *[(11, place) for place in range(3)],
             *[(12, place) for place in range(5)])  # fmt: skip
"""For each of twenty articles its family and its place in it."""
_PER_TWENTY = 13
_FIRST = date(2031, 1, 1)
_BEGINNINGS, _STEP = 70, 27
_OUTLETS = 997
_SHORTEST = 4
"""Paragraphs below which a dispatch is passed over: nothing could be cut."""
_WORD = re.compile(r"\b[A-Za-z]{4,}\b")
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"
_TEXTS, _STARTS = "articles.jsonl", "starts"


@dataclass(frozen=True, slots=True)
class _Dispatch:
    day: int
    paragraphs: tuple[str, ...]


class Archive(Mapping[str, Article]):
    """The first articles of a folder, each read when it is asked for."""

    def __init__(self, folder: Path, count: int) -> None:
        """The folder was made by `write`."""
        self._file = os.open(folder / _TEXTS, os.O_RDONLY)
        self._starts = array("q", (folder / _STARTS).read_bytes()[: (count + 1) * 8])
        self.reading = 0.0
        """Seconds of the processor that reading took."""

    def __len__(self) -> int:
        """How many articles there are."""
        return len(self._starts) - 1

    def __iter__(self) -> Iterator[str]:
        """The ids, by number."""
        return (f"{number:08}" for number in range(len(self)))

    def __getitem__(self, key: str) -> Article:
        """The article of an id."""
        start = time.process_time()
        first, end = self._starts[int(key)], self._starts[int(key) + 1]
        found = msgspec.json.decode(os.pread(self._file, end - first, first), type=Article)
        self.reading += time.process_time() - start
        return found


def write(wire: Sequence[Path], count: int, folder: Path) -> None:
    """Make so many articles of the dispatches of wire files, and keep them in a folder."""
    sent = [json.loads(line) for file in wire for line in file.read_text("utf-8").splitlines()]
    dispatches = [_Dispatch(int(one["date"][-2:]), _parts(one["text"])) for one in sent]
    dispatches = [one for one in dispatches if len(one.paragraphs) > _SHORTEST]
    folder.mkdir(parents=True, exist_ok=True)
    starts = array("q", [0])
    with (folder / _TEXTS).open("wb") as file:
        for number in range(count):
            file.write(msgspec.json.encode(_made(dispatches, number)))
            starts.append(file.tell())
    (folder / _STARTS).write_bytes(starts.tobytes())


def copies_among(count: int) -> int:
    """How many of the first articles are copies."""
    return sum(place > 0 for _, place in islice(_FAMILIES, count % 20)) + count // 20 * (20 - _PER_TWENTY)


def _made(dispatches: Sequence[_Dispatch], number: int) -> Article:
    family, place = _FAMILIES[number % 20]
    family += number // 20 * _PER_TWENTY
    world, base = divmod(family, len(dispatches))
    dispatch = dispatches[base]
    other = dispatches[(base + 7) % len(dispatches)]
    text, paragraphs = joined([(ParagraphKind.TEXT, _respelt(one, world)) for one in _edited(dispatch, other, place)])
    is_sent = place == 0 and family % 2 == 0
    return Article(
        id=f"{number:08}",
        page_id="",
        headline=text[:60],
        outlet=None if is_sent else f"Outlet {(number * 7) % _OUTLETS}",
        agency="APA" if is_sent else None,
        wire_item=f"{number}" if is_sent else None,
        published=Moment(_FIRST + timedelta(days=world * _STEP % _BEGINNINGS + dispatch.day - 1)),
        language="en",
        text=text,
        paragraphs=paragraphs,
    )


def _edited(dispatch: _Dispatch, other: _Dispatch, place: int) -> Sequence[str]:
    """The paragraphs of the article at a place of a family."""
    paragraphs = dispatch.paragraphs
    if place == 2:
        return paragraphs[: -(len(paragraphs) // 3)]
    if place == 3:
        return [one for at, one in enumerate(paragraphs) if at % 3 != 1]
    return (*paragraphs, other.paragraphs[0]) if place == 4 else paragraphs


@lru_cache(64)
def _respelt(text: str, world: int) -> str:
    if not world:
        return text
    table = _spelling(world)
    return _WORD.sub(lambda found: found[0].translate(table), text)


@lru_cache(4)
def _spelling(world: int) -> dict[int, int]:
    dice = random.Random(world)
    vowels, consonants = list(_VOWELS), list(_CONSONANTS)
    dice.shuffle(vowels)
    dice.shuffle(consonants)
    small, changed = _VOWELS + _CONSONANTS, "".join([*vowels, *consonants])
    return str.maketrans(small + small.upper(), changed + changed.upper())


def _parts(text: str) -> tuple[str, ...]:
    return tuple([part for one in text.split("\n\n") if (part := " ".join(one.split()))])
