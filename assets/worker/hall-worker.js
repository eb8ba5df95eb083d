/* The hall when the network is gone. It answers nothing but the documents of the hall and what these are drawn with, all
   of it from one cache that the room empties when a reader forgets their talks:
     present?...slide=n   from the server; when it is slow or gone, as it was last had
     present/talk/ID      from the cache, where the room has put it
     static/DIGEST/...    from the cache, for an address with a digest never changes
   What is kept is what the hall says it was drawn with (`keep`). */
(function () {
    "use strict";
    const CACHE = "atalaya-hall"; // the room writes into it too
    const PATIENCE = 2500; // milliseconds that a server may take
    const DOCUMENTS = 6; // kept of those that have an address
    const ASSETS = 40; // and of all that they are drawn with
    const VERSIONED = /\/static\/[0-9a-f]{16}\/[^/]+$/;
    const room = new URL(self.registration.scope).pathname; // {path}/es/present
    const asKept = {ignoreVary: true};

    const isHall = (url) => url.pathname === room && url.searchParams.has("slide");
    const isTalk = (url) => url.pathname.startsWith(`${room}/talk/`);
    const isAsset = (url) => VERSIONED.test(url.pathname);
    const isGood = (answer) => answer.ok && !answer.redirected && answer.type === "basic";
    /* All slides of a deck are one document: which of them is in sight does not count. */
    function key(url) {
        const plain = new URL(url.pathname + url.search, url);
        plain.searchParams.delete("slide");
        return plain.href;
    }

    /* The answer, once all of it has come: a line that breaks in the middle is a failure. Where no room is left to keep
       it, it is an answer all the same. */
    async function whole(cache, name, answer) {
        if (!isGood(answer)) return answer;
        const [body, copy] = [answer.clone(), answer.clone()];
        await body.blob();
        await cache.put(name, copy).catch(() => {});
        return answer;
    }
    async function hall(event, url) {
        const cache = await caches.open(CACHE);
        const kept = await cache.match(key(url), asKept);
        const asked = fetch(event.request);
        const come = asked.then((answer) => whole(cache, key(url), answer));
        event.waitUntil(come.catch(() => {}));
        if (!kept) return asked; // half of it is better than nothing
        const late = new Promise((give) => setTimeout(give, PATIENCE, kept));
        const answered = come.then((answer) => (answer.status < 500 ? answer : kept), () => kept);
        return Promise.race([answered, late]);
    }
    /* The query of a kept talk is for the way back into its room. */
    async function kept(request) {
        const cache = await caches.open(CACHE);
        return (await cache.match(request.url.replace(/[?#].*/, ""), asKept)) || fetch(request);
    }

    async function keep(addresses) {
        const cache = await caches.open(CACHE);
        const urls = addresses.map((address) => new URL(address)).filter((url) => url.origin === self.location.origin);
        // each for itself: one that fails takes no other with it
        await Promise.allSettled(urls.filter((url) => isHall(url) || isAsset(url)).map(async (url) => {
            const name = isHall(url) ? key(url) : url.href;
            if (!(await cache.match(name, asKept))) await whole(cache, name, await fetch(url));
        }));
        await prune(cache);
    }
    async function prune(cache) {
        const all = await cache.keys();
        const surplus = (is, most) => all.filter((each) => is(new URL(each.url))).slice(0, -most);
        const old = [...surplus((url) => url.pathname === room, DOCUMENTS), ...surplus(isAsset, ASSETS)];
        await Promise.all(old.map((each) => cache.delete(each)));
    }

    self.addEventListener("install", () => self.skipWaiting());
    self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
    self.addEventListener("message", (event) => event.waitUntil(keep(event.data.keep)));
    self.addEventListener("fetch", (event) => {
        const {request} = event;
        const url = new URL(request.url);
        if (request.method !== "GET" || url.origin !== self.location.origin) return;
        if (isHall(url) && request.mode === "navigate") event.respondWith(hall(event, url));
        else if (isTalk(url) || isAsset(url)) event.respondWith(kept(request));
    });
})();
