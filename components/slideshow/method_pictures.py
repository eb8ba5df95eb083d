"""The method for the wall: what is published, what nobody sees, and the heads of its chapters."""

from markupsafe import Markup

from components.captions import legend
from components.markup import el
from components.pages.method.chapters import Prose
from components.pages.method.page import Method
from components.pages.page import ShownPage
from components.slideshow.picture import ROWS, Picture, Row, bars, grid
from components.tables import calendars
from components.url.choices import Chart, Hall, Lens
from data.interval import Interval
from data.queries.hidden import unidentified
from data.vocabulary import Country


def method(page: ShownPage, hall: Hall) -> Picture | None:
    assert isinstance(page, Method)  # noqa: S101
    w = page.words
    shown = page.at("calendar-1")
    if shown.table and hall is Hall.NEAR:
        return Picture(el("div", grid(shown.table), legend.to_html(calendars.key(w), w, "more"), class_="with-key"))
    if page.is_chart(Chart.HIDDEN):
        return _hidden(page, hall)
    if page.is_chart(Chart.RULES, Chart.COVERAGE):
        return None
    items = [_told(section, hall) for section in page.sections[: ROWS[hall] // 2]]
    return Picture(el("ul", items, class_="wall-list"))


def _told(section: Prose, hall: Hall) -> Markup:
    """What a section is about: its heading, and where it can be read its first sentence."""
    sentence, stop, _ = " ".join(section.paragraphs).partition(". ")
    return el("li", el("b", section.title), f" {sentence}{stop.strip()}" if hall is Hall.NEAR else None)


def _hidden(page: Method, hall: Hall) -> Picture:
    w, shown = page.words, page.region
    if shown.count is None:
        return Picture(el("p", w("method.example.none"), class_="nothing"))
    said = w("method.hidden.reporting", n=len(shown.reporting), of=len(Country))
    ruled = unidentified(shown.count) if page.view.lens is Lens.ONE_TO_TWENTY else None
    told = w("figure.at_least", n=w.interval(ruled)) if ruled else w("method.hidden.unknown")
    note = w("method.hidden.illustration") if ruled else w("method.hidden.no_figure")
    rows = [
        Row(w("method.hidden.detected"), shown.count, w.interval(shown.count), said),
        Row(w("method.hidden.not_detected"), ruled, told, note, look="is-ruled" if ruled else "is-unknown"),
    ]
    top = (ruled or Interval(0, shown.count.high * 2)).high
    drawn = bars(rows, w("method.hidden.caption", year=shown.year), "", hall, top=top)
    return Picture(el("div", drawn, class_="with-key"))
