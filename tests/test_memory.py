"""What a process loads at its start is what pages need; what writes files is loaded with the first file."""

import subprocess
import sys

OF_FILES = {"fastparquet", "lxml.etree", "pptx", "segno", "typst", "xlsxwriter"}


def test_a_process_that_serves_pages_has_not_loaded_what_writes_files() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import app, sys; print(*sys.modules)"], capture_output=True, check=True
    )
    loaded = set(told.stdout.decode().split())
    assert "pandas" in loaded
    assert not loaded & OF_FILES


def test_what_is_made_before_anybody_asks_is_never_looked_through_again() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import gc, app; app.server; print(gc.get_freeze_count(), len(gc.get_objects()))"],
        capture_output=True,
        check=True,
    )
    frozen, others = map(int, told.stdout.split())
    assert frozen > 100 * others
