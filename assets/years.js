/* Years turn without a request: the frames of a view came when the page was idle, and their values are put in their
   places. The address follows when the year rests; playing is one step of the history. */
(function () {
    "use strict";
    const PAUSE = 1400; // milliseconds a year stays while playing
    const SETTLE = 350; // after the last turn the address follows
    const stay = () => window.dash_clientside.no_update;
    const navigation = () => window.dash_clientside.navigation;
    const shown = () => navigation().state.shown;
    const put = (id, props) => {
        if (props.patches) window.dash_clientside.map.turn(id, props);
        else if (document.getElementById(id)) window.dash_clientside.set_props(id, props);
    };
    const name = (part) => `${navigation().page(shown().url)}-${part}`;
    const state = {of: null, stamp: "", years: {}, year: null, painted: null, turned: null, timer: null, waiting: null, landing: null};
    const known = () => (shown() && shown().frames === state.of ? state.years : {});

    /* ---- what the page says of its years ---- */
    function begin(view) {
        clearTimeout(state.waiting);
        state.landing = null;
        if (view.year === undefined) return;
        state.year = state.painted = view.year;
        document.documentElement.style.setProperty("--years", view.years);
        put(name("year"), {value: view.year});
        mark(view.year, view.said);
        carry();
        const turned = state.turned; // since that was asked
        state.turned = null;
        if (turned !== null && turned !== view.year) navigation().go(at(turned));
    }
    /* The year on the scale, over the plots, and as the range input says it. */
    function mark(year, said) {
        document.querySelectorAll(".scale a[data-year]").forEach((link) => {
            const isCurrent = Number(link.dataset.year) === year;
            link.parentElement.classList.toggle("is-current", isCurrent);
            if (isCurrent) link.setAttribute("aria-current", "true");
            else link.removeAttribute("aria-current");
        });
        document.getElementById(name("year"))?.setAttribute("aria-valuetext", said);
        window.dash_clientside.upright.mark();
    }
    function want(view) {
        if (view !== shown() || view.frames === state.of) return;
        window.dash_clientside.set_props(name("wanted"), {data: view.frames});
    }
    function keep(frames) {
        if (frames.of) Object.assign(state, frames);
        return stay();
    }

    /* ---- turning ---- */
    function turn(year, pushes = true) {
        if (!shown() || (year === state.year && year === state.painted)) return; // what was not here then may be by now
        state.year = year;
        if (navigation().isAsking()) {
            state.turned = year; // the answer that is on its way is asked for again, of this year
            return;
        }
        const frame = known()[year];
        if (frame) {
            state.painted = year;
            Object.entries(frame.parts).forEach(([id, props]) => put(id, props));
            put(name("year"), {value: year});
            document.title = `${state.stamp}${frame.title} · Atalaya`;
            mark(year, frame.said);
        }
        later(() => (frame ? settle(frame.url, pushes) : navigation().go(at(year))));
    }
    /* The address of a year whose frame is not here: that of what was asked for last, with the year in it. */
    function at(year) {
        const to = new URL(navigation().state.asked, location.href);
        to.searchParams.set("year", year);
        return to.pathname + to.search.replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/%3B/g, ";");
    }
    function later(landing) {
        clearTimeout(state.waiting);
        state.landing = landing;
        state.waiting = setTimeout(land, SETTLE);
    }
    /* Let the address follow now, if it has not yet. */
    function land() {
        clearTimeout(state.waiting);
        const landing = state.landing;
        state.landing = null;
        if (landing) landing();
    }
    function settle(url, pushes) {
        navigation().rename(url, pushes);
        carry();
        if (!state.timer) window.dash_clientside.spoken.found();
    }
    /* Whether an address is that of a year that is here; then it is turned to. */
    function arrive(url) {
        stop();
        clearTimeout(state.waiting);
        state.landing = null;
        const years = known();
        const year = Object.keys(years).find((each) => years[each].url === url) || (url === shown().url && shown().year);
        if (!year || navigation().isAsking()) return false;
        if (Number(year) !== state.year && !years[year]) return false;
        turn(Number(year), false);
        later(() => settle(url, false)); // the address stays as it was asked for, with its year in it or not
        land();
        return true;
    }
    /* Links that keep the view carry the year that is shown now. */
    function carry() {
        if (!shown() || !shown().frames) return; // elsewhere a year is a choice like any other
        const isNamed = new URL(navigation().state.asked, location.href).searchParams.has("year");
        document.querySelectorAll("a[data-turn], a[data-view]").forEach((link) => {
            const to = new URL(link.href);
            if (isNamed) to.searchParams.set("year", state.year);
            else if (link.dataset.turn !== "year") to.searchParams.delete("year");
            link.setAttribute("href", to.pathname + to.search.replace(/%2C/g, ","));
        });
        window.atalaya.addresses(document);
    }

    /* ---- what a reader does ---- */
    function choose(year) {
        stop();
        turn(year);
    }
    function slide(year) {
        if (year !== undefined && year !== null) turn(Number(year));
        return stay();
    }
    function stop() {
        clearInterval(state.timer);
        state.timer = null;
        if (shown()) document.getElementById(name("play"))?.setAttribute("aria-pressed", "false");
    }
    function by(step, wraps) {
        const {min, max} = document.getElementById(name("year"));
        const next = state.year + step;
        if (next >= Number(min) && next <= Number(max)) turn(next, !state.timer);
        else if (wraps) turn(Number(min), !state.timer);
    }
    function play(clicks) {
        if (!clicks) return stay();
        if (state.timer) return stop(), stay();
        document.getElementById(name("play")).setAttribute("aria-pressed", "true");
        by(1, true);
        state.timer = setInterval(() => by(1, true), PAUSE);
        return stay();
    }
    function step_back(clicks) {
        if (clicks) { stop(); by(-1, false); }
        return stay();
    }
    function step_on(clicks) {
        if (clicks) { stop(); by(1, false); }
        return stay();
    }

    window.addEventListener("popstate", () => { state.turned = null; });
    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.years = {begin, want, keep, known, arrive, land, choose, slide, play, step_back, step_on};
})();
