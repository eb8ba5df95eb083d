/* The upright that marks the year lies over the plot, outside it. */
(function () {
    "use strict";
    const AGAIN = 120; // milliseconds until a plot that is not drawn yet is looked for again

    function mark() {
        const plot = document.querySelector("[data-panels]");
        const layer = document.getElementById("upright");
        const slider = document.querySelector('input[id$="-year"]');
        if (!plot || !layer || !slider) return;
        const full = plot.querySelector(".js-plotly-plot");
        const size = full && full._fullLayout && full._fullLayout._size;
        if (!size) return void setTimeout(mark, AGAIN);
        const [first, last, year] = [slider.min, slider.max, slider.value].map(Number);
        const at = (year - first + 0.5) / (last - first + 1);
        const panels = plot.dataset.panels.split(";").map((text) => text.split(",").map(Number));
        while (layer.children.length > panels.length) layer.lastChild.remove();
        while (layer.children.length < panels.length) layer.append(document.createElement("i"));
        panels.forEach(([left, right, bottom, top], index) => {
            const line = layer.children[index].style;
            line.setProperty("left", `${size.l + size.w * (left + (right - left) * at)}px`);
            line.setProperty("top", `${size.t + size.h * (1 - top)}px`);
            line.setProperty("height", `${size.h * (top - bottom)}px`);
        });
    }
    window.addEventListener("resize", () => requestAnimationFrame(mark));
    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.upright = {mark: () => requestAnimationFrame(mark)};
})();
