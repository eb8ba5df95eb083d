/* The upright that marks the year lies over the plot, outside it. */
(function () {
    "use strict";
    const AGAIN = 120; // milliseconds until a plot that is not drawn yet is looked for again

    function mark() {
        const plot = document.querySelector(".turned .plot:not([hidden])");
        const layer = document.getElementById("upright");
        const slider = document.querySelector('input[id$="-year"]');
        if (!plot || !layer || !slider) return;
        const full = plot.querySelector(".js-plotly-plot")?._fullLayout;
        if (!full?._size) return void setTimeout(mark, AGAIN);
        layer.replaceChildren(...full._subplots.cartesian.map((name) => upright(full, name, Number(slider.value))));
    }
    function upright(full, name, year) {
        const [, x, y] = name.match(/x(\d*)y(\d*)/);
        const [across, up] = [full[`xaxis${x}`], full[`yaxis${y}`]];
        const line = document.createElement("i");
        line.style.setProperty("left", `${across._offset + across.d2p(year)}px`);
        line.style.setProperty("top", `${up._offset}px`);
        line.style.setProperty("height", `${up._length}px`);
        return line;
    }
    window.addEventListener("resize", () => requestAnimationFrame(mark));
    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.upright = {mark: () => requestAnimationFrame(mark)};
})();
