"""How likely is a stand right? Fits what its rule and its doubts weigh: `python -m bench.fit_stands --shared SHARED`.

The labels, `gold/stands.json`, are stands that a language model read in dispatches without a gold: by the id of the
dispatch the place of the sentence, a hash of holder, issue and stance, and whether holder, issue and stance are right
and it is a position of the guidelines. The dispatches fall into four parts by the hash of their id; each is judged by
weights of the other three, and the shares right are printed by confidence, which is the honest figure. With `--write`
the weights of all are printed as the tables `[confidence]` (the share of a rule where nothing is doubtful) and
`[doubts]` of `lang/en/acts.toml`.
"""

import argparse
import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

from bench.fit_doubts import PARTS, model
from bench.records_own import dispatches
from bench.speaker_gold import hashed
from dateline.read import acts, people, pipeline, statements, times
from dateline.records import Moment

_GOLD = Path(__file__).parent / "gold" / "stands.json"
_THRESHOLDS = (0.5, 0.7, 0.8, 0.85, 0.88, 0.9, 0.92)
_FEW = 6
"""A doubt of fewer labels has no weight."""
_LEAST = 0.1
"""A weight that is nearer to nothing is left out."""


@dataclass(frozen=True, slots=True)
class Case:
    """A stand that was read, with its rule among its doubts."""

    story: str
    doubts: frozenset[str]
    right: bool

    def part(self) -> int:
        """Which of the parts its dispatch belongs to."""
        return int(hashed(self.story), 16) % PARTS


def marked(one: acts.FoundPosition) -> str:
    """The hash by which a stand is known again."""
    return hashed(f"{one.holder}\n{one.issue}\n{one.stance}")


def cases(shared: Path) -> list[Case]:
    """The stands of the labels that the reader still makes as they were read."""
    known = json.loads(_GOLD.read_text("utf-8"))
    stories = [one for one in dispatches(shared) if one["id"] in known]
    found = []
    for story, doc in zip(stories, pipeline.parse_all(pipeline.load(), (s["text"] for s in stories)), strict=True):
        cast, published = people.cast(doc), Moment.parse(story["date"])
        context = acts.StoryContext(
            doc=doc,
            cast=cast,
            statements=statements.find(doc, cast),
            times=times.find(story["text"], published, doc),
            published=published,
        )
        labels = {(one["from"], one["hash"]): one["right"] for one in known[story["id"]]}
        for one in acts.find(context).positions:
            right = labels.get((one.span.start, marked(one)))
            if right is not None:
                found.append(Case(story["id"], one.doubts | {one.rule}, right))
    return found


def fitted(of: Sequence[Case]) -> dict[str, float]:
    """The weights of rules and doubts, in log odds."""
    counts = Counter(doubt for case in of for doubt in case.doubts)
    often = {name for name, count in counts.items() if count >= _FEW or name.startswith("acts/")}
    return model([case.doubts & often for case in of], [case.right for case in of])


def chance(weights: Mapping[str, float], doubts: Collection[str]) -> float:
    """How likely a stand with these doubts, and this rule among them, is right."""
    return 1 / (1 + exp(-sum(weights.get(name, 0.0) for name in ("base", *doubts))))


def check(of: Sequence[Case]) -> Iterator[str]:
    """By confidence, how many of the cases it keeps, and how many of these are right."""
    judged = [
        (chance(weights, case.doubts), case)
        for part in range(PARTS)
        for weights in [fitted([case for case in of if case.part() != part])]
        for case in of
        if case.part() == part
    ]
    for least in _THRESHOLDS:
        kept = [case.right for sure, case in judged if sure >= least]
        yield f"from {least}: {len(kept)} of {len(of)}, right {sum(kept)} ({sum(kept) / max(len(kept), 1):.3f})"


def tables(weights: Mapping[str, float]) -> Iterator[str]:
    """The lines of the two tables."""
    yield "[confidence]"
    rules = sorted(name for name in weights if name.startswith("acts/"))
    yield from (f'"{name}" = {chance(weights, [name]):.2f}' for name in rules)
    yield "\n[doubts]"
    doubts = sorted((name, weight) for name, weight in weights.items() if "/" not in name and name != "base")
    yield from (f'"{name}" = {weight}' for name, weight in doubts if abs(weight) >= _LEAST)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--write", action="store_true", help="print the weights of all as tables")
    asked = parser.parse_args()
    of = cases(asked.shared)
    print("\n".join(check(of)))
    if asked.write:
        print("\n".join(tables(fitted(of))))


if __name__ == "__main__":
    main()
