"""What remembering a host's other pages would add to the extraction: `python -m bench.host_memory --shared ../shared`.

A line that another page of the host has, word for word, is left out of the text. Prints F1 on the fundus pages of hosts
with several pages: without a memory, with the pages of the host that come earlier in the set, and with all its others;
by the weights that ship, then by weights that were fitted without the host. Nothing of this ships.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from bench.fit_extraction import Sample, folds, samples
from dateline.extract.html.judge import choice


def taken(one: Sample, by: choice.Weights, known: frozenset[str]) -> str:
    """The text of a page without the lines that are known from others."""
    judged = choice.judged(one.page, one.seen, one.facts, by)
    kept = choice.chosen(one.page, one.seen, one.said, judged)
    lines = (block.text for block, keep in zip(one.page.blocks, kept, strict=True) if keep)
    return "\n".join(line for line in lines if line.casefold() not in known)


def remembered(pages: Sequence[Sample]) -> frozenset[str]:
    """All lines of some pages."""
    return frozenset(block.text.casefold() for one in pages for block in one.page.blocks)


def on_their_own(pages: Sequence[Sample]) -> Iterator[tuple[Sample, frozenset[str]]]:
    """Each page with nothing remembered."""
    return ((one, frozenset()) for one in pages)


def after_earlier(pages: Sequence[Sample]) -> Iterator[tuple[Sample, frozenset[str]]]:
    """Each page with what those before it had."""
    return ((one, remembered(pages[:place])) for place, one in enumerate(pages))


def after_others(pages: Sequence[Sample]) -> Iterator[tuple[Sample, frozenset[str]]]:
    """Each page with what all others had."""
    return ((one, remembered([*pages[:place], *pages[place + 1 :]])) for place, one in enumerate(pages))


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    of = samples(parser.parse_args().shared)
    metrics = import_module("bench_metrics")
    hosts: defaultdict[str, list[Sample]] = defaultdict(list)
    for one in of:
        if one.set == "fundus":
            hosts[one.host].append(one)
    several = [pages for pages in hosts.values() if len(pages) > 1]
    print(f"{sum(map(len, several))} pages of {len(several)} hosts", flush=True)

    def show(name: str, by: dict[int, choice.Weights] | None) -> None:
        for way in (on_their_own, after_earlier, after_others):
            told = (
                metrics.shingle_match(one.gold["body"], taken(one, by[one.part()] if by else choice.weights(), known))
                for pages in several
                for one, known in way(pages)
            )
            print(f"{name} {way.__name__} F1 {metrics.prf(list(told))['f1']:.4f}", flush=True)

    show("as it ships", None)
    show("held out", folds(of))


if __name__ == "__main__":
    main()
