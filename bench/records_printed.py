"""Are the records right that an edition would print? Draws some, to be read by a person.

    python -m bench.records_printed --shared SHARED --seed 1 --stories 300 --draw 100 > drawn.txt
    (write y, l or n behind "right?" of each)
    python -m bench.records_printed --count drawn.txt --keep
    python -m bench.records_printed --shared SHARED

The first reads wire dispatches, half of each agency, without a gold and of which no record was read before, chosen by
the seed and the hash of their ids, and draws among the records from the thresholds of the settings; above them stands
how many are held back. The second counts the marks and, with `--keep`, puts them to `gold/printed_records.json`. The
third reads the dispatches of these labels with the rules as they are: how many of the right ones and of the wrong ones
are still printed, and how many are that nobody has read.

Right (y) is a commitment whose actor, act, amount and status, an agenda item whose event, time and certainty, a
position whose holder, issue and stance are those of the text, and which is one at all by SHARED/gold/GUIDELINES.md.
Loose (l) is what is right but for an actor left as a description or speaking for the body that is bound, or a span of
days of which some are missing. All else is wrong (n).
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from textwrap import fill
from typing import Any

from bench.adapters import records
from bench.records_own import GOLD, KINDS, dispatches
from bench.speaker_gold import hashed
from dateline.settings import load

_LABELS = GOLD / "printed_records.json"
_SHORTEST = 100
"""Words of the shortest dispatch."""
_WIDTH = 110
_BEFORE = 170
"""Characters of the text shown before a sentence."""
_VALUES = {
    "commitments": ("actor", "action", "status", "amount", "due", "condition"),
    "agenda": ("what", "when", "where", "certainty"),
    "positions": ("holder", "issue", "stance", "condition"),
}
_KNOWN = {
    "commitments": ("actor", "action", "status", "amount"),
    "agenda": ("what", "when", "certainty"),
    "positions": ("holder", "issue", "stance"),
}
_SETTINGS = load(None, {})
_LEAST = {
    "commitments": _SETTINGS.number("least_commitment"),
    "agenda": _SETTINGS.number("least_agenda"),
    "positions": _SETTINGS.number("least_position"),
}
_MARKED = re.compile(
    r"^--- \d+  (\w+)  (\S+)  (\d+)-(\d+) (\w+)(?:(?!^--- ).)*?^right\? *([yln])", re.MULTILINE | re.DOTALL
)

Record = dict[str, Any]


def known(kind: str, record: Record) -> str:
    """The hash by which a record is known again: of who or what, the act and how it stands."""
    return hashed("\n".join(_shown(record[name]) for name in _KNOWN[kind]))


def _shown(value: Any) -> str:
    """A value in words, an amount without what it leaves open."""
    if not isinstance(value, dict):
        return str(value or "")
    return " ".join(
        f"{name} {part:g}" if isinstance(part, float) else str(part) for name, part in value.items() if part
    )


def printable(kind: str, dispatch: dict[str, str]) -> tuple[list[Record], list[Record]]:
    """The records of a dispatch that an edition may print, and those that are held back."""
    found = records(dispatch["text"], dispatch["title"], dispatch["date"])[kind]
    sure = [one for one in found if one["confidence"] >= _LEAST[kind]]
    return sure, [one for one in found if one not in sure]


def drawn_from(shared: Path, seed: int, count: int, without: Container[str]) -> Iterator[dict[str, str]]:
    """So many dispatches, of each agency in turn, by the hash of seed and id."""
    fit = (one for one in dispatches(shared) if len(one["text"].split()) >= _SHORTEST and one["id"] not in without)
    ordered = sorted(fit, key=lambda one: hashed(f"{seed} {one['id']}"))
    agencies = sorted({one["agency"] for one in ordered})
    turns = zip(*([one for one in ordered if one["agency"] == name] for name in agencies), strict=False)
    return islice(chain.from_iterable(turns), count)


def show(number: int, kind: str, dispatch: dict[str, str], record: Record) -> str:
    """A record to be read and marked."""
    text, (start, end) = dispatch["text"], record["span"]
    values = " | ".join(f"{name}: {_shown(record[name])}" for name in _VALUES[kind] if record[name])
    return "\n".join(
        (
            f"--- {number}  {kind}  {dispatch['id']}  {start}-{end} {known(kind, record)}  {dispatch['date']}",
            fill(f"... {' '.join(text[max(0, start - _BEFORE) : start].split())}", _WIDTH),
            fill(" ".join(text[start:end].split()), _WIDTH),
            fill(f"=> {values}", _WIDTH, subsequent_indent="   "),
            "right? \n",
        )
    )


def draw(asked: argparse.Namespace) -> None:
    """Prints how many records are held back, and so many of each kind that are not."""
    given = json.loads((asked.shared / "gold" / "records.gold.json").read_text("utf-8"))
    own = (name for file in KINDS for name in json.loads((GOLD / f"{file}.json").read_text("utf-8")))
    chosen = list(drawn_from(asked.shared, asked.seed, asked.stories, {*given, *own, *labels()}))
    for kind in _LEAST:
        sure, back = [], 0
        for dispatch in chosen:
            printed, held = printable(kind, dispatch)
            sure += [(dispatch, one) for one in printed]
            back += len(held)
        print(f"{kind}: {len(sure)} of {len(sure) + back} in {len(chosen)} dispatches, {back} held back\n")
        drawn = random.Random(asked.seed).sample(sure, min(asked.draw, len(sure)))
        for number, (dispatch, one) in enumerate(drawn, 1):
            print(show(number, kind, dispatch, one))


def labels() -> dict[str, list[Record]]:
    """By the id of a dispatch the records of it that were read: kind, place, hash and mark."""
    found: dict[str, list[Record]] = json.loads(_LABELS.read_text("utf-8"))
    return found


def marked(text: str) -> dict[str, list[Record]]:
    """The labels that were marked, by dispatch."""
    found: dict[str, list[Record]] = {}
    for kind, story, start, end, key, mark in _MARKED.findall(text):
        label = {"kind": kind, "at": [int(start), int(end)], "hash": key, "mark": mark}
        found.setdefault(story, []).append(label)
    return found


def counted(found: dict[str, list[Record]]) -> str:
    """The marks of each kind."""
    lines = []
    for kind in _LEAST:
        marks = Counter(one["mark"] for story in found.values() for one in story if one["kind"] == kind)
        lines.append(f"{kind}: {marks['y']} right, {marks['l']} loose, {marks['n']} wrong of {marks.total()}")
    return "\n".join(lines)


def kept(shared: Path) -> str:
    """What becomes of the labelled records with the rules as they are."""
    read = labels()
    texts = {one["id"]: one for one in dispatches(shared) if one["id"] in read}
    lines = []
    for kind in _LEAST:
        still: Counter[str] = Counter()
        for story, dispatch in texts.items():
            marks = {one["hash"]: one["mark"] for one in read[story] if one["kind"] == kind}
            still.update(marks.get(known(kind, one), "new") for one in printable(kind, dispatch)[0])
        of_each = f"{still['y']} right, {still['l']} loose, {still['n']} wrong"
        lines.append(f"{kind} printed now: {of_each}, {still['new']} not read")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stories", type=int, default=300)
    parser.add_argument("--draw", type=int, help="so many of each kind, from dispatches that nobody has read")
    parser.add_argument("--count", type=Path, help="count the marks in what was drawn")
    parser.add_argument("--keep", action="store_true", help="put what was marked to the labels")
    asked = parser.parse_args(arguments)
    if asked.draw is not None:
        draw(asked)
    elif asked.count is None:
        print(f"{counted(labels())}\n{kept(asked.shared)}")
    else:
        found = marked(asked.count.read_text("utf-8"))
        print(counted(found))
        if asked.keep:
            before = labels()
            write({**before, **{story: [*before.get(story, ()), *read] for story, read in found.items()}})


def write(found: dict[str, list[Record]]) -> None:
    """Puts labels in the place of those that were kept, a line for each dispatch."""
    lines = ",\n".join(f"  {json.dumps(story)}: {json.dumps(read)}" for story, read in found.items())
    _LABELS.write_text(f"{{\n{lines}\n}}\n", "utf-8")


if __name__ == "__main__":
    main()
