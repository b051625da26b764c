"""A test bed of many articles, made by program from the dispatches of real wire files.

What it is: articles in the amount, the lengths and the spread over 30 days that an archive has, in real sentences.
Each is made from two dispatches of different days: most paragraphs of one, in their order, then some of the other.
Every 1,000 or so are a world of their own, in which each name is spelt with other letters, the same throughout the
world; so the vocabulary, the actors and the stories grow with the number of articles, as they do in an archive. Numbers
differ from article to article. One article in ten is a true copy of another, under another outlet's name, on its day or
the next; every third copy lacks the last paragraph, as papers shorten from the end.

What it is not: news. Two events stand in one article, names are misspelt, and the outlets are invented. It says how
time and memory grow, and nothing about how good an extraction, a story or a briefing is.

The same files, number, day and seed give the same bytes.
"""

import calendar
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from dateline.records import Source

_DAYS = 30
_LONGEST_MONTH = 31
_COPIES = 0.1
_BY_AGENCIES = 0.4
"""The share of originals that an agency sends; the others are of outlets."""
_OUTLETS = 24
_MOST_OF_ONE, _SOME_OF_ANOTHER = 0.55, 0.45
_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
_WORD = re.compile(r"\b[a-z]{3,}\b")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\w,]|\.\d)")
# What says when is kept, so that the times in the articles can be read.
_KEPT = frozenset([*calendar.day_name, *calendar.month_name, *calendar.month_abbr, "Sept"])
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxz"


@dataclass(frozen=True, slots=True)
class _Dispatch:
    agency: str
    day: int
    """Its day of the month."""
    place: str
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Made:
    """An article of the test bed; `outlet` is None where an agency sends it."""

    outlet: int | None
    number: int
    day: date
    dispatch: _Dispatch


def write(wire: Sequence[Path], count: int, last: date, folder: Path, seed: int = 1) -> tuple[Source, ...]:
    """Write `count` articles of the 30 days up to `last` into `folder`; gives the sources that they are."""
    folder.mkdir(parents=True, exist_ok=True)
    lines: dict[str, list[str]] = {}
    for one in _articles(_dispatches(wire), count, last, random.Random(seed)):
        name = "agencies" if one.outlet is None else f"outlet-{one.outlet:02}"
        lines.setdefault(name, []).append(json.dumps(_as_sent(one)) + "\n")
    for name, made in lines.items():
        (folder / f"{name}.jsonl").write_text("".join(made), "utf-8")
    return tuple(
        Source(
            name=name,
            location=str(folder / f"{name}.jsonl"),
            outlet=None if name == "agencies" else name.replace("outlet-", "Outlet "),
        )
        for name in sorted(lines)
    )


def _dispatches(wire: Sequence[Path]) -> list[_Dispatch]:
    found = []
    for file in wire:
        for line in file.read_text("utf-8").splitlines():
            sent = json.loads(line)
            place = sent["dateline"].split(",")[0]
            paragraphs = tuple(sent["text"].split("\n\n"))
            found.append(_Dispatch(sent["agency"], int(sent["date"][-2:]), place, sent["title"] or "", paragraphs))
    return found


