"""Whether a passage can stand without the text around it: English, by its words.

Extracts mislead where they lose what they lean on: a "However" without what it answers, a "he" of whom nobody knows
who it is. What is in doubt is passed over; there is always another sentence.
"""

import re
from collections.abc import Iterable, Iterator

from dateline.brief.material import BriefRules
from dateline.lang import tables
from dateline.records import Article, Passage
from dateline.text import quotes, sentences
from dateline.text.words import words

_FEWEST = 4
"""Words of the shortest sentence that tells anything."""
_OPENING = 80
_CLOSING = "\"'”’»)"
_POINTING = re.compile(r"\b(?:[Tt]his|[Tt]hese|[Tt]hose|same) (\w+)")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_APOSTROPHE = re.compile(r"[’'].*")


def is_readable(found: Passage, article: Article, rules: BriefRules) -> bool:
    """Whether a passage is whole, not too long, and understood by who reads nothing else."""
    opening = words(found.text[:_OPENING])
    if len(found.text) > rules.longest or len(opening) < _FEWEST or not _ends(found.text):
        return False
    if article.language != "en":
        return True
    if _leans(found.text) and not any(name.place == len(opening[0]) for name in found.names):
        # Unless the name of the first word stands right behind it.
        return False
    return all(_is_settled(place, found) for place in _persons(found.text))


def _ends(text: str) -> bool:
    """Whether the last sentence was not cut off."""
    return text.rstrip(_CLOSING)[-1:] in {".", "!", "?", "…"}


def _leans(text: str) -> bool:
    """Whether the first sentence answers, continues or points at one before it."""
    first = [_APOSTROPHE.sub("", word) for word in words(text[:_OPENING])]
    if first[0] in _listed("leaning"):
        return True
    if any(first[: len(phrase)] == phrase for phrase in _phrases("leaning_phrases")):
        return True
    if any(_is_unseen(found, text) for found in _POINTING.finditer(text)):
        return True
    sentence = sentences.spans(text)[0].of(text)
    return any(f", {inside}," in sentence.casefold() for inside in _listed("leaning_inside"))


def _is_unseen(found: re.Match[str], text: str) -> bool:
    """Whether "this route" points at a route that was not named before; "this week" points at nothing in a text."""
    noun = found[1].casefold()
    return noun not in _listed("plain_to_see") and noun not in words(text[: found.start()])


def _persons(text: str) -> Iterator[int]:
    """Where "he" and "she" stand, in every form, outside of quotations."""
    said = quotes.spans(text)
    for found in _WORD.finditer(text):
        inside = any(span.start <= found.start() < span.end for span in said)
        if not inside and found[0].casefold() in _listed("persons"):
            yield found.start()


def _is_settled(place: int, found: Passage) -> bool:
    """Whether somebody was named or described before a pronoun, or stands behind it in brackets.

    In "After his visit, Ana Ruz said" the name follows: it may, in the sentence that begins so.
    """
    sentence = next(span for span in sentences.spans(found.text) if span.start <= place < span.end)
    fronted = "," not in found.text[sentence.start : place]
    if any(name.place <= place + len("himself") for name in found.names) or names_one(found.text[:place]):
        return True
    comma = found.text.find(",", place, sentence.end)
    return fronted and comma >= 0 and names_one(found.text[comma : sentence.end])


def names_one(text: str) -> bool:
    """Whether a text names or describes somebody whom "he" or "she" can mean."""
    described = tables.words("en", "titles", "titles") | tables.words("en", "brief", "people")
    empty = tables.words("en", "stopwords", "stopwords") | _listed("leaning")
    before = ""
    for found in _WORD.finditer(text):
        word = found[0].casefold()
        is_name = found[0][0].isupper() and word not in empty and before not in _listed("places")
        if word in described or is_name:
            return True
        before = word
    return False


def _listed(key: str) -> frozenset[str]:
    return tables.words("en", "brief", key)


def _phrases(key: str) -> Iterable[list[str]]:
    return (phrase.split() for phrase in _listed(key))
