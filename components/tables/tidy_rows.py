"""The answer behind a view as rows: stable codes first, labels in the reader's language beside them."""

import pandas as pd

from components.cells import state
from components.i18n import Words
from components.translated import short
from components.url.view import View
from data.dataset import Dataset
from data.model import Answer


def tidy(view: View, answer: Answer, dataset: Dataset, words: Words) -> pd.DataFrame:
    """One row a country and year of what the view shows: the selection's codes, bounds, status, flags, source,
    data version and release, with labels in the language of the view."""
    frame = answer.frame()
    cells = [cell for cell in answer.cells.values() if not view.countries or cell.country in view.countries]
    selection = answer.selection
    for place, name in enumerate(("crime", "indicator", "sex", "age", "exploitation"), start=2):
        frame.insert(place, name, str(getattr(selection, name)))
    frame["data_version"] = dataset.version
    frame["release"] = dataset.release
    frame["country_label"] = [words.country(cell.country) for cell in cells]
    frame["indicator_label"] = words.label(selection.indicator)
    frame["status_label"] = [words(f"state.{state(cell)}") for cell in cells]
    frame["flags_label"] = [" ".join(words(f"flag.{flag}") for flag in cell.flags) for cell in cells]
    released = {name: f"{short(row, words)}, {row['release']}" for name, row in dataset.sources.items()}
    frame["source_label"] = frame["source"].map(lambda name: released.get(name, ""))
    return frame
