/* The figures of a plotly chart for keyboard, finger and reader: arrow keys go from one to the next, what plotly shows of
   it is said too, Enter or a click leads to its passport; a finger's first touch tells, the second leads on. A map has a
   list box instead (assets/map.js). */
(function () {
    "use strict";
    const STEPS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
    const ASIDE = 3; // a pixel aside is as far as so many ahead
    const reached = new WeakMap(); // of each plot the figure that a reader stands on, or has touched
    let isTouch = false;

    function begin(node) {
        const place = node.closest("[data-walk]");
        if (!place || node.closest(".map")) return;
        node.setAttribute("role", "application");
        node.setAttribute("aria-label", place.dataset.walk);
        const settle = () => { node.tabIndex = figures(node).length ? 0 : -1; };
        node.on("plotly_afterplot", settle);
        node.on("plotly_hover", ({points: [point]}) => node.classList.toggle("is-way", Boolean(point.customdata)));
        node.on("plotly_click", ({points: [{curveNumber, pointNumber}]}) => {
            const touched = figures(node).find((each) => each.curve === curveNumber && each.point === pointNumber);
            if (!touched) return;
            if (!isTouch || isSame(touched, reached.get(node))) lead(touched);
            reached.set(node, touched);
        });
        settle();
    }
    /* Whatever says something under the pointer, with its place in pixels. A range says the same at both of its ends. */
    function figures(node) {
        const {_fullData: traces, _fullLayout: drawn} = node;
        if (!traces || !drawn) return [];
        return traces.filter((trace) => Array.isArray(trace.hovertext) && trace.visible === true).flatMap((trace) => {
            const [across, down] = [trace.xaxis, trace.yaxis].map((id) => drawn[id[0] + "axis" + id.slice(1)]);
            return trace.hovertext.map((said, point) => ({
                said, point, curve: trace.index, at: trace.xaxis + trace.yaxis, to: trace.customdata?.[point],
                line: /lines/.test(trace.mode) ? `${trace.name} ${trace.xaxis}${trace.yaxis}` : null,
                left: across._offset + across.d2p(trace.x[point]), top: down._offset + down.d2p(trace.y[point])
            })).filter((each, i, all) => each.said && Number.isFinite(each.left + each.top) && each.said !== all[i - 1]?.said);
        });
    }
    const isSame = (one, other) => Boolean(other) && one.curve === other.curve && one.point === other.point;

    /* Along a line to its next figure; else to the nearest in that direction, which of lines is that of another. */
    function next(all, now, [right, down]) {
        const ahead = (to) => right * (to.left - now.left) + down * (to.top - now.top);
        const aside = (to) => Math.abs(right * (to.top - now.top)) + Math.abs(down * (to.left - now.left));
        const found = all.filter((to) => ahead(to) > 1);
        const own = found.filter((to) => now.line && to.line === now.line);
        const onward = right && own.length ? own : found.filter((to) => !own.includes(to));
        const far = (to) => ahead(to) + (onward === own ? 0 : ASIDE * aside(to));
        return onward.reduce((best, to) => (!best || far(to) < far(best) ? to : best), null);
    }
    function show(node, figure) {
        reached.set(node, figure);
        window.Plotly.Fx.hover(node, [{curveNumber: figure.curve, pointNumber: figure.point}], figure.at);
        window.dash_clientside.spoken.say(figure.said.replace(/\.?<br>/g, ". ").replace(/<[^>]+>/g, ""));
        const box = node.closest(".scroll");
        if (box) box.scrollLeft = figure.left - box.clientWidth / 2;
    }
    function lead({to}) {
        if (to) window.dash_clientside.navigation.pick({points: [{customdata: [null, to]}]});
    }
    const plot = (event) => event.target.matches?.("[role=application].js-plotly-plot") && event.target;

    document.addEventListener("keydown", (event) => {
        const node = plot(event);
        if (!node || event.ctrlKey || event.metaKey || event.altKey) return;
        const all = figures(node);
        const now = all.find((each) => isSame(each, reached.get(node)));
        if (event.key in STEPS) {
            const to = now ? next(all, now, STEPS[event.key]) : all[0];
            if (to) show(node, to);
        } else if (event.key === "Home" || event.key === "End") show(node, event.key === "Home" ? all[0] : all[all.length - 1]);
        else if (event.key === "Escape") window.Plotly.Fx.unhover(node);
        else if (event.key === "Enter" && now) lead(now);
        else return;
        event.preventDefault();
    });
    document.addEventListener("focusout", (event) => plot(event) && window.Plotly.Fx.unhover(event.target));
    document.addEventListener("pointerdown", (event) => { isTouch = event.pointerType === "touch"; }, true);

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.points = {begin};
})();
