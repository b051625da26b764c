"""The words beside a picture: what it shows, and who made it."""

import re
from collections.abc import Iterable
from functools import cache

from dateline.extract import byline
from dateline.extract.furniture import furniture
from dateline.extract.markup import clean

_CREDIT = 120
"""A line of no more characters may be nothing but a credit."""
_LONGEST_LINE = 1_500
_TAIL = 70
_NAME = 3
"""A name has at most so many words."""
_EDGES = " \t\n|·•–—-/,;:=＝"
_IN_BRACKETS = re.compile(r"[(\[（［]([^()\[\]（）［］]{2,90})[)\]）］]?\s*\.?$")
_LAST_SENTENCE = re.compile(r"[.!?…”\"»](?:\s+|(?<=[a-zà-ÿ].)(?=[A-ZÀ-Þ]))(?=[^.!?]{2,70}$)")
_AFTER_STROKE = re.compile(r"\s[/|]\s(?=.{2,90}$)")
_PARTS = re.compile(r"[/|,;()]| via ")
_CREDIT_TAGS = frozenset({"cite", "footer", "small"})
_BRACKET = re.compile(r"[(\[（［)\]）］]")
_BRACKETS = (("(", ")"), ("[", "]"), ("（", "）"), ("［", "］"))


def split_credit(text: str) -> tuple[str | None, str | None]:
    """Caption and credit of a line that holds both: "The bridge at noon. Photo: Ana Ruz/OPA".

    The credit follows a word for it, or is the last bracket or the words after the last sentence where these name an
    agency of pictures, have a stroke between names or end with a word for it.
    """
    text = clean(text)[:_LONGEST_LINE]
    if found := _marks().search(text):
        return trimmed(text[: found.start()]), trimmed(text[found.end() :])
    if (found := _IN_BRACKETS.search(text)) and is_credit(found[1]):
        return trimmed(text[: found.start()]), credit_alone(found[1])
    if (found := _LAST_SENTENCE.search(text)) and is_credit(text[found.end() :]):
        return trimmed(text[: found.start() + 1]), trimmed(text[found.end() :])
    if (found := _AFTER_STROKE.search(text)) and (_ending().search(text) or _is_caption_of_seller(text, found)):
        return trimmed(text[: found.start()]), credit_alone(text[found.end() :])
    return trimmed(text), None


def parted(lines: Iterable[tuple[str, bool]]) -> tuple[str | None, str | None]:
    """Caption and credit of the lines beside a picture, each with whether the page calls it a credit."""
    captions: list[str] = []
    credited_to: list[str] = []
    for text, is_called_credit in lines:
        if furniture().is_just("credit", text):
            continue
        caption, after = split_credit(text)
        if len(text) <= _CREDIT and (
            is_called_credit or _names_only_sellers(text) or (captions and after is None and is_credit(text))
        ):
            caption, after = None, credit_alone(text)
        if after and after not in credited_to:
            credited_to.append(after)
        if caption and caption not in captions and not _is_label(caption):
            captions.append(caption)
    return trimmed(" ".join(captions)), next(iter(credited_to), None)


def is_credit_element(tag: str, attributes: str) -> bool:
    """Whether an element beside a picture is a credit: by its tag or, as part of a line, by its name."""
    return tag in _CREDIT_TAGS or (tag == "span" and furniture().named("credit", attributes))


def is_credit(text: str) -> bool:
    """Whether a few words name who made a picture: they name an agency, have a stroke between two names or say so."""
    if len(text) > _TAIL:
        return False
    parts = [part.strip().casefold() for part in _PARTS.split(text)]
    return (
        any(_sellers().match(part) for part in parts if part)
        or bool(_ending().search(text))
        or bool(re.fullmatch(r"[^\W\d_][\w.'’ -]+ ?/ ?[^\W\d_][\w.'’ &-]+", text))
    )


def credit_alone(words: str | None) -> str | None:
    """Who made a picture, of words that say nothing else, without the word for it."""
    if not words:
        return None
    words = trimmed(clean(words)) or ""
    found = _marks().match(words)
    return trimmed(words[found.end() :] if found else _ending().sub("", words))


def trimmed(text: str | None) -> str | None:
    """Words without the marks at their edges, and without a bracket that has no other."""
    if not text:
        return None
    text = text.strip(_EDGES)
    for opens, closes in _BRACKETS if _BRACKET.search(text) else ():
        if text.count(opens) > text.count(closes):
            text = text.rstrip(opens).strip(_EDGES)
            text = text.replace(opens, "", 1) if text.startswith(opens) else text
        elif text.count(closes) > text.count(opens) and text.endswith(closes):
            text = text[:-1]
        elif text.startswith(opens) and text.endswith(closes) and text.count(opens) == 1:
            text = text[1:-1]
    return text.strip(_EDGES) or None


def _is_label(text: str) -> bool:
    """Whether words beside a picture say nothing of it: that it is one, who wrote the text, an advertisement."""
    return furniture().is_just("picture_labels", text) or byline.is_byline(text)


def _is_caption_of_seller(text: str, stroke: re.Match[str]) -> bool:
    """Whether a stroke parts more words than a name has from nothing but agencies: "The ferry at the yard / OPA"."""
    return len(text[: stroke.start()].split()) > _NAME and _names_only_sellers(text[stroke.end() :])


def _names_only_sellers(text: str) -> bool:
    """Whether a line is nothing but the names of agencies."""
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    return bool(parts) and all(
        part.casefold() in furniture().words["picture_agencies"] or byline.agency([part]) for part in parts
    )


@cache
def _sellers() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, furniture().words['picture_agencies']))})\b")


@cache
def _marks() -> re.Pattern[str]:
    """A word for a credit: one with a colon or a sign stands anywhere, one that is a mere word before a name."""
    known = furniture().words
    words = sorted({*known["credit"], *known["credit_also"]}, key=len, reverse=True)
    signs = "|".join(re.escape(word) for word in words if not word[-1].isalpha())
    plain = "|".join(re.escape(word) for word in words if word[-1].isalpha())
    firsts = "".join(sorted({re.escape(word[0]) for word in words}))
    name = "(?-i:(?=\\s+[A-ZÀ-ÞĀ-ŽА-Я]))"
    return re.compile(
        rf"(?:(?<![^\s(\[（|/.–—-])|(?=（))(?=[{firsts}])(?:(?:{signs})|(?:{plain}){name})\s*", re.IGNORECASE
    )


@cache
def _ending() -> re.Pattern[str]:
    """A word for a credit that stands after the name: "Ana Ruz nuotr."."""
    return re.compile(rf"\s*(?:{'|'.join(map(re.escape, furniture().words['credit_after']))})\W*$", re.IGNORECASE)
