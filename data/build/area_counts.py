"""The raw files on states and provinces as rows of one kind, each in the words of the vocabulary.

Sources: SESNSP (Mexico), victims by month, sex and age group and offences by year, in investigation files of the
prosecutors of the states; Ministry of Justice (Argentina), complaints to line 145 by month, province and subject.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeVar

from data.build.areas import Finder
from data.build.sheet import Line, read
from data.subnational_vocabulary import AreaIndicator
from data.vocabulary import Age, Country, Sex

MEXICO, ARGENTINA = "mexico_states", "argentina_line145"
VICTIMS = Path(MEXICO, "victimas_trata_estado_mes_sexo_edad_2015_2025.csv")
OFFENCES = Path(MEXICO, "carpetas_trata_estado_anio_2015_2025.csv")
COMPLAINTS = Path(ARGENTINA, "denuncias_mes_provincia_subtema_2020_2021.csv")
SOURCES = {
    VICTIMS: "sesnsp_victims_2025_07",
    OFFENCES: "sesnsp_offences_2025_07",
    COMPLAINTS: "line145_2022_02",
}
SEXES = {"Mujer": Sex.FEMALE, "Hombre": Sex.MALE, "No identificado": Sex.UNKNOWN}
AGES = {
    "Menores de edad (0-17)": Age.AGE_0_17,
    "Adultos (18 y más)": Age.AGE_18_PLUS,
    "No especificado": Age.UNKNOWN,
    "No identificado": Age.UNKNOWN,
}
CRIME = "Trata de personas"
WHOLE_COUNTRY = "0"  # code of the row that repeats the states' sum

Word = TypeVar("Word", bound=StrEnum)


class Count(NamedTuple):
    """One raw row: `row` where it stands, `month` 0 where the row is of the whole year, `printed` the words of the
    source for indicator, category, sex and age."""

    row: int
    country: Country
    area: str
    year: int
    month: int
    indicator: AreaIndicator
    sex: Sex
    age: Age
    value: int
    printed: tuple[str, str, str, str]


def victims(raw: Path) -> list[Count]:
    """The rows on victims, one a state, month, sex and age group; BuildStopped for a wording that is not known."""
    columns = (
        "n_year",
        "n_month",
        "cve_ent",
        "nombre_estado",
        "tipo_de_delito",
        "genero",
        "rango_de_edad",
        "n_victimas",
    )
    finder = Finder(Country.MEX, SOURCES[VICTIMS])
    return [
        Count(
            line.row,
            Country.MEX,
            finder.find(line, "cve_ent", "nombre_estado"),
            _number(line, "n_year"),
            _month(line, line["n_month"], "n_month"),
            AreaIndicator.VICTIMS_IN_INVESTIGATION_FILES,
            _word(line, "genero", SEXES),
            _word(line, "rango_de_edad", AGES),
            _number(line, "n_victimas"),
            ("n_victimas", line["nombre_estado"], line["genero"], line["rango_de_edad"]),
        )
        for line in _of_the_crime(read(raw / MEXICO, VICTIMS.name, columns))
    ]


def offences(raw: Path) -> tuple[list[Count], list[int]]:
    """The rows on offences, one a state and year, and the rows that repeat the whole country.

    Raises:
        BuildStopped: for a wording that is not known, or a country that is not the sum of its states.
    """
    columns = ("n_year", "cve_ent", "nombre_estado", "tipo_de_delito", "n_delitos")
    finder = Finder(Country.MEX, SOURCES[OFFENCES])
    counts, repeated = [], []
    for line in _of_the_crime(read(raw / MEXICO, OFFENCES.name, columns)):
        if line["cve_ent"] == WHOLE_COUNTRY:
            repeated.append(line)
            continue
        area, year = finder.find(line, "cve_ent", "nombre_estado"), _number(line, "n_year")
        indicator = AreaIndicator.OFFENCES_IN_INVESTIGATION_FILES
        printed = ("n_delitos", line["nombre_estado"], "Total", "Total")
        value = _number(line, "n_delitos")
        counts.append(Count(line.row, Country.MEX, area, year, 0, indicator, Sex.TOTAL, Age.TOTAL, value, printed))
    for line in repeated:
        added = sum(count.value for count in counts if count.year == _number(line, "n_year"))
        if added != _number(line, "n_delitos"):
            raise line.stop("n_delitos", f"the states add up to {added}")
    return counts, [line.row for line in repeated]


def complaints(raw: Path) -> list[Count]:
    """The rows on complaints, one a province, month and subject; BuildStopped for a province that is not known."""
    columns = ("mes", "provincia_indec_id", "provincia", "subtema", "denuncias")
    finder = Finder(Country.ARG, SOURCES[COMPLAINTS])
    counts = []
    for line in read(raw / ARGENTINA, COMPLAINTS.name, columns):
        year, _, month = line["mes"].partition("-")
        if not year.isdecimal():
            raise line.stop("mes", f"{line['mes']!r} is not a month")
        area = finder.find(line, "provincia_indec_id", "provincia")
        indicator, value = AreaIndicator.COMPLAINTS_LINE_145, _number(line, "denuncias")
        printed = ("denuncias", line["provincia"], "Total", "Total")
        moment = (int(year), _month(line, month, "mes"))
        counts.append(Count(line.row, Country.ARG, area, *moment, indicator, Sex.TOTAL, Age.TOTAL, value, printed))
    return counts


def _of_the_crime(lines: Iterable[Line]) -> Iterator[Line]:
    for line in lines:
        if line["tipo_de_delito"] != CRIME:
            raise line.stop("tipo_de_delito", f"{line['tipo_de_delito']!r} is another crime")
        yield line


def _number(line: Line, column: str) -> int:
    if not line[column].isdecimal():
        raise line.stop(column, f"{line[column]!r} is not a number")
    return int(line[column])


def _month(line: Line, text: str, column: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 12:
        raise line.stop(column, f"{text!r} is not a month")
    return int(text)


def _word(line: Line, column: str, words: Mapping[str, Word]) -> Word:
    if line[column] not in words:
        raise line.stop(column, f"{line[column]!r} is unknown")
    return words[line[column]]
