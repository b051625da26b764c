"""What collecting costs: feeds and pages from a web server of this machine, against Scrapy alone; and reading WARC.

    python -m bench.collect web --feeds 500 --pages 10000
    python -m bench.collect warc --megabytes 1000

`web` fetches the same addresses twice: with a Scrapy spider that only counts the pages, and with all that collecting
does (archives, the store, links, reservations). Both obey robots.txt and wait no seconds between requests, for a
loopback. `warc` reads an archive made by program with warcio alone, and as `dateline extract` does, all articles of it.
Prints one JSON object; times are those of the clock, and of the processor for all processes of that side.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator

from dateline import collect, extract, path, settings
from dateline.collect.fetch.keep import Answered, Keeper
from dateline.records import Page, Source
from dateline.store import open_store

_SERVER = """
import asyncio, sys
feeds, pages, words = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
body = "<!doctype html><html lang=en><head><title>Ferry %s</title></head><body><article class=story><h1>Ferry %s</h1>"
body += "".join(f"<p>{words} Line {line} of %s.</p>" for line in range(60)) + "</article></body></html>"
def found(host, path):
    if path == "/feed":
        links = "".join(f"<item><link>http://{host}/{page}</link></item>" for page in range(pages // feeds))
        return 200, f"<rss><channel><title>x</title>{links}</channel></rss>"
    name = host + path
    return (200, body.replace("%s", name)) if path[1:].isdigit() else (404, "")
async def serve(reader, writer):
    try:
        while line := await reader.readline():
            host = ""
            while (header := await reader.readline()) not in (b"\\r\\n", b""):
                if header.lower().startswith(b"host:"):
                    host = header[5:].strip().decode()
            status, text = found(host, line.split()[1].decode())
            sent = text.encode()
            head = f"HTTP/1.1 {status} OK\\r\\nContent-Type: text/html\\r\\nContent-Length: {len(sent)}\\r\\n\\r\\n"
            writer.write(head.encode() + sent)
            await writer.drain()
    except OSError:
        pass
    finally:
        writer.close()
async def main():
    server = await asyncio.start_server(serve, "0.0.0.0", 0, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()
asyncio.run(main())
"""
_SPIDER = """
import logging, re, sys
from scrapy import Request, Spider
from scrapy.crawler import CrawlerProcess
logging.disable()
class Alone(Spider):
    name, pages = "alone", 0
    async def start(self):
        for url in sys.argv[1:]:
            yield Request(url)
    def parse(self, response):
        if response.url.endswith("/feed"):
            for url in re.findall("<link>([^<]+)", response.text):
                yield Request(url)
        else:
            Alone.pages += bool(response.body)
given = {"ROBOTSTXT_OBEY": True, "CONCURRENT_REQUESTS": 32, "CONCURRENT_REQUESTS_PER_DOMAIN": 1, "DOWNLOAD_DELAY": 0,
         "TELNETCONSOLE_ENABLED": False, "LOG_ENABLED": False, "REMOTE_CONTROL_ENABLED": False}
process = CrawlerProcess(given)
process.crawl(Alone)
process.start()
print(Alone.pages)
"""
_OF_PROCESSOR = "a second of the processor"
_WORDS = "The harbour master said on Tuesday that the ferry sails again, since the wind has turned and the ice is gone."


def main() -> None:
    """Measure what is asked for, and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["web", "warc"])
    parser.add_argument("--feeds", type=int, default=500)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--megabytes", type=int, default=1000)
    asked = parser.parse_args()
    print(json.dumps(_web(asked.feeds, asked.pages) if asked.what == "web" else _warc(asked.megabytes), indent=1))


def _web(feeds: int, pages: int) -> dict[str, Any]:
    with _served(feeds, pages) as port:
        urls = [f"http://127.1.{number // 250}.{number % 250 + 1}:{port}/feed" for number in range(feeds)]
        alone = _timed(lambda: _alone(urls))
        whole = _timed(lambda: _collected(urls))
    shares = {f"share {unit}": round(whole[unit] / alone[unit], 2) for unit in ("a second", _OF_PROCESSOR)}
    return {"Scrapy alone": alone, "collecting": whole, **shares}


@contextmanager
def _served(feeds: int, pages: int) -> Iterator[int]:
    command = [sys.executable, "-c", _SERVER, str(feeds), str(pages), _WORDS]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        yield int(server.stdout.readline())
        server.kill()


def _alone(urls: list[str]) -> int:
    done = subprocess.run([sys.executable, "-c", _SPIDER, *urls], capture_output=True, check=True)
    return int(done.stdout)


def _collected(urls: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        loaded = settings.load(None, {})
        values: dict[str, Any] = {
            "store": f"{folder}/day.sqlite",
            "archive": f"{folder}/archive",
            "allow_private": True,
            "delay": 0.0,
        }
        sources = tuple(Source(name=url, location=url) for url in urls)
        loaded = replace(loaded, values={**loaded.values, **values}, sources=sources)
        store = open_store(loaded.text("store"))
        try:
            return path.gather(loaded, store, lambda *_: None, path.Until()).new
        finally:
            store.close()


def _timed(work: Callable[[], int]) -> dict[str, Any]:
    began, used = time.monotonic(), _processor()
    pages = work()
    seconds, processor = time.monotonic() - began, _processor() - used
    return {
        "pages": pages,
        "seconds": round(seconds, 1),
        "seconds of the processor": round(processor, 1),
        "a second": round(pages / seconds, 1),
        _OF_PROCESSOR: round(pages / processor, 1),
        "MB": round(max(resource.getrusage(who).ru_maxrss for who in _WHO) / 1000),
    }


_WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def _processor() -> float:
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, _WHO))


def _warc(megabytes: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        kept = _made(Path(folder), megabytes)
        found = {"warcio alone": _timed(lambda: _warcio(kept)), "extracting": _timed(lambda: _read(kept))}
        sizes: dict[str, Any] = {"MB unpacked": megabytes, "MB packed": kept.stat().st_size // 10**6}
    return sizes | found


def _made(folder: Path, megabytes: int) -> Path:
    """An archive of pages with articles of different words, each about 20 kB."""
    keeper, chance, size, number = Keeper(folder), random.Random(1), 0, 0
    vocabulary = [*_WORDS.split(), *("".join(chance.sample("abcdefghiklmnoprstuv", 6)) for _ in range(5000))]
    while size < megabytes * 10**6:
        lines = (" ".join(chance.choices(vocabulary, k=45)) for _ in range(60))
        text = "".join(f"<p>{line}.</p>" for line in lines)
        body = (
            f"<!doctype html><html><head><title>Ferry {number}</title></head><body><h1>Ferry {number}</h1>{text}</body>"
        )
        url = f"https://harbourpost.example/{number}"
        place = keeper.keep(Answered(url, 200, "OK", (("Content-Type", "text/html"),), body.encode(), url, "page", "x"))
        size, number = size + len(body), number + 1
    return folder / place.file


def _warcio(file: Path) -> int:
    with file.open("rb") as opened:
        return sum(1 for record in ArchiveIterator(opened) if record.content_stream().read())


def _read(file: Path) -> int:
    source = Source(name="archive", location=str(file))
    pages = (page for page in collect.pages(source, collect.CollectRules()) if isinstance(page, Page))
    return sum(len(extract.articles(page)) for page in pages)


if __name__ == "__main__":
    main()
