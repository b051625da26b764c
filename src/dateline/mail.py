"""The `[mail]` table of `dateline.toml`: to whom the edition goes, and by which server."""

import hashlib
import re
from collections.abc import Iterable
from email.headerregistry import Address
from email.utils import getaddresses
from pathlib import Path
from typing import Literal

import msgspec

from dateline.errors import SettingsError
from dateline.tables import converted

_LIST_ID = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+")


class MailSettings(msgspec.Struct, forbid_unknown_fields=True, frozen=True, rename={"sender": "from"}):
    """How the edition is mailed."""

    sender: str
    """As in a From header: "Press section <press@embassy.example>"."""
    recipients: str
    """A file with one address a line; what stands behind a # is a remark."""
    host: str = "localhost"
    port: int = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str | None = None
    reply_to: str | None = None
    list_id: str | None = None
    """As in RFC 2919; without it, the sender's domain with "briefing." before it."""

    @property
    def list_name(self) -> str:
        """The list's id, stated or made of the sender's domain."""
        return self.list_id or f"briefing.{domain(self.sender)}"


def mail_settings(table: object, folder: Path, where: str) -> MailSettings:
    """The settings of a table; the recipients' path counts from `folder`. Raises `SettingsError` for what is wrong."""
    given = converted(table, MailSettings, f"{where}, mail")
    for name, value in (("from", given.sender), ("reply_to", given.reply_to)):
        if value is not None and not is_address(value):
            raise SettingsError(f'{where}, mail: {name} is {value!r}; write it like "Press <press@embassy.example>"')
    if given.list_id is not None and not _LIST_ID.fullmatch(given.list_id):
        raise SettingsError(f'{where}, mail: list_id is {given.list_id!r}; write it like "briefing.embassy.example"')
    return msgspec.structs.replace(given, recipients=str(folder / given.recipients))


def recipients(file: str) -> tuple[list[str], list[str]]:
    """The readers of a recipients file, each once and as its first line has it, and the lines that are no address.

    Raises `SettingsError` where the file cannot be read.
    """
    try:
        lines = Path(file).read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: the recipients cannot be read: {error}") from error
    stated = [line.split("#", 1)[0].strip() for line in lines]
    found: dict[str, str] = {}
    for line in stated:
        if line and is_address(line):
            found.setdefault(reader(line), line)
    return list(found.values()), [line for line in stated if line and not is_address(line)]


def is_address(value: str) -> bool:
    """Whether a text is one mail address, with or without a name, that may stand in a header."""
    if not value.isprintable():
        return False
    pairs = getaddresses([value])
    try:
        return len(pairs) == 1 and "." in Address(addr_spec=pairs[0][1]).domain
    except (ValueError, IndexError):
        return False


def address(value: str) -> str:
    """The address of a header, without the name."""
    return getaddresses([value])[0][1]


def reader(value: str) -> str:
    """The one person that an address of a header stands for, whatever name it has: the bare address in lower case."""
    return address(value).lower()


def message_id(key: str, kind: str, words: Iterable[str], list_name: str) -> str:
    """The Message-ID of a kind of mail of one edition that `words` tell from the others of that kind.

    They are the bare address, and what else makes it another mail: two briefings of one house may share a reader.
    """
    told_apart = hashlib.sha256("\n".join(words).encode()).hexdigest()[:20]
    return f"<{key}.{kind}.{told_apart}@{list_name}>"


def domain(value: str) -> str:
    """The domain of an address."""
    return address(value).rpartition("@")[2]
