/* The colours of the scheme in force, in place of the light ones in which figures come. */
(function () {
    "use strict";
    const SCHEMES = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print"].map((asked) => matchMedia(asked));
    const TOKEN = /^var\(--is-light, (#[0-9a-f]{6})\)/;
    let isPrinting = false;

    /* What each light value is in the scheme in force: the style sheet (assets/tokens.css) knows which one that is. */
    function palette() {
        if (isPrinting) return (colour) => colour;
        const style = getComputedStyle(document.documentElement);
        const known = new Map();
        tokens().forEach(([name, light]) => known.has(light) || known.set(light, style.getPropertyValue(name).trim()));
        return (colour) => known.get(colour.toLowerCase()) || colour;
    }
    /* Name and light value of each token. */
    function tokens() {
        const rules = Array.from(document.styleSheets).flatMap((sheet) => Array.from(sheet.cssRules));
        const own = rules.filter((rule) => rule.selectorText === ":root").flatMap(({style}) => Array.from(style, (name) => [name, style]));
        return own.flatMap(([name, style]) => {
            const light = TOKEN.exec(style.getPropertyValue(name).trim());
            return light ? [[name, light[1]]] : [];
        });
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
    SCHEMES.forEach((media) => media.addEventListener("change", redraw));

    /* Paper is light. What is printed is what stands there once `beforeprint` is answered. */
    [["beforeprint", true], ["afterprint", false]].forEach(([event, is]) => addEventListener(event, () => {
        isPrinting = is;
        redraw();
    }));
    new MutationObserver(redraw).observe(document.documentElement, {attributeFilter: ["data-theme"]});
})();
