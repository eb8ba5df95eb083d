"""The shape of the curated folder: `TABLES` says it all, `read`, `records` and `write` follow it. `SHOWN` is the
shape of what is answered: the same, but for what is suppressed on the way in."""

from data.schema.table import NUMERIC, SEPARATOR, Field, Table, read, records, write
from data.schema.tables import SHOWN, TABLES

__all__ = ["NUMERIC", "SEPARATOR", "SHOWN", "TABLES", "Field", "Table", "read", "records", "write"]
