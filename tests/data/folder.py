"""A small curated folder that passes the check, and the ways to spoil it."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from data import package
from data.vocabulary import Country

HASH = "0" * 64
SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]}


def shapes(properties: Iterable[Mapping[str, object]]) -> str:
    """A collection of squares."""
    features = [{"type": "Feature", "properties": each, "geometry": SQUARE} for each in properties]
    return json.dumps({"type": "FeatureCollection", "features": features})


THRICE = [",".join([text] * 3) for text in ("A publisher", "A title", "Some", "Cite")]  # the same in three languages
SMALL = {
    "observations.csv": (
        "country,year,crime,indicator,sex,age,exploitation,low,high,status,flags,source,raw_rows\n"
        "ARG,2020,trafficking,victims_detected,female,total,total,3,7,range,merged|revised,later,9|10\n"
        "ARG,2020,trafficking,victims_detected,total,total,total,12,12,exact,,later,4\n"
    ),
    "flows.csv": (
        "country,year,crime,measure,partner,low,high,status,flags,source,raw_rows\n"
        "ARG,2020,trafficking,victims_by_citizenship,BOL,0,4,suppressed,,later,5\n"
    ),
    "population.csv": ("area,year,sex,age,persons,status,source\nARG,2020,total,total,45000000,estimate,later\n"),
    "sources.csv": (
        "source,publisher,publisher_es,publisher_pt,title,title_es,title_pt,release,url,"
        "terms,terms_es,terms_pt,citation,citation_es,citation_pt,file,sha256\n"
        f"earlier,{THRICE[0]},{THRICE[1]},,https://example.org,{THRICE[2]},{THRICE[3]},raw/a.xlsx,{HASH}\n"
        f"later,{THRICE[0]},{THRICE[1]},2025-10-28,https://example.org,{THRICE[2]},{THRICE[3]},raw/b.xlsx,{HASH}\n"
    ),
    "quarantine.csv": (
        "source,row,country,year,indicator,dimension,category,sex,age,value,reason,detail,detail_es,detail_pt,"
        "table,crime,indicator_code,measure,partner,sex_code,age_code,exploitation\n"
        'later,11,ARG,2020,Persons,by form,"A ""label""\n\n(8, or 9)",Total,Total,"2,020",year_as_count,at most 12,'
        "a lo sumo 12,no máximo 12,"
        "observations,trafficking,victims_detected,,,total,total,forced_labour\n"
    ),
    "revisions.csv": (
        "table,country,year,crime,indicator,measure,partner,sex,age,exploitation,release_from,release_to,"
        "low_from,high_from,status_from,low_to,high_to,status_to,kind\n"
        "flows,ARG,2020,trafficking,,victims_by_citizenship,BOL,,,,earlier,later,,,,0,4,suppressed,added\n"
    ),
    "ledger.csv": "source,outcome,rule,rows\nlater,kept,only_row_of_cell,5\n",
    "ibero.geojson": shapes({"country": country} for country in Country),
    "plan.geojson": shapes(
        [{"part": "window", "country": "", "frame": "main"}]
        + [{"part": "shape", "country": country, "label": [0.5, 0.5], "room": 0.5} for country in Country]
    ),
}

Change = tuple[str, str]


def sealed(folder: Path, changes: Mapping[str, Change] | None = None) -> Path:
    """A folder whose package is right. `changes` replaces one text in a file before it is sealed."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in SMALL.items():
        old, new = (changes or {}).get(name, ("", ""))
        if old not in text:
            raise ValueError(f"{old!r} is not in {name}")
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
    package.seal(folder)
    return folder
