"""Runs the migrations in the transaction that `run.py` was given."""

from alembic import context

from dateline.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
