"""The training registry: made-up requests between all 22, the same bytes from the same seed, marked in every row.

How much a country asks, answers or contradicts is drawn by lot, so that no order or weakness in it can be taken for a
true one. The real tables are copied as they are; a real registry is never copied.
"""

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from itertools import product
from pathlib import Path
from random import Random
from typing import TypeVar

import pandas as pd

from data import schema
from data.cooperation_vocabulary import Direction
from data.package import PACKAGE, seal
from data.registry_vocabulary import Origin, Procedure
from data.schema import TABLES
from data.vocabulary import SUBREGIONS, Country, Crime

SEED = 2012
FIRST, LAST = 2015, 2024
ABROAD = ("USA", "ITA", "FRA", "DEU", "CHE")
NEAR, FAR = 3, 2  # partners of a country in its subregion, and farther away among the 22
CONTRADICTIONS = 12
LARGE = 12  # requests of a row that two countries may be made to contradict each other on
USUAL = {
    Procedure.MUTUAL_LEGAL_ASSISTANCE: (13.0, 1.0),
    Procedure.EXTRADITION: (5.0, 0.6),
    Procedure.SPONTANEOUS_INFORMATION: (7.0, 0.5),
    Procedure.JOINT_INVESTIGATION_TEAM: (2.0, 0.1),
    Procedure.TRANSFER_OF_PROCEEDINGS: (2.0, 0.1),
    Procedure.OTHER_INSTRUMENT: (2.5, 0.1),
}  # requests a year where traffic is middling, and the share of corridors that use it
BY_CRIME = {Crime.TRAFFICKING: (1.0, 1.0), Crime.SMUGGLING_OF_MIGRANTS: (0.7, 0.4)}  # of those figures


Item = TypeVar("Item")


@dataclass(frozen=True)
class Made:
    """One made-up row, with the columns of the delivered table in their order."""

    country: str
    partner: str
    year: int
    direction: Direction
    instrument: Procedure
    crime: Crime
    requests: int
    answered: int
    pending: int
    refused: int
    median_days: int | None
    synthetic: Origin = Origin.SYNTHETIC


def write(real: Path, out: Path) -> None:
    """Copy the package of the folder `real` to `out`, put the made-up registry beside it, and mark the package.

    Raises:
        FileExistsError: `out` holds anything that is not training data already.
        OSError: `real` cannot be read or `out` not be written.
    """
    if out.exists() and any(out.iterdir()) and not _is_training(out):
        raise FileExistsError(f"{out} holds data that are not marked synthetic")
    out.mkdir(parents=True, exist_ok=True)
    package = json.loads((real / PACKAGE).read_text(encoding="utf-8"))
    for resource in package["resources"]:
        shutil.copyfile(real / resource["path"], out / resource["path"])
    schema.write(out / TABLES["registry"].path, registry(), TABLES["registry"])
    seal(out, synthetic=True)


def _is_training(folder: Path) -> bool:
    try:
        return json.loads((folder / PACKAGE).read_text(encoding="utf-8")).get("synthetic") is True
    except (OSError, ValueError):
        return False


def registry(seed: int = SEED) -> pd.DataFrame:
    """The made-up registry as delivered (`TABLES["registry"]`), sorted by key."""
    table = TABLES["registry"]
    chance = Random(seed)  # noqa: S311 - reproducible, not secret; only random() is the same in every Python
    sent = list(_sent(chance))
    delivered = [row for row in (*sent, *_received(chance, sent)) if row.country not in ABROAD]
    rows = [astuple(row) for row in delivered]
    frame = pd.DataFrame(rows, columns=table.columns).astype({"median_days": "Int64"})
    return frame.sort_values(list(table.key), ignore_index=True)


def _sent(chance: Random) -> Iterator[Made]:
    """What each country, and some beyond the 22, asks of its partners (of the latter only the other side registers)."""
    size = {code: 0.4 + 1.2 * chance.random() for code in (*Country, *ABROAD)}
    begins = {code: FIRST + int(5 * chance.random() ** 2) for code in (*Country, *ABROAD)}
    for origin, partner in _corridors(chance):
        for (instrument, (usual, used)), (crime, (less, rarer)) in product(USUAL.items(), BY_CRIME.items()):
            if chance.random() >= used * rarer:
                continue
            mean = usual * less * size[origin] * size[partner]
            for year in range(begins[origin], LAST + 1):
                grown = mean * (1 + 0.07 * (year - FIRST)) * (0.5 + chance.random())
                if grown >= 1 or chance.random() < 0.1:  # now and then a zero is registered
                    yield _row(chance, (origin, partner, year, Direction.SENT, instrument, crime), int(grown))


def _corridors(chance: Random) -> Iterator[tuple[str, str]]:
    for neighbours in SUBREGIONS.values():
        for origin in neighbours:
            near = _drawn(chance, [code for code in neighbours if code != origin], NEAR)
            far = _drawn(chance, [code for code in Country if code not in neighbours], FAR)
            yield from ((origin, partner) for partner in (*near, *far, *_drawn(chance, ABROAD, 1)))
    for beyond in ABROAD:
        yield from ((beyond, partner) for partner in _drawn(chance, tuple(Country), NEAR))


def _row(chance: Random, key: tuple[str, str, int, Direction, Procedure, Crime], requests: int) -> Made:
    open_still = {LAST: 0.4, LAST - 1: 0.2}.get(key[2], 0.05)
    refused = int(requests * 0.25 * chance.random())
    pending = int((requests - refused) * min(1.0, open_still * 2 * chance.random()))
    answered = requests - refused - pending
    days = 30 + int(240 * chance.random())
    return Made(*key, requests, answered, pending, refused, days if answered else None)


def _received(chance: Random, sent: list[Made]) -> Iterator[Made]:
    """The other side's version: the same figures where it has begun to register, but for a dozen contradictions."""
    begins = {code: FIRST + int(5 * chance.random() ** 2) for code in Country}
    both = [row for row in sent if row.partner in begins and row.year >= begins[Country(row.partner)]]
    large = [place for place, row in enumerate(both) if row.requests >= LARGE and row.country in begins]
    disputed = set(_drawn(chance, large, CONTRADICTIONS))
    for place, row in enumerate(both):
        fewer = min(row.answered, 3 + int(4 * chance.random())) if place in disputed else 0
        days = None if row.median_days is None or row.answered == fewer else row.median_days + int(20 * chance.random())
        yield replace(
            row, country=row.partner, partner=row.country, direction=Direction.RECEIVED,
            requests=row.requests - fewer, answered=row.answered - fewer, median_days=days,
        )  # fmt: skip


def _drawn(chance: Random, from_: Sequence[Item], number: int) -> list[Item]:
    """So many different items by lot."""
    left = list(from_)
    return [left.pop(int(chance.random() * len(left))) for _ in range(min(number, len(left)))]
