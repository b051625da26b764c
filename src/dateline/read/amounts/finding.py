"""Finds the amounts of a text, and what they are to one another."""

import re
from collections.abc import Iterable
from dataclasses import replace

from dateline.read.amounts.found import Found, Kind, Role
from dateline.read.amounts.values import read
from dateline.read.amounts.words import any_of, words
from dateline.records import Span

_LANGUAGE = "en"
_OPENS_TWIN, _CLOSES_TWIN = re.compile(r"\s?\((?:\w+ )?"), re.compile(r"\s?\)")
_LOOK_AROUND = 40
"""In characters: how far from an amount the words stand that say what it is to the story."""


def find(text: str) -> list[Found]:
    """The amounts of `text`, in order, none over another."""
    known = words(_LANGUAGE)
    matches = [*known.signed.finditer(text), *known.named.finditer(text)]
    found: list[Found] = []
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        if not found or match.start() >= found[-1].span.end:
            one = read(match, known)
            found += [replace(one, role=_role(text, one.span))] if one else []
    return _twins(text, found)


def _role(text: str, span: Span) -> Role | None:
    roles = words(_LANGUAGE).table["roles"]
    before, after = text[max(0, span.start - _LOOK_AROUND) : span.start], text[span.end : span.end + _LOOK_AROUND]
    for name, role in (("target", Role.TARGET), ("so_far", Role.SO_FAR)):
        if re.match(rf"\s?(?:{any_of(roles[name]['after'])})\b", after):
            return role
    for name, role in (("target", Role.TARGET), ("so_far", Role.SO_FAR)):
        if re.search(rf"\b(?:{any_of(roles[name]['before'])}) $", before):
            return role
    return None


def _twins(text: str, found: Iterable[Found]) -> list[Found]:
    """As in "189 pounds (280 euros)" is one sum; a name that leaves the country open is settled by its twin."""
    settled: list[Found] = []
    known = words(_LANGUAGE).table["twins"]
    for one in found:
        before = settled[-1] if settled else None
        if before is None or not _is_twin(text, before, one):
            settled.append(one)
        else:
            settled[-1] = _as_money(before, known)
            settled.append(replace(_as_money(one, known), twin_of=len(settled) - 1))
    return settled


def _is_twin(text: str, first: Found, second: Found) -> bool:
    bracketed = _OPENS_TWIN.fullmatch(text[first.span.end : second.span.start]) and _CLOSES_TWIN.match(
        text[second.span.end :]
    )
    one_is_money = Kind.MONEY in {first.kind, second.kind}
    open_units = words(_LANGUAGE).table["twins"]
    same_kind = first.kind is second.kind or first.unit in open_units or second.unit in open_units
    return bool(bracketed) and first.unit != second.unit and same_kind and (one_is_money or first.kind is Kind.QUANTITY)


def _as_money(one: Found, known: dict[str, str]) -> Found:
    return replace(one, kind=Kind.MONEY, unit=known[one.unit]) if one.unit in known else one
