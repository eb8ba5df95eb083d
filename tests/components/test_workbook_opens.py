"""A workbook as another program opens it, where one is installed."""

import subprocess
from pathlib import Path
from shutil import which

import pytest

from components.files.extract import of_table
from components.files.xlsx import xlsx
from data.dataset import Dataset


@pytest.mark.skipif(not which("localc"), reason="LibreOffice Calc is not installed")
def test_a_workbook_opens_in_another_program(real: Dataset, tmp_path: Path) -> None:
    (tmp_path / "rows.xlsx").write_bytes(xlsx(of_table(real, "requests", {"labels": "es"})))
    home = f"-env:UserInstallation=file://{tmp_path}/home"  # its own: two at once would wait for each other
    command = ["localc", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), f"{tmp_path}/rows.xlsx"]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (tmp_path / "rows.pdf").exists()
    assert "Error" not in told.stderr
