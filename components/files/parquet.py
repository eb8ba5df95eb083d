"""Apache Parquet: the rows with their types, as data frames read them."""

import io
import json

import fastparquet

from components.files.cover import citation
from components.files.extract import Extract, with_nulls


class _Kept(io.BytesIO):
    """A file that stays readable after its writer has closed it."""

    def close(self) -> None:
        """Nothing to close: memory goes with the object."""


def parquet(extract: Extract) -> bytes:
    """One row group a file; text is UTF-8, whole numbers INT64 and others DOUBLE; what is missing is null, of text too.
    The file's own metadata say what it is, its version, and how to cite it."""
    file = _Kept()
    about = {
        "title": extract.title,
        "data_version": extract.dataset.version,
        "release": extract.dataset.release,
        "citation": citation(extract),
        "filter": json.dumps(extract.asked, ensure_ascii=False),
        "synthetic": str(extract.dataset.synthetic).lower(),
    }
    fastparquet.write(
        "rows",
        with_nulls(extract.frame),
        compression="ZSTD",
        write_index=False,
        object_encoding="utf8",
        custom_metadata=about,
        open_with=lambda *_: file,
    )
    return file.getvalue()
