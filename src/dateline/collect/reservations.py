"""Reservations of text and data mining, as the W3C community group's protocol has them (TDMRep, 2024)."""

import json
from typing import NamedTuple
from urllib.parse import urlsplit

from dateline.collect.feeds import tags
from dateline.text.words import readable

WELL_KNOWN = "/.well-known/tdmrep.json"
RESERVED = "reserved"
_MOST = 1000


class Rule(NamedTuple):
    """What a site says of the paths that begin or match so."""

    location: str
    reservation: str | None
    """None where the owner reserves nothing."""


def of_page(headers: dict[str, str], content: bytes) -> str | None:
    """The reservation that comes with a page: its policy's address or "reserved"; None where nothing is said."""
    told = {name: headers.get(name) for name in ("tdm-reservation", "tdm-policy")}
    for tag in tags(content) if told["tdm-reservation"] is None else ():
        name = tag.attributes.get("name", "").lower()
        if tag.name == "meta" and name in told and told[name] is None:
            told[name] = tag.attributes.get("content")
    return (told["tdm-policy"] or RESERVED) if told["tdm-reservation"] == "1" else None


def of_site(content: bytes) -> tuple[Rule, ...]:
    """The rules of a site's tdmrep.json; none where it is no such file."""
    try:
        listed = json.loads(content)
    except (ValueError, RecursionError):
        return ()
    found = []
    for one in listed[:_MOST] if isinstance(listed, list) else []:
        if isinstance(one, dict) and isinstance(one.get("location"), str):
            policy = one.get("tdm-policy")
            told = readable(policy)[:_MOST] if isinstance(policy, str) and policy else RESERVED
            found.append(Rule(one["location"][:_MOST], told if one.get("tdm-reservation") == 1 else None))
    return tuple(found)


def of_address(rules: tuple[Rule, ...], url: str) -> str | None:
    """The reservation of an address by its site's rules: the longest location that fits, as in robots.txt."""
    path = urlsplit(url).path or "/"
    fitting = [rule for rule in rules if _fits(rule.location, path)]
    return max(fitting, key=lambda rule: len(rule.location)).reservation if fitting else None


def _fits(location: str, path: str) -> bool:
    """Whether a path begins as a location says, where "*" is anything and a "$" at the end is the path's own.

    Each piece between stars is looked for once, so that no location takes longer than the path has characters.
    """
    first, *pieces = location.removesuffix("$").split("*")
    is_whole = location.endswith("$")
    if not pieces:
        return path == first if is_whole else path.startswith(first)
    if not path.startswith(first):
        return False
    place, last = len(first), pieces.pop() if is_whole else ""
    for piece in pieces:
        place = path.find(piece, place)
        if place < 0:
            return False
        place += len(piece)
    return path.endswith(last) and len(path) - len(last) >= place
