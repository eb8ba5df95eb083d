/* What lies over a map: its printed figures as a list box that arrow keys walk, the card of the country pointed at, the
   zoom. All of it follows from the figure (`layout.meta`); another year changes styles and texts, never geometry. */
(function () {
    "use strict";
    const ALL = new Set(); // maps that are drawn
    const early = {}; // years turned before their map was drawn, by its name
    const NEXT = {ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down"};
    const TYPE = {least: 11, most: 14, units: 22, wide: 0.62}; // of the figures: pixels, units of the sheet, width of a digit
    const SMALL = 0.25; // pixels a unit below which no figure is legible
    const WHOLE = 0.999; // of the sheet's width: less is an enlargement

    /* ---- a figure drawn: new, or the same again in other colours ---- */
    function begin(node) {
        const root = node.closest(".map");
        const map = {node, root, name: node.parentElement.closest("[id]").id, list: root.querySelector(".map-options"), stamp: ""};
        ALL.forEach((other) => other.node.isConnected || ALL.delete(other));
        ALL.add(map);
        node.on("plotly_afterplot", () => settle(map));
        node.on("plotly_relayout", () => { place(map); drag(map); });
        node.on("plotly_hover", ({points: [{data}], event}) => feel(map, data, event));
        node.on("plotly_unhover", () => point(map, null));
        settle(map);
    }
    function settle(map) {
        if (!map.node._fullLayout || !map.node._fullLayout.xaxis) return;
        if (map.data !== map.node.data) {
            map.data = map.node.data;
            map.meta = map.node.layout.meta;
            const stamp = JSON.stringify(map.meta);
            if (stamp !== map.stamp) Object.assign(map, {stamp, frame: early[map.name] || null});
            delete early[map.name];
            write(map, map.frame ? map.frame.texts : map.meta.texts);
            if (map.frame) paint(map);
        }
        place(map);
    }

    /* ---- another year ---- */
    function turn(name, frame) {
        const map = Array.from(ALL).find((each) => each.name === name && each.node.isConnected);
        if (!map || !map.meta) return void (early[name] = frame);
        map.frame = frame;
        paint(map);
        write(map, frame.texts);
        place(map);
        if (map.at) tell(map, map.at);
    }
    function paint(map) {
        const styles = window.dash_clientside.theme.coloured(map.frame.styles);
        const all = [...map.frame.patches.map((style) => styles[style]), ...map.frame.leaders.map((opacity) => ({opacity, fillpattern: {}, line: {}}))];
        window.Plotly.restyle(map.node, {
            fillcolor: all.map((style) => style.fillcolor),
            opacity: all.map((style) => style.opacity),
            ...Object.fromEntries(["shape", "size", "solidity", "bgcolor", "fgcolor"].map(
                (key) => [`fillpattern.${key}`, all.map((style) => style.fillpattern[key])])),
            ...Object.fromEntries(["color", "dash"].map((key) => [`line.${key}`, all.map((style) => style.line[key])]))
        }, all.map((_, index) => index + 1));
    }

    /* ---- figures over the plot, each an option of the list box ---- */
    function write(map, texts) {
        map.texts = texts;
        const box = {role: "listbox", "aria-labelledby": map.root.id, "aria-multiselectable": "true"};
        Object.entries(box).forEach(([name, value]) => map.list.setAttribute(name, value));
        map.list.querySelectorAll("[role=option]").forEach((option) => option.dataset.code in texts || option.remove());
        Object.entries(texts).forEach(([code, {text, look, said}]) => {
            const option = found(map, code) || added(map, code);
            option.className = look;
            option.textContent = text;
            option.setAttribute("aria-label", said.replace(/\n/g, ". "));
            option.setAttribute("aria-selected", String(map.meta.chosen.includes(code)));
        });
        if (!map.list.querySelector('[tabindex="0"]')) map.list.firstElementChild?.setAttribute("tabindex", "0");
    }
    const found = (map, code) => map.list.querySelector(`[data-code="${code}"]`);
    function added(map, code) {
        const option = document.createElement("div");
        option.setAttribute("role", "option");
        option.setAttribute("tabindex", "-1");
        Object.assign(option.dataset, {code, key: `map-${code}`});
        map.list.append(option);
        return option;
    }
    /* Where each figure stands, and whether it has room, at the zoom in force. */
    function place(map) {
        const {xaxis, yaxis, width, height} = map.node._fullLayout;
        const unit = xaxis._length / Math.abs(xaxis.range[1] - xaxis.range[0]);
        const type = Math.min(TYPE.most, Math.max(TYPE.least, TYPE.units * unit));
        map.list.style.fontSize = `${type}px`;
        Object.entries(map.meta.at).forEach(([code, [x, y, room]]) => {
            const option = found(map, code);
            if (!option) return;
            const [across, down] = [xaxis.l2p(x), yaxis.l2p(y)];
            const isOff = across < 0 || across > xaxis._length || down < 0 || down > yaxis._length;
            option.style.left = `${100 * (xaxis._offset + across) / width}%`; // holds on paper, where the plot is smaller
            option.style.top = `${100 * (yaxis._offset + down) / height}%`;
            option.classList.toggle("is-off", isOff);
            const wide = option.textContent.length * type * TYPE.wide;
            option.classList.toggle("is-cut", unit < SMALL || (room !== null && wide > room * unit));
        });
        map.root.classList.add("is-live");
    }

    /* ---- the card, beside the country on the side that has room ---- */
    function point(map, code) {
        mark(map, code, "is-pointed");
        tell(map, code);
    }
    function tell(map, code) {
        const option = code && found(map, code);
        map.at = option ? code : null;
        if (option) card(map, map.texts[code].said, option.offsetLeft, option.offsetTop);
        else map.root.querySelector(".tip").hidden = true;
    }
    /* What lies over the countries, an arrow, says of itself where the pointer is. */
    function feel(map, {customdata: [code], hovertext}, {clientX, clientY}) {
        const box = map.root.getBoundingClientRect();
        point(map, code);
        if (!map.at) card(map, hovertext, clientX - box.left, clientY - box.top);
    }
    function card(map, said, x, y) {
        const tip = map.root.querySelector(".tip");
        tip.hidden = false;
        tip.replaceChildren(...said.split("\n").map((line, index) => {
            const row = document.createElement(index ? "span" : "b");
            row.textContent = line;
            return row;
        }));
        tip.classList.toggle("is-left", x > map.root.clientWidth / 2);
        tip.style.setProperty("--x", `${x}px`);
        tip.style.setProperty("--y", `${y}px`);
    }
    /* The outline of one country is heavier. */
    function mark(map, code, look) {
        map.node.querySelectorAll(`.${look}`).forEach((path) => path.classList.remove(look));
        if (code) map.node.querySelector(`.traceshape-${CSS.escape(code)} .js-line`)?.classList.add(look);
    }

    /* ---- pointer and keys ---- */
    const over = (target) => Array.from(ALL).find((map) => target.closest && map.root.contains(target));
    function choose(map, code) {
        walk(map, found(map, code));
        window.dash_clientside.set_props(map.name, {clickData: {points: [{customdata: [code, map.texts[code].to]}], at: Date.now()}});
    }
    /* One country is in the tab order at a time. */
    function walk(map, option) {
        map.list.querySelectorAll('[tabindex="0"]').forEach((other) => other.setAttribute("tabindex", "-1"));
        option.setAttribute("tabindex", "0");
        option.focus({preventScroll: true});
    }
    function press(event) {
        const map = over(event.target);
        const code = map && event.target.dataset.code;
        if (!code) return;
        const next = NEXT[event.key] && (map.meta.neighbours[code] || {})[NEXT[event.key]];
        if (event.key === "Escape") point(map, null);
        else if (event.key === "Enter" || event.key === " ") choose(map, code);
        else if (next && found(map, next)) walk(map, found(map, next));
        else if (!NEXT[event.key]) return;
        event.preventDefault();
    }
    function click(event) {
        const map = over(event.target);
        if (map && event.target.dataset.code) choose(map, event.target.dataset.code);
    }
    function look(event) {
        const map = over(event.target);
        const code = map && event.target.dataset.code;
        if (!code) return;
        if (event.type === "focusin") mark(map, code, "is-focused");
        if (event.type === "pointerover") mark(map, code, "is-pointed");
        tell(map, code);
    }
    function leave(event) {
        const map = over(event.target);
        if (!map || !event.target.dataset.code) return;
        mark(map, null, event.type === "focusout" ? "is-focused" : "is-pointed");
        tell(map, null);
    }

    /* ---- the zoom is plotly's; what is enlarged can be dragged ---- */
    function drag(map) {
        const {xaxis, dragmode} = map.node._fullLayout;
        const isWhole = Math.abs(xaxis.range[1] - xaxis.range[0]) >= map.meta.size[0] * WHOLE;
        const wanted = isWhole ? false : "pan";
        if (dragmode !== wanted) window.Plotly.relayout(map.node, {dragmode: wanted});
    }

    document.addEventListener("keydown", press);
    document.addEventListener("click", click);
    ["focusin", "pointerover"].forEach((kind) => document.addEventListener(kind, look));
    ["focusout", "pointerout"].forEach((kind) => document.addEventListener(kind, leave));
    new MutationObserver(() => document.querySelectorAll(".map .js-plotly-plot").forEach((node) => {
        if (node.on && !Array.from(ALL).some((map) => map.node === node)) begin(node);
    })).observe(document.documentElement, {childList: true, subtree: true});
    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.map = {turn};
})();
