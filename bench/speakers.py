"""Is who said it the right one? By the gold of thirty stories: `python -m bench.speakers`.

Ours are paired with the gold by the characters of their contents: at least half of the shorter one, those with the
same cue first, then the best first; nested ones of ours only with the same cue, and they cost no precision. Of those
paired the speaker is right if the full name is, without honorifics and articles; for unnamed sources if the head
of the description is ("a senior official" and "the official"); where nobody is told, if we name nobody. A role is right
if it is one that the story gives.

`bench/speaker_gold.py` says what the gold is; `--chosen` prints the stories that its rule chooses.
"""

import argparse
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.speaker_gold import MENTIONS, Said, Speaker, chosen, gold, hashed, placed, stories
from dateline.read import people, pipeline, statements
from dateline.records import Span

_HALF = 0.5
_HONORIFICS = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady datuk seri major lieutenant brigadier general colonel".split()
)
_ARTICLES = frozenset(("a", "an", "the"))
_PARENTHESES = re.compile(r"\([^)]*\)")
_COUNTED = re.compile(r"^(?:one|some|many|most|several|both|all|two|three)(?: of)?(?: the)? ")
_AFTER_HEAD = re.compile(r" (?:of|in|at|for|with|from|on|to|by|who|that|close|led)\b.*|,.*")


@dataclass(frozen=True, slots=True)
class Pair:
    """An attribution of the gold with ours."""

    story: str
    gold: Said
    ours: statements.Found


@dataclass(slots=True)
class Tally:
    """What was found in all stories."""

    gold: list[Said]
    pairs: list[Pair]
    ours: int = 0
    """How many of ours stand in no other one."""
    ours_paired: int = 0


def overlap(one: Sequence[Span], other: Sequence[Span]) -> int:
    """How many characters two contents share."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def paired(said: Sequence[Said], found: Sequence[statements.Found]) -> list[tuple[int, int]]:
    """The places of what belongs together, those with one cue first and then the best first; each is used once."""
    ranked = []
    for i, one in enumerate(said):
        for j, other in enumerate(found):
            shared, sizes = overlap(one.content, other.content), (_size(one.content), _size(other.content))
            one_cue = one.cue is not None and overlap([one.cue], other.cue) > 0
            if shared and shared >= _HALF * min(sizes) and (one_cue or not other.nested):
                ranked.append((not one_cue, -shared / (sum(sizes) - shared), i, j))
    pairs: list[tuple[int, int]] = []
    for *_, i, j in sorted(ranked):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def folded(name: str) -> str:
    """A name or role without capitals, honorifics, articles and what stands in parentheses."""
    words = re.findall(r"[\w'&-]+", _PARENTHESES.sub(" ", name.replace("’", "'")).casefold())
    return " ".join(word for word in words if word not in _HONORIFICS | _ARTICLES)


def head(description: str) -> str:
    """The word that a description rests on: "official" of "a senior official in Rome"."""
    plain = _COUNTED.sub("", _PARENTHESES.sub("", description).casefold())
    words = folded(_AFTER_HEAD.sub("", plain)).split()
    return words[-1] if words else ""


def is_speaker(given: str | None, right: Speaker | None) -> bool:
    """Whether a speaker is the right one."""
    if given is None or right is None:
        return given is None and right is None
    plain = head if right.unnamed else folded
    return plain(given) in map(plain, right.names)


def is_role(given: str | None, right: Speaker) -> bool:
    """Whether a role is one that the story gives."""
    return given is not None and folded(given) in map(folded, right.roles)


def read(shared: Path, half: int | None = None) -> Tally:
    """Reads the stories of the gold, or of one half of it; says how many of its words are not in the texts of today."""
    known = {name: said for name, said in gold().items() if half in (None, int(hashed(name), 16) % 2)}
    tally, nlp, whole = Tally([], []), pipeline.load(), sum(map(len, known.values()))
    for name, article in stories(shared):
        if name not in known:
            continue
        said = placed(known.pop(name), article.text)
        doc = pipeline.parse(nlp, article.text)
        found = statements.find(doc, people.cast(doc))
        pairs = paired(said, found)
        tally.gold += said
        tally.pairs += [Pair(name, said[i], found[j]) for i, j in pairs]
        tally.ours += sum(not one.nested for one in found)
        tally.ours_paired += sum(not found[j].nested for _, j in pairs)
    if whole != len(tally.gold):
        print(f"not in the texts as they are now: {whole - len(tally.gold)} of {whole}")
    return tally


def report(tally: Tally) -> None:
    """Prints the figures, overall and by what the speaker is mentioned by."""
    print(
        f"found: precision {_share(tally.ours_paired, tally.ours)}; recall {_share(len(tally.pairs), len(tally.gold))}"
    )
    for mention in ("all", *MENTIONS):
        all_of_gold = [one for one in tally.gold if mention in ("all", one.mention)]
        pairs = [pair for pair in tally.pairs if mention in ("all", pair.gold.mention)]
        told = [pair for pair in pairs if pair.gold.speaker and pair.gold.speaker.roles]
        print(
            f"{mention:12} found {_share(len(pairs), len(all_of_gold))}; speaker {_rights(pairs)}; "
            f"role {_share(sum(is_role(pair.ours.role, _known(pair)) for pair in told), len(told))}"
        )


def show(pairs: Iterable[Pair]) -> None:
    """Prints the pairs whose speaker or role is wrong."""
    for pair in sorted(pairs, key=lambda one: (one.story, one.gold.content)):
        start, right = pair.gold.content[0].start, pair.gold.speaker
        where = f"{pair.story} {start} {pair.gold.mention}"
        if not is_speaker(pair.ours.speaker, right):
            print(f"speaker  {where}: {_said(right)!r}, ours {pair.ours.speaker!r} by {pair.ours.rule}")
        elif right and right.roles and not is_role(pair.ours.role, right):
            print(f"role     {where}: {right.roles[0]!r}, ours {pair.ours.role!r} of {pair.ours.speaker!r}")


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--half", type=int, choices=(0, 1), help="only one half, by the hash of the ids")
    parser.add_argument("--wrong", action="store_true", help="print each wrong speaker and role")
    parser.add_argument("--chosen", action="store_true", help="print the stories that the rule chooses, and read none")
    asked = parser.parse_args()
    if asked.chosen:
        print("\n".join(chosen(asked.shared)))
        return
    tally = read(asked.shared, asked.half)
    report(tally)
    if asked.wrong:
        show(tally.pairs)


def _size(content: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in content)


def _share(right: int, of: int) -> str:
    return f"{right / of:.3f} ({right} of {of})" if of else "- (0 of 0)"


def _rights(pairs: Sequence[Pair]) -> str:
    return _share(sum(is_speaker(pair.ours.speaker, pair.gold.speaker) for pair in pairs), len(pairs))


def _known(pair: Pair) -> Speaker:
    assert pair.gold.speaker is not None
    return pair.gold.speaker


def _said(speaker: Speaker | None) -> str | None:
    return speaker.names[0] if speaker else None


if __name__ == "__main__":
    main()
