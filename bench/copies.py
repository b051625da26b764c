"""Precision and recall of copies and of partial reuse on the test bed of `bench.copies_bed`, by kind of edit.

    python -m bench.copies --wire FILE.jsonl [--wire FILE ...] [--wikinews FILE.csv] [--ecb FOLDER] [--gold FILE.jsonl]
                           [--half 0|1] [--seed N] [--show]

A pair is two articles in one family, or, for reuse, an article and the family whose paragraphs it took. A pair counts
to the edit of each of its two; precision of a kind is over the predicted pairs that have one of it. The wire of the
gold and ECB+ are folded by themselves, as they are, as negatives: articles about one event. The wire has its copies
marked. ECB+ has real ones too, which nobody marked, so its folded pairs are counted and, with --show, printed to be
read. `bench.copies_others` measures other tools on the same bed.
"""

import argparse
import csv
import json
import time
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path

from bench import copies_bed
from bench.copies_bed import Base, Made
from dateline.fold import FoldRules, copies
from dateline.records import Article, CopySet

Pair = frozenset[str]
_RUN, _MOST_SHARED = 5, 10
"""Words of a run, and runs that two articles share where one has a sentence of the other, if an edited one."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print what was found."""
    run(parser().parse_args(arguments))


def run(given: argparse.Namespace) -> list[Made]:
    """Make the bed of a half, fold it, and print what was found; gives the bed."""
    made = list(
        copies_bed.bed([base for base in _bases(given) if copies_bed.half(base.name) == given.half], given.seed)
    )
    articles = {one.article.id: one.article for one in made}
    independent = _independent(given)
    print(f"half {given.half}: {_told(made)}; {len(independent)} independent articles")
    start = time.process_time()
    sets = copies(articles, FoldRules())
    print(f"dateline: {len(articles) / (time.process_time() - start):.0f} articles a CPU second")
    print(table(made, pairs_of(label for one in sets for label in [one.members()])))
    _print_reuse(made, sets)
    _print_independent(given, copies(independent, FoldRules()), independent)
    if given.show:
        _print_wrong(made, sets)
    return made


def pairs_of(families: Iterable[Sequence[str]]) -> set[Pair]:
    """All pairs of articles within a family."""
    return {frozenset(pair) for family in families for pair in combinations(family, 2)}


def gold_pairs(made: Sequence[Made]) -> set[Pair]:
    """The pairs that are one text."""
    families: defaultdict[str, list[str]] = defaultdict(list)
    for one in made:
        families[one.family if one.kind != "series" else one.article.id].append(one.article.id)
    return pairs_of(families.values())


def table(made: Sequence[Made], found: set[Pair]) -> str:
    """Precision, recall and F1 of pairs by kind of edit, as a table in Markdown; the last row is all."""
    kind = {one.article.id: one.kind for one in made}
    gold, found = gold_pairs(made), {pair for pair in found if any(key in kind for key in pair)}
    rows = ["| Edit | Pairs | Precision | Recall | F1 |", "|---|---|---|---|---|"]
    for name in [*copies_bed.EDITS, "all"]:
        wanted = {pair for pair in gold if name in {"all", *(kind[key] for key in pair)}}
        said = {pair for pair in found if name in {"all", *(kind.get(key) for key in pair)}}
        rows.append(f"| {name} | {len(wanted)} | {figures(len(wanted & said), len(said), len(wanted))} |")
    return "\n".join(rows)


def figures(right: int, said: int, wanted: int) -> str:
    """Precision, recall and F1 as cells of a table, of how many were right, were said, were wanted."""
    precision, recall = right / max(said, 1), right / max(wanted, 1)
    return f"{precision:.3f} | {recall:.3f} | {2 * right / max(said + wanted, 1):.3f}"


