"""The store: what came in, what was made of it, what a person decided. SQL stands in this package only."""

from sqlalchemy import Connection

from dateline.store.database import Store, open_store

__all__ = ["Connection", "Store", "open_store"]
