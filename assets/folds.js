/* Folds stay within the window, and close when one looks elsewhere. Parts that an answer replaces are new nodes: what had the focus, or was unfolded,
   is found again by its key. */
(function () {
    "use strict";
    const FRAMES = 20; // of drawing, after which a new node is not waited for any more
    const [EDGE, LEAST] = [8, 240]; // pixels: from the edge of the window, and of height where there is little below
    const open = new Set();
    let focused = null;

    document.addEventListener("focusin", (event) => { focused = event.target.dataset.key || null; });
    document.addEventListener("toggle", (event) => {
        const key = event.target.querySelector?.("summary")?.dataset.key;
        if (key) open[event.target.open ? "add" : "delete"](key);
        if (event.target.matches?.("details.fold[open]")) place(event.target);
    }, true);
    window.addEventListener("resize", () => document.querySelectorAll("details.fold[open]").forEach(place));

    /* What opens stays within the window: it moves sideways, and scrolls by itself where there is more than goes in. */
    function place(fold) {
        const box = fold.querySelector(".options");
        if (!box) return;
        ["--shift", "--room"].forEach((name) => box.style.removeProperty(name));
        const {left, right, top, height} = box.getBoundingClientRect();
        const over = right - document.documentElement.clientWidth + EDGE;
        const shift = Math.max(EDGE - left, Math.min(0, -over));
        const room = Math.max(innerHeight - top - EDGE, LEAST);
        box.style.setProperty("--shift", `${shift}px`);
        box.style.setProperty("--room", `${room}px`);
        if (top + Math.min(height, room) > innerHeight) box.scrollIntoView({block: "nearest"});
    }

    function comeBack(tries = FRAMES, again = new Set()) {
        open.forEach((key) => {
            const fold = document.querySelector(`#page summary[data-key="${key}"]`);
            if (!fold || again.has(fold)) return; // each new node once: the reader may close it
            fold.parentElement.open = true;
            again.add(fold);
        });
        const node = focused && document.querySelector(`#page [data-key="${focused}"]`);
        const isAstray = document.activeElement === document.body || !document.activeElement.isConnected;
        if (node && isAstray) node.focus({preventScroll: true});
        if (tries) requestAnimationFrame(() => comeBack(tries - 1, again));
    }

    document.addEventListener("click", (event) => {
        document.querySelectorAll("details.fold[open]").forEach((fold) => {
            if (!fold.contains(event.target)) fold.open = false;
        });
    });
    document.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        document.querySelectorAll("details.fold[open]").forEach((fold) => {
            fold.open = false;
            fold.querySelector("summary").focus();
        });
    });
    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.folds = {comeBack};
})();
