/* Between Dash and plotly. Figures come in the light palette and are drawn in that of the scheme in force; a graph that
   is not in view comes without a figure, and is not drawn; and the zoom of a figure stays as long as its `uirevision`
   does: Dash writes a new range into its own copy of the figure, whereupon plotly takes it for no doing of the reader. */
(function () {
    "use strict";
    const came = new WeakMap(); // of each drawn node the figure as it came
    const isSeen = Boolean(document.querySelector("#first .graph")); // whether a figure is in view as the page comes
    let plotly;
    let react = (...given) => fetched().then(() => react(...given));
    let fetching;

    function draw(node, figure) {
        const {coloured} = window.dash_clientside.theme;
        return react(node, {...figure, data: coloured(figure.data).map(outlined), layout: zoomed(node, coloured(figure.layout))});
    }
    /* The outlines of a map come as short texts (components/figures/outlines.py). */
    function outlined(trace) {
        return typeof trace.x === "string" ? {...trace, x: read(trace.x), y: read(trace.y)} : trace;
    }
    function read(text) {
        let at = 0;
        return text.split(" ").filter(Boolean).map((step) => {
            if (step === "_") return at = 0, null;
            at += Number(step);
            return at / 10;
        });
    }
    function zoomed(node, layout) {
        if (!layout.uirevision || node.layout?.uirevision !== layout.uirevision) return layout;
        const [x, y] = ["xaxis", "yaxis"].map((name) => ({...layout[name], range: [...node.layout[name].range]}));
        return {...layout, xaxis: x, yaxis: y, dragmode: node.layout.dragmode};
    }
    async function drawn(node, figure) {
        const isFirst = !came.has(node);
        came.set(node, figure);
        await draw(node, figure);
        node.early?.forEach((heard) => node.on(...heard));
        delete node.early;
        if (isFirst) window.dash_clientside.points.begin(node);
        return node;
    }
    /* Plotly would take 25 ms to draw nothing. Who listens is told to it once there is a figure. */
    function nothing(node) {
        const early = [];
        node.on = (...heard) => early.push(heard);
        node.early = early;
        return Promise.resolve(node);
    }
    const between = (library) => ({...library, react: (node, figure) => (figure.data.length ? drawn(node, figure) : nothing(node))});

    /* Where a figure is in view dcc.Graph fetches plotly.js (1.1 MB), and the page waits for it. Where none is, it finds
       this in plotly's place, which fetches it with the first figure. */
    const later = between({Plots: {resize: () => Promise.resolve()}, purge: () => {}});
    function fetched() {
        fetching ||= new Promise((here, failed) => {
            const script = document.createElement("script");
            script.src = window._dashPlotlyJSURL;
            script.onload = here;
            script.onerror = () => {
                fetching = null; // so that the next figure tries again
                failed(new Error(`no ${script.src}`));
            };
            document.body.append(script);
        });
        return fetching;
    }
    function redraw() {
        document.querySelectorAll(".js-plotly-plot").forEach((node) => came.has(node) && draw(node, came.get(node)));
    }

    Object.defineProperty(window, "Plotly", {
        configurable: true,
        get: () => plotly || (isSeen ? undefined : later),
        set(library) {
            if (!library?.react) return;
            react = library.react;
            plotly = between(library);
        }
    });
    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.graph = {redraw};
})();
