/* Figures come in the light palette; as plotly draws them, their colours give way to those of the scheme in force. A
   graph that is not in view comes without a figure: plotly would take 25 ms to draw nothing, so that nothing is drawn. */
(function () {
    "use strict";
    const DARK = matchMedia("(prefers-color-scheme: dark)");
    const PAIR = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/;
    const light = new WeakMap(); // of each drawn node the figure as it came
    let drawing = null;

    /* The dark value of each light one, from the tokens of assets/tokens.css. */
    function palette() {
        const style = getComputedStyle(document.documentElement);
        const isDark = style.colorScheme === "dark" || (style.colorScheme !== "light" && DARK.matches);
        if (!isDark) return (colour) => colour;
        const pairs = tokens().map((value) => PAIR.exec(value)).filter(Boolean);
        const known = Object.fromEntries(pairs.map(([, day, night]) => [day, night]));
        return (colour) => known[colour.toLowerCase()] || colour;
    }
    function tokens() {
        const rules = Array.from(document.styleSheets).flatMap((sheet) => Array.from(sheet.cssRules));
        const asked = rules.filter((rule) => rule instanceof CSSSupportsRule).flatMap((rule) => Array.from(rule.cssRules));
        const own = [...rules, ...asked].filter((rule) => rule.selectorText === ":root");
        return own.flatMap(({style}) => Array.from(style, (name) => style.getPropertyValue(name).trim()));
    }
    function recoloured(value, colour) {
        if (typeof value === "string") return value.startsWith("#") ? colour(value) : value;
        if (Array.isArray(value)) return typeof value[0] === "number" ? value : value.map((each) => recoloured(each, colour));
        if (!value || Object.getPrototypeOf(value) !== Object.prototype) return value;
        return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, recoloured(each, colour)]));
    }
    function themed(plotly) {
        const react = plotly.react;
        drawing = (node, figure) => {
            const colour = palette();
            return react(node, {...figure, data: recoloured(figure.data, colour), layout: recoloured(figure.layout, colour)});
        };
        return {...plotly, react: (node, figure) => (figure.data.length ? first(node, figure) : nothing(node))};
    }
    /* Who listens to a graph before it is drawn is told to plotly once it is. */
    function nothing(node) {
        const early = [];
        node.on = (...heard) => early.push(heard);
        node.early = early;
        return Promise.resolve(node);
    }
    async function first(node, figure) {
        light.set(node, figure);
        await drawing(node, figure);
        node.early?.forEach((heard) => node.on(...heard));
        delete node.early;
        return node;
    }
    function redraw() {
        document.querySelectorAll(".js-plotly-plot").forEach((node) => light.has(node) && drawing(node, light.get(node)));
    }

    /* plotly.js is fetched once a page has a figure. */
    let plotly;
    Object.defineProperty(window, "Plotly", {
        configurable: true,
        get: () => plotly,
        set: (library) => { plotly = library && library.react ? themed(library) : library; }
    });
    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.theme = {coloured: (value) => recoloured(value, palette())};
    DARK.addEventListener("change", redraw);
    new MutationObserver(redraw).observe(document.documentElement, {attributeFilter: ["data-theme"]});
})();
