"""Direct quotations without a parser: the words in quotation marks, and the cue and the name that stand beside them.

For where speed matters more than what is not in quotation marks. Marks beside which nobody is said to speak are left
out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.lang import tables
from dateline.records import Span
from dateline.text import quotes

_WORD = r"(?:[A-Z][a-z]{0,3}\.|[^\W_](?:[\w.’'-]*[^\W_])?)"
_ASIDE = r"(?:,[^,“”\"\n]{1,90},|\s\([^()\n]{1,40}\))"
_NAME = r"(?P<source>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,5})"
_SIGNED = re.compile(rf"\s*(?P<cue>[-–—―]{{1,2}})\s?{_NAME}(?=\s*(?:$|[\n“\",.]))")
_SCRIPT = re.compile(rf"(?:^|[-–—―]\s){_NAME}(?P<cue>:)$")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_OPENS = re.compile(r"(?:^|[.!?:…][”\"’)]*)\s*$")
_PAUSES = frozenset(",!?…—–-")
_REACH = 240
"""Characters behind a quotation in which its cue may stand."""
_NEAR = 70
"""Characters between a cue and the quotation behind it."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A direct quotation: who is said to have said it, by which word, and its pieces, marks included."""

    source: Span | None
    """None where it goes on with the quotation before it, alone in its paragraph."""
    cue: Span | None
    content: tuple[Span, ...]


def quoted(text: str, language: str = "en") -> tuple[Quoted, ...]:
    """The direct quotations of `text`, in order. Raises `LanguageDataError` where the language has no table of cues."""
    marks, found = quotes.spans(text), list[Quoted]()
    at, lead, goes_on = 0, None, False
    for line in _LINE.finditer(text):
        inside = []
        while at < len(marks) and marks[at].start < line.end():
            inside.append(marks[at])
            at += 1
        turns = list(_turns(text, line, inside, lead, _beside(language))) if inside else []
        if not turns and goes_on and _is_all_quoted(text, line, inside):
            turns = [Quoted(None, None, tuple(inside))]
        found += turns
        goes_on, lead = bool(turns), line if line[0].rstrip().endswith(":") else None
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands right behind and before a quotation, as patterns with the groups `source` and `cue`."""

    behind: tuple[re.Pattern[str], ...]
    cue: re.Pattern[str]
    name: re.Pattern[str]
    stops: re.Pattern[str]


@cache
def _beside(language: str) -> _Beside:
    table = tables.table(language, "cues")["quick"]
    cues, stops = ("|".join(map(re.escape, sorted(table[name], key=len, reverse=True))) for name in ("cues", "stops"))
    named = rf"(?!(?:{stops})\b){_WORD}(?:\s(?!(?:{stops})\b){_WORD}){{0,8}}(?:,[^,.“”\"\n]{{1,90}}(?=[,.]))?"
    described = rf"{_WORD}(?:\s{_WORD}){{0,8}}?(?:{_ASIDE})?"
    return _Beside(
        behind=(
            re.compile(rf"[\s,–—-]*(?P<cue>{cues})\s+(?P<source>{named})"),
            re.compile(rf"[\s,–—-]*(?P<source>(?:{_WORD}\s){{0,8}}?[A-Z][\w.’'-]*)\s[a-z]+\s(?P<cue>{cues})\b"),
            re.compile(rf"[\s,–—-]*(?P<source>{described})\s+(?P<cue>{cues})\b"),
        ),
        cue=re.compile(rf"\b(?:{cues})\b"),
        name=re.compile(rf"(?P<source>{_WORD}(?:\s{_WORD}){{0,8}}(?:{_ASIDE})?)\s+$"),
        stops=re.compile(rf".*\b(?:{stops})\s", re.IGNORECASE),
    )


def _turns(
    text: str, line: re.Match[str], inside: Sequence[Span], lead: re.Match[str] | None, beside: _Beside
) -> Iterator[Quoted]:
    """The quotations of a paragraph, put together by who speaks."""
    source: Span | None = None
    cue: Span | None = None
    content: list[Span] = []
    done = line.start()
    for span in inside:
        opens = _OPENS.search(text[done : span.start]) is not None
        floor = lead.start() if lead and not text[line.start() : span.start].strip() else done
        said = (_behind(text, span, line.end(), beside) if opens else None) or _before(text, floor, span, beside)
        is_other = said is not None and said[1] != cue
        if is_other and source is not None:
            yield Quoted(source, cue, tuple(content))
            content = []
        source, cue = said if said is not None and is_other else (source, cue)
        broken = cue is not None and cue.start >= done and text[done : span.start].rstrip().endswith(",")
        if said is not None or opens or broken:
            content.append(span)
        done = span.end
    if source is not None:
        yield Quoted(source, cue, tuple(content))


def _behind(text: str, span: Span, end: int, beside: _Beside) -> tuple[Span, Span] | None:
    """Source and cue right behind a quotation that pauses there, or a name behind a dash as its signature."""
    signed = _SIGNED.match(text, span.end)
    if signed is not None:
        return _spans(signed)
    last = text[span.start : span.end].rstrip('”"» ')[-1:]
    if last not in _PAUSES and text[span.end : span.end + 1] != ",":
        return None
    limit = min(end, span.end + _REACH)
    found = next((hit for pattern in beside.behind if (hit := pattern.match(text, span.end, limit))), None)
    return None if found is None else _spans(found)


def _spans(found: re.Match[str]) -> tuple[Span, Span]:
    return Span(*found.span("source")), Span(*found.span("cue"))


def _before(text: str, floor: int, span: Span, beside: _Beside) -> tuple[Span, Span] | None:
    """Source and cue before a quotation, with nothing between but when and to whom, and a comma or a colon.

    A name alone before a colon has the colon as its cue.
    """
    end = floor + len(text[floor : span.start].rstrip())
    if end == floor or text[end - 1] not in ",:":
        return None
    script = _SCRIPT.search(text[floor:end].lstrip())
    if script is not None:
        source, cue = _spans(script)
        return source.shifted(end - len(script.string)), cue.shifted(end - len(script.string))
    start = max(floor, end - _REACH)
    cues = [hit for hit in beside.cue.finditer(text, start, end) if end - hit.end() <= _NEAR]
    if not cues or re.search(r"[.!?”\"]", text[cues[-1].end() : end]):
        return None
    named = beside.name.search(text, start, cues[-1].start())
    if named is None:
        return None
    stop = beside.stops.match(text, named.start("source"), named.end("source"))
    return Span(stop.end() if stop else named.start("source"), named.end("source")), Span(*cues[-1].span())


def _is_all_quoted(text: str, line: re.Match[str], inside: Sequence[Span]) -> bool:
    """Whether nothing of a paragraph stands outside its quotations."""
    outside, done = "", line.start()
    for span in inside:
        outside, done = outside + text[done : span.start], span.end
    return bool(inside) and not any(letter.isalnum() for letter in outside + text[done : line.end()])
