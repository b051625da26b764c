"""Would an editor choose what the edition chooses? Three weeks of the wire, each with fifteen dispatches that two
readers chose independently for a weekly foreign-affairs briefing (`gold/weeks.json`: ids, and how many chose them).

    python -m bench.weeks --wire AFP_ENG_199704.jsonl --stories stories.gold.jsonl --out FOLDER

A pick is the leading dispatch of one of the edition's first fifteen stories. It counts as an editor's where its story,
by the gold of stories, is one that an editor chose a dispatch of; each story counts once. Beside it stand three
baselines over the same week: the newest dispatches, the longest, and the largest stories by the gold.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from dateline import day, settings
from dateline.records import PressTime
from dateline.settings import Settings
from dateline.store import articles, editions, open_store

_GOLD = Path(__file__).parent / "gold"
_PICKS = 15
Dispatch = dict[str, str]


def main() -> None:
    """Print a row for each week and way of choosing."""
    asked = _arguments()
    dispatches = [json.loads(line) for line in asked.wire.read_text("utf-8").splitlines()]
    told = [json.loads(line) for line in asked.stories.read_text("utf-8").splitlines()]
    story_of = {row["id"]: row["story"] for row in told}
    given = settings.load(_GOLD / "foreign-affairs.toml" if asked.profile is None else asked.profile, {})
    total: Counter[str] = Counter()
    print("| week | way | of 15 picks, by an editor | by both |\n|---|---|---|---|")
    for week in json.loads((_GOLD / "weeks.json").read_text("utf-8")):
        inside = [one for one in dispatches if week["from"] <= one["date"] <= week["to"]]
        ways = {
            "Dateline": _ours(week["to"], given, asked),
            "newest": _first(inside, _newness),
            "longest": _first(inside, _length),
            "largest story": _largest(inside, story_of),
        }
        for name, picks in ways.items():
            hits = [_hits(picks, week["chosen"], story_of, votes) for votes in (1, 2)]
            total[name] += hits[0]
            total[f"{name}, both"] += hits[1]
            print(f"| {week['from']} to {week['to']} | {name} | {hits[0]} | {hits[1]} |")
    for name in ("Dateline", "newest", "longest", "largest story"):
        print(f"| all | {name} | {total[name]} | {total[f'{name}, both']} |")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wire", type=Path, required=True, help="the dispatches, JSON lines")
    parser.add_argument("--stories", type=Path, required=True, help="the gold of stories, JSON lines")
    parser.add_argument("--out", type=Path, required=True, help="a folder for the stores; what is there is used again")
    parser.add_argument("--profile", type=Path, help="a settings file, in place of gold/foreign-affairs.toml")
    parser.add_argument(
        "--show", action="store_true", help="print each pick, and what was chosen and is not among them"
    )
    return parser.parse_args()


def _ours(last_day: str, given: Settings, asked: argparse.Namespace) -> list[str]:
    """The ids of the leading dispatches of the edition's first stories."""
    out = asked.out / last_day
    out.mkdir(parents=True, exist_ok=True)
    values = {**given.values, "store": str(out / "week.sqlite"), "site": str(out / "site")}
    loaded = replace(given, values=MappingProxyType(values), sources=(settings.source_at(str(asked.wire)),))
    press = PressTime(date.fromisoformat(last_day))
    store = open_store(loaded.text("store"))
    try:
        day.run(press, loaded, store, lambda *_: None)
        with store.begin() as db:
            edition = editions.load_edition(db, press)
            items = {one.id: one.wire_item for one in articles.all_articles(db)}
    finally:
        store.close()
    assert edition is not None
    briefs = [brief for section in edition.sections for brief in section.briefs] + list(edition.further)
    ranked = sorted(briefs, key=lambda brief: -brief.value)
    leads = [brief.headline or next(iter(brief.passages), None) for brief in ranked]
    return [items[lead.article_id] or "" for lead in leads if lead is not None][:_PICKS]


def _newness(one: Dispatch) -> tuple[str, int]:
    return one["date"], int(one["id"].rpartition(".")[2])


def _length(one: Dispatch) -> tuple[str, int]:
    return "", len(one["text"])


def _first(inside: Iterable[Dispatch], key: Callable[[Dispatch], tuple[str, int]]) -> list[str]:
    return [one["id"] for one in sorted(inside, key=key, reverse=True)][:_PICKS]


def _largest(inside: list[Dispatch], story_of: dict[str, str]) -> list[str]:
    """The first dispatch of each of the largest stories; of stories of one size the newest."""
    sizes = Counter(story_of[one["id"]] for one in inside)
    first: dict[str, Dispatch] = {}
    for one in sorted(inside, key=_newness):
        first.setdefault(story_of[one["id"]], one)
    ordered = sorted(first.values(), key=lambda one: (sizes[story_of[one["id"]]], one["date"]), reverse=True)
    return [one["id"] for one in ordered][:_PICKS]


def _hits(picks: Iterable[str], chosen: dict[str, int], story_of: dict[str, str], votes: int) -> int:
    wanted = {story_of[key] for key, count in chosen.items() if count >= votes}
    return len({story_of[pick] for pick in picks} & wanted)


if __name__ == "__main__":
    main()
