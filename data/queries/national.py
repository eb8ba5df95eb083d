"""What a country itself says, to be read beside its series: each figure for itself. There is no sum here, no rank and
no scale, and nothing but the page of the country may ask (a contract of imports holds it)."""

from typing import TYPE_CHECKING, Any

from data.national_vocabulary import NationalMeasure
from data.vocabulary import Country

if TYPE_CHECKING:
    from data.dataset import Dataset

_ORDER = {str(measure): place for place, measure in enumerate(NationalMeasure)}


def national(dataset: "Dataset", country: Country) -> list[dict[str, Any]]:
    """The rows of `national_statements` about a country: by measure, the latest period first, one without a period
    last; empty where none is known."""
    frame = dataset.table("national_statements")
    rows = [{str(k): v for k, v in row.items()} for row in frame[frame["country"] == country].to_dict("records")]
    rows.sort(key=lambda row: (str(row["period_end"]), str(row["period_start"])), reverse=True)
    return sorted(rows, key=lambda row: _ORDER[row["measure"]])
