"""Bytes of a page to characters."""

import codecs
import re

from charset_normalizer import from_bytes

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_LANGUAGE = re.compile(rb"<html[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2})", re.IGNORECASE)
# For these the WHATWG Encoding Standard makes Windows-1252 the default.
_WESTERN = frozenset({b"da", b"de", b"en", b"es", b"fi", b"fr", b"is", b"it", b"nl", b"no", b"pt", b"sv"})
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_MARKS = tuple(mark for mark, _ in _BOMS)
_HEAD = 4096
# Python calls more things encodings than pages are written in; those that are read this.
_TRIAL = b"<p>\xe4-a"
_SAMPLE = 1 << 16
# A page cut off within a character, or with one broken advertisement, is still UTF-8.
_BROKEN = 1 / 1000
# Four accented Latin letters in a row stand in no word: this is another alphabet, read as Latin ("Ïîðò").
_NO_WORD = re.compile(r"[À-ÖØ-öø-ɏ]{4}")
_SURE = 3


def for_parser(content: bytes) -> bytes | str:
    """A page as the parser takes it: its bytes where they are plain UTF-8, which saves a copy, else its characters."""
    if content.startswith(_MARKS):
        return decoded(content)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return decoded(content)
    return content


def decoded(content: bytes, likely: str | None = None) -> str:
    """The characters of a page; what cannot be read is U+FFFD.

    A page that is valid UTF-8 is UTF-8, whatever it says; one that is not and says so is believed less than its bytes.
    Where nothing is said, its charset is `likely`, or else what its bytes look like.
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content.decode(name, "replace")
    utf8 = content.decode("utf-8", "replace")
    if utf8.count("\ufffd") <= len(utf8) * _BROKEN and not _all_broken(utf8):
        return utf8
    text = content.decode(_declared(content) or _western(content) or likely or _detected(content), "replace")
    return content.decode(_detected(content), "replace") if len(_NO_WORD.findall(text)) >= _SURE else text


def _all_broken(utf8: str) -> bool:
    """Whether not one character beyond ASCII came out: a short page in an old charset has few of them."""
    return "\ufffd" in utf8 and not any(letter > "\x7f" and letter != "\ufffd" for letter in utf8)


def _declared(content: bytes) -> str | None:
    found = _DECLARED.search(content[:_HEAD])
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        if not _TRIAL.decode(name, "replace").startswith("<p>"):
            return None
    except (LookupError, UnicodeError):
        return None
    # Browsers read Latin-1 as Windows-1252 (WHATWG Encoding Standard), and pages are written for them.
    return None if name == "utf-8" else "cp1252" if name in {"iso8859-1", "ascii"} else name


def _western(content: bytes) -> str | None:
    language = _LANGUAGE.search(content[:_HEAD])
    return "cp1252" if language and language[1].lower() in _WESTERN else None


def _detected(content: bytes) -> str:
    best = from_bytes(content[:_SAMPLE]).best()
    return best.encoding if best else "cp1252"
