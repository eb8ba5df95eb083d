"""Raw releases -> a curated folder that passes its own check; nothing is replaced before it does."""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from data import package
from data.build import (
    area_plan,
    area_shapes,
    boundaries,
    context,
    cooperation_record,
    glotip,
    population,
    smuggling,
    sources,
    subnational,
)
from data.build.stop import BuildStopped
from data.check import check_folder

BUILDERS: tuple[Callable[[Path, Path], None], ...] = (
    glotip.build,
    smuggling.build,
    population.build,
    boundaries.build,
    cooperation_record.build,
    subnational.build,
    area_shapes.build,
    area_plan.build,
    context.build,
    sources.build,
)


def build(raw: Path, out: Path) -> None:
    """Run every builder, seal the package, check it, and only then put its files into `out`.

    Raises:
        BuildStopped: a builder met what its rules do not know, or the result does not pass the check.
        OSError: a raw file cannot be read.
    """
    with TemporaryDirectory() as temporary:
        made = Path(temporary)
        for builder in BUILDERS:
            builder(raw, made)
        package.seal(made)
        faults = check_folder(made)
        if faults:
            raise BuildStopped(faults[0].file, faults[0].row, faults[0].column, faults[0].reason)
        out.mkdir(parents=True, exist_ok=True)
        for name in sorted((path.name for path in made.iterdir()), key=lambda name: name == package.PACKAGE):
            shutil.copyfile(made / name, out / name)
