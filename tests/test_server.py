"""How the service is started: what is refused, the address that is printed once it is true, what slow readers cannot
do, and what is finished at the end."""

import errno
import http.client
import json
import os
import re
import runpy
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from deploy.listening import RULES, Listening

ROOT = Path(__file__).parents[1]
SERVER = ROOT / "deploy" / "server.py"
# Who says a byte and no more, or half a body, or nothing at all; and who asks for the largest answer and reads nothing.
SLOW_TO_ASK = [
    b"G",
    b"POST /_dash-update-component HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{",
    b"",
]
SLOW_TO_READ = [b"GET /_dash-component-suites/plotly/package_data/plotly.min.js HTTP/1.1\r\nHost: x\r\n\r\n"] * 8


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


@pytest.mark.parametrize("kind", ["x86_64-conda-linux-gnu", "arm64-apple-darwin20.0.0", "aarch64-conda-linux-gnu"])
def test_the_kind_of_machine_that_conda_sets_is_told_and_left_alone(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert Listening.from_environment({"HOST": kind}).host == "127.0.0.1"
    assert capsys.readouterr().err.splitlines() == [
        f"HOST={kind} is no address, and left alone; listening at 127.0.0.1"
    ]
    assert Listening.from_environment({"HOST": "arm64-build.example"}).host == "arm64-build.example"


def test_an_empty_setting_of_the_server_is_its_default() -> None:
    environment = os.environ | {"HOST": "", "PORT": "", "WORKERS": ""}
    assert Listening.from_environment(environment) == ("127.0.0.1", 8050, 2)


@pytest.mark.parametrize("form", [(), ("--one-process",)], ids=["with fork", "as on Windows"])
def test_an_address_that_is_taken_or_is_none_ends_the_start_with_one_line(form: tuple[str, ...]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        for host, why in {"127.0.0.1": f"{os.strerror(errno.EADDRINUSE)}$", "a..b": ""}.items():
            told = os.environ | {"HOST": host, "PORT": str(port)}
            command = [sys.executable, "-m", "deploy.serve", *form]
            ended = subprocess.run(command, cwd=ROOT, env=told, capture_output=True, text=True, timeout=60)
            (line,) = ended.stderr.splitlines()
            assert re.match(f"HOST={re.escape(host)} PORT={port}: {why}", line)
            assert (ended.returncode, ended.stdout) == (1, "")


@pytest.fixture(params=[(), ("--one-process",)], ids=["with fork", "as on Windows"])
def started(request: pytest.FixtureRequest) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The service as `make run` starts it, on a port that was free a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ATALAYA_")}
    command = [sys.executable, "-m", "deploy.serve", *request.param]
    told = kept | {"PORT": str(port), "WORKERS": "1"}
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what is started in the background would inherit deafness
    with subprocess.Popen(command, cwd=ROOT, env=told, stdout=subprocess.PIPE, text=True) as service:
        yield service, port
        service.kill()


def test_slow_readers_stop_nobody_and_what_is_asked_is_answered_before_the_end(
    started: tuple[subprocess.Popen[str], int],
) -> None:
    service, port = started
    assert service.stdout
    assert service.stdout.readline() == f"Atalaya answers at http://127.0.0.1:{port} (Ctrl-C ends it)\n"
    with ExitStack() as slow:
        for said in SLOW_TO_READ + SLOW_TO_ASK * (RULES["threads"] // 2):
            each = slow.enter_context(socket.create_connection(("127.0.0.1", port)))
            each.sendall(said)
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        slow.callback(connection.close)
        connection.request("GET", "/healthz")
        answer = connection.getresponse()
        assert (answer.status, json.loads(answer.read())["status"]) == (200, "ok")
        if service.args[-1] == "--one-process":  # Ctrl-C is the only end on Windows
            service.send_signal(signal.SIGINT)
        else:
            connection.request("GET", "/pt/flows")
            service.send_signal(signal.SIGTERM)
            answer = connection.getresponse()
            assert answer.status == 200
            assert answer.read().endswith(b"</html>")
    assert service.wait(timeout=60) == 0
    assert service.stdout.read() == ""
