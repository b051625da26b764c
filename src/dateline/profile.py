"""The `[profile]` table of `dateline.toml`: whose edition it is."""

import re
from collections.abc import Mapping
from datetime import datetime, time
from types import MappingProxyType
from typing import Any

import msgspec

from dateline.errors import SettingsError
from dateline.records import Profile, SectionRule, Watch, WatchKind
from dateline.tables import converted
from dateline.text import queries

_MOST_DAYS = 31
_LANGUAGE = re.compile(r"[a-z]{2,3}")


class _WatchTable(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    kind: WatchKind = WatchKind.TOPIC
    aliases: tuple[str, ...] = ()
    query: str | None = None
    weight: float = 1.0


class _SectionTable(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    sections: tuple[str, ...] = ()
    query: str | None = None


class _ProfileTable(msgspec.Struct, forbid_unknown_fields=True):
    watch: tuple[_WatchTable, ...] = ()
    section: tuple[_SectionTable, ...] = ()
    leave_out: tuple[str, ...] = ()
    outlets: dict[str, float] = {}
    hours: tuple[str, ...] = ()
    covers: int = 1
    languages: tuple[str, ...] = ()
    approval: bool = False
    minutes: int | None = None


def profile(table: Mapping[str, Any], where: str) -> Profile:
    """The profile that a table gives. Raises `SettingsError` that names the key, what it holds and what is wanted."""
    given = converted(table, _ProfileTable, f"{where}, profile")
    found = Profile(
        watches=tuple(Watch(**msgspec.structs.asdict(watch)) for watch in given.watch),
        sections=tuple(SectionRule(**msgspec.structs.asdict(section)) for section in given.section),
        leave_out=given.leave_out,
        outlets=MappingProxyType(given.outlets),
        hours=tuple(sorted({_hour(hour, where) for hour in given.hours})),
        covers=given.covers,
        languages=given.languages,
        approval=given.approval,
        minutes=given.minutes,
    )
    _check(found, f"{where}, profile")
    _check_edition(found, f"{where}, profile")
    return found


def _check(found: Profile, where: str) -> None:
    for watch in found.watches:
        _check_query(f'"{watch.name}"' if watch.query is None else watch.query, f"{where}, watch {watch.name!r}")
        for alias in watch.aliases:
            _check_query(f'"{alias}"', f"{where}, watch {watch.name!r}")
    for section in found.sections:
        if section.query is not None:
            _check_query(section.query, f"{where}, section {section.name!r}")
        elif not section.sections:
            raise SettingsError(f"{where}, section {section.name!r}: wants `sections`, a `query` or both")
    for query in found.leave_out:
        _check_query(query, f"{where}, leave_out")
    for outlet, weight in found.outlets.items():
        if weight < 0:
            raise SettingsError(f"{where}, outlets: {outlet!r} has {weight}; it wants 0 or more")


def _check_edition(found: Profile, where: str) -> None:
    if found.minutes is not None and found.minutes < 1:
        raise SettingsError(f"{where}: minutes is {found.minutes}; it wants 1 or more")
    if not 1 <= found.covers <= _MOST_DAYS:
        raise SettingsError(f"{where}: covers is {found.covers}; it wants 1 to {_MOST_DAYS} days")
    for language in found.languages:
        if not _LANGUAGE.fullmatch(language):
            raise SettingsError(f"{where}: languages has {language!r}; write it like 'en'")


def _hour(given: str, where: str) -> time:
    try:
        return datetime.strptime(given, "%H:%M").time()  # noqa: DTZ007  an hour of the settings' zone
    except ValueError:
        raise SettingsError(f"{where}, profile: hours has {given!r}; write it like '07:15'") from None


def _check_query(query: str, where: str) -> None:
    try:
        queries.parse(query)
    except queries.QueryError as error:
        raise SettingsError(f"{where}: {error}") from error
