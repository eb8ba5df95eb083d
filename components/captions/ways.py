"""The ways on from the country in view: its profile, itself beside its neighbours, and to have it remembered."""

from markupsafe import Markup

from components.i18n import Words
from components.markup import el
from components.url.carried import carried, chosen
from components.url.choices import Page
from components.url.view import View
from data.dataset import Dataset
from data.queries.compare import FEWEST, MOST
from data.queries.neighbours import Neighbours, neighbours
from data.vocabulary import Country


def ways(view: View, dataset: Dataset, words: Words) -> Markup:
    """A line of links for the one country in view, or for the few that can be compared; nothing without any."""
    mine = chosen(view)
    if len(mine) != 1:
        return _compared(view, mine, words)
    name, near = words.country(mine[0]), neighbours(dataset, mine[0])
    links = []
    if view.page is not Page.COUNTRY:
        links.append(_to(carried(view, Page.COUNTRY), words("profile.way", country=name), "way-profile"))
    if near.countries:
        to = carried(view, Page.COMPARE, near.countries)
        links.append(_to(to, beside(near, words, name), "way-neighbours"))
    kept = {
        "data_remember": words("mine.remember", country=name),
        "data_forget": words("mine.forget", country=name),
        "data_country": mine[0],
    }
    button = el("button", kept["data_remember"], type="button", class_="plain", hidden=True, **kept)
    return _line([*links, button])


def first_line(view: View, dataset: Dataset, words: Words) -> Markup:
    """The ways on from whom is in view; without anybody what this is."""
    return ways(view, dataset, words) or purpose(view, words)


def with_whom(view: View, dataset: Dataset) -> tuple[Country, ...]:
    """Whom the one country in view is compared with; nobody where it is not one."""
    mine = chosen(view)
    return neighbours(dataset, mine[0]).countries if len(mine) == 1 else ()


def profiles(view: View) -> dict[Country, str]:
    """The profile of each country in view."""
    return {mine: view.at_page(Page.COUNTRY).with_values(country=mine).url for mine in chosen(view)}


def purpose(view: View, words: Words) -> Markup:
    """What this is, for whom and by whom, in a line: for who comes to the front page for the first time."""
    more = el("a", words("about.way"), href=view.at_page(Page.ABOUT).url)
    return el("p", words("about.purpose"), " ", more, class_="purpose")


def beside(near: Neighbours, words: Words, name: str) -> str:
    """What a comparison with neighbours is called: who they are, and by which rule."""
    kind = "sea" if not near.is_land else "longest" if near.left_out else "land"
    who = words.names(sorted(map(words.country, near.countries), key=words.sort_key))
    return words(f"mine.beside_{kind}", country=name, neighbours=who)


def _compared(view: View, mine: tuple[Country, ...], words: Words) -> Markup:
    if not FEWEST <= len(mine) <= MOST or view.page is Page.COMPARE:
        return Markup("")
    return _line([_to(carried(view, Page.COMPARE), words.count("mine.compare", len(mine)), "way-compare")])


def _to(view: View, said: str, key: str) -> Markup:
    return el("a", said, href=view.url, data_key=key)


def _line(links: list[Markup]) -> Markup:
    return el("p", [[" · " if at else "", each] for at, each in enumerate(links)], class_="ways")
