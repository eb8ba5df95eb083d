/* The address is the state. What a reader chooses becomes the address of `dcc.Location`; an address whose year is here
   is turned to, any other is asked of the callback of its page (callbacks/clientside.py names the functions). */
(function () {
    "use strict";
    const stay = () => window.dash_clientside.no_update;
    const put = (id, props) => window.dash_clientside.set_props(id, props);
    const years = () => window.dash_clientside.years;
    const here = () => location.pathname + location.search;
    const root = document.documentElement;
    const IDLE = 2000; // milliseconds after which the years are asked for, however busy the page is
    const state = {shown: null, asked: here(), next: null}; // on the page; asked for last; followed while that was on its way

    /* An address of this page: the reader's next step. */
    function go(to) {
        const {pathname, search} = new URL(to, location.href);
        if (pathname !== location.pathname || !state.shown) location.assign(to); // another page, or nothing live yet
        else put("address", {search});
    }
    /* The address of what is here already, as a step in the history or not: dcc.Location, which only ever pushes, and
       only the last of two, is told afterwards. */
    function rename(url, pushes = false) {
        if (here() !== url) history[pushes ? "pushState" : "replaceState"](null, "", url + location.hash);
        state.asked = url;
        document.querySelectorAll(".camera a").forEach((link) => link.setAttribute("href", picture(url, link.dataset.place)));
        put("address", {search: location.search, href: location.href}); // or it would push the `href` that it knows
    }
    /* The file of a view, or of one of its places. */
    function picture(url, place) {
        const file = url.replace(/\?|$/, ".png$&");
        return place ? `${file}${file.includes("?") ? "&" : "?"}place=${place}` : file;
    }
    const page = (url) => url.split("?")[0].split("/").pop() || "overview"; // below whatever path the site is
    const isAsking = () => root.classList.contains("is-asking");

    function arrive(search) {
        const to = location.pathname + search;
        if (to === state.asked) return stay();
        state.asked = to;
        if (years().arrive(to)) return stay();
        root.classList.add("is-asking");
        return to;
    }
    /* The answer is on the page: what lies around it follows, and its years are asked for once nothing else is to do. */
    function show(shown) {
        if (!shown) return stay();
        const isFirst = state.shown === null;
        state.shown = shown;
        root.classList.remove("is-asking");
        root.dataset.theme = shown.theme;
        document.title = `${shown.title} · Atalaya`;
        rename(shown.url);
        years().begin(shown);
        window.dash_clientside.folds.comeBack();
        setTimeout(window.dash_clientside.remember.apply); // once what has been answered is on the page
        if (isFirst && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
        if (shown.frames) idle(() => years().want(shown));
        resume();
        if (!isFirst) window.dash_clientside.spoken.found();
        return stay();
    }
    function idle(then) {
        if (document.readyState !== "complete") return void window.addEventListener("load", () => idle(then), {once: true});
        if (window.requestIdleCallback) requestIdleCallback(then, {timeout: IDLE});
        else setTimeout(then, IDLE);
    }
    /* What a click on a map leads to: an address; or a country of the controls. */
    function pick(clicked) {
        const [code, address] = clicked ? clicked.points[0].customdata : [];
        const to = address || code;
        if (to && to.startsWith("/")) follow(() => to);
        else if (to) window.dash_clientside.controls.pick(to);
        return stay();
    }
    /* Where a link leads is asked once the year on screen is in it, and all that was chosen before: a step taken while an
       answer is on its way is taken on from that answer. */
    function follow(address) {
        years().land();
        if (!isBehind()) return go(address());
        const [from, to] = [state.shown.url, address()];
        state.next = () => go(after(from, to));
    }
    const isBehind = () => isAsking() || window.dash_clientside.controls.isAhead();
    function resume() {
        if (!state.next) return;
        setTimeout(() => { // what has been answered is on the page by then
            const next = state.next;
            if (!next || isBehind()) return;
            state.next = null;
            next();
        });
    }
    /* What an address of this page changed of another, changed of the one that is shown by now. */
    function after(from, to) {
        const [old, wanted, now] = [from, to, state.shown.url].map((each) => new URL(each, location.href));
        if (wanted.pathname !== now.pathname) return to;
        new Set([...old.searchParams.keys(), ...wanted.searchParams.keys()]).forEach((key) => {
            const value = wanted.searchParams.get(key);
            if (value === old.searchParams.get(key)) return;
            if (value === null) now.searchParams.delete(key);
            else now.searchParams.set(key, value);
        });
        return now.pathname + now.search.replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/%3B/g, ";");
    }
    /* The link that stands for another by now: of the same key, or in the same place and of the same text. */
    function again(link, place, at) {
        const links = Array.from(document.getElementById(place)?.querySelectorAll("a") || []);
        const {key} = link.dataset;
        if (key) return links.find((each) => each.dataset.key === key);
        return links[at]?.textContent === link.textContent ? links[at] : null;
    }
    function postpone(event, link) {
        event.preventDefault();
        event.stopImmediatePropagation();
        const place = link.closest("[id]");
        const at = Array.from(place.querySelectorAll("a")).indexOf(link);
        const [from, to] = [state.shown.url, link.href];
        state.next = () => {
            const found = again(link, place.id, at);
            if (found) found.click();
            else go(after(from, to));
        };
    }

    /* The drawn page goes when the live one is there, before it is painted; each of its pictures stays in its place
       until plotly has drawn that figure (assets/drawn_graphs.js). */
    new MutationObserver((_, watch) => {
        if (!document.querySelector("#react-entry-point main")) return;
        const first = document.getElementById("first");
        first.querySelectorAll(".graph[data-of]").forEach((drawn) => {
            drawn.classList.add("stand-in");
            document.getElementById(drawn.dataset.of)?.before(drawn);
        });
        first.remove();
        watch.disconnect();
    }).observe(root, {childList: true, subtree: true});

    const plain = (event) => !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
    /* A link that is followed while an answer is on its way was made for the view before: files and other pages too. */
    document.addEventListener("click", (event) => {
        const link = event.target.closest("#page a[href]:not([href^='#'], [data-year], .graph a)");
        if (link && plain(event) && state.shown && isBehind() && new URL(link.href).origin === location.origin) postpone(event, link);
    }, true);
    window.addEventListener("popstate", () => { state.next = null; });

    /* Links that keep the page turn it instead of leaving it. */
    document.addEventListener("click", (event) => {
        const row = event.target.closest("tr[data-code]");
        if (row && !event.target.closest("a") && window.getSelection().isCollapsed) window.dash_clientside.controls.pick(row.dataset.code);
        const link = event.target.closest("a[data-turn], a[data-year], .graph a");
        if (!link || !plain(event) || !state.shown) return;
        event.preventDefault();
        if (link.dataset.year) years().choose(Number(link.dataset.year));
        else follow(() => link.href.baseVal || link.href); // one of a drawing has its address beneath
    });

    /* An answer that does not come: the address itself says what is the matter. */
    const fetched = window.fetch;
    window.fetch = async (to, given) => {
        const isAnswer = String(to.url || to).includes("_dash-update-component");
        try {
            const answer = await fetched(to, given);
            if (isAnswer && !answer.ok && isAsking()) location.assign(state.asked);
            return answer;
        } catch (failure) {
            if (isAnswer && isAsking()) location.assign(state.asked);
            throw failure;
        }
    };

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.navigation = {arrive, show, pick, go, rename, resume, isAsking, page, state};
})();
