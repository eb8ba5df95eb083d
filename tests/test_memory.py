"""What a process loads at its start is what pages need; what writes files is loaded with the first file."""

import subprocess
import sys

OF_FILES = {"fastparquet", "fpdf", "lxml.etree", "pptx", "segno", "xlsxwriter"}


def test_a_process_that_serves_pages_has_not_loaded_what_writes_files() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import app, sys; print(*sys.modules)"], capture_output=True, check=True
    )
    loaded = set(told.stdout.decode().split())
    assert "pandas" in loaded
    assert not loaded & OF_FILES
