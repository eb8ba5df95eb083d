/* Into the hall with a talk of this browser: the server draws it and keeps nothing; the drawn document is kept here, at an
   address of its own, from which the worker (assets/worker/hall-worker.js) gives it also without a network. */
(function () {
    "use strict";
    const {talk} = window.atalaya;
    const {place} = talk.elements;
    const KEPT = "atalaya-hall";
    const PATIENCE = 4000; // milliseconds that the worker may take to begin

    async function asked(document) {
        const body = new FormData();
        body.set("deck", JSON.stringify(await talk.talks.whole(document)));
        return {method: "POST", body};
    }
    /* The hall of a talk, at one of its slides. */
    async function present(id, document, at) {
        const {base} = place();
        const answer = await fetch(`${base}/present${location.search}`, await asked(document));
        if (!answer.ok) throw new Error(await told(answer));
        const to = `${base}/present/talk/${id}`;
        if (await isServed() && await isKept(to, answer.clone())) location.assign(`${to}${location.search}#slide-${at}`);
        else write(await answer.text());
    }
    /* What the server says of a document that it refuses. */
    async function told(answer) {
        try {
            return (await answer.json()).error || String(answer.status);
        } catch {
            return String(answer.status);
        }
    }
    /* A worker is there, or comes at once; it needs TLS or this very machine. */
    async function isServed() {
        if (!("serviceWorker" in navigator) || !("caches" in window)) return false;
        const {base, mount} = place();
        try {
            await navigator.serviceWorker.register(`${mount}/hall-worker.js`, {scope: `${base}/present`});
            const ready = navigator.serviceWorker.ready.then(() => true);
            return await Promise.race([ready, new Promise((go) => { setTimeout(go, PATIENCE, false); })]);
        } catch {
            return false;
        }
    }
    /* The document and what it is drawn with; the worker fetches again what does not come now. */
    async function isKept(to, answer) {
        try {
            const cache = await caches.open(KEPT);
            const parts = new DOMParser().parseFromString(await answer.clone().text(), "text/html");
            const needed = Array.from(parts.querySelectorAll("link[href][rel~=stylesheet], link[href][rel~=icon], script[src]"),
                (each) => each.getAttribute("href") || each.getAttribute("src"));
            await cache.put(to, answer);
            await Promise.allSettled([...new Set(needed)].filter((each) => each.startsWith("/")).map((each) => cache.add(each)));
            return true;
        } catch { // there is no room left
            return false;
        }
    }
    /* Without a worker this page becomes the hall, and what it was comes back when the hall is left. */
    function write(text) {
        const page = window.document;
        page.open();
        page.write(text);
        page.close();
    }
    /* What the hall keeps of talks that are gone; of all talks, whatever it keeps, and its workers. */
    async function forget(ids, areAll) {
        if (!("caches" in window)) return;
        if (areAll) {
            await caches.delete(KEPT);
            const workers = await navigator.serviceWorker.getRegistrations();
            for (const each of workers) if (each.scope.endsWith("/present")) await each.unregister();
            return;
        }
        const cache = await caches.open(KEPT);
        for (const {url} of await cache.keys()) if (ids.some((id) => url.endsWith(`/talk/${id}`))) await cache.delete(url);
    }

    /* The sentences that the views of a document say of themselves. */
    async function sentences(slides) {
        const plain = slides.map((each) => talk.documents.blank("view", {view: each.view}));
        const answer = await fetch(`${place().base}/present.room`, await asked({slides: plain}));
        if (!answer.ok) return [];
        const told = (await answer.json()).slides;
        return slides.map((each, at) => [each.view, told[at]?.said]).filter(([, text]) => text);
    }
    talk.presenting = {present, asked, forget, sentences};
})();
