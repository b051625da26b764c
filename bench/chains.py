"""Is one promise one entry? The ledger of a wire month against chains of sentences that tell of one thing over days.

    python -m bench.chains --wire AFP_ENG_199704.jsonl --stories stories.gold.jsonl [--show]

`bench/gold/chains.json` has the chains: each a list of sentences, by dispatch and characters, that tell of one
commitment, event or position, with a word of its actor, holder or event where the sentence tells of several. They were
made by reading, without sight of what Dateline reads there. Two records that were read in sentences of the gold are one
by the gold where their sentences are of one chain, and one by the ledger where they are of one entry. Printed are how
many of the links are right, how many of those wanted are there, and in how many of the sentences a record was read at
all. The stories are those of their gold, so that what is measured is the ledger.
"""

import argparse
import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.people import articles_of
from dateline import ledger, people
from dateline.ledger import Followed, Ledger
from dateline.read import Reader, ReadRules
from dateline.records import AgendaItem, Article, Commitment, Reading, Span, Story, story_id

GOLD = Path(__file__).parent / "gold" / "chains.json"


def main() -> None:
    """Print the figures, or with --show every entry of more than one article."""
    asked = _arguments()
    articles = {one.id: one for one in articles_of(asked.wire)}
    found = Reader(ReadRules()).read_all(articles.values())
    readings = {one.article_id: one for one in found if isinstance(one, Reading)}
    stories = list(_stories(articles, asked.stories))
    made = ledger.ledger(readings, articles, stories, people.people(readings, articles, stories))
    if asked.show:
        _show(made, articles)
    _score(made, articles, json.loads(GOLD.read_text("utf-8")))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wire", type=Path, required=True, help="the dispatches, JSON lines")
    parser.add_argument("--stories", type=Path, required=True, help="the gold of stories, JSON lines")
    parser.add_argument("--show", action="store_true", help="print every entry of more than one article")
    return parser.parse_args()


def _stories(articles: dict[str, Article], gold: Path) -> Iterator[Story]:
    by_item = {one.wire_item: key for key, one in articles.items()}
    told: dict[str, list[str]] = {}
    for line in gold.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["id"] in by_item:
            told.setdefault(row["story"], []).append(by_item[row["id"]])
    for keys in told.values():
        days = sorted(one.day for key in keys if (one := articles[key].published) is not None)
        yield Story(id=story_id(keys[0]), article_ids=tuple(keys), first_day=days[0], last_day=days[-1])


def _show(made: Ledger, articles: dict[str, Article]) -> None:
    for entry in made.all:
        if len({one.record.article_id for one in entry.mentions}) > 1:
            print(f"\n{type(entry.newest).__name__} {entry.id}")
            for one in entry.mentions:
                article = articles[one.record.article_id]
                day = article.published.iso() if article.published else ""
                print(f"  {day} {article.wire_item} {one.step} {one.before or ''}: {one.record.span.of(article.text)}")


def _score(made: Ledger, articles: dict[str, Article], gold: dict[str, list[dict[str, Any]]]) -> None:
    by_item = {one.wire_item: key for key, one in articles.items()}
    for kind, chains in gold.items():
        records = [one.record for entry in made.all for one in entry.mentions if type(one.record).__name__ == kind]
        of_record: dict[str, int] = {}
        seen = 0
        for at, chain in enumerate(chains):
            for item, start, end, word in chain["sentences"]:
                place = Span(start, end)
                told = [
                    one.id
                    for one in records
                    if one.article_id == by_item.get(item) and one.span.overlaps(place) and _is_meant(one, word)
                ]
                seen += bool(told)
                of_record |= dict.fromkeys(told, at)
        pairs = list(combinations(of_record, 2))
        wanted = {pair for pair in pairs if of_record[pair[0]] == of_record[pair[1]]}
        linked = {pair for pair in pairs if made.by_record[pair[0]] is made.by_record[pair[1]]}
        whole = sum(len(chain["sentences"]) for chain in chains)
        print(
            f"{kind}: {len(chains)} chains, read in {seen} of {whole} sentences; {len(linked & wanted)} right of "
            f"{len(linked)} links of their records, and of {len(wanted)} wanted"
        )


def _is_meant(record: Followed, word: str) -> bool:
    """Whether it is the record of a sentence that tells of several: by who acts or stands there, or by the event."""
    if isinstance(record, AgendaItem):
        named = record.what
    else:
        named = record.actor if isinstance(record, Commitment) else record.holder
    return any(part.casefold() in named.casefold() for part in word.split("|"))


if __name__ == "__main__":
    main()
