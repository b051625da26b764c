"""The records of an edition as tables for other programs: CSV, JSON lines and Parquet."""

from dateline.publish.tables.files import FORMS, Table, as_file
from dateline.publish.tables.rows import KINDS, table

__all__ = ["FORMS", "KINDS", "Table", "as_file", "table"]
