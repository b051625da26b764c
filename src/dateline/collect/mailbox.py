"""Mailboxes (mbox, RFC 4155), read as a stream: one mail after another."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from dateline.collect.kinds import MAILBOX

_CHUNK = 1 << 16


class Mail(NamedTuple):
    """One mail: its number from 1, its bytes, and whether it was too long to be kept."""

    number: int
    content: bytes
    too_long: bool


def mails(file: BinaryIO, longest: int) -> Iterator[Mail]:
    """The mails of a mailbox; of one longer than `longest` bytes only the beginning, marked.

    A mail begins after a line "From ..." with a time, at the beginning or after an empty line; in a mail such a line
    has ">" before it, which is taken away.
    """
    number, kept, is_open, after_empty = 0, bytearray(), False, True
    while line := file.readline(_CHUNK):
        if after_empty and MAILBOX.match(line):
            if is_open:
                yield Mail(number, bytes(kept[:longest]), len(kept) > longest)
            number, kept, is_open = number + 1, bytearray(), True
        elif len(kept) <= longest:
            kept += line[1:] if line.startswith(b">") and line.lstrip(b">").startswith(b"From ") else line
        after_empty = not line.strip(b"\r\n")
    if is_open:
        yield Mail(number, bytes(kept[:longest]), len(kept) > longest)
