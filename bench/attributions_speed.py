"""What finding who said what, and when, costs beside the bare spaCy pipeline, on the same texts.

    python -m bench.attributions_speed --texts FOLDER [--articles N] [--rounds N]

reads the `.txt` files of FOLDER and prints processor seconds and their ratio to the bare pipeline's: of the whole
(parse, people, statements), of times in what is parsed, and of direct quotations without a parser. The ways take turns
on each text, so that a busy machine slows them alike; of several rounds the cheapest counts.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy
from spacy.tokens import Doc

from dateline.read import ReadRules, people, pipeline, statements, times
from dateline.records import Moment

_PUBLISHED = Moment.parse("2031-05-06")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print one line for each way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args(arguments)
    texts = [path.read_text("utf-8") for path in sorted(given.texts.glob("*.txt"))[: given.articles]]
    least = cheapest(_ways(), texts, given.rounds)
    print(
        f"{len(texts)} texts, {sum(len(text.split()) for text in texts)} words, the cheapest of {given.rounds} rounds"
    )
    for name, seconds in least.items():
        print(f"{name:<36} {seconds:8.3f} s   {seconds / least['bare pipeline']:.4f}")


def cheapest(ways: dict[str, Callable[[str], object]], texts: Sequence[str], rounds: int) -> dict[str, float]:
    """By way its processor seconds over all texts, in the round in which it cost least."""
    least = dict.fromkeys(ways, float("inf"))
    for _ in range(rounds):
        spent = dict.fromkeys(ways, 0.0)
        for text in texts:
            for name, way in ways.items():
                start = time.process_time()
                way(text)
                spent[name] += time.process_time() - start
        least = {name: min(least[name], spent[name]) for name in ways}
    return least


def _ways() -> dict[str, Callable[[str], object]]:
    """Each way, warmed up. The bare pipeline is the same package, with the same parts, as it comes."""
    bare, ours = spacy.load(ReadRules().pipeline, exclude=["senter"]), pipeline.load()

    parsed: dict[str, Doc] = {}

    def whole(text: str) -> object:
        parsed[text] = doc = pipeline.parse(ours, text)
        return statements.find(doc, people.cast(doc))

    def when(text: str) -> object:
        return times.find(text, _PUBLISHED, parsed[text])

    ways: dict[str, Callable[[str], object]] = {
        "bare pipeline": bare,
        "who said what": whole,
        "times, in what is parsed": when,
        "direct quotations, without a parser": statements.quoted,
    }
    for way in ways.values():
        way("“It rains,” Ana Ruz said. “It will rain again.”")
    return ways


if __name__ == "__main__":
    main()
