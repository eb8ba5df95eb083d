"""The data in memory: frozen, checked before it is believed, and replaced only by something that passes too."""

import gc
import json
import threading
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

import geopandas as gpd
import pandas as pd

from data import schema
from data.area_counts import Counted
from data.check import Fault, check_folder
from data.model import Row, Selection
from data.package import AREA_PLAN, AREAS, MARK, PLAN, SHAPES
from data.places import Plan, areas, countries, plan, sheets
from data.registry.check import told
from data.registry.delivery import receive
from data.registry_vocabulary import THRESHOLD
from data.releases import EARLIER, Revised, Step, dates, differences, history, printed, replaced
from data.requests_published import Entry, entries
from data.rows import rows
from data.vocabulary import FLAG_SEPARATOR, Age, Country, Flag, Indicator, Sex, Status

CURATED = Path(__file__).parent / "curated"
PACKAGE = "datapackage.json"


class DataRefused(ValueError):
    """A folder that does not pass the check; `faults` name file, row, column and reason."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(str(fault) for fault in faults[:5]))
        self.faults = faults


@dataclass(frozen=True)
class Dataset:
    """Curated tables, the sheets that maps draw and the shapes (degrees, by country) of one version. Nothing in it
    changes after it is made.

    The table `registry`, if there is one, is as published: counts below `threshold` are hidden in it.
    """

    tables: Mapping[str, pd.DataFrame] = field(repr=False)
    plan: Plan = field(default_factory=Plan, repr=False)
    version: str = ""
    release: str = ""
    folder: Path = CURATED
    threshold: int = THRESHOLD
    areas: Mapping[str, Plan] = field(default_factory=dict, repr=False)  # the sheets of areas, by country
    shapes: gpd.GeoSeries = field(default_factory=gpd.GeoSeries, repr=False)
    area_shapes: gpd.GeoDataFrame | None = field(default=None, repr=False)  # by ISO 3166-2 code, if the folder has them
    contact: str = ""  # whom to write to about this copy of the site; no fact of the data
    newest: "Dataset | None" = field(default=None, repr=False)  # of an earlier release: the data set it was taken from
    made: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)  # by `data.once`

    @property
    def synthetic(self) -> bool:
        """Whether the registry is made up; the check sees to it that the version, the package and each row agree."""
        return self.version.startswith(MARK)

    @cached_property
    def sources(self) -> dict[str, dict[str, str]]:
        """`sources.csv` by its key."""
        frame = self.tables["sources"]
        return {str(row["source"]): {str(k): str(v) for k, v in row.items()} for row in frame.to_dict("records")}

    @property
    def _newest(self) -> "Dataset":
        return self.newest or self

    @cached_property
    def releases(self) -> dict[str, str]:
        """Source of the counts by day of release, oldest first; the last one is shown unless another is asked for."""
        return dates(self._newest.tables, self._newest.release)

    def at(self, release: str | None) -> "Dataset":
        """The data set with the counts of the release of a day (None: the newest), under a version of its own. What
        comes from other sources stays. KeyError for a day without a release."""
        newest = self._newest
        return newest if release in (None, newest.release) else newest._earlier[str(release)]

    @cached_property
    def _earlier(self) -> dict[str, "Dataset"]:
        """One data set for each release but the newest, which this one is."""
        found = {}
        for day, source in self.releases.items():
            if day != self.release:
                tables = MappingProxyType(replaced(self.tables, self.releases[self.release], source))
                found[day] = replace(self, tables=tables, version=f"{self.version}@{day}", release=day, newest=self)
        return found

    @cached_property
    def revised(self) -> tuple[Revised, ...]:
        """What differs between this release and the newest; nothing for the newest itself."""
        if self.newest is None:
            return ()
        older, newer = self.releases[self.release], self.releases[self.newest.release]
        return tuple(differences(printed(self.tables, older), printed(self.newest.tables, newer)))

    @cached_property
    def history(self) -> dict[str, Step]:
        """Every release against the one before it, by day, oldest first."""
        tables = self._newest.tables
        return history({day: printed(tables, source) for day, source in self.releases.items()})

    @property
    def latest(self) -> tuple[Revised, ...]:
        """What differs between the newest release and the one before; nothing where there is none."""
        steps = [*self.history.values()]
        return (steps[-1].revised or ()) if steps else ()

    def table(self, name: str) -> pd.DataFrame:
        """A table by its name; without a row where it is optional and the folder has none."""
        found = self.tables.get(name)
        return pd.DataFrame(columns=schema.TABLES[name].columns) if found is None else found

    @cached_property
    def figures(self) -> dict[str, int]:
        """How many figures of each crime are published: observations and flows together."""
        return Counter(str(crime) for name in EARLIER for crime in self.tables[name]["crime"])

    @cached_property
    def years(self) -> tuple[int, int]:
        """First and last year with any observation."""
        years = self.tables["observations"]["year"]
        return int(years.min()), int(years.max())

    @cached_property
    def years_of(self) -> dict[str, tuple[int, int]]:
        """First and last year with any observation, by crime; a crime without one is not in it."""
        years = self.tables["observations"].groupby("crime")["year"].agg(["min", "max"])
        return {str(crime): (int(first), int(last)) for crime, first, last in years.itertuples()}

    @cached_property
    def _observed(self) -> dict[tuple[str, ...], dict[tuple[Country, int], Row]]:
        found: dict[tuple[str, ...], dict[tuple[Country, int], Row]] = {}
        for row in rows(self.tables["observations"]):
            key = (row.crime, row.indicator, row.sex, row.age, row.exploitation)
            flags = tuple(Flag(flag) for flag in str(row.flags).split(FLAG_SEPARATOR) if flag)
            cell = Row(int(row.low), int(row.high), Status(row.status), flags, str(row.source))
            found.setdefault(key, {})[Country(row.country), int(row.year)] = cell
        return found

    @cached_property
    def _residents(self) -> dict[tuple[str, str], dict[tuple[Country, int], int]]:
        known = set(Country)
        found: dict[tuple[str, str], dict[tuple[Country, int], int]] = {}
        for row in rows(self.tables["population"]):
            if row.area in known:
                found.setdefault((row.sex, row.age), {})[Country(row.area), int(row.year)] = int(row.persons)
        return found

    @cached_property
    def registered(self) -> tuple[Entry, ...]:
        """The published rows of the registry; KeyError where none was delivered."""
        return tuple(entries(self.tables["registry"]))

    @cached_property
    def counted(self) -> Counted:
        """The counts of states and provinces, by group; without a row where the folder has none."""
        return Counted(self.tables.get("subnational"), self.tables["population"])

    def observed(self, selection: Selection) -> dict[tuple[Country, int], Row]:
        """The published observations of one indicator and breakdown, by country and year."""
        s = selection
        return self._observed.get((s.crime, s.indicator, s.sex, s.age, s.exploitation), {})

    @cached_property
    def _withheld(self) -> dict[tuple[str, ...], dict[tuple[Country, int], str]]:
        found: dict[tuple[str, ...], dict[tuple[Country, int], str]] = {}
        for row in rows(self.withheld("observations")):
            key = (row.crime, row.indicator, row.sex, row.age, row.exploitation)
            found.setdefault(key, {})[Country(row.country), int(row.year)] = str(row.source)
        return found

    def withheld(self, table: str) -> pd.DataFrame:
        """The rows of `withheld` about `observations` or `flows` of the release shown."""
        frame = self.table("withheld")
        if frame.empty:
            return frame
        return frame[(frame["table"] == table) & (frame["source"] == self.releases[self.release])]

    def contested(self, selection: Selection) -> dict[tuple[Country, int], str]:
        """The source of each figure of one indicator and breakdown that is withheld, by country and year."""
        s = selection
        return self._withheld.get((s.crime, s.indicator, s.sex, s.age, s.exploitation), {})

    def residents(self, sex: Sex, age: Age) -> dict[tuple[Country, int], int]:
        """Residents by country and year; empty for groups that nobody counts (other, unknown)."""
        return self._residents.get((sex, age), {})

    def first_year(self, indicator: Indicator) -> int:
        """The first year with a headline figure of an indicator."""
        frame = self.tables["observations"]
        return int(frame.loc[frame["indicator"] == indicator, "year"].min())


def load(folder: Path = CURATED) -> Dataset:
    """Read a curated folder.

    Raises:
        DataRefused: with every fault found, when the folder does not pass `check_folder`.
    """
    faults = check_folder(folder)
    if faults:
        raise DataRefused(faults)
    package = _json(folder / PACKAGE)
    tables = {
        name: schema.read(folder / f"{name}.csv", table)
        for name, table in schema.TABLES.items()
        if not table.delivered and (folder / f"{name}.csv").exists()
    }
    version, delivery, threshold = package["version"], receive(folder), THRESHOLD
    if delivery is not None:
        tables["registry"] = delivery.frame
        version, threshold = f"{version}-{delivery.digest}", delivery.threshold
    return Dataset(
        MappingProxyType(tables),
        plan(_json(folder / PLAN)),
        version,
        package["release"],
        folder,
        threshold,
        sheets(_json(folder / AREA_PLAN)) if (folder / AREA_PLAN).exists() else {},
        countries(_json(folder / SHAPES)),
        areas(_json(folder / AREAS)) if (folder / AREAS).exists() else None,
    )


def _json(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


class Live:
    """The data set that is up, and the reason why a newer folder was refused.

    Looks at the package file at most every `interval` seconds; a change is checked before it is shown.
    """

    def __init__(self, folder: Path = CURATED, interval: float = 2.0, contact: str = "") -> None:
        self._folder, self._interval, self._contact = folder, interval, contact
        self._lock = threading.Lock()
        self._stamp = self._seen()
        self._looked = time.monotonic()
        self._dataset = replace(load(folder), contact=contact)
        self.loaded_at = datetime.now(UTC)
        self.last_refused: Fault | None = None

    @property
    def dataset(self) -> Dataset:
        if time.monotonic() - self._looked > self._interval and self._lock.acquire(blocking=False):
            try:
                self._look()
            finally:
                self._lock.release()
        return self._dataset

    def _seen(self) -> tuple[tuple[str, int, int], ...]:
        files = sorted(path for path in self._folder.iterdir() if path.is_file())
        return tuple((path.name, (stat := path.stat()).st_mtime_ns, stat.st_size) for path in files)

    def _look(self) -> None:
        self._looked = time.monotonic()
        try:
            stamp = self._seen()
            if stamp == self._stamp:
                return
            self._stamp = stamp
            self._dataset = replace(load(self._folder), contact=self._contact)
            gc.unfreeze()  # the one before was frozen at the start (app.py), and has to go
        except DataRefused as refused:
            self.last_refused = told(refused.faults[0])
        except OSError as error:
            self.last_refused = Fault(self._folder.name, None, None, f"cannot be read: {error.strerror}")
        else:
            self.loaded_at, self.last_refused = datetime.now(UTC), None
