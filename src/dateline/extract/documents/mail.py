"""A mail to its article: newsletters and alerts, one article a mail."""

import re
from contextlib import suppress
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from dateline.extract import html
from dateline.extract.html.decode import decoded
from dateline.extract.markup import Words, clean, paragraphs, wrapped
from dateline.extract.wire.item import Parts, article
from dateline.records import Article, MediaType, Moment, Page, Picture, Skipped, SkipReason, skipped

_MOST_PARTS = 2_000
_BOUNDARY = re.compile(rb"^--", re.MULTILINE)
_LONGEST_HEADER = 2_000
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
"""Below this line stands the signature (RFC 3676, section 4.3)."""
_ADDRESS = re.compile(r"<?\s*(?:https?://|mailto:)\S+\s*>?")
_IN_BRACKETS = re.compile(r"<([^<>]{1,300})>")


def articles(page: Page) -> list[Article | Skipped]:
    """The one article of a mail: its text is the HTML part's where that is an article, else that of the plain part.

    What is attached is not looked at. Pictures without a caption are left out: most of them count the readers.
    """
    if len(_BOUNDARY.findall(page.content)) > _MOST_PARTS:
        return [skipped(page, "extract", SkipReason.MALFORMED, f"a mail of more than {_MOST_PARTS} parts")]
    try:
        mail = message_from_bytes(page.content)
        plain, rich = (_part(mail, f"text/{kind}") for kind in ("plain", "html"))
    except (MessageError, RecursionError, ValueError) as error:
        return [skipped(page, "extract", SkipReason.MALFORMED, f"a mail that cannot be read: {type(error).__name__}")]
    made = _from_html(page, rich)
    body = made[0] if made else _from_plain(plain, mail) if plain else paragraphs(rich or "")
    parts = Parts(
        outlet=_sender(mail),
        headline=_header(mail, "Subject"),
        bylines=made[1].authors if made else (),
        published=_sent(mail),
        language=_header(mail, "Content-Language"),
        pictures=_shown(made[1]) if made else (),
        paragraphs=[one for one in body if not _ADDRESS.fullmatch(one[1])],
        url=_address(_header(mail, "Archived-At")),
    )
    found = article(parts, page, "mail/html" if made or not plain else "mail/text")
    return [replace(found, mailing_list=_list(mail)) if isinstance(found, Article) else found]


def _part(mail: Message, kind: str) -> str | None:
    """The characters of the first part of a kind that is not attached, or None."""
    for part in mail.walk():
        if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            payload = part.get_payload(decode=True)
            text = _characters(payload, part) if isinstance(payload, bytes) else ""
            if text.strip():
                return text
    return None


def _characters(payload: bytes, part: Message) -> str:
    """The characters of a part: by its charset where they are read without a fault, else by its bytes."""
    try:
        return payload.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeError):
        return decoded(payload)


def _from_html(page: Page, rich: str | None) -> tuple[Words, Article] | None:
    """The paragraphs of an HTML part that is an article, and that article."""
    if rich is None:
        return None
    content = rich.encode("utf-8", "replace")
    made = html.articles(replace(page, media_type=MediaType.HTML, content=content))
    found = next((one for one in made if isinstance(one, Article)), None)
    if found is None:
        return None
    return [(one.kind, one.span.of(found.text)) for one in found.paragraphs], found


def _from_plain(plain: str, mail: Message) -> Words:
    """The paragraphs of a plain part up to its signature, or to the way out of the list."""
    leave = _IN_BRACKETS.findall(_header(mail, "List-Unsubscribe") or "")
    found: Words = []
    for kind, words in wrapped(_SIGNATURE.split(plain.replace("\r\n", "\n"))[0]):
        if any(address in words for address in leave):
            break
        found.append((kind, words))
    return found


def _shown(found: Article) -> tuple[Picture, ...]:
    return tuple(picture for picture in found.pictures if picture.caption)


def _header(mail: Message, name: str) -> str | None:
    """A header in words, without the marks of its encoding; None where there is none."""
    given = str(mail.get(name, ""))[:_LONGEST_HEADER]
    with suppress(MessageError, LookupError, UnicodeError, ValueError):
        given = str(make_header(decode_header(given)))
    return clean(given) or None


def _sender(mail: Message) -> str | None:
    """The name of who sent it, or, without one, the host it was sent from."""
    name, address = parseaddr(_header(mail, "From") or "")
    return clean(name) or address.rpartition("@")[2] or None


def _sent(mail: Message) -> str | None:
    """The moment of the header Date; "-0000" says that the zone is not told (RFC 5322, section 3.3)."""
    try:
        return Moment.at(parsedate_to_datetime(_header(mail, "Date") or "")).iso()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _list(mail: Message) -> str | None:
    """The list's id (RFC 2919), without the words before it."""
    given = _header(mail, "List-Id")
    found = _IN_BRACKETS.search(given or "")
    return found[1] if found else given


def _address(given: str | None) -> str | None:
    return given.strip("<> ") if given else None
