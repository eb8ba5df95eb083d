/* A figure in the room that it has: its layout says what is other in narrow and in wide ones (figures/rooms.py). */
(function () {
    "use strict";
    function fit(graph) {
        const {rooms, height} = graph.layout?.meta || {};
        const width = graph.clientWidth;
        const frame = graph.closest(".dash-graph");
        if (height) frame.style.height = `${height}px`;
        if (!rooms || !width) return;
        const room = rooms.findIndex(({until}) => until === null || width < until);
        frame.style.height = `${rooms[room].height}px`;
        const shown = graph.layout.meta.room ?? rooms.length - 1;
        if (room !== shown) window.Plotly.relayout(graph, {...rooms[room].layout, "meta.room": room});
        window.dash_clientside?.upright?.mark();
    }
    function watch(graph) {
        graph.dataset.rooms = "";
        graph.on("plotly_afterplot", () => fit(graph));
        fit(graph);
    }
    new MutationObserver(() => {
        document.querySelectorAll(".js-plotly-plot:not([data-rooms])").forEach((graph) => {
            if (graph.on) watch(graph);
        });
    }).observe(document.documentElement, {childList: true, subtree: true});
})();
