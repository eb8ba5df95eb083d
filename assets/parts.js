/* The component of our own (components/custom_components.py): a part that arrives as HTML. It draws what it is given. */
(function () {
    "use strict";
    const React = window.React;

    /* Content is replaced as a whole; what had the focus, or was unfolded, is found again by its key, and a table
       that is wider than its room stays where it was moved to. */
    const name = (box) => box.getAttribute("aria-label"); // `ariaLabel` is not in Firefox 115
    function replace(node, html) {
        const active = document.activeElement;
        const key = active && node.contains(active) ? active.dataset.key : null;
        const open = Array.from(node.querySelectorAll("details[open] > summary"), (summary) => summary.dataset.key);
        const across = new Map(Array.from(node.querySelectorAll(".scroll"), (box) => [name(box), box.scrollLeft]));
        node.innerHTML = html;
        node.querySelectorAll(".scroll").forEach((box) => { if (across.get(name(box))) box.scrollLeft = across.get(name(box)); });
        open.forEach((name) => {
            const summary = node.querySelector(`summary[data-key="${name}"]`);
            if (summary) summary.parentElement.open = true;
        });
        const again = key && node.querySelector(`[data-key="${key}"]`);
        if (again) again.focus({preventScroll: true});
        addresses(node);
    }

    /* What absolute addresses begin with: the public address, where there is one, or that by which the reader came. */
    const site = document.documentElement.dataset.root || location.origin;
    const below = new URL(site).pathname.replace(/\/$/, "");

    /* Addresses that are copied are whole: the page's own, that of its frame, or one that is given. */
    function addresses(root) {
        root.querySelectorAll("[data-address]").forEach((node) => {
            const path = node.dataset.address.startsWith("/") ? node.dataset.address : location.pathname + location.search;
            const to = new URL(path.startsWith(`${below}/`) ? path : below + path, site);
            if (node.dataset.release) to.searchParams.set("release", node.dataset.release); // the figure stays, whatever comes
            if (node.dataset.address === "frame") to.searchParams.set("embed", "1");
            node.textContent = to.href.replace(/%2C/g, ",");
        });
    }

    function Static(props) {
        const ref = React.useRef(null);
        React.useLayoutEffect(() => replace(ref.current, (props.html || "").replaceAll("@root@", site)), [props.html]);
        return React.createElement("div", {id: props.id, className: props.className, role: props.role, ref});
    }

    window.atalaya = {Static, addresses};
})();
