"""What collecting costs: feeds and pages from a web server of this machine, against Scrapy alone.

    python -m bench.collect --feeds 500 --pages 10000 --plot docs/collecting-cost.svg

It fetches the same addresses twice: with a Scrapy spider that only counts the pages, and with all that collecting does
(archives, the store, links, reservations). Both obey robots.txt and wait no seconds between requests, for a loopback.
Prints one JSON object; times are those of the clock, and of the processor for all processes of a side, and the memory
is that of all of them together. It looks into /proc, which Linux has.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from bench import collect_plot
from bench.collect_plot import Sample
from dateline import path, settings
from dateline.records import Source
from dateline.store import open_store

_SERVER = """
import asyncio, sys
feeds, pages, words = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
body = "<!doctype html><html lang=en><head><title>Ferry %s</title></head><body><article class=story><h1>Ferry %s</h1>"
body += "".join(f"<p>{words} Line {line} of %s.</p>" for line in range(60)) + "</article></body></html>"
given = 0
def found(host, path):
    global given
    if path == "/count":
        return 200, str(given)
    if path == "/feed":
        links = "".join(f"<item><link>http://{host}/{page}</link></item>" for page in range(pages // feeds))
        return 200, f"<rss><channel><title>x</title>{links}</channel></rss>"
    if not path[1:].isdigit():
        return 404, ""
    given += 1
    return 200, body.replace("%s", host + path)
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
    name = "alone"
    async def start(self):
        for url in sys.argv[1:]:
            yield Request(url)
    def parse(self, response):
        if response.url.endswith("/feed"):
            for url in re.findall("<link>([^<]+)", response.text):
                yield Request(url)
given = {"ROBOTSTXT_OBEY": True, "CONCURRENT_REQUESTS": 32, "CONCURRENT_REQUESTS_PER_DOMAIN": 1, "DOWNLOAD_DELAY": 0,
         "TELNETCONSOLE_ENABLED": False, "LOG_ENABLED": False, "REMOTE_CONTROL_ENABLED": False}
process = CrawlerProcess(given)
process.crawl(Alone)
process.start()
"""
_OF_PROCESSOR = "a second of the processor"
_EVERY = 0.5
_WORDS = "The harbour master said on Tuesday that the ferry sails again, since the wind has turned and the ice is gone."


def main() -> None:
    """Measure what is asked for, and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=500)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--plot", type=Path, metavar="FILE.svg", help="draw pages and memory over the run")
    parser.add_argument("--collect", nargs="+", metavar="URL", help="be one side: collect from these feeds")
    asked = parser.parse_args()
    if asked.collect:
        _collected(asked.collect)
        return
    with _served(asked.feeds, asked.pages) as port:
        urls = [f"http://127.1.{number // 250}.{number % 250 + 1}:{port}/feed" for number in range(asked.feeds)]
        runs = {name: watched(side, urls, port) for name, side in _SIDES.items()}
    told: dict[str, Any] = {name: _told(samples) for name, samples in runs.items()}
    for unit in ("a second", _OF_PROCESSOR):
        told[f"share {unit}"] = round(told["collecting"][unit] / told["Scrapy alone"][unit], 2)
    print(json.dumps(told, indent=1))
    if asked.plot:
        asked.plot.write_text(collect_plot.drawn(runs), "utf-8")


@contextmanager
def _served(feeds: int, pages: int) -> Iterator[int]:
    command = [sys.executable, "-c", _SERVER, str(feeds), str(pages), _WORDS]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        yield int(server.stdout.readline())
        server.kill()


def _collected(urls: list[str]) -> None:
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
        with closing(open_store(loaded.text("store"))) as store:
            path.gather(loaded, store, lambda *_: None, path.Until())


_SIDES = {"Scrapy alone": ["-c", _SPIDER], "collecting": ["-m", "bench.collect", "--collect"]}


def watched(side: list[str], urls: list[str], port: int) -> list[Sample]:
    """How a side did, in samples half a second apart; it has a process of its own, as it has at a person's."""
    samples: list[Sample] = []
    before, began = _asked(port), time.monotonic()
    with subprocess.Popen([sys.executable, *side, *urls]) as process:
        while process.poll() is None:
            tree = _tree(process.pid)
            used, held = sum(one[0] for one in tree), sum(one[1] for one in tree)
            # Of a process that ended meanwhile the seconds are its parent's to tell, later.
            used = max(used, samples[-1].processor if samples else 0.0)
            samples.append(Sample(time.monotonic() - began, used, _asked(port) - before, held))
            time.sleep(_EVERY)
    if process.returncode:
        raise RuntimeError(f"{side[:2]} ended with {process.returncode}")
    return samples


def _tree(pid: int) -> list[tuple[float, float]]:
    """Of a process and all that it started: the seconds of the processor so far, and the memory in MB."""
    found, processes = [], [pid]
    for one in processes:
        place = Path(f"/proc/{one}")
        try:
            told = (place / "stat").read_text().rpartition(")")[2].split()
            pages = int((place / "statm").read_text().split()[1])
            processes += map(int, (place / f"task/{one}/children").read_text().split())
        except (OSError, ValueError, IndexError):
            continue
        # The times of the process itself, and of its children that it has waited for (proc(5), fields 14 to 17).
        ticks = sum(map(int, told[11:15]))
        found.append((ticks / os.sysconf("SC_CLK_TCK"), pages * os.sysconf("SC_PAGE_SIZE") / 10**6))
    return found


def _asked(port: int) -> int:
    """How many pages the server has given so far, by its own count."""
    with urlopen(f"http://127.0.0.1:{port}/count") as answer:
        return int(answer.read())


def _told(samples: Sequence[Sample]) -> dict[str, Any]:
    last = samples[-1]
    return {
        "pages": last.pages,
        "seconds": round(last.seconds, 1),
        "seconds of the processor": round(last.processor, 1),
        "a second": round(last.pages / last.seconds, 1),
        _OF_PROCESSOR: round(last.pages / last.processor, 1),
        "MB": round(max(sample.megabytes for sample in samples)),
    }


if __name__ == "__main__":
    main()
