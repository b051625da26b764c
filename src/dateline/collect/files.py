"""The files of a folder, in an order that does not depend on the machine."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_GZIP = b"\x1f\x8b"


def files(root: Path) -> Iterator[tuple[Path, str]]:
    """Each file under `root` and its name: the path inside the root with "/", or the file's own name for one file.

    Hidden files and folders are left out, and so are links that lead out of the root. A folder that may not be
    opened comes as itself, for the caller to fail on.
    """
    if not root.is_dir():
        yield root, root.name
        return
    top = root.resolve()
    for path in _walk(root):
        if not path.is_symlink() or path.resolve().is_relative_to(top):
            yield path, path.relative_to(root).as_posix()


def _walk(folder: Path) -> Iterator[Path]:
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        yield folder
        return
    for path in inside:
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        else:
            yield path


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file's bytes as a stream, unpacked where they are gzip. Raises OSError and EOFError as reading goes on."""
    with path.open("rb") as file:
        packed = file.read(2) == _GZIP
        file.seek(0)
        if not packed:
            yield file
            return
        with gzip.GzipFile(fileobj=file) as unpacked:
            yield unpacked  # type: ignore[misc]  # it reads like any binary file
