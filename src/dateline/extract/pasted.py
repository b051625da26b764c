"""Plain text as a person copies it from a news site: what is text is parted from what stood around it."""

import re
from dataclasses import dataclass, field

from dateline.extract import byline, completeness, language
from dateline.extract.furniture import furniture
from dateline.extract.html.decode import decoded
from dateline.extract.html.given.captions import split_credit
from dateline.extract.html.given.dates import moment
from dateline.extract.markup import clean
from dateline.extract.place import parted
from dateline.records import (
    Article,
    Moment,
    Page,
    ParagraphKind,
    Picture,
    Skipped,
    SkipReason,
    joined,
    record_id,
    skipped,
)
from dateline.text import sentences

_ENDS = re.compile(r"[.!?…:]['\"”’»)\]]*$|[,;]$")
_SECTION_WORDS = 3
_DATE_WORDS = 12
_HEADLINE_WORDS = 30
_FIRST_WORD = re.compile(r"^news\s+(?=\w)", re.IGNORECASE)


@dataclass(slots=True)
class _Head:
    section: str | None = None
    headline: str | None = None
    standfirst: str | None = None
    bylines: list[str] = field(default_factory=list)
    published: Moment | None = None
    pictures: list[Picture] = field(default_factory=list)


def articles(page: Page) -> list[Article | Skipped]:
    """The article of a pasted text; the lines that are no sentences stand before and after it."""
    groups = _groups(decoded(page.content))
    body = [place for place, group in enumerate(groups) if _is_prose(group)]
    if not body:
        return [skipped(page, "extract", SkipReason.NO_ARTICLE, "no line of it is a sentence")]
    end = next((place for place, group in enumerate(groups) if place > body[0] and _ends_text(group)), len(groups))
    head = _head(groups[: body[0]])
    kept = [" ".join(group) for group in groups[body[0] : end]]
    box = _author_box(groups[end:])
    place = parted([*((_kind(words), words) for words in kept[:-1]), (ParagraphKind.TEXT, kept[-1])])
    text, paragraphs = joined(place.paragraphs)
    whole = completeness.of_text(text)
    return [
        Article(
            id=record_id("a", page.id),
            page_id=page.id,
            outlet=page.outlet,
            url=page.url,
            headline=head.headline,
            standfirst=head.standfirst,
            section=head.section,
            authors=byline.people(head.bylines),
            agency=byline.agency([*head.bylines, *_names_in(box)]) or place.agency or _agency_of(box),
            dateline=place.dateline,
            published=head.published or page.published,
            language=language.language(text, page.language),
            pictures=tuple(head.pictures),
            text=text,
            paragraphs=paragraphs,
            completeness=whole.what,
            completeness_why=whole.why,
            author_box=box,
            found_by=(("*", "pasted"),),
        )
    ]


def _groups(text: str) -> list[list[str]]:
    """Lines that stand together; where no line is empty, each line is a group of its own."""
    groups: list[list[str]] = [[]]
    for line in text.splitlines():
        words = clean(line)
        if words:
            groups[-1].append(words)
        elif groups[-1]:
            groups.append([])
    found = [group for group in groups if group]
    return [[line] for line in found[0]] if len(found) == 1 else found


def _is_prose(group: list[str]) -> bool:
    words = " ".join(group)
    if any(furniture().opens("credit", line) for line in group) or byline.is_byline(group[0]):
        return False
    return len(words.split()) > _HEADLINE_WORDS or (len(words.split()) > 8 and bool(_ENDS.search(words)))


def _ends_text(group: list[str]) -> bool:
    known = furniture()
    return any(known.is_just(what, group[0]) for what in ("about_author", "newsletter", "endings", "tail"))


def _kind(words: str) -> ParagraphKind:
    return (
        ParagraphKind.SUBHEAD
        if len(words.split()) < 9 and not _ENDS.search(words) and '"' not in words
        else ParagraphKind.TEXT
    )


def _head(groups: list[list[str]]) -> _Head:
    """What stands before the text: section, headline, byline, date, caption and credit, each known by its shape."""
    head = _Head()
    for group in groups:
        credit = next((line for line in group if furniture().opens("credit", line)), None)
        if credit is not None:
            caption = " ".join(line for line in group if line != credit) or None
            head.pictures.append(Picture(caption=caption, credit=split_credit(credit)[1]))
            continue
        for line in group:
            _read_line(head, line)
    return head


def _read_line(head: _Head, line: str) -> None:
    day = moment(line)
    if byline.is_byline(line):
        head.bylines.append(line)
    elif day is not None and len(line.split()) < _DATE_WORDS:
        head.published = head.published or day
    else:
        _read_title(head, line)


def _read_title(head: _Head, line: str) -> None:
    short = len(line.split()) <= _SECTION_WORDS
    if head.headline is None and head.section is None and short:
        head.section = _FIRST_WORD.sub("", line)
    elif head.headline is None:
        head.headline = line
    elif head.standfirst is None and not short:
        head.standfirst = line


def _author_box(groups: list[list[str]]) -> str | None:
    """The first sentence of the box about the author."""
    for place, group in enumerate(groups):
        if furniture().is_just("about_author", group[0]):
            rest = " ".join(group[1:] or (groups[place + 1] if place + 1 < len(groups) else []))
            found = sentences.spans(rest)
            return found[0].of(rest) if found else None
    return None


def _names_in(box: str | None) -> list[str]:
    """What the box may call an agency: its opening words, and what stands in brackets."""
    if box is None:
        return []
    return [*re.findall(r"\(([^)]{2,40})\)", box), re.split(r"\s+(?:is|\()", box)[0]]


def _agency_of(box: str | None) -> str | None:
    """An agency that no list knows, where the box calls it one: "Strait Press (STP) is a news agency"."""
    names = _names_in(box)
    return names[0] if names and box and "news agency" in box.lower() else None
