"""`make bench`: measure a changed view beside plain Dash, and the weight of a first visit; write results.md.

Every way to answer is measured in the same run, on the same machine, by the same readers: read the ratios.
"""

import itertools
import json
import os
import platform
import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks import load, peer, weight
from benchmarks.load import Ask, Measured
from callbacks.overview import OUTPUTS
from components.url.choices import Language, Page
from components.url.view import View
from data.vocabulary import Country, Indicator, Measure

RESULTS = Path(__file__).parent / "results.md"
PACKAGES = ("dash", "plotly", "pandas", "flask-caching", "gunicorn", "brotli")
YEARS = range(peer.FIRST, 2024)
SEED = 22
BASE = "plain Dash: two figures drawn for every change"
NEWLINE = "\n"
BROTLI = {"Accept-Encoding": "br"}


def posts() -> list[Ask]:
    """Every choice of the plain app's controls, shuffled."""
    header = {"Content-Type": "application/json"}
    asks = [
        Ask(peer.UPDATE, "POST", json.dumps(peer.changed(*choice)), header)
        for choice in itertools.product(Indicator, Measure, YEARS)
    ]
    random.Random(SEED).shuffle(asks)  # noqa: S311 - an order, not a secret
    return asks


def kept() -> list[View]:
    """Views that are asked for again and again, each with all its years."""
    countries = (Country.ARG, Country.BOL, Country.ESP)
    return [
        View.of(Language.ES, Page.OVERVIEW, indicator=indicator, measure=measure, countries=(country,))
        for indicator, measure, country in itertools.product(Indicator, Measure, countries)
    ]


def never_asked() -> Iterator[View]:
    """Views that nobody has asked for yet: pairs and larger groups of countries."""
    groups = itertools.chain.from_iterable(itertools.combinations(Country, size) for size in range(3, len(Country)))
    return (
        View.of(Language.ES, Page.OVERVIEW, indicator=indicator, measure=measure, countries=group)
        for group, indicator, measure in itertools.product(groups, Indicator, Measure)
    )


def asked(view: View) -> Ask:
    """A change, as the page's callback is asked."""
    return _posted("asked", view, [f"{each.component_id}.{each.component_property}" for each in OUTPUTS])


def frames(view: View) -> Ask:
    """The years of a view, as they are asked for when the page is idle."""
    return _posted("overview-wanted", view, ["overview-frames.data"])


def _posted(store: str, view: View, outputs: list[str]) -> Ask:
    named = [dict(zip(("id", "property"), each.rsplit(".", 1), strict=True)) for each in outputs]
    is_one = len(outputs) == 1
    body = {
        "output": outputs[0] if is_one else f"..{'...'.join(outputs)}..",
        "outputs": named[0] if is_one else named,
        "inputs": [{"id": store, "property": "data", "value": view.url}],
        "changedPropIds": [f"{store}.data"],
    }
    return Ask(peer.UPDATE, "POST", json.dumps(body), {"Content-Type": "application/json"} | BROTLI)


def speeds() -> dict[str, Measured]:
    """Each way to answer a changed view; what is kept has been asked for once before it is measured."""
    found = {}
    with load.served("benchmarks.peer:plain") as port:
        load.tags(port, posts()[:1])
        found[BASE] = load.measure(port, itertools.cycle(posts()))
    with load.served("benchmarks.peer:cached") as port:
        load.tags(port, posts())
        found["Dash, the figures kept by Flask-Caching"] = load.measure(port, itertools.cycle(posts()))
    with load.served("app:server") as port:
        again = [asked(view) for view in kept()]
        load.tags(port, again)
        found["Atalaya, a view that somebody has asked for"] = load.measure(port, itertools.cycle(again))
        views = never_asked()
        found["Atalaya, a view that nobody has asked for"] = load.measure(port, map(asked, views))
        found["Atalaya, the years of such a view, when idle"] = load.measure(port, map(frames, views))
    return found


def page(found: dict[str, Measured]) -> str:
    """The results as a Markdown page."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    base = found[BASE].rate
    rows = [
        f"| {name} | {m.rate:,.0f} | {m.rate / base:,.1f} x | {m.p95:,.0f} | {m.size:,.0f} |"
        for name, m in found.items()
    ]
    ours, theirs, plotting = weight.ours(), weight.of_peer(), weight.plotting()
    return f"""# Results

`make bench`, {datetime.now(UTC):%Y-%m-%d}: {platform.system()}, {os.cpu_count()} cores for server and readers together;
Python {platform.python_version()}, {packages}.

## A changed view

gunicorn with one process and four threads; {load.READERS} readers, each asking again as soon as it has its answer,
{load.SECONDS:.0f} seconds each. The plain app (`benchmarks/peer.py`) answers uncompressed as Dash does by default,
Atalaya by brotli. Its {len(YEARS)} years are an answer of their own. Read the ratios; the absolute
figures are this machine's.

| answered by | a second | against plain Dash | 95 % within, ms | bytes |
|---|---:|---:|---:|---:|
{NEWLINE.join(rows)}

## The weight of a first visit

{_weights("Atalaya, the overview", [*ours, weight.total(ours), plotting])}

{_weights("plain Dash, two graphs", [*theirs, weight.total(theirs)])}
"""


def _weights(title: str, weights: list[weight.Weight]) -> str:
    rows = [f"| {name} | {raw:,} | {packed:,} |" for name, raw, packed in weights]
    return NEWLINE.join([f"| {title} | bytes | by brotli |", "|---|---:|---:|", *rows])


def main() -> None:
    results = page(speeds())
    RESULTS.write_text(results, encoding="utf-8")
    sys.stdout.write(results)


if __name__ == "__main__":
    main()
