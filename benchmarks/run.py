"""`make bench`: measure this project beside plain Dash, hold it to its goals, and write results.md.

Everything is measured in the same run, on the same machine, by the same readers: read the ratios. A goal in
milliseconds was set where plain Dash took 31 for its two figures; it is held as a ratio to what it takes in this run.
"""

import itertools
import os
import platform
import statistics
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from benchmarks import asks, load
from benchmarks.asks import Dependencies
from benchmarks.load import Ask, Measured, Server
from benchmarks.visit import Visited, visit

RESULTS = Path(__file__).parent / "results.md"
PACKAGES = ("dash", "plotly", "pandas", "flask-caching", "gunicorn", "brotli")
PLAIN = 31.0  # ms of processor for the two figures of plain Dash, where the goals were set
DOCUMENT = 100.0  # ms of processor that a first document may take, there
SINGLE = 24  # requests one after the other, whose processor time is measured
OF_A_TURN = 80.0  # ms: twice what the page before this one took to turn a year in SVG, where the goals were set
NEWLINE = "\n"


class Goal(NamedTuple):
    """What is measured, what it came to, what it must not pass (`most`) or fall below (`least`), and as profiles told
    it where the `cost` goes, which is said where the goal is not met."""

    name: str
    shown: str
    value: float
    most: float | None = None
    least: float | None = None
    cost: str = ""

    @property
    def is_met(self) -> bool:
        return (self.most is None or self.value <= self.most) and (self.least is None or self.value >= self.least)

    def row(self) -> str:
        bound = f"at most {self.most:.2f}" if self.most is not None else f"at least {self.least:.2f}"
        missed = f"**not met**: {self.cost}" if self.cost else "**not met**"
        return f"| {self.name} | {self.shown} | {self.value:.2f} | {bound} | {'met' if self.is_met else missed} |"


class Side(NamedTuple):
    """One application measured: processor ms of a change, frames, documents and files, throughputs, memory, a visit."""

    change: float
    frames: float
    documents: dict[str, float]
    files: dict[str, float]
    cold: Measured
    warm: Measured
    memory: int
    visited: Visited


def plain() -> Side:
    """The app beside which we are measured; it keeps nothing, so a warm answer is a cold one."""
    with load.served("benchmarks.peer:plain") as server:
        endless = itertools.cycle(asks.of_peer())
        load.spent(server, itertools.islice(endless, 4))
        change = statistics.median(load.spent(server, itertools.islice(endless, SINGLE)))
        cold = load.measure(server.port, endless)
        visited = visit(f"http://127.0.0.1:{server.port}/")
        return Side(change, 0, {}, {}, cold, cold, server.memory(), visited)


def ours() -> Side:
    """This project, cold and then warm."""
    with load.served("app:server") as server:
        documents = {name: max(load.spent(server, found)) for name, found in asks.documents().items()}
        dependencies = Dependencies(load.text(server.port, "/_dash-dependencies"))
        views = asks.never_asked()
        single = list(itertools.islice(views, SINGLE))
        change = statistics.median(load.spent(server, map(dependencies.change, single)))
        frames = statistics.median(load.spent(server, map(dependencies.frames, single[: SINGLE // 2])))
        cold = load.measure(server.port, map(dependencies.change, views))
        files = {name: statistics.median(load.spent(server, found)) for name, (_, found) in asks.files().items()}
        return Side(
            change, frames, documents, files, cold, _warm(server, dependencies), server.memory(), _visit(server)
        )


def _warm(server: Server, dependencies: Dependencies) -> Measured:
    again: list[Ask] = [dependencies.change(view) for view in asks.kept()]
    load.tags(server.port, again)
    endless: Iterator[Ask] = itertools.cycle(again)
    return load.measure(server.port, endless)


def _visit(server: Server) -> Visited:
    return visit(f"http://127.0.0.1:{server.port}/es/overview")


def goals(we: Side, they: Side) -> list[Goal]:
    """What the project promises of its speed, as ratios to plain Dash in the same run."""
    worst = max(we.documents, key=lambda name: we.documents[name])
    unit = they.change

    def ratio(name: str, took: float, most: float, cost: str = "") -> Goal:
        return Goal(name, f"{took:.0f} ms to {unit:.0f}", took / unit, most=most / PLAIN, cost=cost)

    return [
        ratio("a view never asked for: processor", we.change, 25),
        Goal("a view never asked for: answers a second", _pair(we.cold.rate, they.cold.rate),
             we.cold.rate / they.cold.rate, least=1.2),
        ratio("its frames, when idle: processor", we.frames, 40,
              "half is the table of the ranking, made anew for each of the years"),
        ratio(f"the first document of any page (worst: {worst}): processor", we.documents[worst], DOCUMENT,
              "the hall draws the bars of each year, a country eight pictures and 1,600 cells"),
        Goal("a view asked for before: answers a second", _pair(we.warm.rate, they.warm.rate),
             we.warm.rate / they.warm.rate, least=50),
        Goal("the same: 95 % within", f"{we.warm.p95:.0f} ms to {they.warm.p95:.0f}", we.warm.p95 / they.warm.p95,
             most=1 / 30),
        Goal("a year turned: requests", f"{we.visited.asked} in a dozen turns", we.visited.asked, most=0),
        Goal("a year turned: until painted, to twice the SVG of old", f"{we.visited.turn:.0f} ms to {OF_A_TURN:.0f}",
             we.visited.turn / OF_A_TURN, most=1),
        Goal("requests at a first visit", f"plain Dash: {they.visited.requests}", we.visited.requests, most=20),
        Goal("memory of a worker", f"{we.memory / 2**20:.0f} MB to {they.memory / 2**20:.0f}", we.memory / they.memory,
             most=1.2, cost="imports of pandas and geopandas, the data and what is prepared of it, kept answers"),
    ]  # fmt: skip


def _pair(ours: float, theirs: float) -> str:
    return f"{ours:,.0f} to {theirs:,.0f}"


def page(we: Side, they: Side) -> str:
    """The results as a Markdown page."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    found = we.documents.items()
    documents = [Goal(name, f"{took:.0f} ms", took / they.change, most=DOCUMENT / PLAIN).row() for name, took in found]
    files = [
        Goal(name, f"{we.files[name]:.0f} ms", we.files[name] / they.change, most=most / PLAIN).row()
        for name, (most, _) in asks.files().items()
    ]
    return f"""# Results

`make bench`, {datetime.now(UTC):%Y-%m-%d}: {platform.system()}, {os.cpu_count()} cores for server, readers and browser
together; Python {platform.python_version()}, {packages}.

Waitress in one process, with four threads. Processor time is of one request after the other, the median of {SINGLE};
answers a second are of {load.READERS} readers for {load.SECONDS:.0f} s, each asking again as soon as it has its answer.
Plain Dash (`benchmarks/peer.py`) draws two figures for every change. Read the ratios; the absolute figures are this
machine's.

| what | measured | ratio or count | goal | |
|---|---|---:|---|---|
{NEWLINE.join(goal.row() for goal in goals(we, they))}

A first visit brings {we.visited.size:,} bytes, plain Dash's {they.visited.size:,}.

| the first document of | processor | against a change of plain Dash | goal | |
|---|---|---:|---|---|
{NEWLINE.join(documents)}

| a file, never asked for | processor | against a change of plain Dash | goal | |
|---|---|---:|---|---|
{NEWLINE.join(files)}
"""


def main() -> None:
    they, we = plain(), ours()
    results = page(we, they)
    RESULTS.write_text(results, encoding="utf-8")
    sys.stdout.write(results)


if __name__ == "__main__":
    main()
