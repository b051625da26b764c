"""How the web is asked, from the settings and the environment."""

import os
from datetime import timedelta
from http.cookiejar import LoadError, MozillaCookieJar
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import Request
from warnings import catch_warnings

from dateline import __version__
from dateline.collect import CollectRules
from dateline.collect.addresses import clean
from dateline.collect.fetch import FetchRules
from dateline.errors import SettingsError
from dateline.records import Source
from dateline.settings import Settings


def collect_rules(settings: Settings) -> CollectRules:
    """How pages are collected."""
    return CollectRules(
        max_bytes=int(settings.number("max_bytes")),
        timeout=settings.number("timeout"),
        allow_private=settings.flag("allow_private"),
        agent=agent(settings),
        obey_tdm=settings.text("tdm") == "obey",
    )


def fetch_rules(settings: Settings, sources: list[Source]) -> FetchRules:
    """How addresses are fetched. Raises `SettingsError` where what a logged-in source needs is not there."""
    timeout = settings.number("timeout")
    return FetchRules(
        folder=settings.text("archive"),
        agent=agent(settings),
        max_bytes=int(settings.number("max_bytes")),
        timeout=timeout,
        whole=5 * timeout,
        delay=settings.number("delay"),
        allow_private=settings.flag("allow_private"),
        secrets=_secrets(sources),
    )


def daily(settings: Settings) -> int:
    """Bytes that may be kept in a day."""
    return int(settings.number("daily_megabytes") * 10**6)


def freshness(settings: Settings) -> timedelta:
    """After how long a listing is asked for again."""
    return timedelta(minutes=settings.number("fresh"))


def agent(settings: Settings) -> str:
    """The name that every request gives: a program, its version, and whom to write to."""
    contact = settings.text("contact")
    return f"Dateline/{__version__} (press review for its readers{f'; {contact}' if contact else ''})"


def _secrets(sources: list[Source]) -> dict[str, dict[str, str]]:
    """By scheme and host with its port, the headers of a reader who is logged in.

    What is meant for https is never sent in the clear; what is meant for http may be sent over https as well.
    """
    found: dict[str, dict[str, str]] = {}
    for source in sources:
        own = {}
        if source.header:
            name, _, value = os.environ.get(source.header, "").partition(":")
            if not value.strip():
                raise SettingsError(f"source {source.name!r}: {source.header} in the environment is no 'Name: value'")
            own[name.strip()] = value.strip()
        if source.cookies:
            own["Cookie"] = _cookies(source)
        if own:
            parts = urlsplit(clean(source.location) or "")
            for scheme in {parts.scheme, "https"}:
                found.setdefault(f"{scheme}://{parts.netloc}", {}).update(own)
    return found


def _cookies(source: Source) -> str:
    jar = MozillaCookieJar()
    try:
        with catch_warnings(action="ignore"):
            # It would print a traceback of its own for a line that it cannot read.
            jar.load(str(Path(source.cookies or "")), ignore_discard=True, ignore_expires=True)
    except (OSError, LoadError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"source {source.name!r}: the cookies in {source.cookies} cannot be read: {error}"
        ) from error
    for cookie in jar:
        # Browsers write 0 for one that ends with the session.
        cookie.expires = cookie.expires or None
    request = Request(source.location)  # noqa: S310  # nothing is opened: it only says which cookies fit
    jar.add_cookie_header(request)
    return str(request.get_header("Cookie", ""))
