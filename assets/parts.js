/* The two components of our own (components/custom_components.py): a part that arrives as HTML, and the map.
   They draw what they are given and report what was chosen; they know no rule of the data. */
(function () {
    "use strict";
    const React = window.React;

    /* Content is replaced as a whole; what had the focus, or was unfolded, is found again by its key. */
    function replace(node, html) {
        const active = document.activeElement;
        const key = active && node.contains(active) ? active.dataset.key : null;
        const open = Array.from(node.querySelectorAll("details[open] > summary"), (summary) => summary.dataset.key);
        node.innerHTML = html;
        open.forEach((name) => {
            const summary = node.querySelector(`summary[data-key="${name}"]`);
            if (summary) summary.parentElement.open = true;
        });
        const again = key && node.querySelector(`[data-key="${key}"]`);
        if (again) again.focus({preventScroll: true});
        addresses(node);
    }

    /* Addresses that are copied are whole: the page's own, that of its frame, or one that is given. */
    function addresses(root) {
        root.querySelectorAll("[data-address]").forEach((node) => {
            const to = new URL(node.dataset.address.startsWith("/") ? node.dataset.address : location.href, location.href);
            if (node.dataset.release) to.searchParams.set("release", node.dataset.release); // the figure stays, whatever comes
            if (node.dataset.address === "frame") to.searchParams.set("embed", "1");
            node.textContent = to.href.replace(/%2C/g, ",");
        });
    }

    function Static(props) {
        const ref = React.useRef(null);
        React.useLayoutEffect(() => replace(ref.current, (props.html || "").replaceAll("@root@", location.origin)), [props.html]);
        return React.createElement("div", {id: props.id, className: props.className, role: props.role, ref});
    }

    const NEXT = {ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down"};

    function Map(props) {
        const ref = React.useRef(null);
        const tip = React.useRef(null);
        React.useLayoutEffect(() => replace(ref.current, props.svg), [props.svg]);
        React.useLayoutEffect(() => paint(ref.current, props.cells), [props.cells, props.svg]);

        const country = (event) => {
            const found = event.target.closest && event.target.closest("[data-code], [data-figure]");
            const code = found && (found.dataset.code || found.dataset.figure);
            return code && ref.current.querySelector(`[data-code="${code}"]`);
        };
        const choose = (group) => props.setProps({picked: {code: group.dataset.code, at: Date.now()}});
        const show = (event) => {
            const group = country(event);
            if (group) tell(tip.current, ref.current, group, props.cells[group.dataset.code].title);
            else tip.current.hidden = true;
        };
        const hide = () => { tip.current.hidden = true; };
        const press = (event) => {
            const group = country(event);
            if (!group) return;
            if (event.key === "Escape") hide();
            else if (event.key === "Enter" || event.key === " ") choose(group);
            else if (event.key in NEXT) {
                const code = (props.neighbours[group.dataset.code] || {})[NEXT[event.key]];
                const to = code && ref.current.querySelector(`[data-code="${code}"]`);
                if (to) walk(ref.current, to);
            } else return;
            event.preventDefault();
        };
        const click = (event) => {
            const group = country(event);
            if (!group) return;
            walk(ref.current, group);
            choose(group);
        };
        return React.createElement(
            "div",
            {id: props.id, className: "map", onKeyDown: press, onClick: click, onPointerMove: show, onPointerLeave: hide,
                onFocus: show, onBlur: hide},
            React.createElement("div", {ref}),
            React.createElement("div", {ref: tip, className: "tip", hidden: true, "aria-hidden": "true"})
        );
    }

    /* One country is in the tab order at a time. */
    function walk(root, group) {
        root.querySelectorAll('[tabindex="0"]').forEach((other) => other.setAttribute("tabindex", "-1"));
        group.setAttribute("tabindex", "0");
        group.focus({preventScroll: true});
    }

    function paint(root, cells) {
        root.querySelectorAll("[data-code]").forEach((group) => {
            const cell = cells[group.dataset.code];
            group.setAttribute("class", cell.class);
            group.setAttribute("aria-label", cell.title.replace(/\n/g, ". "));
            group.setAttribute("aria-selected", String(cell.class.includes("is-chosen")));
        });
        root.querySelectorAll("[data-figure]").forEach((group) => {
            const cell = cells[group.dataset.figure];
            group.setAttribute("class", cell.ink);
            group.querySelector("text").textContent = cell.figure;
        });
    }

    /* The tip stands beside the country, on the side that has room. */
    function tell(tip, root, group, title) {
        if (tip.hidden || tip.textContent !== title) {
            tip.textContent = "";
            title.split("\n").forEach((line, index) => {
                const row = document.createElement(index ? "span" : "b");
                row.textContent = line;
                tip.append(row);
            });
        }
        tip.hidden = false;
        const frame = root.getBoundingClientRect();
        const shape = group.getBoundingClientRect();
        const left = shape.left + shape.width / 2 - frame.left;
        tip.classList.toggle("is-left", left > frame.width / 2);
        tip.style.setProperty("--x", `${left}px`);
        tip.style.setProperty("--y", `${shape.top + shape.height / 2 - frame.top}px`);
    }

    window.atalaya = {Static, Map, addresses};
})();
