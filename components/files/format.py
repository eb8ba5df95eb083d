"""The formats of the API: how each is named to a browser, and how it is written."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from components.files.csv import EXCEL, FOR, csv, csv_for_excel
from components.files.extract import Extract, with_nulls
from components.files.geojson import geojson, has_place
from data.filter import FilterRefused


class Format(NamedTuple):
    media: str
    write: Callable[[Extract], bytes]
    is_file: bool  # whether a browser keeps it rather than shows it


def _csv(extract: Extract) -> bytes:
    return csv(extract.frame)


def _csv_for_excel(extract: Extract) -> bytes:
    return csv_for_excel(extract.frame, extract.words.decimal)


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


def taken(name: str, filters: Mapping[str, str]) -> tuple[Format, Mapping[str, str]]:
    """The format of a name, as `for` asks for it, and the filters without that.

    Raises:
        FilterRefused: for a format or a value that has no such form.
    """
    asked = filters.get(FOR)
    if asked is None:
        return FORMATS[name], filters
    if name != "csv" or asked != EXCEL:
        raise FilterRefused(FOR, asked, f"{EXCEL}, of .csv")
    return FORMATS[name]._replace(write=_csv_for_excel), {key: text for key, text in filters.items() if key != FOR}


def formats_of(columns: list[str]) -> list[str]:
    """The formats that rows with these columns are had in: GeoJSON where they have a place."""
    return [name for name in FORMATS if name != "geojson" or has_place(columns)]
