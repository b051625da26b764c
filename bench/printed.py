"""Are the statements right that an edition would print? Draws some, to be read by a person: `python -m bench.printed`.

    python -m bench.printed --shared SHARED --seed 1 --stories 200 --draw 100 > drawn.txt
    (write y or n behind "speaker?" and "words?" of each)
    python -m bench.printed --count drawn.txt --keep check

reads stories in English, none of the gold of speakers and none of which statements were read before, chosen by the seed
and the hash of their ids, and draws among the statements that a brief may pick, by its own rules and thresholds; with
`--least` from another confidence. With each stand the speaker, role and words, the
sentences as they would be printed, and the confidence. Above them it says, by the confidence from which statements are
printed, how many of those with a speaker would be held back.

`--keep` puts what was marked to the labels, `gold/printed.json`: by the id of the story the place of each statement in
its text, a hash of who speaks and of its pieces, and whether speaker and words are right. From those under "fit"
`bench.fit_doubts` fits the weights of doubts; those under "check" were read after that, and fit nothing.

The speaker is right if whoever reads the story would name the same, and the words if they are all, and nothing but,
what the story says that the speaker said.
"""

import argparse
import csv
import json
import random
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date
from itertools import islice, zip_longest
from pathlib import Path
from textwrap import fill
from typing import Any

from bench.speaker_gold import gold, hashed, stories
from dateline.brief import BriefRules, Material
from dateline.brief.choose.said import told
from dateline.read import Reader, ReadRules
from dateline.records import Article, Passage, PressTime, Reading, Span, Statement

_THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.92, 0.94, 0.96)
_GOLD = Path(__file__).parent / "gold" / "printed.json"
_SHORTEST = 100
"""Words of the shortest story."""
_WIDTH = 110
_MARKED = re.compile(
    r"^--- \d+  (\S+)  (\d+)-(\d+) (\w+)  (?:(?!^--- ).)*?^speaker\? *([yn])\s+words\? *([yn])",
    re.MULTILINE | re.DOTALL,
)
_MARK = re.compile(r"^(speaker|words)\? *([yn])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Printed:
    """A statement with its passage, from one story."""

    story: str
    statement: Statement
    passage: Passage


def drawn_from(shared: Path, seed: int, count: int, without: Container[str] = ()) -> Iterator[tuple[str, Article]]:
    """So many stories in English, of each set in turn, by the hash of seed and id."""
    known = gold()
    sets: dict[str, list[tuple[str, Article]]] = {}
    for name, article in every_story(shared):
        fit = article.language == "en" and len(article.text.split()) >= _SHORTEST
        if fit and name not in known and name not in without:
            sets.setdefault(name[:7], []).append((name, article))
    ordered = [sorted(found, key=lambda one: hashed(f"{seed} {one[0]}")) for found in sets.values()]
    turns = (one for turn in zip_longest(*ordered) for one in turn if one is not None)
    return islice(turns, count)


def every_story(shared: Path) -> Iterator[tuple[str, Article]]:
    """Every dispatch and article of the sets, by its id."""
    yield from stories(shared)
    yield from _wikinews(shared)


def labels(part: str) -> dict[str, list[dict[str, Any]]]:
    """By the id of a story the statements of it that were read: "fit", from which weights are fitted, or "check"."""
    found: dict[str, list[dict[str, Any]]] = json.loads(_GOLD.read_text("utf-8"))[part]
    return found


def marked(speaker: str | None, spans: Sequence[Span], text: str) -> str:
    """The hash by which a statement is known again: of who speaks, and of its pieces."""
    return hashed("\n".join([speaker or "", *(span.of(text) for span in spans)]))


def _wikinews(shared: Path) -> Iterator[tuple[str, Article]]:
    """The articles of Wikinews, without the day that opens each."""
    with (shared / "data" / "wikinews" / "wikinews_2019.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            name = f"wikinews/{row['url'].rsplit('/', 1)[-1]}"
            lines = [line.strip() for line in row["text"].split("\n") if line.strip()]
            yield (
                name,
                Article(id=name, page_id=name, headline=row["title"], language="en", text="\n\n".join(lines[1:])),
            )


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


def show(number: int, printed: Printed, text: str) -> str:
    """A statement to be read and marked, of the story with this text."""
    one = printed.statement
    spans = one.spans.all()
    known = f"{spans[0].start}-{max(span.end for span in spans)} {marked(one.speaker, spans, text)}"
    role = f", {one.role}" if one.role else ""
    unnamed = " (unnamed)" if one.anonymous else ""
    return "\n".join(
        (
            f"--- {number}  {printed.story}  {known}  {one.confidence} {one.made_by}",
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
        at_least = replace(rules, least_said=least, least_known=min(least, rules.least_known))
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


def kept(text: str) -> dict[str, list[dict[str, Any]]]:
    """The labels that were marked, by story."""
    found: dict[str, list[dict[str, Any]]] = {}
    for story, start, end, key, speaker, words in _MARKED.findall(text):
        label = {"from": int(start), "to": int(end), "hash": key, "speaker": speaker == "y", "words": words == "y"}
        found.setdefault(story, []).append(label)
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stories", type=int, default=200)
    parser.add_argument("--draw", type=int, default=100)
    parser.add_argument("--count", type=Path, help="count the marks in what was drawn, and draw nothing")
    parser.add_argument("--keep", choices=("fit", "check"), help="put what was marked to these labels")
    parser.add_argument("--least", type=float, default=BriefRules(zone=UTC).least_said, help="the least confidence")
    asked = parser.parse_args(arguments)
    if asked.count is None:
        draw(asked)
        return
    text = asked.count.read_text("utf-8")
    print(counted(text))
    if asked.keep is not None:
        everything = json.loads(_GOLD.read_text("utf-8"))
        everything[asked.keep] |= kept(text)
        _GOLD.write_text(json.dumps(everything, ensure_ascii=False, indent=1) + "\n", "utf-8")


def draw(asked: argparse.Namespace) -> None:
    """Prints what is held back, and the statements that were drawn."""
    rules = BriefRules(zone=UTC, least_said=asked.least)
    read_before = {*labels("fit"), *labels("check")}
    chosen = list(drawn_from(asked.shared, asked.seed, asked.stories, read_before))
    readings = Reader(ReadRules()).read_all(article for _, article in chosen)
    paired = zip(chosen, readings, strict=True)
    read = [(*story, reading) for story, reading in paired if isinstance(reading, Reading)]
    print(held_back(read, rules), end="\n\n")
    everything = [one for story in read for one in printable(*story, rules)]
    drawn = random.Random(asked.seed).sample(everything, min(asked.draw, len(everything)))
    texts = {name: article.text for name, article in chosen}
    for number, one in enumerate(drawn, 1):
        print(show(number, one, texts[one.story]))


if __name__ == "__main__":
    main()
