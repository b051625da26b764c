"""What is said to the process that fetches, and what it says: one JSON object a line each way."""

import json
from dataclasses import asdict, dataclass, field
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchRules:
    """How the web is asked; the first line that the fetching process hears."""

    folder: str
    """Where the answers are kept."""
    agent: str
    max_bytes: int
    timeout: float
    """Seconds to wait for a connection."""
    whole: float
    """Seconds that one answer may take in all."""
    delay: float = 1.0
    """Seconds between two requests to one host; a longer crawl delay of its robots.txt goes before."""
    at_once: int = 32
    """Requests that are under way at once, one to a host."""
    allow_private: bool = False
    secrets: dict[str, dict[str, str]] = field(default_factory=dict)
    """By scheme and host ("https://harbourpost.example"), the headers that only it is sent."""

    def line(self) -> bytes:
        """The rules as one line."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def read(cls, line: bytes) -> Self:
        """The rules that `line` made."""
        return cls(**json.loads(line))


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One address to be fetched, for a source, in the role that its answer will have."""

    url: str
    source: str
    role: str
    headers: dict[str, str] = field(default_factory=dict)
    """Of a conditional request: If-None-Match, If-Modified-Since."""

    def line(self) -> bytes:
        """The order as one line."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def read(cls, line: bytes) -> Self:
        """The order that `line` made."""
        return cls(**json.loads(line))


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What became of an order: where its answer is kept, or in words why there is none."""

    url: str
    file: str = ""
    """The name of the archive in the folder."""
    offset: int = 0
    end: int = 0
    """Where the record begins in the archive, and where the next one will."""
    kept: int = 0
    """Bytes of the archive that went to it, with those of the redirects and of other tries."""
    trouble: str = ""
    too_large: bool = False
    """Whether there was an answer, larger than is taken."""

    def line(self) -> bytes:
        """The same as one line."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def read(cls, line: bytes) -> Self:
        """What `line` says."""
        return cls(**json.loads(line))
