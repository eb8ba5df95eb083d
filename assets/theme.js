/* The colours of the scheme in force, in place of the light ones in which figures come. */
(function () {
    "use strict";
    const DARK = matchMedia("(prefers-color-scheme: dark)");
    const PAPER = matchMedia("print");
    let isPrinting = false;
    const PAIR = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/;

    /* The dark value of each light one, from the tokens of assets/tokens.css. */
    function palette() {
        const style = getComputedStyle(document.documentElement);
        const isDark = !isPrinting && !PAPER.matches && (style.colorScheme === "dark" || (style.colorScheme !== "light" && DARK.matches));
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
    const redraw = () => window.dash_clientside.graph.redraw();
    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.theme = {coloured: (value) => recoloured(value, palette())};
    [DARK, PAPER].forEach((media) => media.addEventListener("change", redraw));

    /* Paper is light. What is printed is what stands there once `beforeprint` is answered. */
    [["beforeprint", true], ["afterprint", false]].forEach(([event, is]) => addEventListener(event, () => {
        isPrinting = is;
        redraw();
    }));
    new MutationObserver(redraw).observe(document.documentElement, {attributeFilter: ["data-theme"]});
})();
