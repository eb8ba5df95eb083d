"""`python -m data build RAW`, `check [DIR | FILE]`, `gather FILE ...`, `diff A B`, `training OUT`."""

import argparse
import sys
from pathlib import Path

from data.check import check_delivery, check_folder
from data.diff import diff
from data.registry import training
from data.registry.gather import gather
from data.registry.marks import COMMA, DAY_FIRST, MONTH_FIRST, POINT, Marks
from data.registry.reading import AS_IT_SHOWS, How
from data.schema import TABLES, records

CURATED = Path(__file__).parent / "curated"
DECIMALS = {"comma": COMMA, "point": POINT}
DAYS = {"day-first": DAY_FIRST, "month-first": MONTH_FIRST}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 when the data are not, 2 for a command that is none."""
    parser = argparse.ArgumentParser(prog="python -m data", description="Curate the data of Atalaya.")
    commands = parser.add_subparsers(required=True)
    command = commands.add_parser("build", help="turn the raw releases in RAW into curated files")
    command.add_argument("raw", type=Path, metavar="RAW")
    command.add_argument("--out", type=Path, default=CURATED, metavar="DIR")
    command.set_defaults(run=lambda given: _build(given.raw, given.out))
    command = commands.add_parser("check", help="validate a folder, or one registry file; one line per fault")
    command.add_argument("path", type=Path, nargs="?", default=CURATED, metavar="DIR | FILE")
    _add_how(command)
    command.set_defaults(run=lambda given: _check(given.path, _how(given)))
    command = commands.add_parser("gather", help="put the registry files of several contact points into one")
    command.add_argument("files", type=Path, nargs="+", metavar="FILE")
    command.add_argument("--out", type=Path, required=True, metavar="registry.csv")
    _add_how(command)
    command.set_defaults(run=lambda given: _gather(given.files, given.out, _how(given)))
    command = commands.add_parser("diff", help="say what changed between two curated folders")
    command.add_argument("before", type=Path, metavar="A")
    command.add_argument("after", type=Path, metavar="B")
    command.set_defaults(run=lambda given: _diff(given.before, given.after))
    command = commands.add_parser("training", help="copy the real data to OUT beside a made-up registry, marked so")
    command.add_argument("out", type=Path, metavar="OUT")
    command.set_defaults(run=lambda given: _training(given.out))
    given = parser.parse_args(arguments)
    return int(given.run(given))


def _build(raw: Path, out: Path) -> int:
    from data.build import run  # needs the build dependencies, which a server that only checks does not have
    from data.build.stop import BuildStopped

    try:
        run.build(raw, out)
    except (BuildStopped, OSError) as stopped:
        print(f"build stopped: {stopped}", file=sys.stderr)
        return 1
    for account in records(out / TABLES["ledger"].path):
        print(f"{account['source']:<18} {account['outcome']:<12} {account['rule']:<26} {account['rows']:>6}")
    return 0


def _add_how(command: argparse.ArgumentParser) -> None:
    """What may be said of a registry file that does not tell it by itself."""
    command.add_argument("--sheet", default="", help="the sheet of a workbook to read")
    command.add_argument("--decimal", choices=DECIMALS, default="", help="the decimal mark of the file")
    command.add_argument("--days", choices=DAYS, default="", help="the order of day and month in the file")


def _how(given: argparse.Namespace) -> How:
    return How(given.sheet, Marks(DECIMALS.get(given.decimal, ""), DAYS.get(given.days, "")))


def _check(path: Path, how: How = AS_IT_SHOWS) -> int:
    faults = check_folder(path) if path.is_dir() else check_delivery(path, how)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def _gather(files: list[Path], out: Path, how: How) -> int:
    try:
        faults = gather(files, out, how)
    except OSError as error:
        print(f"not gathered: {error}", file=sys.stderr)
        return 1
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def _diff(before: Path, after: Path) -> int:
    if _check(before) or _check(after):
        return 1
    for line in diff(before, after):
        print(line)
    return 0


def _training(out: Path) -> int:
    try:
        training.write(CURATED, out)
    except (FileExistsError, OSError) as error:
        print(f"training data not written: {error}", file=sys.stderr)
        return 1
    return _check(out)


if __name__ == "__main__":
    sys.exit(main())
