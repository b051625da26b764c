"""A web server of this machine that does what it is told, and remembers what it was asked."""

import contextlib
import http.server
import threading
import time
from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Web:
    """What stands at each path: a body, a (status, headers, body), or a function of the handler that answers itself.

    Headers are a dict, or pairs where one comes twice.

    Each of 127.0.0.1 to 127.255.255.254 is a host of it.
    """

    pages: dict = field(default_factory=dict)
    asked: list = field(default_factory=list)
    """Each request: when, its host, its path, its headers."""
    port: int = 0

    def url(self, path, host="127.0.0.1"):
        return f"http://{host}:{self.port}{path}"

    def count(self):
        return Counter(path for _, _, path, _ in self.asked)

    def headers(self, path):
        return next(headers for _, _, asked, headers in reversed(self.asked) if asked == path)


def handler_of(web):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            host = self.headers["Host"].rpartition(":")[0]
            web.asked.append((time.monotonic(), host, self.path, dict(self.headers)))
            found = web.pages.get((host, self.path), web.pages.get(self.path))
            with contextlib.suppress(OSError):
                if callable(found):
                    self.close_connection = True
                    found(self)
                else:
                    self.answer(found)

        def answer(self, found):
            status, headers, body = (
                found if isinstance(found, tuple) else (200 if found is not None else 404, {}, found)
            )
            body = body.encode() if isinstance(body, str) else body or b""
            self.send_response(status)
            for name, value in headers.items() if isinstance(headers, dict) else headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Nothing on the terminal."""

    return Handler


class Server(http.server.ThreadingHTTPServer):
    """Many connections at once."""

    request_queue_size = 128
    daemon_threads = True

    def handle_error(self, *_):
        """Who fetches is killed at times, with connections open."""


@contextlib.contextmanager
def serving():
    web = Web()
    with Server(("0.0.0.0", 0), handler_of(web)) as server:
        web.port = server.server_port
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield web
        server.shutdown()


def article(headline, words="The ferry sails again, the harbour master said on Tuesday.", head=""):
    """A page with an article about a place that does not exist."""
    text = "".join(f"<p>{words} That is line {number} of {headline}.</p>" for number in range(6))
    return (
        f"<!doctype html><html lang=en><head><title>{headline}</title>{head}"
        '<meta property="article:published_time" content="2031-05-06T07:15:00Z"></head>'
        f"<body><article class=story><h1>{headline}</h1>{text}</article></body></html>"
    )


def rss(*urls, changed=None):
    """A feed of pages."""
    date = f"<pubDate>{changed}</pubDate>" if changed else ""
    items = "".join(f"<item><title>x</title><link>{url}</link>{date}</item>" for url in urls)
    return f'<rss version="2.0"><channel><title>Harbour Post</title>{items}</channel></rss>'