def _articles(known: list[_Dispatch], count: int, last: date, dice: random.Random) -> Iterator[_Made]:
    """The originals, world by world, each with its copies behind it."""
    names = _names(known)
    worlds = -(-count // len(known))
    left = count
    for number, world in enumerate(_sizes(count, worlds)):
        spelt = _spelling(number, dice)
        for base in dice.sample(known, min(world, len(known))):
            original = _original(_respelt(_joined(base, known, dice), names, spelt), last, count - left, dice)
            for one in (original, *_copies(original, last, count - left + 1, dice)):
                if left:
                    yield one
                    left -= 1


def _sizes(count: int, worlds: int) -> list[int]:
    return [count * (place + 1) // worlds - count * place // worlds for place in range(worlds)]


def _joined(base: _Dispatch, known: Sequence[_Dispatch], dice: random.Random) -> _Dispatch:
    other = next(one for one in iter(lambda: dice.choice(known), None) if one.day != base.day)
    mine = _some(base.paragraphs, _MOST_OF_ONE, dice)
    theirs = _some(other.paragraphs, _SOME_OF_ANOTHER, dice)
    return replace(base, paragraphs=(*mine, *theirs))


def _some(paragraphs: Sequence[str], share: float, dice: random.Random) -> list[str]:
    count = max(1, round(share * len(paragraphs)))
    return [paragraphs[place] for place in sorted(dice.sample(range(len(paragraphs)), count))]


def _original(dispatch: _Dispatch, last: date, number: int, dice: random.Random) -> _Made:
    paragraphs = tuple(_NUMBER.sub(lambda found: _varied(found[0], dice), one) for one in dispatch.paragraphs)
    outlet = None if dice.random() < _BY_AGENCIES else dice.randrange(_OUTLETS)
    day = last - timedelta(days=(_DAYS - dispatch.day) % _DAYS)
    return _Made(outlet, number, day, replace(dispatch, paragraphs=paragraphs))


def _copies(original: _Made, last: date, number: int, dice: random.Random) -> list[_Made]:
    """None, or one copy."""
    if dice.random() >= _COPIES / (1 - _COPIES):
        return []
    paragraphs = original.dispatch.paragraphs
    cut = paragraphs[:-1] if len(paragraphs) > 3 and dice.random() < 1 / 3 else paragraphs
    day = min(original.day + timedelta(days=dice.randrange(2)), last)
    others = [outlet for outlet in range(_OUTLETS) if outlet != original.outlet]
    return [_Made(dice.choice(others), number, day, replace(original.dispatch, paragraphs=cut))]


def _as_sent(made: _Made) -> dict[str, str]:
    dispatch, day = made.dispatch, made.day.isoformat()
    sent = {"date": day, "title": dispatch.title, "text": "\n\n".join(dispatch.paragraphs), "number": str(made.number)}
    if made.outlet is not None:
        return sent
    when = f"{made.day:%b} {made.day.day}, {made.day.year}"
    return {
        "id": f"{dispatch.agency}_{made.number:06}",
        "agency": dispatch.agency,
        "dateline": f"{dispatch.place}, {when} ({dispatch.agency})",
        **sent,
    }


def _names(known: Sequence[_Dispatch]) -> frozenset[str]:
    """The words that stand with a capital only."""
    texts = [paragraph for dispatch in known for paragraph in (dispatch.title, *dispatch.paragraphs)]
    plain = {word for text in texts for word in _WORD.findall(text)}
    return frozenset(word for text in texts for word in _NAME.findall(text) if word.lower() not in plain) - _KEPT


def _spelling(world: int, dice: random.Random) -> dict[int, int]:
    """What each letter of a name becomes in a world; the first world has the names as they are."""
    vowels, consonants = list(_VOWELS), list(_CONSONANTS)
    if world:
        dice.shuffle(vowels)
        dice.shuffle(consonants)
    small, changed = _VOWELS + _CONSONANTS, "".join([*vowels, *consonants])
    return str.maketrans(small + small.upper(), changed + changed.upper())


def _respelt(dispatch: _Dispatch, names: frozenset[str], spelt: dict[int, int]) -> _Dispatch:
    def respelt(text: str) -> str:
        return _NAME.sub(lambda found: found[0].translate(spelt) if found[0] in names else found[0], text)

    return replace(dispatch, title=respelt(dispatch.title), paragraphs=tuple(map(respelt, dispatch.paragraphs)))


def _varied(number: str, dice: random.Random) -> str:
    """Another number of the same kind; one that may be a day of a month stays one."""
    value = float(number.replace(",", ""))
    if "." in number:
        return f"{value * dice.uniform(0.7, 1.3):.{len(number.split('.')[1])}f}"
    changed = max(1, round(value * dice.uniform(0.7, 1.3)))
    if value <= _LONGEST_MONTH:
        changed = min(changed, _LONGEST_MONTH)
    return f"{changed:,}" if "," in number else str(changed)
