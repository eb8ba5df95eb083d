"""What is drawn on a sheet, read back by shapely alone, independently of the modules that write and load it."""

import json
from pathlib import Path
from typing import Any

from shapely.geometry import shape

Sheet = dict[str, dict[str, Any]]


def sheet(path: Path, country: str = "") -> Sheet:
    """The features of a plan, or of a country's areas, by `part` and then by area, country or frame; each its
    properties and its `shape`."""
    found: Sheet = {part: {} for part in ("window", "land", "shape", "inset")}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        about = feature["properties"]
        if about.get("country", "") == country or not country:
            key = about.get("area") or ("" if country else about.get("country")) or about["frame"]
            found[about["part"]][key] = {**about, "shape": shape(feature["geometry"])}
    return found
