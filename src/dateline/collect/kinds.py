"""What the bytes of a page are, found by looking at them; a file's name is never believed."""

import json
import re
from typing import NamedTuple

from dateline.records import MediaType

_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_LOOK = 4096
# What is no text for us, by its first bytes, with the name that a person knows it by.
_NOT_TEXT = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound, film or WebP picture"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "an SQLite file"),
    (b"\x7fELF", "a program"),
)
_XML_ROOTS = {
    b"newsitem": MediaType.NEWSML_G2,
    b"newsmessage": MediaType.NEWSML_G2,
    b"packageitem": MediaType.NEWSML_G2,
    b"knowledgeitem": MediaType.NEWSML_G2,
    b"planningitem": MediaType.NEWSML_G2,
    b"conceptitem": MediaType.NEWSML_G2,
    b"newsml": MediaType.NEWSML_1,
    b"nitf": MediaType.NITF,
    b"rss": MediaType.FEED,
    b"feed": MediaType.FEED,
    b"rdf": MediaType.FEED,
    b"rbnews": MediaType.RITZAU,
    b"xmlnewsqueuedresponse": MediaType.RITZAU,
    b"html": MediaType.HTML,
}
_ROOT = re.compile(rb"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|article|div|p|h1|table|script)\b", re.IGNORECASE)
# Old wire text frames a message with control characters; its header tells which of the two formats it is in.
_FRAME = re.compile(rb"[\x00\x16\x7f\s]*\x01")
_IPTC_7901 = re.compile(rb"[\x00\x16\x7f\s]*\x01\s*[A-Za-z]{2,4}\d{3,4}[ \t]+[1-9][ \t]+[A-Za-z]{1,3}[ \t]+\d")
_ANPA_1312 = re.compile(rb"[\x00\x16\x7f\s]*\x01[^\n]{0,40}\n[a-z] [a-z][\x11-\x14]")
_HEADER = re.compile(rb"(?P<name>[!-9;-~]{1,60}):[^\n]*\n(?:[ \t][^\n]*\n)*")
_MAIL = frozenset(
    b"from to subject date message-id received return-path delivered-to mime-version content-type list-id".split()
)
MAILBOX = re.compile(rb"From \S+ [^\n]{0,60}\d\d:\d\d[^\n]{0,60}\n")
"""The line before each mail of an mbox file (RFC 4155): who sent it, and when."""
_LEAST = 3
"""A mail has so many headers that only a mail has; a pasted interview may open with "From: Ana Ruz"."""
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class Kind(NamedTuple):
    """What some bytes are: a media type, or else what a person would call it."""

    media_type: MediaType | None
    what: str
    lines: bool = False
    """Whether it is JSON with one object a line."""
    mails: bool = False
    """Whether it is a mailbox with one mail after another."""


def kind_of(content: bytes) -> Kind:
    """What the bytes are. Only JSON is looked at beyond the first 4,096 bytes, to the end of its first line."""
    head = content[:_LOOK]
    for magic, what in _NOT_TEXT:
        if head.startswith(magic):
            return Kind(None, what)
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return _text_kind(head.decode("utf-16", "replace").encode())
    if _FRAME.match(head):
        return _wire_kind(head)
    if head.startswith(b"%PDF-"):
        return Kind(MediaType.PDF, "a PDF")
    if len(_BINARY.findall(head)) > len(head) // 50:
        return Kind(None, "binary data")
    return _text_kind(content)


def _wire_kind(head: bytes) -> Kind:
    if _IPTC_7901.match(head):
        return Kind(MediaType.IPTC_7901, "wire text of IPTC 7901")
    if _ANPA_1312.match(head):
        return Kind(MediaType.ANPA_1312, "wire text of ANPA 1312")
    return Kind(None, "old wire text with a header of neither IPTC 7901 nor ANPA 1312")


def _text_kind(content: bytes) -> Kind:
    start = content[:_LOOK]
    for mark in _BOMS:
        start = start.removeprefix(mark)
    start = start.lstrip()
    if start[:1] in {b"{", b"["}:
        return _json_kind(content)
    if start[:1] == b"<":
        return _markup_kind(start)
    if MAILBOX.match(start) and is_mail(start.partition(b"\n")[2]):
        return Kind(MediaType.MAIL, "a mailbox", mails=True)
    if is_mail(start):
        return Kind(MediaType.MAIL, "a mail")
    if len(_HTML.findall(start)) >= 3:
        return Kind(MediaType.HTML, "HTML")
    return Kind(MediaType.TEXT, "plain text")


def _markup_kind(start: bytes) -> Kind:
    root = _ROOT.search(start)
    name = root[1].lower() if root else b""
    if _HTML.search(start) and name not in _XML_ROOTS:
        return Kind(MediaType.HTML, "HTML")
    if name in _XML_ROOTS:
        return Kind(_XML_ROOTS[name], "XML")
    if start.startswith(b"<?xml"):
        return Kind(None, f"XML that is none of the agency formats: its root is <{name.decode('ascii', 'replace')}>")
    return Kind(MediaType.HTML, "HTML")


def _json_kind(content: bytes) -> Kind:
    first = content.lstrip().split(b"\n", 1)[0].strip()
    if first.startswith(b"{") and first.endswith(b"}") and content.strip() != first:
        return Kind(_object_kind(first), "JSON lines", lines=True)
    return Kind(_object_kind(content), "JSON")


def _object_kind(content: bytes) -> MediaType:
    try:
        parsed = json.loads(content)
    except (ValueError, RecursionError):
        # Whether it is one or the other, it is malformed: the extract step says so.
        return MediaType.DISPATCH if b'"dateline"' in content[:_LOOK] else MediaType.NINJS
    return MediaType.DISPATCH if is_dispatch(parsed) else MediaType.NINJS


def is_mail(start: bytes) -> bool:
    """Whether some bytes begin as a mail does: lines of headers, of which several are those of mails."""
    names, place, lines = set(), 0, start.replace(b"\r\n", b"\n")
    while found := _HEADER.match(lines, place):
        names.add(found["name"].lower())
        place = found.end()
    return len(names & _MAIL) >= _LEAST


def is_dispatch(parsed: object) -> bool:
    """Whether a JSON value is one dispatch of a wire archive: an object with a text of its own."""
    return isinstance(parsed, dict) and isinstance(parsed.get("text"), str) and "uri" not in parsed
