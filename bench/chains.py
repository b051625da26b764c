"""Is one promise one entry? The ledger of a wire month against chains of sentences that tell of one thing over days.

    python -m bench.chains --wire AFP_ENG_199704.jsonl --stories stories.gold.jsonl [--show]

`bench/gold/chains.json` has the chains: each a list of sentences, by dispatch and characters, that tell of one
commitment, event or position, and of none else of its kind. Two records that were read in sentences of the gold are one
by the gold where their sentences are of one chain, and one by the ledger where they are of one entry. Printed are
precision and recall of these pairs, and the share of the sentences in which a record was read at all. The stories are
those of their gold, so that what is measured is the ledger.
"""

import argparse
import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from bench.people import articles_of
from dateline import ledger, people
from dateline.ledger import Ledger
from dateline.read import Reader, ReadRules
from dateline.records import Article, Reading, Span, Story, story_id

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
    if GOLD.exists():
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


def _score(made: Ledger, articles: dict[str, Article], gold: dict[str, list[dict[str, list[list[int | str]]]]]) -> None:
    by_item = {one.wire_item: key for key, one in articles.items()}
    for kind, chains in gold.items():
        of_record: dict[str, int] = {}
        seen = wanted = 0
        for at, chain in enumerate(chains):
            for item, start, end in chain["sentences"]:
                inside = [
                    one.record
                    for entry in made.all
                    for one in entry.mentions
                    if type(one.record).__name__ == kind
                    and one.record.article_id == by_item.get(str(item))
                    and one.record.span.overlaps(Span(int(start), int(end)))
                ]
                wanted += 1
                seen += bool(inside)
                of_record |= {one.id: at for one in inside}
        right = told = both = 0
        for one, other in combinations(of_record, 2):
            is_one = of_record[one] == of_record[other]
            linked = made.by_record[one] is made.by_record[other]
            right, told, both = right + is_one, told + linked, both + (is_one and linked)
        print(f"{kind}: read in {seen} of {wanted} sentences; pairs right {both} of {told} linked, {right} wanted")


if __name__ == "__main__":
    main()
