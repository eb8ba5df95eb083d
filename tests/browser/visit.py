"""A visit: one tab at the site, with everything it asked for and everything it complained about."""

import re
from collections.abc import Callable
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Request, expect

PATIENCE = 20_000  # milliseconds that a busy machine may take over what is instant on an idle one
expect.set_options(timeout=PATIENCE)
AXE = Axe().axe_script
STILL = 120  # milliseconds without a change after which a page counts as drawn
PARTS = ("notice", "headline", "cards", "stage", "rank", "scale", "insights", "flags", "sources")
# A point of the window at which the pointer meets a country and nothing that lies above it, with 2 px to spare on each
# side, wherever its pieces are.
INSIDE = """(code) => {
    const map = document.querySelector(`.map-options [data-code="${code}"]`).closest(".map");
    const fills = [...map.querySelectorAll("[class*=traceshape-] .js-fill")].reverse();
    const within = (path, x, y) => new DOMPoint(x, y).matrixTransform(path.getScreenCTM().inverse());
    const named = (path) => path.closest(".trace").getAttribute("class").match(/traceshape-(\\w+)/)[1];
    const meets = (x, y) => {
        const top = document.elementFromPoint(x, y);
        if (!top || !map.contains(top)) return null;
        if (top.dataset.code) return top.dataset.code;
        if (!top.closest(".plot")) return null; // a button, a card
        const above = fills.find((path) => path.isPointInFill(within(path, x, y)));
        return above && named(above);
    };
    const around = [[0, 0], [-2, 0], [2, 0], [0, -2], [0, 2]];
    const box = fills.find((path) => named(path) === code).getBoundingClientRect();
    for (let i = 1; i < 40; i += 1) for (let j = 1; j < 40; j += 1) {
        const [x, y] = [box.left + box.width * i / 40, box.top + box.height * j / 40];
        if (around.every(([across, down]) => meets(x + across, y + down) === code)) return [x, y];
    }
    return null;
}"""
YEAR = '#page input[id$="-year"]'
# A place has its graph where nothing is drawn in it, too, and is out of sight then.
DRAWN = """() => [...document.querySelectorAll("#page .dash-graph, #page .map")].every((each) => !each.checkVisibility()
    || each.querySelector(".main-svg") && !each.matches(".map:not(.is-live)"))"""
