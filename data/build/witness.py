"""The raw rows behind one record. A curated value that none of them prints is refused: nothing is entered by slip."""

import re
from dataclasses import dataclass

from data.build.figure import Figure, figure
from data.build.sheet import Line
from data.schema import SEPARATOR

_CODE = re.compile(r"\b[A-Z]{3}\b")
_YEAR_END = {"period_start": "-01-01", "period_end": "-12-31"}


@dataclass(frozen=True)
class Witness:
    """Raw rows of the searches that tell one and the same fact."""

    lines: list[Line]

    @property
    def rows(self) -> str:
        """The rows as text, sorted, `statements_1:2|statements_2:285`."""
        return SEPARATOR.join(sorted(f"{line.file.removesuffix('.csv')}:{line.row}" for line in self.lines))

    @property
    def countries(self) -> set[str]:
        """The ISO 3166-1 alpha-3 codes that the rows name, as country or among the partners."""
        texts = [f"{line.get('country_iso3')} {line.get('partner_iso3_or_label')}" for line in self.lines]
        return set(_CODE.findall(" ".join(texts)))

    def naming(self, country: str) -> "Witness":
        """The rows that name one country."""
        return Witness([line for line in self.lines if country in Witness([line]).countries])

    def check_figure(self, curated: Line, *, is_share: bool = False) -> Figure:
        """Bounds of the cell `value`; BuildStopped unless a row prints it, as its value or in what it measures."""
        value = curated["value"]
        printed = value.removeprefix(">=")  # a source that says so prints the bare number
        whole = re.compile(rf"(?<![\d.]){re.escape(printed)}(?![\d.])")
        if not any(
            printed in (line.get("value"), line.get("value_low"), line.get("value_high"))
            or whole.search(line.get("measure"))
            for line in self.lines
        ):
            raise curated.stop("value", f"{value!r} is printed in none of {self.rows}")
        try:
            return figure(value, is_share=is_share)
        except ValueError as error:
            raise curated.stop("value", str(error)) from None

    def check_period(self, curated: Line) -> None:
        """Refuse a start or end that no row prints; a row that prints a year covers the whole of it."""
        for column, rest in _YEAR_END.items():
            printed = {day + rest if len(day) == 4 else day for line in self.lines if (day := line.get(column))}
            if curated[column] and curated[column] not in printed:
                raise curated.stop(column, f"{curated[column]!r} is printed in none of {self.rows}")
        if curated["period_start"] and curated["period_end"] and curated["period_start"] > curated["period_end"]:
            raise curated.stop("period_end", "is before the start")

    def check_countries(self, curated: Line, column: str, countries: set[str]) -> None:
        """Refuse a country that no row names."""
        for country in sorted(countries - self.countries):
            raise curated.stop(column, f"{country} is named in none of {self.rows}")
