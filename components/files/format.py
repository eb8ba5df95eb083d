"""The formats of the API: how each is named to a browser, and how it is written."""

from collections.abc import Callable
from typing import NamedTuple

from components.files.csv import csv
from components.files.extract import Extract, with_nulls
from components.files.geojson import geojson, has_place


class Format(NamedTuple):
    media: str
    write: Callable[[Extract], bytes]
    is_file: bool  # whether a browser keeps it rather than shows it


def _csv(extract: Extract) -> bytes:
    return csv(extract.frame)


def _json(extract: Extract) -> bytes:
    text: str = with_nulls(extract.frame).to_json(orient="records", force_ascii=False)
    return text.encode()


def _xlsx(extract: Extract) -> bytes:
    from components.files.xlsx import xlsx  # 9 MB of memory, loaded with the first of them

    return xlsx(extract)


def _parquet(extract: Extract) -> bytes:
    from components.files.parquet import parquet

    return parquet(extract)


SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GEOJSON = "application/geo+json"
SDMX_CSV, SDMX_JSON = (f"application/vnd.sdmx.{kind};version=2.0.0" for kind in ("data+csv", "structure+json"))
FORMATS: dict[str, Format] = {
    "csv": Format("text/csv", _csv, True),
    "json": Format("application/json", _json, False),
    "xlsx": Format(SHEET, _xlsx, True),
    "parquet": Format("application/vnd.apache.parquet", _parquet, True),
    "geojson": Format(GEOJSON, geojson, False),
}


def formats_of(columns: list[str]) -> list[str]:
    """The formats that rows with these columns are had in: GeoJSON where they have a place."""
    return [name for name in FORMATS if name != "geojson" or has_place(columns)]
