"""Ids that are the same on every run and every machine: they are made of what a record says, nothing else."""

from base64 import b32encode
from hashlib import sha256

# 80 bits: a million records of one kind collide with a chance below one in a million million.
_BYTES = 10


def record_id(kind: str, *parts: str | bytes | None) -> str:
    """`kind`, a hyphen and 16 characters of a-z and 2-7, made of the parts in their order.

    The same parts give the same id; None differs from the empty string, and no part can run into the next.
    The result is safe in a file name, an address and an HTML id.
    """
    digest = sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"-" if encoded is None else b"%d:%b" % (len(encoded), encoded))
    return f"{kind}-{b32encode(digest.digest()[:_BYTES]).decode().lower()}"
