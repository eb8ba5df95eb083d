"""`python -m data build RAW`, `check [DIR | FILE]`, `diff A B`, `training OUT`: the commands of the data."""

import argparse
import sys
from pathlib import Path

from data.check import check_delivery, check_folder
from data.diff import diff
from data.registry import training
from data.schema import TABLES, records

CURATED = Path(__file__).parent / "curated"


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
    command.set_defaults(run=lambda given: _check(given.path))
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


def _check(path: Path) -> int:
    faults = check_delivery(path) if path.is_file() else check_folder(path)
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