# Nothing fades, every plot fills its place (it follows the window some time after), and no part changes its width.
SETTLED = """async () => {
    const look = () => [...document.querySelectorAll("body *")].map((each) => each.clientWidth).join();
    const lags = ({_fullLayout: drawn, clientWidth: width}) => drawn?.autosize && Math.abs(drawn.width - width) > 1;
    const isBusy = () => document.getAnimations().length > 0
        || [...document.querySelectorAll(".js-plotly-plot")].some((each) => each.checkVisibility() && lags(each));
    const rest = () => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), STILL));
    const end = performance.now() + PATIENCE;
    await document.fonts.ready;
    for (let before = null, now = look(); now !== before || isBusy(); now = look()) {
        if (performance.now() > end) throw new Error("the page never comes to rest");
        before = now;
        await rest();
    }
}""".replace("STILL", str(STILL)).replace("PATIENCE", str(PATIENCE))
# Rows of a table and items of a list are of few kinds: axe, whose work grows by their square, is shown those that have
# something which none before has, in another class or colour; and the last.
AXE_RUN = """async (within) => {
    const known = new Map();
    const repeated = (list) => {
        const whole = list.closest("table") || list;
        const met = known.get(whole) || new Set();
        known.set(whole, met);
        const kind = (each) => {
            const {color, backgroundColor} = getComputedStyle(each);
            const {localName, className, parentNode} = each;
            return [localName, String(className), parentNode.localName, color, backgroundColor].join();
        };
        const isNew = (row) => [row, ...row.querySelectorAll("*")].map(kind)
            .filter((one) => !met.has(one) && met.add(one));
        return [...list.children].slice(0, -1).filter((row) => isNew(row).length === 0);
    };
    const alike = [...document.querySelectorAll("tbody, ul, ol")].flatMap(repeated).filter((row) => !row.hidden);
    alike.forEach((row) => { row.hidden = true; });
    const {violations} = await axe.run(within, {resultTypes: ["violations"]});
    alike.forEach((row) => { row.hidden = false; });
    return violations;
}"""
HAS_YEARS = "() => Object.keys(window.dash_clientside.years.known()).length > 0"
# The tip belongs to pointer and focus, not to the view; a map's figures are those over the plot, not plotly's own.
TEXT = """const text = (node) => {
    const unread = [...node.querySelectorAll(".tip:not([hidden]), .map > .plot")];
    unread.forEach((each) => { each.hidden = true; });
    const said = node.innerText;
    unread.forEach((each) => { each.hidden = false; });
    return said;
};
const look = (option, code) => {
    const path = option.closest(".map").querySelector(`.traceshape-${code} .js-fill`);
    const {fill, opacity} = getComputedStyle(path);
    const pattern = fill.match(/#([^"]+)/);
    const filled = pattern ? document.getElementById(pattern[1]).innerHTML : fill;
    return `${filled} ${opacity} ${option.className} ${option.ariaSelected}`;
};"""
SEEN = f"""(parts) => {{ {TEXT}; return REST; }}""".replace(
    "REST",
    """({
    title: document.title,
    address: location.pathname + location.search,
    year: document.querySelector(YEAR).value,
    theme: document.documentElement.dataset.theme,
    chosen: [...document.querySelectorAll("#page a[data-key][aria-current], #page input:checked")].map(
        (option) => option.dataset.key || option.id
    ),
    texts: Object.fromEntries(parts.map((id) => [id, text(document.querySelector(`#page [id$="-${id}"]`))])),
    map: Object.fromEntries([...document.querySelectorAll("#page .map:not([hidden]) [data-code]")].map((country) => {
        const {code} = country.dataset;
        return [code, [look(country, code), country.getAttribute("aria-label"), country.textContent]];
    })),
})""".replace("YEAR", f"`{YEAR}`"),
)


