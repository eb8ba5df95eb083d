"""The reviewed register of states and provinces, and how labels of the sources find theirs: by code, never by name."""

from dataclasses import dataclass

from data.build import CURATION
from data.build.sheet import Line, by_key, read
from data.subnational_vocabulary import UNKNOWN_AREA
from data.vocabulary import Country

COLUMNS = ("area", "country", "name", "code", "adm1_code")


@dataclass(frozen=True)
class Area:
    """A state or province: `area` is its ISO 3166-2 code, `code` that of its national statistical office (INEGI,
    INDEC), `adm1_code` that of Natural Earth, `name` as the source of the counts has it."""

    area: str
    country: Country
    name: str
    code: str
    adm1_code: str


def register() -> list[Area]:
    """Every area that has a count; BuildStopped where one is listed twice."""
    lines = by_key(read(CURATION, "areas.csv", COLUMNS), "area")
    by_key(list(lines.values()), "adm1_code")
    return [
        Area(line["area"], line.word("country", Country), line["name"], line["code"], line["adm1_code"])
        for line in lines.values()
    ]


class Finder:
    """The areas of one country, found by national code; a row without a code by a reviewed label."""

    def __init__(self, country: Country, source: str) -> None:
        self._areas = {area.code: area for area in register() if area.country is country}
        labels = read(CURATION, "area_labels.csv", ("source", "raw", "meaning", "reason"))
        self._labels = {line["raw"]: line["meaning"] for line in labels if line["source"] == source}

    def find(self, line: Line, code: str, name: str) -> str:
        """The ISO 3166-2 code of a row, or `unknown`, given the columns with its code and its name.

        Raises:
            BuildStopped: for a code that is not in areas.csv or whose name is another, or a label without a decision.
        """
        if not line[code]:
            if self._labels.get(line[name]) != UNKNOWN_AREA:
                raise line.stop(name, f"{line[name]!r} has no code and is not in area_labels.csv")
            return UNKNOWN_AREA
        area = self._areas.get(line[code].removesuffix(".0").lstrip("0"))
        if area is None or area.name != line[name]:
            raise line.stop(code, f"{line[code]!r}, {line[name]!r} is not an area of areas.csv")
        return area.area
