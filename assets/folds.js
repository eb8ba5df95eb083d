/* Folds close when one looks elsewhere. Parts that an answer replaces are new nodes: what had the focus, or was unfolded,
   is found again by its key. */
(function () {
    "use strict";
    const FRAMES = 20; // of drawing, after which a new node is not waited for any more
    const open = new Set();
    let focused = null;

    document.addEventListener("focusin", (event) => { focused = event.target.dataset.key || null; });
    document.addEventListener("toggle", (event) => {
        const key = event.target.querySelector?.("summary")?.dataset.key;
        if (key) open[event.target.open ? "add" : "delete"](key);
    }, true);

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
