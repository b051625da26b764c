"""Does a name alone find its person? The second half of each dispatch of a month is read as an article of its own, of
the same story: it says "Prentiss" where the whole dispatch, which names him in full, tells who that is.

    python -m bench.people --wire AFP_ENG_199704.jsonl --stories stories.gold.jsonl

Counted are the statements of the halves whose speaker is called otherwise there than in the whole: those that lead to
the person that the whole names (right), to an entry of that name alone (apart), and to somebody else (other). `--show`
prints the last two. Where the two readings take a pronoun for different people, that is an error of the reader and none
of names.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from dateline import collect, extract, people, settings
from dateline.people import People
from dateline.read import Reader, ReadRules
from dateline.records import Article, Page, Paragraph, Reading, Span, Statement, Story, record_id, story_id

_SHORTEST = 4
"""Paragraphs of a dispatch that is cut."""


def main() -> None:
    """Print how many were right, apart and other."""
    asked = _arguments()
    told = [json.loads(line) for line in asked.stories.read_text("utf-8").splitlines()]
    story_of = {row["id"]: row["story"] for row in told}
    whole = list(articles_of(asked.wire))
    halves = {one.id: _half(one) for one in whole if len(one.paragraphs) >= _SHORTEST}
    articles = {one.id: one for one in (*whole, *halves.values())}
    found = Reader(ReadRules()).read_all(articles.values())
    readings = {one.article_id: one for one in found if isinstance(one, Reading)}
    known = people.people(readings, articles, _stories(whole, halves, story_of))
    counted: Counter[str] = Counter()
    for key, half in halves.items():
        for said, truth in _pairs(readings[key], readings[half.id], len(articles[key].text) - len(half.text)):
            kind = _kind(said, truth, known)
            counted[kind] += 1
            if asked.show and kind in ("apart", "other"):
                print(f"{kind}: {said.speaker!r} for {truth.speaker!r} in {half.wire_item}")
    print(", ".join(f"{counted[kind]} {kind}" for kind in ("right", "apart", "other")))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wire", type=Path, required=True, help="the dispatches, JSON lines")
    parser.add_argument("--stories", type=Path, required=True, help="the gold of stories, JSON lines")
    parser.add_argument("--show", action="store_true", help="print each that is not right")
    return parser.parse_args()


def articles_of(wire: Path) -> Iterator[Article]:
    """The dispatches of a wire file that are in English, as articles."""
    rules = collect.CollectRules(max_bytes=10_000_000, timeout=1, allow_private=False)
    for page in collect.pages(settings.source_at(str(wire)), rules):
        if isinstance(page, Page):
            yield from (one for one in extract.articles(page) if isinstance(one, Article) and one.language == "en")


def _half(whole: Article) -> Article:
    cut = whole.paragraphs[len(whole.paragraphs) // 2].span.start
    kept = tuple(
        Paragraph(one.kind, Span(one.span.start - cut, one.span.end - cut))
        for one in whole.paragraphs
        if one.span.start >= cut
    )
    return replace(whole, id=record_id("a", whole.id, "half"), text=whole.text[cut:], paragraphs=kept)


def _stories(whole: list[Article], halves: dict[str, Article], story_of: dict[str, str]) -> list[Story]:
    inside: dict[str, list[str]] = {}
    for one in whole:
        ids = [one.id, *([halves[one.id].id] if one.id in halves else [])]
        inside.setdefault(story_of.get(one.wire_item or "", one.id), []).extend(ids)
    return [
        Story(id=story_id(ids[0]), article_ids=tuple(ids), first_day=date.min, last_day=date.max)
        for ids in inside.values()
    ]


def _pairs(whole: Reading, half: Reading, cut: int) -> Iterator[tuple[Statement, Statement]]:
    """The statements of a half, each with the same one of the whole, where the two call its speaker otherwise."""
    at = {one.spans.content[0].start - cut: one for one in whole.statements if one.spans.content}
    for said in half.statements:
        truth = at.get(said.spans.content[0].start) if said.spans.content else None
        if truth is None or said.anonymous or truth.anonymous or said.speaker == truth.speaker:
            continue
        if said.speaker and truth.speaker and len(truth.speaker.split()) > 1:
            yield said, truth


def _kind(said: Statement, truth: Statement, known: People) -> str:
    found = known.by_record.get(said.id, ()), known.by_record.get(truth.id, ())
    if any(len(people) != 1 for people in found):
        return "nobody in particular, or several"
    (mine,), (theirs,) = found
    if mine is theirs:
        return "right"
    alone = len(mine.groups) == 1 and mine.groups[0].is_called(said.speaker or "")
    return "apart" if alone else "other"


if __name__ == "__main__":
    main()
