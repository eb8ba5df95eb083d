"""How gunicorn is told to serve: what is refused, and the address that is printed once it is true."""

import http.client
import os
import runpy
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SERVER = ROOT / "deploy" / "server.py"


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "http"), ("PORT", "0"), ("PORT", "65536"), ("PORT", "-1"), ("PORT", "٨"), ("WORKERS", "0"),
     ("WORKERS", "1.5"), ("WORKERS", "65")],
)  # fmt: skip
def test_a_server_that_cannot_be_is_refused_by_name(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit, match=f"{name}={value}: accepted is"):
        runpy.run_path(str(SERVER))


def test_the_server_listens_where_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"HOST": "::1", "PORT": "9000", "WORKERS": "3"}.items():
        monkeypatch.setenv(name, value)
    told = runpy.run_path(str(SERVER))
    assert (told["bind"], told["workers"]) == ("[::1]:9000", 3)


def test_an_empty_setting_of_the_server_is_its_default() -> None:
    environment = os.environ | {"HOST": "", "PORT": "", "WORKERS": ""}
    listening = runpy.run_path(str(SERVER))["Listening"]
    assert listening.from_environment(environment) == ("127.0.0.1", 8050, 2)


@pytest.fixture
def started() -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The service as `make run` starts it, on a port that was free a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ATALAYA_")}
    command = [sys.executable, "-m", "gunicorn", "--config", str(SERVER)]
    told = kept | {"PORT": str(port), "WORKERS": "1"}
    with subprocess.Popen(command, cwd=ROOT, env=told, stdout=subprocess.PIPE, text=True) as service:
        yield service, port
        service.kill()


def test_the_address_is_printed_once_it_answers_and_an_interrupt_ends_it(
    started: tuple[subprocess.Popen[str], int],
) -> None:
    service, port = started
    assert service.stdout
    assert service.stdout.readline() == f"Atalaya answers at http://127.0.0.1:{port} (Ctrl-C ends it)\n"
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", "/healthz")
    assert connection.getresponse().status == 200
    connection.close()
    service.send_signal(signal.SIGINT)
    assert service.wait(timeout=60) == 0
    assert service.stdout.read() == ""
