/* The browser's side: the address is the state. It asks for the parts of an address (GET), carries them to their nodes,
   and turns pages of ready frames when the year changes. It knows no rule of the data. */
(function () {
    "use strict";
    const none = () => window.dash_clientside.no_update;
    const set = (id, props) => {
        if (document.getElementById(id)) window.dash_clientside.set_props(id, themed(props));
    };
    const state = {shown: null, year: null, timer: null, asked: 0};
    const DARK = matchMedia("(prefers-color-scheme: dark)");
    const PAUSE = 1400; // milliseconds a year stays while playing
    const SETTLE = 350; // after the last turn the address follows

    /* ---- theme: figures come in the light palette; its colours give way to those of the scheme in force ---- */
    const TOKENS = ["ink", "soft", "line", "paper", "edge", "context", "accent", "hue-0", "hue-1", "hue-2", "hue-3", "hue-4", "hue-5"];
    function palette() {
        const style = getComputedStyle(document.documentElement);
        const dark = style.colorScheme === "dark" || (style.colorScheme !== "light" && DARK.matches);
        const pairs = TOKENS.map((name) => style.getPropertyValue(`--${name}`).match(/#[0-9a-f]{6}/g));
        const known = Object.fromEntries(pairs.map(([light, night]) => [light, dark ? night : light]));
        return (colour) => known[colour] || colour;
    }
    function recoloured(value, colour) {
        if (typeof value === "string") return value.startsWith("#") ? colour(value) : value;
        if (Array.isArray(value)) return typeof value[0] === "number" ? value : value.map((item) => recoloured(item, colour));
        if (value && typeof value === "object") {
            return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, recoloured(item, colour)]));
        }
        return value;
    }
    function themed(props) {
        return "children" in props ? {...props, children: graphs(props.children)} : props;
    }
    function graphs(node) {
        if (Array.isArray(node)) return node.map(graphs);
        if (!node || typeof node !== "object" || !node.props) return node;
        const inner = {...node.props};
        if (inner.figure) inner.figure = recoloured(inner.figure, palette());
        if (inner.children) inner.children = graphs(inner.children);
        return {...node, props: inner};
    }

    /* ---- first visit: the tree stands in the document; the drawn page goes when the live one is there ---- */
    function first() {
        const data = document.getElementById("first-page");
        window.dash_clientside.set_props("page", {children: graphs(JSON.parse(data.textContent))});
        const drawn = document.getElementById("first");
        const gone = () => {
            if (!document.querySelector("#page main")) return requestAnimationFrame(gone);
            drawn.remove();
            if (location.hash) document.querySelector(location.hash)?.scrollIntoView();
        };
        requestAnimationFrame(gone);
    }

    /* ---- parts of an address ---- */
    async function ask(search) {
        const number = ++state.asked;
        document.documentElement.classList.add("is-asking");
        try {
            const answer = await fetch(`${page()}.parts${search}`);
            if (!answer.ok) throw new Error(String(answer.status));
            const shown = await answer.json();
            if (number === state.asked) show(shown);
        } catch {
            if (number === state.asked) location.assign(location.pathname + search);
        } finally {
            if (number === state.asked) document.documentElement.classList.remove("is-asking");
        }
    }
    const page = () => {
        const [, language, name] = location.pathname.split("/");
        return `/${language}/${name || "overview"}`;
    };
    function show(shown) {
        const fresh = state.shown !== null;
        state.shown = shown;
        state.year = shown.year;
        document.documentElement.dataset.theme = shown.theme;
        document.documentElement.style.setProperty("--years", Object.keys(shown.frames).length);
        if (fresh) {
            const place = whereabouts();
            Object.entries(shown.parts).forEach(([id, props]) => set(id, props));
            requestAnimationFrame(() => comeBack(place, 20));
        }
        settle(false, shown.url);
        requestAnimationFrame(mark);
    }

    /* New parts are new nodes: what had the focus, or was unfolded, is found again by its key. */
    function whereabouts() {
        const open = Array.from(document.querySelectorAll("#page details[open] > summary"), (fold) => fold.dataset.key);
        return {key: document.activeElement.dataset.key, open, again: new Set()};
    }
    function comeBack(place, tries) {
        place.open.forEach((key) => {
            const fold = document.querySelector(`summary[data-key="${key}"]`);
            if (!fold || place.again.has(fold)) return; // each new node once: the reader may close it
            fold.parentElement.open = true;
            place.again.add(fold);
        });
        const node = place.key && document.querySelector(`#page [data-key="${place.key}"]`);
        const astray = document.activeElement === document.body || !document.activeElement.isConnected;
        if (node && astray) node.focus({preventScroll: true});
        if (tries) requestAnimationFrame(() => comeBack(place, tries - 1));
    }

    /* ---- turning the year ---- */
    function turn(year, pushes = true) {
        const frame = state.shown && state.shown.frames[year];
        if (!frame || year === state.year) return;
        state.year = year;
        Object.entries(frame.parts).forEach(([id, props]) => set(id, props));
        set("year", {value: year});
        mark();
        clearTimeout(state.waiting);
        state.landing = () => settle(pushes, frame.url);
        state.waiting = setTimeout(land, SETTLE);
    }
    /* Let the address follow now, if it has not yet. */
    function land() {
        clearTimeout(state.waiting);
        if (state.landing) state.landing();
        state.landing = null;
    }
    function settle(pushes, url) {
        const frame = state.shown.frames[state.year] || state.shown;
        document.title = `${state.shown.stamp}${frame.title} · Atalaya`;
        const slider = document.getElementById("year");
        if (slider && frame.said) slider.setAttribute("aria-valuetext", frame.said);
        if (location.pathname + location.search !== url) history[pushes ? "pushState" : "replaceState"](null, "", url);
        carry();
    }
    /* Links that keep the view carry the year that is shown now. */
    function carry() {
        const here = new URL(location.href);
        const turns = Object.keys(state.shown.frames).length > 0; // without frames a year is a choice like any other
        if (turns) document.querySelectorAll("a[data-turn], a[data-view]").forEach((link) => {
            const to = new URL(link.href);
            if (state.year !== null && here.searchParams.has("year")) to.searchParams.set("year", state.year);
            else if (link.dataset.turn !== "year") to.searchParams.delete("year");
            link.setAttribute("href", to.pathname + to.search.replace(/%2C/g, ","));
        });
        window.atalaya.addresses(document);
    }
    /* The upright that marks the year lies over the plot, outside it: one in each panel. */
    function mark() {
        const layer = document.querySelector(".turned .upright");
        const full = document.querySelector(".turned .js-plotly-plot")?._fullLayout;
        if (!layer) return;
        if (!full?._size) return void setTimeout(mark, 120);
        const lines = full._subplots.cartesian.map((name) => {
            const [, nx, ny] = name.match(/x(\d*)y(\d*)/);
            const x = full[`xaxis${nx}`];
            const y = full[`yaxis${ny}`];
            const line = document.createElement("i");
            line.style.left = `${x._offset + x.d2p(state.year)}px`;
            line.style.top = `${y._offset}px`;
            line.style.height = `${y._length}px`;
            return line;
        });
        layer.replaceChildren(...lines);
    }
    function stop() {
        clearInterval(state.timer);
        state.timer = null;
        document.getElementById("play")?.setAttribute("aria-pressed", "false");
    }
    /* Playing is one step of the history, however many years it shows. */
    function by(step, wraps) {
        const years = Object.keys(state.shown.frames).map(Number);
        const next = years.indexOf(state.year) + step;
        if (next >= 0 && next < years.length) turn(years[next], !state.timer);
        else if (wraps) turn(years[0], !state.timer);
    }

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.client = {
        open() {
            first();
            if (!("framed" in document.documentElement.dataset)) ask(location.search); // a frame shows one picture
            return none();
        },
        slide(year) {
            if (year !== undefined && year !== null) turn(Number(year));
            return none();
        },
        play(clicks) {
            if (!clicks) return none();
            if (state.timer) stop();
            else {
                document.getElementById("play").setAttribute("aria-pressed", "true");
                by(1, true);
                state.timer = setInterval(() => by(1, true), PAUSE);
            }
            return none();
        },
        step_back(clicks) {
            if (clicks) { stop(); by(-1, false); }
            return none();
        },
        step_on(clicks) {
            if (clicks) { stop(); by(1, false); }
            return none();
        },
        pick(picked) {
            const link = picked && document.querySelector(`a[data-key="countries-${picked.code}"], a[data-key="country-${picked.code}"]`);
            if (link) follow(link);
            return none();
        }
    };
    /* ---- history: one owner ---- */
    function follow(link) {
        if (!state.shown) return location.assign(link.href); // the years have not come yet: go there as without scripts
        land(); // so that the link carries the year on screen
        history.pushState(null, "", link.href);
        arrive();
    }
    /* An address whose frame is here turns the page; any other is asked for. */
    function arrive() {
        stop();
        clearTimeout(state.waiting);
        state.landing = null;
        const here = location.pathname + location.search;
        const known = Object.entries(state.shown.frames).find(([, frame]) => frame.url === here);
        if (known) turn(Number(known[0]), false);
        else ask(location.search);
    }
    window.addEventListener("popstate", () => state.shown && arrive());

    /* ---- links of this page turn it instead of leaving it; folds close when one looks elsewhere ---- */
    document.addEventListener("click", (event) => {
        const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
        const link = event.target.closest("a[data-turn], a[data-year]");
        document.querySelectorAll("details.fold[open]").forEach((fold) => {
            if (!fold.contains(event.target)) fold.open = false;
        });
        const row = event.target.closest("tr[data-code]");
        if (row && !event.target.closest("a") && window.getSelection().isCollapsed) window.dash_clientside.client.pick({code: row.dataset.code});
        if (!link || !plain || !state.shown) return;
        event.preventDefault();
        if (link.dataset.year) { stop(); turn(Number(link.dataset.year)); } else follow(link);
    });
    document.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        document.querySelectorAll("details.fold[open]").forEach((fold) => {
            fold.open = false;
            fold.querySelector("summary").focus();
        });
    });
    window.addEventListener("resize", () => requestAnimationFrame(mark));
    DARK.addEventListener("change", () => state.shown && ask(location.search));
})();
