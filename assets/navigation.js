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
    const state = {shown: null, asked: here()}; // what is on the page; the address that was asked for last

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
        if (isFirst && location.hash) document.querySelector(location.hash)?.scrollIntoView();
        if (shown.frames) idle(() => years().want(shown));
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
        if (to && to.startsWith("/")) go(to);
        else if (to) window.dash_clientside.controls.pick(to);
        return stay();
    }
    function follow(link) {
        years().land(); // so that the link carries the year on screen
        go(link.href.baseVal || link.href); // one of a drawing has its address beneath
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

    /* Links that keep the page turn it instead of leaving it. */
    document.addEventListener("click", (event) => {
        const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
        const row = event.target.closest("tr[data-code]");
        if (row && !event.target.closest("a") && window.getSelection().isCollapsed) window.dash_clientside.controls.pick(row.dataset.code);
        const link = event.target.closest("a[data-turn], a[data-year], .graph a");
        if (!link || !isPlain || !state.shown) return;
        event.preventDefault();
        if (link.dataset.year) years().choose(Number(link.dataset.year));
        else follow(link);
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
    window.dash_clientside.navigation = {arrive, show, pick, go, rename, isAsking, page, state};
})();
