"""What readers ask for: views of this project as its pages ask, and the choices of the plain Dash app beside it."""

import itertools
import json
import random
from collections.abc import Iterator

from benchmarks import peer
from benchmarks.load import Ask
from components.url.choices import BASES, Locale, Page
from components.url.view import View
from data.vocabulary import Country, Indicator, Measure

YEARS = range(peer.FIRST, 2024)
SEED = 22
UPDATE = "/_dash-update-component"
FRAMES = "overview-frames.data"
BROTLI = {"Accept-Encoding": "br"}
JSON = {"Content-Type": "application/json"}
# A page of a view that says something; what is not here opens by itself.
QUERIES = {Page.FIGURE: "?country=ARG&year=2019", Page.COUNTRY: "?country=MEX"}
HALL = "/{}/present?slides=overview.chart-map~flows.chart-matrix~justice.chart-multiples&slide=1"


def of_peer() -> list[Ask]:
    """Every choice of the plain app's controls, shuffled."""
    choices = itertools.product(Indicator, Measure, YEARS)
    asks = [Ask(UPDATE, "POST", json.dumps(peer.changed(*choice)), JSON) for choice in choices]
    random.Random(SEED).shuffle(asks)  # noqa: S311 - an order, not a secret
    return asks


def never_asked() -> Iterator[View]:
    """Views that nobody has asked for yet: groups of countries, without end for whoever measures."""
    groups = itertools.chain.from_iterable(itertools.combinations(Country, size) for size in range(3, len(Country)))
    return (
        View.of(Locale.ES, Page.OVERVIEW, indicator=indicator, measure=measure, countries=group)
        for group in groups
        for indicator, measure in itertools.product(Indicator, Measure)
    )


def kept() -> list[View]:
    """Views that are asked for again and again."""
    countries = (Country.ARG, Country.BOL, Country.ESP)
    return [
        View.of(Locale.ES, Page.OVERVIEW, indicator=indicator, measure=measure, countries=(country,))
        for indicator, measure, country in itertools.product(Indicator, Measure, countries)
    ]


def documents() -> dict[str, list[Ask]]:
    """The document of every page and of the hall, each in three languages that nobody has asked for."""
    named = {page.value: f"/{{}}/{page}{QUERIES.get(page, '')}" for page in Page} | {"hall": HALL}
    return {name: [Ask(path.format(each), headers=BROTLI) for each in BASES] for name, path in named.items()}


def files() -> dict[str, tuple[float, list[Ask]]]:
    """What is taken away, in three languages that nobody has asked for, with what it may take: milliseconds of
    processor, there where plain Dash takes 31 for its two figures."""
    view, deck = "/{}/overview.", "/{}/present.{}?deck=summit"
    named = {f"a view as {kind}": (300.0, f"{view}{kind}") for kind in ("svg", "png", "pdf", "pptx")}
    named |= {f"a slide as {kind}": (300.0, f"/{{}}/present.{kind}?deck=summit&slide=2") for kind in ("svg", "png")}
    named |= {f"a deck as {kind}": (3_000.0, deck.replace(".{}", f".{kind}")) for kind in ("html", "pdf", "pptx")}
    return {name: (most, [Ask(path.format(each)) for each in BASES]) for name, (most, path) in named.items()}


class Dependencies:
    """The callbacks that a server lists at `/_dash-dependencies`, by the store that each listens to."""

    def __init__(self, listed: str) -> None:
        self._outputs = [(each["inputs"][0]["id"], each["output"]) for each in json.loads(listed) if each["inputs"]]

    def change(self, view: View) -> Ask:
        """A view, as the callback of its page is asked for it."""
        return self._posted("asked", f"{view.page}-shown.data", view)

    def frames(self, view: View) -> Ask:
        """The years of a view, as they are asked for when the page is idle."""
        return self._posted("overview-wanted", FRAMES, view)

    def _posted(self, store: str, has: str, view: View) -> Ask:
        output = next(output for needs, output in self._outputs if needs == store and has in output)
        named = [dict(zip(("id", "property"), each.rsplit(".", 1), strict=True)) for each in _split(output)]
        body = {
            "output": output,
            "outputs": named if output.startswith("..") else named[0],
            "inputs": [{"id": store, "property": "data", "value": view.url}],
            "changedPropIds": [f"{store}.data"],
        }
        return Ask(UPDATE, "POST", json.dumps(body), JSON | BROTLI)


def _split(output: str) -> list[str]:
    return output.strip(".").split("...")
