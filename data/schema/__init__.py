"""The shape of the curated folder: `TABLES` says it all, `read`, `records` and `write` follow it."""

from data.schema.table import SEPARATOR, Field, Table, read, records, write
from data.schema.tables import TABLES

__all__ = ["SEPARATOR", "TABLES", "Field", "Table", "read", "records", "write"]
