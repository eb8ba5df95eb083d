/* Between Dash and plotly. Figures come in the light palette and are drawn in that of the scheme in force; a graph that
   is not in view comes without a figure, and is not drawn; and the zoom of a figure stays as long as its `uirevision`
   does: Dash writes a new range into its own copy of the figure, whereupon plotly takes it for no doing of the reader. */
(function () {
    "use strict";
    const came = new WeakMap(); // of each drawn node the figure as it came
    let plotly;
    let react;

    function draw(node, figure) {
        const {coloured} = window.dash_clientside.theme;
        return react(node, {...figure, data: coloured(figure.data), layout: zoomed(node, coloured(figure.layout))});
    }
    function zoomed(node, layout) {
        if (!layout.uirevision || node.layout?.uirevision !== layout.uirevision) return layout;
        const [x, y] = ["xaxis", "yaxis"].map((name) => ({...layout[name], range: [...node.layout[name].range]}));
        return {...layout, xaxis: x, yaxis: y, dragmode: node.layout.dragmode};
    }
    async function drawn(node, figure) {
        came.set(node, figure);
        await draw(node, figure);
        node.early?.forEach((heard) => node.on(...heard));
        delete node.early;
        return node;
    }
    /* Plotly would take 25 ms to draw nothing. Who listens is told to it once there is a figure. */
    function nothing(node) {
        const early = [];
        node.on = (...heard) => early.push(heard);
        node.early = early;
        return Promise.resolve(node);
    }
    function between(library) {
        react = library.react;
        return {...library, react: (node, figure) => (figure.data.length ? drawn(node, figure) : nothing(node))};
    }
    function redraw() {
        document.querySelectorAll(".js-plotly-plot").forEach((node) => came.has(node) && draw(node, came.get(node)));
    }

    /* plotly.js is fetched once a page has a graph. */
    Object.defineProperty(window, "Plotly", {
        configurable: true,
        get: () => plotly,
        set: (library) => { plotly = library && library.react ? between(library) : library; }
    });
    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.graph = {redraw};
})();
