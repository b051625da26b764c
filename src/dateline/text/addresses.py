"""Addresses of the web, as far as they may be followed or shown."""

from urllib.parse import urljoin, urlsplit


def web_address(url: str | None, base: str | None = None) -> str | None:
    """The address, made absolute by `base`; None where it is not one of http or https with a host."""
    if not url:
        return None
    try:
        whole = urljoin(base or "", url.strip())
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in {"http", "https"} and parts.hostname else None
