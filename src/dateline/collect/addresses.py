"""One page, one address: which addresses mean the same page, and which may lead to an article."""

import re
from collections.abc import Callable
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from dateline.lang.tables import words
from dateline.text.addresses import web_address

_TABLE = "any", "addresses"
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}
_DIGITS = re.compile(r"\d")
_DATED = re.compile(r"(?:19|20)\d\d[/-](?:0?[1-9]|1[0-2])(?:[/-](?:0?[1-9]|[12]\d|3[01]))?(?:/|-|$)")
_LONGEST = 2000
_SLUG_WORDS = 3
_ID_DIGITS = 5


def clean(url: str | None, base: str | None = None) -> str | None:
    """The address to ask for: absolute, without fragment and without what tells who sent the reader; else None."""
    whole = web_address(url, base)
    if whole is None or len(whole) > _LONGEST:
        return None
    parts = urlsplit(whole)
    try:
        port = parts.port
    except ValueError:
        return None
    host = (parts.hostname or "").rstrip(".")
    host = f"[{host}]" if ":" in host else host
    shown = "" if port is None or port == _PORTS[parts.scheme] else f":{port}"
    return urlunsplit((parts.scheme, host + shown, parts.path or "/", _query(parts.query, _is_tracking), ""))


def identity(url: str) -> str:
    """What all addresses of one page have in common: no scheme, no twin host, no form of it. `url` is a clean one.

    It is a key and need not be an address that answers.
    """
    parts = urlsplit(url)
    first, _, rest = parts.netloc.partition(".")
    host = rest if "." in rest and first in words(*_TABLE, "twin_hosts") else parts.netloc
    path = _INDEX.sub("/", parts.path).rstrip("/")
    stem, _, last = path.rpartition("/")
    if stem and last.lower() in words(*_TABLE, "form_endings"):
        path = stem
    forms = words(*_TABLE, "forms")
    query = _query(parts.query, lambda name, value: name in forms or (name == "output" and value == "amp"))
    return f"{host}{path.removesuffix('.amp')}" + (f"?{query}" if query else "")


def site(url: str) -> str:
    """The scheme and the host of an address, with its port."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site: hosts alike up to a first label, or one inside the other's domain."""
    mine, others = (_site(urlsplit(url).hostname or "") for url in (one, other))
    return mine == others or mine.endswith(f".{others}") or others.endswith(f".{mine}")


def may_be_article(url: str, text: str, page: str) -> bool:
    """Whether a link of a list page looks like one to an article: by its path, or else by the length of its words."""
    if not same_site(url, page) or identity(url) == identity(page):
        return False
    path = urlsplit(url).path.lower()
    parts = [part for part in path.split("/") if part]
    if not parts or path.endswith(tuple(words(*_TABLE, "no_pages"))):
        return False
    if not words(*_TABLE, "no_articles").isdisjoint(parts):
        return False
    last = parts[-1].rpartition(".")[0] or parts[-1]
    slug = len([word for word in re.split(r"[-_]", last) if len(word) > 1]) > _SLUG_WORDS
    numbered = len(_DIGITS.findall(last)) >= _ID_DIGITS
    return bool(_DATED.search(path)) or slug or (numbered and len(text.split()) > _SLUG_WORDS)


def _site(host: str) -> str:
    first, _, rest = host.partition(".")
    return rest if "." in rest and first in words(*_TABLE, "twin_hosts") else host


def _query(query: str, leave_out: Callable[[str, str], bool]) -> str:
    kept = [
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True)
        if not leave_out(name.lower(), value.lower())
    ]
    return query if len(kept) == query.count("&") + 1 else urlencode(kept)


def _is_tracking(name: str, _value: str) -> bool:
    known = words(*_TABLE, "tracking")
    return name in known or any(name.startswith(one[:-1]) for one in known if one.endswith("*"))
