"""A dispatch of a wire archive: one JSON object with id, agency, sent, date, dateline, title and text."""

import json
import re

from dateline.extract.markup import Words, plain_paragraphs
from dateline.extract.wire.item import Parts, article
from dateline.records import Article, Page, Skipped, SkipReason, skipped

# Titles of archives end in the byline that stood under them.
_BYLINE = re.compile(r"\s+by\s+((?:[A-Z][\w.'’-]+\s*){2,4})$")
_TAIL = 3
"""Words, all in small letters, that are the end of a headline whose beginning the wire lost ("probe")."""
_ENDS = ".!?:;…\"'”’»)"


def articles(page: Page) -> list[Article | Skipped]:
    """The one article of a dispatch. The day is the dispatch's own `date`; `sent`, the archive's, where it has none."""
    try:
        sent = json.loads(page.content)
    except (ValueError, RecursionError) as error:
        return [skipped(page, "extract", SkipReason.MALFORMED, f"no JSON: {error}")]
    if not isinstance(sent, dict) or not isinstance(sent.get("text"), str):
        return [skipped(page, "extract", SkipReason.MALFORMED, "a dispatch wants an object with a `text`")]
    words = {key: value for key, value in sent.items() if isinstance(value, str) and value.strip()}
    headline, byline = _headline(words.get("title"))
    parts = Parts(
        headline=headline,
        bylines=(byline,),
        agencies=(words.get("agency"),),
        dateline=words.get("dateline"),
        published=words.get("date") or words.get("sent"),
        language=words.get("language"),
        paragraphs=_mended(plain_paragraphs(sent["text"])),
        item=words.get("id"),
        version=str(sent.get("version", "")),
        status=words.get("status"),
        note=words.get("note"),
        slug=words.get("slug"),
        urgency=str(sent.get("urgency", "")),
        embargo=words.get("embargo"),
    )
    return [article(parts, page, "dispatch")]


def _headline(title: str | None) -> tuple[str | None, str]:
    """The headline and the byline of a title; a title may be a byline alone, or the end of a headline."""
    if title is None or (title == title.lower() and len(title.split()) <= _TAIL):
        return None, ""
    if re.fullmatch(r"by\s+((?:[A-Z][\w.'’-]+\s*){2,4})", title.strip()):
        return None, title
    found = _BYLINE.search(title)
    return (title[: found.start()], found[1]) if found else (title, "")


def _mended(paragraphs: Words) -> Words:
    """The paragraphs, with those joined again that the wire parted within a sentence."""
    found: Words = []
    for kind, words in paragraphs:
        if found and words[0].islower() and found[-1][1][-1] not in _ENDS:
            found[-1] = (kind, f"{found[-1][1]} {words}")
        else:
            found.append((kind, words))
    return found
