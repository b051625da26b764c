"""Loads the tables of a language folder."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.errors import LanguageDataError


@cache
def table(language: str, name: str) -> dict[str, Any]:
    """The contents of `lang/<language>/<name>.toml`.

    Raises `LanguageDataError` where the language has no such table or the file is no TOML.
    """
    place = files("dateline.lang").joinpath(language, f"{name}.toml")
    try:
        return tomllib.loads(place.read_text("utf-8"))
    except FileNotFoundError:
        raise LanguageDataError(f"language {language!r} has no table {name}.toml in dateline/lang/{language}") from None
    except tomllib.TOMLDecodeError as error:
        raise LanguageDataError(f"dateline/lang/{language}/{name}.toml: {error}") from error


def words(language: str, name: str, key: str) -> frozenset[str]:
    """The list `key` of a table, as a set.

    Raises `LanguageDataError` where the table has no such list.
    """
    listed = table(language, name).get(key)
    if not isinstance(listed, list):
        raise LanguageDataError(f"dateline/lang/{language}/{name}.toml has no list {key!r}")
    return frozenset(listed)
