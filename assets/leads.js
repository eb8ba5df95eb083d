/* A point of a figure whose datum is an address leads there; the pointer says so. */
(function () {
    "use strict";
    const address = (event) => {
        const datum = event.points[0]?.customdata;
        return typeof datum === "string" && datum.startsWith("/") ? datum : null;
    };
    function lead(graph) {
        graph.dataset.leads = "";
        const layer = () => graph.querySelector(".nsewdrag");
        graph.on("plotly_click", (event) => address(event) && location.assign(address(event)));
        graph.on("plotly_hover", (event) => layer()?.classList.toggle("leads-on", address(event) !== null));
        graph.on("plotly_unhover", () => layer()?.classList.remove("leads-on"));
    }
    new MutationObserver(() => {
        document.querySelectorAll(".js-plotly-plot:not([data-leads])").forEach((graph) => graph.on && lead(graph));
    }).observe(document.documentElement, {childList: true, subtree: true});
})();