def _reuse(made: Sequence[Made], sets: Sequence[CopySet]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """The pairs of article and family that took from which, of the gold and as found."""
    family = {one.article.id: one.family for one in made}
    gold = {(one.article.id, one.reuses) for one in made if one.reuses is not None}
    found = {(one.original, family.get(reuse.article_id, "?")) for one in sets for reuse in one.reuses}
    return gold, {pair for pair in found if pair[0] in family or pair[1] != "?"}


def _print_reuse(made: Sequence[Made], sets: Sequence[CopySet]) -> None:
    gold, found = _reuse(made, sets)
    print(f"partial reuse, {len(gold)}: P, R, F1 {figures(len(gold & found), len(found), len(gold))}")
    series = {one.article.id: one.family for one in made if one.kind == "series"}
    folded = sum(len({series.get(key) for key in one.members()} - {None}) > 0 < len(one.copies) for one in sets)
    print(f"series, {len(set(series.values()))}: {folded} folded")


def _print_independent(given: argparse.Namespace, sets: Sequence[CopySet], independent: Mapping[str, Article]) -> None:
    found = {pair for pair in pairs_of(one.members() for one in sets) if pair <= independent.keys()}
    ours = [json.loads(line) for line in given.gold.read_text("utf-8").splitlines()] if given.gold else []
    marked = {frozenset((one["id"], one["copy_of"])) for one in ours if one["copy_of"]}
    wire = {pair for pair in found if pair <= {one["id"] for one in ours}}
    print(f"wire: {len(marked)} copies in the gold, {len(wire)} found, {len(wire & marked)} of them marked")
    rest = sorted(tuple(sorted(pair)) for pair in found - wire)
    reuse = [one for one in sets if one.original in independent and one.reuses]
    print(f"others of one event: {len(rest)} pairs folded, {len(reuse)} with reuse")
    shared = {copy.article_id: copy for one in sets for copy in one.copies}
    for one, other in rest if given.show else []:
        print(f"   {one} {other} {[shared[key].shared for key in (one, other) if key in shared]}")
    for found_reuse in reuse if given.show else []:
        for one_reuse in found_reuse.reuses:
            text = independent[found_reuse.original].text
            print(f"   {found_reuse.original} reuses {one_reuse.article_id}:", end=" ")
            print(" / ".join(text[span.start : span.end][:90] for span in one_reuse.spans))


def _print_wrong(made: Sequence[Made], sets: Sequence[CopySet]) -> None:
    known = {one.article.id: f"{one.article.page_id} ({one.kind})" for one in made}
    gold = gold_pairs(made)
    found = {pair for pair in pairs_of(one.members() for one in sets) if any(key in known for key in pair)}
    for name, pairs in (("missed", gold - found), ("wrong", found - gold)):
        for pair in sorted(sorted(known.get(key, key) for key in pair) for pair in pairs)[:40]:
            print(f"   {name}: {' and '.join(pair)}")
    wanted, said = _reuse(made, sets)
    for name, these in (("missed", wanted - said), ("wrong", said - wanted)):
        for one, family in sorted(these)[:40]:
            print(f"   reuse {name}: {known.get(one, one)} of {family}")


def _told(made: Sequence[Made]) -> str:
    sizes = Counter(Counter(one.family for one in made if one.kind not in {"series", "reuse"}).values())
    families = ", ".join(f"{count} of {size}" for size, count in sorted(sizes.items()))
    kinds = Counter(one.kind for one in made)
    return f"families {families}; {kinds['reuse']} with partial reuse; {kinds['series'] // 3} series of three"


def _bases(given: argparse.Namespace) -> list[Base]:
    """The articles that the bed is made of: those that share no sentence with one before them."""
    found = [Base(one["id"], one["title"] or one["id"], _parts(one["text"])) for one in _lines(given.wire)]
    if given.wikinews:
        with given.wikinews.open(encoding="utf-8", newline="") as file:
            found += [Base(one["url"], one["title"], _parts(one["text"])[1:]) for one in csv.DictReader(file)]
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    kept = []
    for base in sorted(found, key=lambda one: one.name):
        said = " ".join(base.paragraphs).split()
        runs = {" ".join(said[place : place + _RUN]) for place in range(len(said))}
        met = Counter(name for run in runs for name in seen[run])
        if not met or max(met.values()) < _MOST_SHARED:
            kept.append(base)
        for run in runs:
            seen[run][base.name] += 1
    return kept


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for one in text.split("\n\n") if (part := " ".join(one.split())))


def _lines(files: Iterable[Path]) -> list[dict[str, str]]:
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


def _independent(given: argparse.Namespace) -> dict[str, Article]:
    """The dispatches of the gold and the documents of ECB+, by their ids."""
    found: list[Article] = []
    if given.gold:
        wanted = {one["id"] for one in _lines([given.gold])}
        for one in _lines(given.wire):
            if one["id"] in wanted:
                day = date.fromisoformat(one["date"])
                found.append(copies_bed.of_text(one["id"], one["title"], _parts(one["text"]), one["agency"], day))
    for file in sorted(given.ecb.rglob("*.xml")) if given.ecb else []:
        sentences: defaultdict[int, list[str]] = defaultdict(list)
        for token in ET.parse(file).getroot().iter("token"):
            sentences[int(token.get("sentence") or 0)].append(token.text or "")
        said = [" ".join(words) for _, words in sorted(sentences.items())]
        found.append(copies_bed.of_text(file.stem, "", [one for one in said if "http" not in one], None, None))
    return {article.id: article for article in found}


def parser() -> argparse.ArgumentParser:
    """What can be given."""
    made = argparse.ArgumentParser(prog="bench.copies", description=(__doc__ or "").split("\n", 1)[0])
    made.add_argument("--wire", type=Path, action="append", required=True, help="a file with one dispatch a line")
    made.add_argument("--wikinews", type=Path, help="a file of articles with url, title and text")
    made.add_argument("--ecb", type=Path, help="the folder of ECB+")
    made.add_argument("--gold", type=Path, help="which dispatches of the wire are copies")
    made.add_argument("--half", type=int, choices=(0, 1), default=0, help="0, to decide on, or 1, to report")
    made.add_argument("--seed", type=int, default=1)
    made.add_argument("--show", action="store_true", help="print what was missed and what is wrong")
    return made


if __name__ == "__main__":
    main()
