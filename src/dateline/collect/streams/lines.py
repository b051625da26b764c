"""Files with one dispatch a line, read as a stream."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

_CHUNK = 1 << 16


class Line(NamedTuple):
    """One line: its number from 1, its bytes without the line's end, and whether it was too long to be kept."""

    number: int
    content: bytes
    too_long: bool


def lines(file: BinaryIO, longest: int) -> Iterator[Line]:
    """The lines of a file that are not blank; of one longer than `longest` bytes only the beginning, marked."""
    number = 0
    while head := file.readline(longest + 1):
        number += 1
        too_long = len(head) > longest and not head.endswith(b"\n")
        if too_long:
            _pass_to_line_end(file)
        content = head.rstrip(b"\r\n")
        if content.strip():
            yield Line(number, content, too_long)


def _pass_to_line_end(file: BinaryIO) -> None:
    while chunk := file.readline(_CHUNK):
        if chunk.endswith(b"\n"):
            return
