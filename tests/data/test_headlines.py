"""The headline figures shown are the ones released: every country, year and indicator, read here on their own."""

import os
from pathlib import Path

import pandas as pd
import pytest

from data.dataset import Dataset
from data.model import Selection
from data.queries.observations import answer
from data.vocabulary import Country, Indicator, Status

RAW = Path(os.environ.get("RAW_RELEASES") or Path(__file__).parents[3] / "shared" / "data_raw")
WORKBOOK = RAW / "glotip" / "data_glotip_2025-10-28.xlsx"
PRINTED = {
    Indicator.VICTIMS_DETECTED: "Detected trafficking victims",
    Indicator.OFFENCES_RECORDED: "Offences of trafficking in persons",
    Indicator.PERSONS_SUSPECTED: "Persons brought into formal contact",
    Indicator.PERSONS_PROSECUTED: "Persons prosecuted",
    Indicator.PERSONS_CONVICTED: "Persons convicted",
}


@pytest.fixture(scope="module")
def headlines() -> pd.DataFrame:
    """Total, by no sex, no age, no category, as the release prints them."""
    if not WORKBOOK.exists():
        pytest.skip(f"RAW RELEASE ABSENT, headline figures NOT compared: {WORKBOOK} (set RAW_RELEASES)")
    sheet = pd.read_excel(WORKBOOK, header=2, dtype=str, keep_default_na=False, engine="calamine")
    is_headline = (sheet[["Dimension", "Category", "Sex", "Age"]] == "Total").all(axis=1)
    return sheet[is_headline & sheet["Iso3_code"].isin(list(Country))]


@pytest.mark.parametrize("indicator", Indicator)
def test_headline_figures_equal_the_release(real: Dataset, headlines: pd.DataFrame, indicator: Indicator) -> None:
    rows = headlines[headlines["Indicator"] == PRINTED[indicator]]
    printed = {(row.Iso3_code, int(row.Year)): row.txtVALUE for row in rows.itertuples()}
    assert len(printed) == len(rows) > 190
    shown = answer(real, Selection(indicator, 2000, 2025)).cells.items()
    assert {key: _as_printed(*cell.count) for key, cell in shown if cell.count} == printed
    assert all((cell.status is Status.SUPPRESSED) == (printed.get(key) == "<5") for key, cell in shown)


def _as_printed(low: float, high: float) -> str:
    """The figure as the release prints it; a range other than <5 never is one."""
    return f"{low:,.0f}" if low == high else "<5" if (low, high) == (0, 4) else f"{low} to {high}"
