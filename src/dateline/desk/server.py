"""The page of the desk, on this machine only.

Three things keep other sites and other users out. The server listens on 127.0.0.1 and answers only to that name, so a
site whose name is made to point here gets nothing. Every request wants the key of this run, which stands in the
address that the terminal prints and then in a cookie that no other site's request carries. And an act wants another
key in its form, from a page of ours: cookies do not tell ports apart, so the first key is shown to any server of this
machine that the browser visits, and must not be all that an act needs.
"""

import hmac
import secrets
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from dateline import publish
from dateline.desk.draft import Draft, WrongAct
from dateline.records import DecisionKind

_LARGEST = 20_000
"""Bytes of the largest form."""
_PATIENCE = 30
"""Seconds that a browser may say nothing before its line is cut."""
_TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".ics": "text/calendar"}
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


class DeskServer(ThreadingHTTPServer):
    """Serves the draft of one day to one person."""

    daemon_threads = True

    def __init__(self, draft: Draft, site: Path, who: str, port: int = 0) -> None:
        """Listens on a port of 127.0.0.1, a free one where it is 0; `site` is the folder of the day's pages."""
        super().__init__(("127.0.0.1", port), _Handler)
        self.draft, self.site, self.who = draft, site, who
        self.key, self.form_key = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        # With the port in its name the cookie of one desk does not take the place of another one's.
        self.cookie = f"dateline-desk-{self.server_port}"
        self.names = {f"127.0.0.1:{self.server_port}", f"localhost:{self.server_port}"}
        self.lock = threading.Lock()

    @property
    def address(self) -> str:
        """The address to open, with the key of this run."""
        return f"http://127.0.0.1:{self.server_port}/?key={self.key}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing where the browser hung up, which is no fault; else as usual."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: DeskServer
    server_version, sys_version = "Dateline", ""
    protocol_version = "HTTP/1.1"
    timeout = _PATIENCE

    def do_GET(self) -> None:
        if not self._is_ours():
            return
        try:
            parts = urlsplit(self.path)
        except ValueError:
            self._answer(HTTPStatus.NOT_FOUND, b"there is no such page\n", "text/plain")
            return
        given = parse_qs(parts.query).get("key", [""])[0]
        if given and _same(given, self.server.key):
            cookie = f"{self.server.cookie}={self.server.key}; HttpOnly; SameSite=Strict; Path=/"
            self._answer(HTTPStatus.SEE_OTHER, b"", "text/plain", {"Location": "/", "Set-Cookie": cookie})
        elif not self._has_cookie():
            self._refuse("open the address that the terminal printed; this one lacks its key")
        elif parts.path == "/":
            self._page(parse_qs(parts.query).get("said", [""])[0][:300] or None)
        elif parts.path in {"/desk.css", "/desk.js", "/site.css", "/site.js"}:
            self._answer(HTTPStatus.OK, publish.desk_file(parts.path[1:]), _TYPES[Path(parts.path).suffix])
        elif parts.path.startswith("/site/"):
            self._site_file(unquote(parts.path.removeprefix("/site/")))
        else:
            self._answer(HTTPStatus.NOT_FOUND, b"there is no such page\n", "text/plain")

    def do_POST(self) -> None:
        if not self._is_ours():
            return
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit() and len(length) < 10) or int(length) > _LARGEST:
            self.close_connection = True
            self._answer(HTTPStatus.BAD_REQUEST, b"the form is too large\n", "text/plain")
            return
        form = {
            name: values[0]
            for name, values in parse_qs(self.rfile.read(int(length)).decode("utf-8", "replace")).items()
        }
        own = {f"http://{name}" for name in self.server.names}
        if not (self._has_cookie() and _same(form.get("key", ""), self.server.form_key)):
            self._refuse("the form lacks the key of this run")
        elif self.headers.get("Origin", "") not in {"", *own}:
            self._refuse("the form comes from another site")
        else:
            self._act(form)

    def log_message(self, *_: object) -> None:
        """Nothing: the terminal is the editor's."""

    def _act(self, form: dict[str, str]) -> None:
        said = "done"
        try:
            with self.server.lock:
                _do(self.server.draft, form, self.server.who)
        except WrongAct as wrong:
            said = f"not done: {wrong}"
        anchor = form.get("subject", "") if form.get("kind") not in {"drop", "approve", "undo"} else ""
        self._answer(HTTPStatus.SEE_OTHER, b"", "text/plain", {"Location": f"/?said={quote(said)}#{quote(anchor)}"})

    def _page(self, said: str | None) -> None:
        with self.server.lock:
            draft = self.server.draft
            page = publish.desk_page(draft.contents(), draft.view(self.server.form_key, said))
        self._answer(HTTPStatus.OK, page.encode(), _TYPES[".html"])

    def _site_file(self, name: str) -> None:
        root = self.server.site.resolve()
        file = (root / name.replace("\0", "")).resolve()
        if file.is_relative_to(root) and file.is_file() and file.suffix in _TYPES:
            self._answer(HTTPStatus.OK, file.read_bytes(), _TYPES[file.suffix])
        else:
            self._answer(HTTPStatus.NOT_FOUND, b"there is no such page\n", "text/plain")

    def _is_ours(self) -> bool:
        if self.headers.get("Host", "") in self.server.names:
            return True
        self._refuse("this page answers to 127.0.0.1 only")
        return False

    def _has_cookie(self) -> bool:
        # Taken apart by hand: one odd cookie of another server of this machine makes http.cookies give none at all.
        pairs = (part.strip().partition("=") for part in self.headers.get("Cookie", "").split(";"))
        return any(name == self.server.cookie and _same(value, self.server.key) for name, _, value in pairs)

    def _refuse(self, why: str) -> None:
        self.close_connection = True
        self._answer(HTTPStatus.FORBIDDEN, f"{why}\n".encode(), "text/plain")

    def _answer(self, status: HTTPStatus, body: bytes, kind: str, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        given = {
            "Content-Type": kind,
            "Content-Length": str(len(body)),
            "Content-Security-Policy": _POLICY,
            "Cache-Control": "no-store",
            "Referrer-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
        }
        for name, value in {**given, **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def _same(given: str, key: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), key.encode())


def _do(draft: Draft, form: dict[str, str], who: str) -> None:
    kind, subject, value = form.get("kind", ""), form.get("subject", ""), form.get("value")
    if kind == "undo":
        draft.undo(int(subject) if subject.isascii() and subject.isdigit() else 0, who)
    elif kind == "reject":
        draft.reject(subject, form.get("why", ""), who)
    elif kind == "correct":
        draft.correct(subject, (form.get("field", ""), value or ""), form.get("why", ""), who)
    elif kind in list(DecisionKind):
        draft.act(DecisionKind(kind), subject, value, who)
        if kind == DecisionKind.APPROVE:
            draft.publish_site()
    else:
        raise WrongAct(f"there is no act {kind!r}")
