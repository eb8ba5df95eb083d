"""What the region, or one country, can do: which of the main figures it has still to publish, how and where requests
are registered, and with whom a country may begin. All of it is computed; nobody is named for what the data does not
say."""

from typing import NamedTuple

from components.i18n import Words
from components.pages.cooperation.page import FIRST_NEED_YEAR
from components.pages.page import ShownPage, open_page
from components.slideshow.composed import Block, Code, Composed, Place, Role
from components.slideshow.frame import Texts, framed
from components.slideshow.lettering import GAP, Look, height, moved, text
from components.slideshow.list_pictures import Item, listed
from components.slideshow.picture import Room
from components.slideshow.slide_captions import Said, cited, few
from components.theme import ACCENT, INK
from components.url.choices import Chart, Hall, Page
from components.url.deck import Slide
from components.url.view import View
from data.dataset import Dataset
from data.queries.gap import gap
from data.queries.missing import MAIN, Lack, Measure, Missing, missing
from data.vocabulary import Country

HEAD = {Hall.NEAR: 38.0, Hall.DEEP: 54.0}  # units: of a part
SIDE = {Hall.NEAR: 0.64, Hall.DEEP: 0.72}  # of the width, for what is to be published
BETWEEN = 70.0  # units between the two parts
APART = {Hall.NEAR: 24.0, Hall.DEEP: 8.0}  # units more between the title and the heads
STEPS = {Hall.NEAR: (36.0, 33.0, 30.0, 27.0), Hall.DEEP: (46.0, 44.0)}  # units: the type of what is said below a head
CODE = {Hall.NEAR: 250.0, Hall.DEEP: 300.0}  # units: the side of a code
MOST = 3  # countries to begin with


class Asked(NamedTuple):
    """Of whom it is asked, none for the region; what is missing, who registers requests, how all is said."""

    country: Country | None
    missing: Missing
    registering: frozenset[Country]
    dataset: Dataset
    words: Words

    def name(self, measure: Measure) -> str:
        return self.words.label(measure)

    @property
    def title(self) -> str:
        return self._of_region() if self.country is None else self._of_country(self.country)

    def _of_region(self) -> str:
        w, lacks = self.words, self.missing.lacks
        of = w.number(len(Country))
        said = w("ask.region_none", of=of, year=self.missing.year)
        if lacks:
            said = w.count("ask.region", len(lacks), countries=w.number(len(self.missing.countries)), of=of)
        n = len(self.registering)
        return f"{said}; {w.count('ask.registering', n) if n else w('ask.nobody_registers')}."

    def _of_country(self, country: Country) -> str:
        w, n, is_registering = self.words, len(self.missing.of(country)), country in self.registering
        told = {"country": w.country(country), "n": w.number(n), "of": w.number(len(MAIN))}
        if n:
            return f"{w('ask.publish' if is_registering else 'ask.publish_and_register', **told)}."
        return f"{w('ask.nothing' if is_registering else 'ask.register', **told)}."

    def caveat(self, hall: Hall) -> str:
        """What a main figure is; in a deep hall nobody is named, nor a year."""
        w, figures = self.words, self.words.names([self.name(measure).lower() for measure in MAIN])
        said = w("ask.caveat", figures=figures, year=self.missing.year)
        return said if self.country or hall is Hall.DEEP or not self.missing.lacks else f"{said} {w('ask.bracket')}"

    def items(self, hall: Hall) -> list[Item]:
        """What is to be published: each figure with those that lack it; of a country since when."""
        if self.country is not None:
            return self._mine(self.country)
        w = self.words
        told = [(measure, self.missing.by(measure)) for measure in MAIN]
        return [
            Item(
                w.count("ask.lacking", len(lacks), what=self.name(measure)),
                w.names([self._who(lack) for lack in lacks]) if hall is Hall.NEAR else "",
            )
            for measure, lacks in sorted(told, key=lambda each: -len(each[1]))
            if lacks
        ]

    def _who(self, lack: Lack) -> str:
        name = self.words.country(lack.country)
        return self.words("ask.never", country=name) if lack.last is None else f"{name} ({lack.last})"

    def _mine(self, country: Country) -> list[Item]:
        w, lacks = self.words, self.missing.of(country)
        found = [
            Item(
                self.name(lack.measure), w("ask.none_published") if lack.last is None else w("ask.last", last=lack.last)
            )
            for lack in lacks
        ]
        lacking = {lack.measure for lack in lacks}
        held = [
            f"{self.name(measure)} ({self.missing.latest[country, measure]})"
            for measure in MAIN
            if measure not in lacking
        ]
        return [*found, *([Item(w("ask.up_to_date", figures="; ".join(held)))] if held else [])]

    @property
    def first(self) -> list[Country]:
        """The countries with the largest certain need and no direct means on record."""
        if self.country is None:
            return []
        pairs = gap(self.dataset, FIRST_NEED_YEAR, self.dataset.years[1]).by_need(self.country)
        return [pair.other(self.country) for pair in pairs if pair.is_gap][:MOST]


