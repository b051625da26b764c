"""A test bed of copies, made by program from real articles as papers edit what an agency sends.

Each family is one real article and its copies, one edit each; the sizes of families follow one another (`SIZES`). Three
families of five have the agency's dispatch among them, in the others only papers carry it, half of them with the
agency's credit. What papers add is taken from other articles that stand nowhere else in the bed (`donors`). Beside the
families stand stories of a paper's own with two to four paragraphs of a family's text (partial reuse), and, as
negatives, series of one sender that share background paragraphs. Articles written independently about one event come
from the files themselves: see `bench.copies`.

The articles are parted into two halves by the hash of their names: families, donors and series of one half never meet
those of the other. The same files and seed give the same bed.
"""

import hashlib
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from dateline.records import Article, Moment, ParagraphKind, joined

SIZES = (2, 3, 4, 6, 8, 12)
"""How many articles the families have, in turn."""
_PARAGRAPHS, _WORDS = 6, 150
"""An article shorter than this is no base: a paper cuts it to nothing."""
_LEAST_TAKEN, _MOST_TAKEN = 60, 0.66
"""Words of another text in a paper's own story, and their share of what is the paper's own."""
_START = datetime(2031, 5, 1, 6, tzinfo=UTC)
_OUTLETS = 16
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\w,]|\.\d)")
_HOUSE_STYLE = {
    "percent": "per cent", "dollars": "US dollars", "color": "colour", "defense": "defence", "center": "centre",
    "program": "programme", "labor": "labour", "toward": "towards", "Moslem": "Muslim", "spokesman": "spokesperson",
    "premier": "prime minister", "killed": "shot dead", "said": "told reporters",
}  # fmt: skip
_BOILERPLATE = (
    "{outlet} is read by people in every county. Subscribe today and have the paper brought to your door before seven.",
    "Follow {outlet} for the news of the day as it happens, and sign up for our letter of the morning.",
    "This report was prepared with material supplied by news agencies and edited by the staff of {outlet}.",
    "Read more: the ten stories that our readers opened most often this week, and what they wrote to us about them.",
    "Copyright {outlet}. No part of this page may be printed, sent or stored without written leave of the publisher.",
    "Have you seen something that we should write about? Write to the news desk of {outlet}; names are kept private.",
)


@dataclass(frozen=True, slots=True)
class Base:
    """A real article."""

    name: str
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """An article of the bed."""

    article: Article
    kind: str
    """The edit that made it, "original" for what was sent, "reuse" or "series"."""
    family: str
    """What it is one text with."""
    reuses: str | None = None
    """The family whose paragraphs it took into a story of its own."""


@dataclass(frozen=True, slots=True)
class _Copy:
    """What an edit may change."""

    title: str
    paragraphs: tuple[str, ...]
    outlet: str


Edit = Callable[[_Copy, Sequence[str], random.Random], _Copy]


