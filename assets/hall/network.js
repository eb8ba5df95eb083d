/* What keeps a served talk going: its document is kept by the hall's worker, so that a reload needs no server; a step
   back in the history is no way out; out lead the cross, and its key pressed twice. */
(function () {
    "use strict";
    const hall = window.hall;
    const AGAIN = 4000; // milliseconds within which the second press is to follow
    if (hall.isSpeaker) return;
    const script = document.currentScript.src; // {root}/static/DIGEST/slides.js, empty in a file
    const talk = /^(.*\/present)\/talk\/([a-z0-9]+)$/.exec(location.pathname);
    const isServed = hall.isAddressed && !hall.isFile;
    const out = document.querySelector("[data-out]");
    let isLeaving = false;
    let asked = 0;

    /* ---- out ---- */
    if (talk) out.setAttribute("href", `${talk[1]}${location.search}#talk=${talk[2]}`);
    out?.addEventListener("click", (event) => {
        isLeaving = true;
        if (isServed) return;
        event.preventDefault();
        location.reload(); // the page into which this was written
    });
    hall.actions.leave = function () {
        if (!out) return;
        if (Date.now() - asked < AGAIN) out.click();
        else hall.hint(hall.words("leave_again"));
        asked = Date.now();
    };
    /* A reload that would find neither server nor worker ends the talk: the only moment at which to ask. */
    addEventListener("beforeunload", (event) => {
        if (isLeaving || hall.isFile || navigator.onLine || navigator.serviceWorker?.controller) return;
        event.preventDefault();
        event.returnValue = ""; // for browsers that do not heed the line above
    });

    /* ---- back: an entry of the same address lies above the first, as soon as a hand has touched anything ---- */
    function guard() {
        if (history.state?.isGuard) return;
        history.pushState({...history.state, isGuard: true}, "", location.href);
    }
    ["keydown", "pointerdown"].forEach((name) => addEventListener(name, guard, {once: true}));
    addEventListener("popstate", (event) => {
        const named = /^#slide-(\d+)$/.exec(location.hash);
        if (!event.state && named) { // somebody wrote it into the address
            hall.go(Number(named[1]) - 1);
        } else if (event.state && !event.state.isGuard) {
            history.forward();
            hall.hint(hall.words("how_to_leave"));
        }
    });

    /* ---- the worker ---- */
    async function keep() {
        if (!isServed || !isSecureContext || !navigator.serviceWorker) return;
        const scope = talk ? talk[1] : location.pathname;
        try {
            await navigator.serviceWorker.register(new URL("../../hall-worker.js", script), {scope});
            const {active} = await navigator.serviceWorker.ready;
            const loaded = performance.getEntriesByType("resource").map((each) => each.name);
            const linked = Array.from(document.querySelectorAll("link[href]"), (each) => each.href); // icons come late
            active.postMessage({keep: [location.href, ...loaded, ...linked]});
        } catch { /* forbidden by who runs the machine: the document that is loaded goes on all the same */ }
    }
    addEventListener("load", keep);
})();
