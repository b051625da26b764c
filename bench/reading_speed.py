"""What the whole reading costs beside the bare spaCy pipeline, on the same dispatches.

    python -m bench.reading_speed --wire FILE [--articles N] [--rounds N]

reads the first dispatches of FILE (JSON lines with `text` and `date`) and prints processor seconds and their ratio to
the bare pipeline's, of the parts one after another: each has those before it in it. The ways take turns on each text,
so that a busy machine slows them alike; of several rounds the cheapest counts.
"""

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy

from bench.attributions_speed import cheapest
from dateline.read import ReadRules, acts, people, pipeline, statements, times
from dateline.records import Moment


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print one line for each way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wire", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args(arguments)
    lines = given.wire.read_text("utf-8").splitlines()[: given.articles]
    dated = {one["text"]: one["date"] for one in map(json.loads, lines)}
    least = cheapest(_ways(dated), list(dated), given.rounds)
    print(
        f"{len(dated)} texts, {sum(len(text.split()) for text in dated)} words, the cheapest of {given.rounds} rounds"
    )
    for name, seconds in least.items():
        print(f"{name:<36} {seconds:8.3f} s   {seconds / least['bare pipeline']:.4f}")


def _ways(dated: dict[str, str]) -> dict[str, Callable[[str], object]]:
    bare, ours = spacy.load(ReadRules().pipeline, exclude=["senter"]), pipeline.load()

    def read(text: str, *, with_times: bool, with_acts: bool) -> object:
        doc = pipeline.parse(ours, text)
        cast = people.cast(doc)
        said = statements.find(doc, cast)
        published = Moment.parse(dated[text])
        when = times.find(text, published, doc) if with_times else []
        if not with_acts:
            return said
        context = acts.StoryContext(doc=doc, cast=cast, statements=said, times=when, published=published)
        return acts.find(context)

    ways: dict[str, Callable[[str], object]] = {
        "bare pipeline": bare,
        "who said what": lambda text: read(text, with_times=False, with_acts=False),
        "and when": lambda text: read(text, with_times=True, with_acts=False),
        "and what was promised and so on": lambda text: read(text, with_times=True, with_acts=True),
    }
    first = next(iter(dated))
    for way in ways.values():
        way(first)
    return ways


if __name__ == "__main__":
    main()
