"""The files of several contact points -> one registry.csv as the service reads it. All of them, or none."""

from collections.abc import Sequence
from pathlib import Path

from data import schema
from data.fault import Fault
from data.records import Record
from data.registry.check import checked
from data.registry.delivery import DELIVERED, frame
from data.registry.reading import AS_IT_SHOWS, How


def gather(files: Sequence[Path], out: Path, how: How = AS_IT_SHOWS) -> list[Fault]:
    """Write the rows of all files to `out`, by key; where any has a fault, or two tell of the same requests, write
    nothing and give the faults.

    Raises:
        OSError: a file cannot be read, or `out` not be written.
    """
    rows: list[Record] = []
    faults: list[Fault] = []
    seen: dict[tuple[str, ...], str] = {}
    for path in files:
        reading = checked(path.read_bytes(), path.name, how, synthetic=None)
        faults += reading.faults
        here = {tuple(record.values[name] for name in DELIVERED.key): record for record in reading.records}
        again = [(here[key], seen[key]) for key in here.keys() & seen.keys()]
        faults += reading.located(
            Fault("", record.row, DELIVERED.key[0], f"the same requests as in {first}") for record, first in again
        )
        if {each.values["synthetic"] for each in [*rows[:1], *reading.records[:1]]} == {"true", "false"}:
            faults.append(
                Fault(path.name, None, "synthetic", f"real and made-up requests meet: not as {files[0].name}")
            )
        seen |= {key: f"{path.name}, row {record.row}" for key, record in here.items() if key not in seen}
        rows += reading.records
    if not faults:
        part = out.with_name(f".{out.name}")  # a service that looks at the folder never sees half a file
        schema.write(part, frame(rows), DELIVERED)
        part.replace(out)
    return faults
