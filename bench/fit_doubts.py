"""Fits what doubts weigh in a statement's confidence: `python -m bench.fit_doubts --shared SHARED`.

Needs the stories that the labels of `gold/printed.json` were read in; what ships is the table of weights. Two models,
each a logistic one with a ridge: whether the speaker is right, and whether the words are. The stories are put in four
parts by the hash of their id; each is judged by weights of the other three, and the shares right are printed by
confidence, which is the honest figure. With `--write` the weights of all go to `lang/en/doubts.toml`.
"""

import argparse
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.printed import every_story, labels, marked
from bench.speaker_gold import hashed
from dateline.read import people, pipeline, statements
from dateline.read.statements.doubts import Weights
from dateline.records import Article

PARTS = 4
_TABLE = Path("src/dateline/lang/en/doubts.toml")
_RIDGE = 1.0
_LEAST = 0.05
"""A weight that is nearer to nothing is left out."""
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96)
_HEAD = """\
# What each doubt weighs, in log odds, for the speaker's being right and for the words'; `base` is without any.
# Fitted by `python -m bench.fit_doubts --write`; doubts are named in read/statements/doubts/ and read/people/cast.py.
"""


@dataclass(frozen=True, slots=True)
class Case:
    """A statement that was read, with its doubts."""

    story: str
    speaker: frozenset[str]
    words: frozenset[str]
    speaker_right: bool
    words_right: bool

    def part(self) -> int:
        """Which of the four parts its story belongs to."""
        return int(hashed(self.story), 16) % PARTS


def cases(shared: Path) -> list[Case]:
    """The statements of the labels that the reader still makes as they were read."""
    known = labels("fit")
    articles = {name: article for name, article in every_story(shared) if name in known}
    nlp = pipeline.load()
    docs = pipeline.parse_all(nlp, (article.text for article in articles.values()))
    return [
        case for (name, article), doc in zip(articles.items(), docs, strict=True) for case in _of(name, article, doc)
    ]


def _of(name: str, article: Article, doc: Any) -> Iterator[Case]:
    known = {one["hash"]: one for one in labels("fit")[name]}
    for found in statements.find(doc, people.cast(doc)):
        spans = tuple(sorted((*found.source, *found.cue, *found.content)))
        read = known.get(marked(found.speaker, spans, article.text))
        if read is not None:
            yield Case(name, found.speaker_doubts, found.words_doubts, read["speaker"], read["words"])


def fitted(of: Sequence[Case]) -> Weights:
    """The weights by which the cases are right or wrong."""
    return Weights(
        model([case.speaker for case in of], [case.speaker_right for case in of]),
        model([case.words for case in of], [case.words_right for case in of]),
    )


def model(doubts: Sequence[Collection[str]], right: Sequence[bool], ridge: float = _RIDGE) -> dict[str, float]:
    """The weight of each doubt, in log odds, and of `base`, by which the cases are right or wrong."""
    names = ["base", *sorted({name for found in doubts for name in found})]
    place = {name: column for column, name in enumerate(names)}
    matrix = np.zeros((len(doubts), len(names)))
    matrix[:, 0] = 1
    for row, found in enumerate(doubts):
        matrix[row, [place[name] for name in found]] = 1
    found_weights = _newton(matrix, np.array(right, float), ridge)
    return {
        name: round(float(weight), 2) for name, weight in zip(names, found_weights, strict=True) if abs(weight) > _LEAST
    }


def _newton(matrix: NDArray[Any], right: NDArray[Any], held: float) -> NDArray[Any]:
    beta = np.zeros(matrix.shape[1])
    ridge = np.full(len(beta), held)
    ridge[0] = 0.01
    for _ in range(25):
        chances = 1 / (1 + np.exp(-matrix @ beta))
        slope = matrix.T @ (right - chances) - ridge * beta
        curve = (matrix * (chances * (1 - chances))[:, None]).T @ matrix + np.diag(ridge)
        beta = beta + np.linalg.solve(curve, slope)
    return beta


def check(of: Sequence[Case]) -> Iterator[str]:
    """By confidence, how many of the cases it keeps, and how many of these are right."""
    judged = [
        (weights.confidence(case.speaker, case.words), case)
        for part in range(PARTS)
        for weights in [fitted([case for case in of if case.part() != part])]
        for case in of
        if case.part() == part
    ]
    for least in THRESHOLDS:
        kept = [case for sure, case in judged if sure >= least]
        right = sum(case.speaker_right and case.words_right for case in kept)
        yield f"from {least}: {len(kept)} of {len(of)}, right {right} ({right / max(len(kept), 1):.3f})"


def written(weights: Weights) -> str:
    """The table, heaviest first."""
    parts = [_HEAD]
    for title, found in (("speaker", weights.speaker), ("words", weights.words)):
        ordered = sorted(found.items(), key=lambda item: (-abs(item[1]), item[0]))
        parts.append("\n".join([f"[{title}]", *(f'"{name}" = {weight}' for name, weight in ordered), ""]))
    return "\n".join(parts)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--write", action="store_true", help="write the weights of all cases")
    asked = parser.parse_args()
    of = cases(asked.shared)
    print("\n".join(check(of)))
    if asked.write:
        _TABLE.write_text(written(fitted(of)), "utf-8")


if __name__ == "__main__":
    main()
