/* Each graph, once plotly has drawn it: the room that it has, and where its points lead. */
(function () {
    "use strict";

    /* Its layout says what is other in narrow and in wide rooms (figures/rooms.py). */
    function fit(graph) {
        const {rooms, height, least} = graph.layout?.meta || {};
        const width = graph.clientWidth;
        const frame = graph.closest(".dash-graph");
        if (height) frame.style.height = `${height}px`;
        frame.style.minWidth = least ? `${least}px` : "";
        if (!rooms || !width) return;
        const room = rooms.findIndex(({until}) => until === null || width < until);
        frame.style.height = `${rooms[room].height}px`;
        const shown = graph.layout.meta.room ?? rooms.length - 1;
        if (room !== shown) window.Plotly.relayout(graph, {...rooms[room].layout, "meta.room": room});
        window.dash_clientside?.upright?.mark();
    }
    /* The picture of the drawn page goes once plotly's own is there. */
    function uncover(graph) {
        const drawn = graph.closest(".dash-graph").previousElementSibling;
        if (drawn?.matches(".stand-in") && graph.querySelector(".main-svg")) drawn.remove();
    }
    /* On paper a drawing is as wide as its place there: it is not drawn anew, so it has to know its own measure. */
    function measure(graph) {
        graph.querySelectorAll(".main-svg").forEach((drawn) => {
            drawn.setAttribute("viewBox", `0 0 ${drawn.getAttribute("width")} ${drawn.getAttribute("height")}`);
        });
    }

    /* A point whose datum is an address leads there, and the pointer says so. */
    function address(event) {
        const datum = event.points[0]?.customdata;
        return typeof datum === "string" && datum.startsWith("/") ? datum : null;
    }
    function lead(graph) {
        const layer = () => graph.querySelector(".nsewdrag");
        graph.on("plotly_click", (event) => address(event) && location.assign(address(event)));
        graph.on("plotly_hover", (event) => layer()?.classList.toggle("leads-on", address(event) !== null));
        graph.on("plotly_unhover", () => layer()?.classList.remove("leads-on"));
    }
    function meet(graph) {
        if (!graph.on) return;
        graph.dataset.met = "";
        graph.on("plotly_afterplot", () => { measure(graph); fit(graph); uncover(graph); });
        uncover(graph);
        measure(graph);
        fit(graph);
        lead(graph);
    }
    new MutationObserver(() => document.querySelectorAll(".js-plotly-plot:not([data-met])").forEach(meet))
        .observe(document.documentElement, {childList: true, subtree: true});
})();
