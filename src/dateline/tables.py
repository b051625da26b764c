"""Tables of the settings file, read into what they are; what is wrong with one is said in a sentence."""

import re
from typing import Any, TypeVar

import msgspec

from dateline.errors import SettingsError

T = TypeVar("T", bound=msgspec.Struct)

_UNKNOWN = re.compile(r"unknown field `(?P<name>[^`]*)`(?: - at `\$\.?(?P<place>[^`]*)`)?")
_ENUM = re.compile(r"Invalid enum value '(?P<value>[^']*)'(?: - at `\$\.?(?P<place>[^`]*)`)?")
_TYPE = re.compile(r"Expected `(?P<wanted>[^`]*)`, got `(?P<got>[^`]*)`(?: - at `\$\.?(?P<place>[^`]*)`)?")
_WORDS = {
    "int": "a whole number", "float": "a number", "str": "words in quotation marks", "bool": "true or false",
    "array": "a list", "object": "a table", "null": "nothing",
}  # fmt: skip


def converted(table: object, wanted: type[T], where: str) -> T:
    """The table as a `wanted`. Raises `SettingsError` that names the key, what it holds and what is wanted."""
    try:
        return msgspec.convert(table, wanted)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{where}: {_said(str(error), wanted)}") from error


def _said(error: str, wanted: type[msgspec.Struct]) -> str:
    if found := _UNKNOWN.search(error):
        place = found["place"] or ""
        keys = ", ".join(sorted(field.encode_name for field in msgspec.structs.fields(_inner(wanted, place))))
        return f"{_at(place)}there is no key {found['name']!r}; there are {keys}"
    if found := _ENUM.search(error):
        return f"{_at(found['place'] or '')}{found['value']!r} is not one of those in docs/settings.md"
    if found := _TYPE.search(error):
        told = " or ".join(_WORDS.get(part.strip(), part.strip()) for part in found["wanted"].split("|"))
        return f"{_at(found['place'] or '')}it wants {told}, and has {_WORDS.get(found['got'], found['got'])}"
    return error


def _inner(wanted: type[msgspec.Struct], place: str) -> Any:
    """The struct at a place such as "watch[1]"."""
    name = place.partition("[")[0].partition(".")[0]
    for field in msgspec.structs.fields(wanted):
        if field.encode_name == name:
            inner = getattr(field.type, "__args__", (field.type,))[0]
            return inner if isinstance(inner, type) and issubclass(inner, msgspec.Struct) else wanted
    return wanted


def _at(place: str) -> str:
    """A place in words: "watch 2, kind: " for "watch[1].kind"."""
    told = re.sub(r"\[(\d+)\]", lambda found: f" {int(found[1]) + 1}", place).replace(".", ", ").replace("[...]", "")
    return f"{told}: " if told else ""
