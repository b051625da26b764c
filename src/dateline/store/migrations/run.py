"""Runs the migrations that a store lacks."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def upgrade(db: Connection, folder: Path) -> None:
    """Take the store of a transaction to the newest step of the migrations in `folder`, within that transaction."""
    config = Config()
    config.set_main_option("script_location", str(folder))
    config.attributes["connection"] = db
    command.upgrade(config, "head")
