"""What reading web archives costs: every article of an archive made by program, against fastwarc alone reading it.

    python -m bench.warc --megabytes 1000
    python -m bench.warc --megabytes 1000 --pages FOLDER

The pages are made by program, with the sizes that news pages have in the middle (`docs/measures.md`), or are those of a
folder, again and again, each time under another address. fastwarc is no part of the project: `pip install fastwarc`
for the comparison; without it that row is left out. Prints one JSON object: seconds of the clock, and of the processor
for all processes of a side.
"""

import argparse
import gzip
import importlib
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count, cycle
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator

from dateline import collect, path, settings
from dateline.collect.fetch.keep import Answered, Keeper
from dateline.records import Source
from dateline.store import open_store

_WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
_LETTERS = "abcdefghiklmnoprstuv"
_MENU, _TEASERS = 30, 60
_PARAGRAPHS, _WORDS = 21, 44


def main() -> None:
    """Measure, and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=1000, help="of pages, unpacked")
    parser.add_argument("--pages", type=Path, help="a folder of pages, each HTML or packed with gzip")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(_measured(Path(folder), asked.megabytes, asked.pages), indent=1))


def _measured(folder: Path, megabytes: int, pages: Path | None) -> dict[str, Any]:
    file, number, size = _archive(folder, _of_folder(pages) if pages else _made(), megabytes * 10**6)
    told: dict[str, Any] = {
        "pages": number,
        "MB unpacked": round(size / 10**6),
        "MB packed": round(file.stat().st_size / 10**6),
    }
    sides: dict[str, Callable[[], int]] = {
        "fastwarc alone": lambda: _fastwarc(file),
        "warcio alone": lambda: _warcio(file),
        "reading": lambda: _read(file),
        "extracting": lambda: _extracted(file, folder / "articles.jsonl"),
        "into the store": lambda: _stored(file, folder),
    }
    for side, work in sides.items():
        try:
            told[side] = _timed(work, size)
        except ModuleNotFoundError as error:
            told[side] = str(error)
    return told


def _archive(folder: Path, bodies: Iterator[bytes], most: int) -> tuple[Path, int, int]:
    keeper, size, number = Keeper(folder), 0, 0
    while size < most:
        body = next(bodies)
        url = f"https://harbourpost.example/2031/05/06/{number}"
        place = keeper.keep(Answered(url, 200, "OK", (("Content-Type", "text/html"),), body, url, "page", "x"))
        size, number = size + len(body), number + 1
    return folder / place.file, number, size


def _of_folder(folder: Path) -> Iterator[bytes]:
    files = [file for file in sorted(folder.rglob("*")) if file.name.endswith((".html", ".html.gz"))]
    for number, file in enumerate(cycle(files)):
        content = file.read_bytes()
        # Else the second time would be the same bytes, which the store takes once.
        yield (gzip.decompress(content) if file.suffix == ".gz" else content) + f"<!-- {number} -->".encode()


def _made() -> Iterator[bytes]:
    """Pages with the parts that one of news has: scripts, a menu, an article, teasers, a foot."""
    chance = random.Random(1)
    words = ["".join(chance.choices(_LETTERS, k=chance.randint(2, 9))) for _ in range(5000)]

    def said(most: int) -> str:
        return " ".join(chance.choices(words, k=most)).capitalize()

    def script() -> str:
        keys = ",".join(f'"{word}{number}":"{chance.getrandbits(48):x}"' for number, word in enumerate(words[:400]))
        return f"<script>window.settings={{{keys}}};{'(function(a){return a.push(1)})([]);' * 300}</script>"

    def teaser() -> str:
        at, link = f"{chance.getrandbits(64):x}", f"/2031/05/06/{said(5).replace(' ', '-').lower()}"
        return (
            f'<div class="teaser teaser--small grid__item" data-id="{at}"><a class="teaser__link" href="{link}">'
            f'<picture class="teaser__picture"><source srcset="https://img.harbourpost.example/{at}/640.webp 640w, '
            f'https://img.harbourpost.example/{at}/1280.webp 1280w" type="image/webp"><img class="teaser__image" '
            f'loading="lazy" src="https://img.harbourpost.example/{at}/640.jpg" alt="{said(6)}"></picture>'
            f'<span class="teaser__kicker">{said(2)}</span><h3 class="teaser__headline">{said(8)}</h3></a></div>'
        )

    for number in count():
        headline = said(9)
        menu = "".join(
            f'<li class="menu__item"><a class="menu__link" href="/{word}">{word}</a></li>' for word in words[:_MENU]
        )
        text = "".join(f'<p class="article__text">{said(_WORDS)}.</p>' for _ in range(_PARAGRAPHS))
        teasers = "".join(teaser() for _ in range(_TEASERS))
        yield (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{headline} | Harbour Post</title>'
            f'<meta property="og:type" content="article"><meta property="og:title" content="{headline}">'
            f'<meta property="article:published_time" content="2031-05-06T07:15:00Z">{script()}</head><body>'
            f'<header class="head"><nav class="menu"><ul>{menu}</ul></nav></header><main><article class="article">'
            f'<h1 class="article__headline">{headline}</h1><p class="article__byline">By Ana Ruz</p>{text}</article>'
            f'<section class="more"><h2>More</h2>{teasers}</section></main>{script()}'
            f'<footer class="foot"><ul>{menu}</ul><p>Harbour Post {number}</p></footer></body></html>'
        ).encode()


def _fastwarc(file: Path) -> int:
    warc = importlib.import_module("fastwarc.warc")
    with file.open("rb") as opened:
        found = warc.ArchiveIterator(opened, record_types=warc.WarcRecordType.response)
        return sum(1 for record in found if record.reader.read())


def _warcio(file: Path) -> int:
    with file.open("rb") as opened:
        return sum(1 for record in ArchiveIterator(opened) if record.content_stream().read())


def _read(file: Path) -> int:
    return sum(1 for _ in collect.pages(Source(name="archive", location=str(file)), collect.CollectRules()))


def _extracted(file: Path, out: Path) -> int:
    """As a person would have it: with the command, one article a line."""
    command = [sys.executable, "-m", "dateline", "extract", "--format", "json", str(file)]
    with out.open("wb") as written:
        subprocess.run(command, stdout=written, stderr=subprocess.DEVNULL, check=False)
    with out.open("rb") as lines:
        return sum(1 for _ in lines)


def _stored(file: Path, folder: Path) -> int:
    """As a day takes it: each page into the store, then its article."""
    loaded = settings.load(None, {})
    loaded = replace(loaded, sources=(Source(name="archive", location=str(file)),))
    with closing(open_store(folder / "day.sqlite")) as store:
        _, new = path.collect_pages(loaded, store, lambda *_: None, path.Until())
        path.extract_articles(store, lambda *_: None, path.Until())
    return new


def _timed(work: Callable[[], int], size: int) -> dict[str, Any]:
    began, used = time.monotonic(), _processor()
    made = work()
    seconds, processor = time.monotonic() - began, _processor() - used
    return {
        "count": made,
        "seconds": round(seconds, 1),
        "seconds of the processor": round(processor, 1),
        "MB a second of the processor": round(size / 10**6 / processor, 1),
        "ms of the processor a page": round(1000 * processor / max(made, 1), 2),
        "MB": round(max(resource.getrusage(who).ru_maxrss for who in _WHO) / 1000),
    }


def _processor() -> float:
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, _WHO))


if __name__ == "__main__":
    main()