def _asked(slide: Slide, dataset: Dataset, words: Words) -> Asked:
    registering = frozenset(row.country for row in dataset.registered) if "registry" in dataset.tables else frozenset()
    return Asked(slide.view.country, missing(dataset), registering, dataset, words)


def ask_said(slide: Slide, dataset: Dataset, words: Words) -> Said:
    """The title, and for who speaks what is called a main figure, and where the calendar of all of them is."""
    told = _asked(slide, dataset, words)
    page = _calendars(slide, dataset)
    sources = f"{words('wall.sources')}: {'; '.join(cited(page))}"
    version = words("wall.version", release=dataset.release, version=dataset.version)
    return Said(slide.title or told.title, (told.caveat(Hall.NEAR), sources, version, page.view.url))


def ask(slide: Slide, hall: Hall, root: str, number: str, dataset: Dataset, words: Words) -> Composed:
    """The slide: what to publish on the left, how to register on the right. `root` is scheme and host of what its code
    leads to; without one the page is named instead."""
    told, page = _asked(slide, dataset, words), _calendars(slide, dataset)
    said = Texts(slide.title or told.title, caveat=told.caveat(hall), sources=(few(cited(page), hall, words),))
    stamp = words("synthetic.stamp") if dataset.synthetic else ""
    frame = framed(said, (), hall, number, stamp)
    stage = frame.stage
    room = Room(page, hall, stage._replace(top=stage.top + APART[hall], height=stage.height - APART[hall]))
    wide = (room.place.width - BETWEEN) * SIDE[hall]
    left, right = room.part(0, wide), room.part(wide + BETWEEN, room.place.width - BETWEEN - wide)
    for size in STEPS[hall]:
        begin = _begin(told, left, size)
        register = _register(told, right, root, 3 if begin else 2, size)
        if height(register) <= room.place.height:
            break
    on_left = _below(_publish(told, left, begin), begin)
    return Composed(frame.around([*on_left, *register]))


def _calendars(slide: Slide, dataset: Dataset) -> ShownPage:
    """The page that shows of every country and year what is published: the sources are those of its figures."""
    return open_page(View.of(slide.view.locale, Page.METHOD, chart=Chart.COVERAGE), (), dataset)


def _publish(told: Asked, room: Room, begin: list[Block]) -> list[Block]:
    """Each figure with who lacks it; of a country also which it has published."""
    is_lacking = bool(told.missing.lacks if told.country is None else told.missing.of(told.country))
    head = _head(1, told.words("ask.head.publish" if is_lacking else "ask.head.published"), room)
    spent = height([head]) + GAP + (height(begin) + 2 * GAP if begin else 0)
    place = room.place._replace(top=head.place.bottom + GAP, height=room.place.height - spent)
    items = told.items(room.hall)
    made = listed(items, room._replace(place=place)) if items else []
    return [head, *moved(made, place.top - min((block.place.top for block in made), default=place.top))]


def _begin(told: Asked, room: Room, size: float) -> list[Block]:
    """With whom a country may begin; nothing where no pair is certain to need it."""
    w, first = told.words, told.first
    if not first:
        return []
    names = w.names([w.country(each) for each in first])
    return _paragraphs(2, w("ask.head.begin"), [w("ask.begin", names=names)], room, size)


def _register(told: Asked, room: Room, root: str, n: int, size: float) -> list[Block]:
    """The steps, and the code of the page with the template."""
    w, contact = told.words, told.dataset.contact
    to = View.of(w.locale, Page.COOPERATION, chart=Chart.REGISTRY).url
    steps = [w("ask.step.fill"), w("ask.step.counts")]
    steps += [w("ask.step.contact", contact=contact)] if contact else []
    steps += [w("ask.step.code") if root else w("ask.step.page", chart=w.label(Chart.REGISTRY))]
    shown = steps if room.hall is Hall.NEAR else steps[-1:]
    blocks = _paragraphs(n, w("ask.head.register"), shown, room, size)
    if root:
        blocks.append(
            Code(Place(room.place.left, blocks[-1].place.bottom + 2 * GAP, *[CODE[room.hall]] * 2), root + to)
        )
    return blocks


def _head(n: int, said: str, room: Room) -> Block:
    return text(f"{n}. {said}", Role.ITEM, room.place[:2], room.place.width, HEAD[room.hall], Look(ACCENT, 600))


def _paragraphs(n: int, head: str, said: list[str], room: Room, size: float) -> list[Block]:
    """A head and what is said below it, from the top of the room."""
    blocks = [_head(n, head, room)]
    for each in said:
        top = blocks[-1].place.bottom + GAP
        blocks.append(text(each, Role.TEXT, (room.place.left, top), room.place.width, size, Look(INK)))
    return blocks


def _below(above: list[Block], below: list[Block]) -> list[Block]:
    """Blocks of the top of a room, and those of another below them."""
    if not below:
        return above
    bottom = max(block.place.bottom for block in above)
    return [*above, *moved(below, bottom + 2 * GAP - below[0].place.top)]