def bed(bases: Sequence[Base], seed: int = 1) -> Iterator[Made]:
    """The articles of one half, family by family; `seed` decides on every edit."""
    dice = random.Random(seed)
    long = [base for base in bases if len(base.paragraphs) >= _PARAGRAPHS and _count(base.paragraphs) >= _WORDS]
    long = sorted(long, key=lambda base: hashlib.sha1(base.name.encode()).digest())
    third = len(long) // 3
    families, donors, owns = long[:third], long[third : 2 * third], long[2 * third :]
    spare = iter([one for donor in donors for one in donor.paragraphs])
    for number, base in enumerate(families):
        yield from _family(base, number, spare, dice)
        if number % 2 and (reuse := _reuse(base, owns[number // 2], number, dice)):
            yield reuse
        if number % 5 == 0 and len(owns) - 1 - number // 5 > len(families) // 2:
            yield from _series(owns[-1 - number // 5], number, spare, dice)


def half(name: str) -> int:
    """0 or 1: in which half an article is."""
    return hashlib.sha1(f"half {name}".encode()).digest()[0] % 2


def _family(base: Base, number: int, spare: Iterator[str], dice: random.Random) -> Iterator[Made]:
    size, sent = SIZES[number % len(SIZES)], _START + timedelta(hours=7 * number)
    by_agency, credited = number % 5 < 3, number % 2 == 0
    edits = list(EDITS)
    dice.shuffle(edits)
    outlets = dice.sample(range(_OUTLETS), size)
    for place in range(size):
        outlet = f"Paper {outlets[place]}"
        copy = _Copy(base.title, base.paragraphs, outlet)
        if place == 0:
            kind = "original"
        else:
            kind = edits[(place - 1) % len(edits)]
            copy = EDITS[kind](copy, [next(spare) for _ in range(4)] if kind in _ADDING else [], dice)
        agency = "APA" if (by_agency and (place == 0 or kind in _BY_AGENCY)) or credited else None
        wire = by_agency and (place == 0 or kind in _BY_AGENCY)
        when = sent + timedelta(minutes=place and dice.randrange(20, 1600))
        yield Made(_article(copy, f"{base.name}/{place}", when, agency, wire), kind, base.name)


def _reuse(base: Base, own: Base, number: int, dice: random.Random) -> Made | None:
    """A paper's own story with two to four paragraphs of the family's text in it, one of them edited.

    At most two fifths of it are taken, and at least 60 words; None where the two articles are too short for that.
    """
    count = dice.choice((2, 3, 3, 4))
    start = dice.randrange(len(base.paragraphs) - count + 1)
    taken = list(base.paragraphs[start : start + count])
    edited = dice.randrange(count)
    taken[edited] = _renumbered(_house_style(taken[edited], dice), dice)
    if not _LEAST_TAKEN <= _count(taken) <= _MOST_TAKEN * _count(own.paragraphs):
        return None
    place = dice.randrange(1, len(own.paragraphs))
    outlet = f"Paper {_OUTLETS + dice.randrange(_OUTLETS // 2)}"
    paragraphs = (*own.paragraphs[:place], *taken, *own.paragraphs[place:], *_around(outlet))
    copy = _Copy(own.title, paragraphs, outlet)
    when = _START + timedelta(hours=7 * number, minutes=dice.randrange(300, 1500))
    return Made(_article(copy, f"{own.name}/reuse", when, None, wire=False), "reuse", f"{own.name}/reuse", base.name)


def _series(base: Base, number: int, spare: Iterator[str], dice: random.Random) -> Iterator[Made]:
    """Three instalments of one sender: news of their own, and the same background behind it."""
    background = base.paragraphs[-dice.choice((2, 3, 4)) :]
    outlet = f"Paper {dice.randrange(_OUTLETS)}"
    for part in range(3):
        news: list[str] = []
        while _count(news) < 1.3 * _count(background) or len(news) < 3:
            news.append(next(spare))
        copy = _Copy(f"{base.title}, part {part + 1}", (*news, *background), outlet)
        when = _START + timedelta(days=part, hours=7 * number)
        name = f"{base.name}/series-{part}"
        yield Made(_article(copy, name, when, None, wire=False), "series", name)


def _article(copy: _Copy, name: str, when: datetime, agency: str | None, wire: bool) -> Article:  # noqa: FBT001
    text, paragraphs = joined([(ParagraphKind.TEXT, one) for one in copy.paragraphs])
    return Article(
        id=hashlib.sha1(name.encode()).hexdigest()[:16],
        page_id=name,
        headline=copy.title,
        text=text,
        paragraphs=paragraphs,
        outlet=None if wire else copy.outlet,
        agency=agency,
        wire_item=name if wire else None,
        published=Moment.parse(when.isoformat()),
        language="en",
    )


def of_text(name: str, title: str, paragraphs: Sequence[str], agency: str | None, day: date | None) -> Article:
    """A real article as it stands; an agency's is an item of a wire."""
    text, placed = joined([(ParagraphKind.TEXT, one) for one in paragraphs])
    return Article(
        id=name,
        page_id=name,
        headline=title or None,
        text=text,
        paragraphs=placed,
        outlet=None if agency else name,
        agency=agency,
        wire_item=name if agency else None,
        published=Moment(day) if day else None,
        language="en",
    )


def _verbatim(copy: _Copy, _: Sequence[str], dice: random.Random) -> _Copy:
    return replace(copy, title=_other_title(copy.title, dice))


def _cut(copy: _Copy, _: Sequence[str], dice: random.Random) -> _Copy:
    kept = max(3, round(len(copy.paragraphs) * dice.uniform(0.35, 0.8)))
    return replace(copy, paragraphs=copy.paragraphs[:kept])


def _new_lead(copy: _Copy, _: Sequence[str], dice: random.Random) -> _Copy:
    words = copy.title.rstrip(".")
    opening = dice.choice(
        ("It emerged on {day} that {words}.", "{words}, it was announced late on {day}, as expected.")
    )
    lead = opening.format(day=dice.choice(("Monday", "Friday")), words=words)
    return replace(copy, title=_other_title(copy.title, dice), paragraphs=(lead, *copy.paragraphs[1:]))


def _dropped(copy: _Copy, _: Sequence[str], dice: random.Random) -> _Copy:
    kept = max(3, round(len(copy.paragraphs) * dice.uniform(0.5, 0.8)))
    places = sorted(dice.sample(range(len(copy.paragraphs)), kept))
    return replace(copy, paragraphs=tuple(copy.paragraphs[place] for place in places))


def _swapped(copy: _Copy, _: Sequence[str], dice: random.Random) -> _Copy:
    found = list(copy.paragraphs)
    for __ in range(max(2, len(found) // 3)):
        one, other = dice.sample(range(1, len(found)), 2)
        found[one], found[other] = found[other], found[one]
    return replace(copy, paragraphs=tuple(found))


def _merged(copy: _Copy, _: Sequence[str], dice: random.Random) -> _Copy:
    found: list[str] = []
    for paragraph in copy.paragraphs:
        if found and dice.random() < 0.6:
            found[-1] += f" {paragraph}"
        else:
            found.append(paragraph)
    return replace(copy, paragraphs=tuple(found))


def _localised(copy: _Copy, _: Sequence[str], dice: random.Random) -> _Copy:
    """Names spelt otherwise, the same throughout, and the house's own words for the agency's."""
    names = sorted({name for paragraph in copy.paragraphs for name in _NAME.findall(paragraph)})
    spelt = {name: name[:-1] + dice.choice(("ej", "ov", "ey")) for name in dice.sample(names, len(names) // 2)}
    changed = (_NAME.sub(lambda found: spelt.get(found[0], found[0]), one) for one in copy.paragraphs)
    return replace(copy, paragraphs=tuple(_house_style(one, dice) for one in changed))


def _between(copy: _Copy, own: Sequence[str], dice: random.Random) -> _Copy:
    """Paragraphs of the paper's own between the agency's, up to two fifths of the whole."""
    found, most = list(copy.paragraphs), 0.66 * _count(copy.paragraphs)
    for paragraph in own:
        if len(paragraph.split()) < most:
            most -= len(paragraph.split())
            found.insert(dice.randrange(1, len(found) + 1), paragraph)
    return replace(copy, paragraphs=tuple(found))


def _numbers(copy: _Copy, _: Sequence[str], dice: random.Random) -> _Copy:
    return replace(copy, paragraphs=tuple(_renumbered(one, dice) for one in copy.paragraphs))


def _boilerplate(copy: _Copy, _: Sequence[str], __: random.Random) -> _Copy:
    around = _around(copy.outlet)
    return replace(copy, paragraphs=(around[0], *copy.paragraphs, *around[1:]))


def _update(copy: _Copy, own: Sequence[str], dice: random.Random) -> _Copy:
    """The agency's next version: another lead, two paragraphs more, the last ones gone."""
    kept = copy.paragraphs[1 : max(5, round(len(copy.paragraphs) * 0.8))]
    lead = _new_lead(copy, (), dice)
    return replace(copy, title=f"{lead.title} (ADDS details)", paragraphs=(lead.paragraphs[0], *own[:2], *kept))


def _mixed(copy: _Copy, own: Sequence[str], dice: random.Random) -> _Copy:
    """Several edits on one another."""
    first = dice.choice((_cut, _dropped))(copy, own, dice)
    for edit in dice.sample((_new_lead, _localised, _merged, _numbers, _boilerplate), 3):
        first = edit(first, own, dice)
    return first


EDITS: dict[str, Edit] = {
    "verbatim": _verbatim,
    "cut from the end": _cut,
    "new headline and lead": _new_lead,
    "paragraphs dropped": _dropped,
    "paragraphs swapped": _swapped,
    "paragraphs merged": _merged,
    "names localised": _localised,
    "own paragraphs between": _between,
    "numbers updated": _numbers,
    "boilerplate round it": _boilerplate,
    "agency update": _update,
    "several together": _mixed,
}
_ADDING = {"own paragraphs between", "agency update"}
_BY_AGENCY = {"agency update"}


def _around(outlet: str) -> list[str]:
    """The four lines that a paper prints round everything."""
    chosen = random.Random(outlet).sample(_BOILERPLATE, 4)
    return [one.format(outlet=outlet) for one in chosen]


def _other_title(title: str, dice: random.Random) -> str:
    words = title.split()
    dice.shuffle(words)
    return " ".join(words)


def _house_style(text: str, dice: random.Random) -> str:
    for theirs, ours in _HOUSE_STYLE.items():
        if dice.random() < 0.7:
            text = re.sub(rf"\b{theirs}\b", ours, text)
    return text


def _renumbered(text: str, dice: random.Random) -> str:
    def other(found: re.Match[str]) -> str:
        digits = found[0].replace(",", "")
        return found[0] if dice.random() < 0.2 else f"{float(digits) * dice.uniform(1.05, 1.4):.0f}"

    return _NUMBER.sub(other, text)


def _count(paragraphs: Sequence[str]) -> int:
    return sum(len(one.split()) for one in paragraphs)
