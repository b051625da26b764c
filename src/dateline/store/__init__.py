"""The store: what came in, what was made of it, what a person decided. SQL stands in this package only."""

from dateline.store.database import Store, open_store

__all__ = ["Store", "open_store"]
