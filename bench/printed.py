"""Are the statements right that an edition would print? Draws some, to be read by a person: `python -m bench.printed`.

    python -m bench.printed --shared SHARED --seed 1 --stories 200 --draw 100 > drawn.txt
    (write y or n behind "speaker?" and "words?" of each)
    python -m bench.printed --count drawn.txt

reads stories in English, none of the gold of speakers, chosen by the seed and the hash of their ids, and draws among
the statements that a brief may pick, by its own rules and thresholds. With each stand the speaker, role and words, the
sentences as they would be printed, and the confidence. Above them it says, by the confidence from which statements are
printed, how many of those with a speaker would be held back.

The speaker is right if whoever reads the story would name the same, and the words if they are all, and nothing but,
what the story says that the speaker said.
"""

import argparse
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date
from itertools import islice
from pathlib import Path
from textwrap import fill

from bench.speaker_gold import gold, hashed, stories
from dateline.brief import BriefRules, Material
from dateline.brief.choose.said import told
from dateline.read import Reader, ReadRules
from dateline.records import Article, Passage, PressTime, Reading, Statement

_THRESHOLDS = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
_SHORTEST = 100
"""Words of the shortest story."""
_WIDTH = 110
_MARK = re.compile(r"^(speaker|words)\? *([yn])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Printed:
    """A statement with its passage, from one story."""

    story: str
    statement: Statement
    passage: Passage


def drawn_from(shared: Path, seed: int, count: int) -> Iterator[tuple[str, Article]]:
    """So many stories in English, by the hash of seed and id."""
    known = gold()
    fit = {
        name: article
        for name, article in stories(shared)
        if name not in known and article.language == "en" and len(article.text.split()) >= _SHORTEST
    }
    ordered = sorted(fit, key=lambda name: hashed(f"{seed} {name}"))
    return islice(((name, fit[name]) for name in ordered), count)


def printable(name: str, article: Article, reading: Reading, rules: BriefRules) -> list[Printed]:
    """The statements of a story that a brief may pick."""
    alone = Material(
        press=PressTime(date.max),
        articles={article.id: article},
        readings={article.id: reading},
        copy_sets=(),
        stories=(),
    )
    return [Printed(name, one, where) for one, where in told(article, alone, rules)]


def show(number: int, printed: Printed) -> str:
    """A statement to be read and marked."""
    one = printed.statement
    role = f", {one.role}" if one.role else ""
    unnamed = " (unnamed)" if one.anonymous else ""
    return "\n".join(
        (
            f"--- {number}  {printed.story}  {one.confidence} {one.made_by}",
            fill(printed.passage.text, _WIDTH),
            f"SPEAKER  {one.speaker}{unnamed}{role}",
            fill(f"WORDS    {one.content}", _WIDTH, subsequent_indent=" " * 9),
            "speaker? \nwords? \n",
        )
    )


def held_back(read: Iterable[tuple[str, Article, Reading]], rules: BriefRules) -> str:
    """By threshold, the share of the statements with a speaker that no edition would print."""
    everything = list(read)
    said = [one for *_, reading in everything for one in reading.statements if one.speaker and one.within is None]
    lines = [f"{len(said)} statements with a speaker, in {len(everything)} stories"]
    for least in _THRESHOLDS:
        at_least = replace(rules, least_said=least, least_confidence=min(least, rules.least_confidence))
        sure = sum(one.confidence >= least for one in said)
        count = sum(len(printable(*one, at_least)) for one in everything)
        back = 1 - count / len(said)
        lines.append(f"from {least}: sure enough {sure}; in words that stand alone {count}; held back {back:.3f}")
    return "\n".join(lines)


def counted(text: str) -> str:
    """The shares of those marked as right."""
    marks = _MARK.findall(text)
    rights = []
    for part in ("speaker", "words"):
        given = [mark for name, mark in marks if name == part]
        rights.append(f"{part} right {given.count('y')} of {len(given)}")
    both = re.findall(r"^speaker\? *y.*\nwords\? *y", text, re.MULTILINE)
    return "; ".join((*rights, f"both right {len(both)}"))


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stories", type=int, default=200)
    parser.add_argument("--draw", type=int, default=100)
    parser.add_argument("--count", type=Path, help="count the marks in what was drawn, and draw nothing")
    asked = parser.parse_args(arguments)
    if asked.count is not None:
        print(counted(asked.count.read_text("utf-8")))
        return
    rules = BriefRules(zone=UTC)
    chosen = list(drawn_from(asked.shared, asked.seed, asked.stories))
    readings = Reader(ReadRules()).read_all(article for _, article in chosen)
    paired = zip(chosen, readings, strict=True)
    read = [(*story, reading) for story, reading in paired if isinstance(reading, Reading)]
    print(held_back(read, rules), end="\n\n")
    everything = [one for story in read for one in printable(*story, rules)]
    drawn = random.Random(asked.seed).sample(everything, min(asked.draw, len(everything)))
    for number, one in enumerate(drawn, 1):
        print(show(number, one))


if __name__ == "__main__":
    main()