class Visit:
    """A tab, and the tabs that it opens. `asked` holds path and query of each request to the server, `outside` the
    address of every other; `complaints` the console's errors (a violation of the Content-Security-Policy is one) and
    the exceptions that no script caught.
    """

    def __init__(self, page: Page, root: str) -> None:
        self.page = page
        self.root = root
        self.ours = [root]
        self.asked: list[str] = []
        self.outside: list[str] = []
        self.complaints: list[str] = []
        self._listen_to(page)

    def _listen_to(self, page: Page) -> None:
        page.set_default_timeout(PATIENCE)
        page.on("request", self._note)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.on("popup", self._listen_to)

    def _note(self, request: Request) -> None:
        to = urlsplit(request.url)
        if to.scheme == "blob":  # made by the page itself
            return
        if f"{to.scheme}://{to.netloc}" not in self.ours:
            self.outside.append(request.url)
        elif request.url.startswith(self.root):
            self.asked.append(to.path + (f"?{to.query}" if to.query else ""))

    def arrive(self, address: str) -> None:
        """Go to an address of the site, and wait until the page is live and asks for nothing more."""
        self.page.goto(self.root + address)
        self.expect_drawn()
        self.expect_answered()

    def expect_drawn(self) -> None:
        """The drawn page has given way to the live one, and so has each of its figures."""
        expect(self.page.locator("#first")).to_have_count(0)
        self.page.wait_for_function(DRAWN)

    def open(self, address: str) -> None:
        """Arrive at a page of years, and wait until they are there to be turned."""
        self.page.goto(self.root + address)
        self.expect_live()

    def expect_live(self) -> None:
        """The drawn page has given way to the live one, and its years are there to be turned."""
        self.expect_drawn()
        self.expect_years()

    def expect_years(self) -> None:
        """The frames of the view have come, which are asked for once the page is idle."""
        self.page.wait_for_function(HAS_YEARS)

    def choose(self, key: str) -> None:
        """Choose an option, and wait until the page says that it is chosen."""
        self.option(key).click()
        self.expect_chosen(key)

    def expect_chosen(self, key: str) -> None:
        """The option is marked, and nothing is asked for any more."""
        expect(self.option(key).and_(self.page.locator(":checked, [aria-current=true]"))).to_have_count(1)
        self.expect_answered()

    def choose_year(self, end: str, year: int) -> None:
        """The `first` or `last` year of the period, of which the fold is open."""
        self.page.locator(f"select[id*='years.{end}']").select_option(str(year))
        self.expect_answered()

    def expect_answered(self) -> None:
        """What was asked for has come: nothing is dimmed while it waits."""
        expect(self.page.locator("html")).not_to_have_class(re.compile("is-asking"))

    def expect_address(self, address: str) -> None:
        expect(self.page).to_have_url(self.root + address)

    def expect_year(self, year: int) -> None:
        """Scale, slider and ranking are at the year."""
        expect(self.page.locator(".scale [aria-current]")).to_have_attribute("data-year", str(year))
        expect(self.page.locator(YEAR)).to_have_js_property("value", str(year))
        expect(self.page.locator(".rank caption")).to_contain_text(str(year))

    def seen(self) -> dict[str, Any]:
        """What a reader has before them, as plain values."""
        seen: dict[str, Any] = self.page.evaluate(SEEN, PARTS)
        return seen

    def still(self) -> dict[str, Any]:
        """What is seen once it has stopped changing."""
        before, now = None, self.seen()
        while before != now:
            self.page.wait_for_timeout(STILL)
            before, now = now, self.seen()
        return now

    def expect_seen(self, wanted: dict[str, Any]) -> None:
        """The page comes to show exactly what was seen before."""
        self.wait_until(lambda: self.seen() == wanted)
        assert self.seen() == wanted

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Wait for what no locator tells; whoever asks asserts it, and so has it told."""
        end = monotonic() + PATIENCE / 1000
        while not is_so() and monotonic() < end:
            self.page.wait_for_timeout(STILL)

    def country(self, code: str) -> Locator:
        """A country of the map, as an option of its list box."""
        return self.page.locator(f'.map-options [data-code="{code}"]')

    def point_at(self, code: str) -> tuple[float, float]:
        """A point of the window where a pointer meets a country."""
        self.country(code).scroll_into_view_if_needed()
        found: tuple[float, float] | None = self.page.evaluate(INSIDE, code)
        assert found, f"no pointer can meet {code}"
        return found

    def click_country(self, code: str) -> None:
        self.page.mouse.click(*self.point_at(code))
        self.page.mouse.move(1, 1)  # off the map, where no tip stands

    def settle(self) -> None:
        """Wait until the window's size has reached every part: plots follow it in their own time, nothing fades."""
        self.page.evaluate(SETTLED)

    def violations(self, within: str = "html") -> list[str]:
        """What axe finds wrong in all that a selector names, once nothing fades: it measures colours of the moment."""
        self.settle()
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE)
        found = self.page.evaluate(AXE_RUN, within)
        return [f"{each['id']}: {each['nodes'][0]['target']}" for each in found]

    def option(self, key: str) -> Locator:
        """The option of a control by field and value, as in `indicator-persons_convicted` (`country-` is none); or a
        link by its key."""
        field, _, value = key.partition("-")
        return self.page.locator(f"""input[id$='{{"control":"{field}"}}_input_{value}'], a[data-key="{key}"]""")

    def chip(self, code: str) -> Locator:
        """The button that takes a country out of a comparison."""
        return self.page.locator(f'button[data-picks="{code}"]')

    def fold(self, name: str) -> Locator:
        """What opens the options of a field that are folded away."""
        return self.page.locator(f'summary[data-key="fold-{name}"]')
