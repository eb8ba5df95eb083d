/* Where talks are kept: this browser's own database, on this machine. Where a browser keeps nothing (a private window, a
   rule of the house), the same in memory, for as long as the page stands; `isKept` says which. */
(function () {
    "use strict";
    const NAME = "atalaya";
    const STORES = {talks: "id", steps: ["talk", "step"], pictures: "id", said: "id", settings: "id"};
    let opened = null;
    const memory = new Map(Object.keys(STORES).map((name) => [name, new Map()]));
    let last = Promise.resolve(); // in memory one step after another, as in the database

    function open() {
        opened = opened || new Promise((go) => {
            let asked;
            try {
                asked = indexedDB.open(NAME, 1);
            } catch {
                go(null);
                return;
            }
            asked.onupgradeneeded = () => {
                Object.entries(STORES).forEach(([name, keyPath]) => asked.result.createObjectStore(name, {keyPath}));
            };
            asked.onsuccess = () => {
                asked.result.onversionchange = () => asked.result.close();
                asked.result.onclose = () => { opened = null; };
                go(asked.result);
            };
            asked.onerror = () => go(null);
        });
        return opened;
    }
    const isKept = async () => await open() !== null;

    /* Do `work` in one transaction: all of it or nothing, and no other tab between. */
    async function run(mode, work) {
        const base = await open();
        if (!base) {
            last = last.catch(() => undefined).then(() => work(inMemory));
            return last;
        }
        const done = base.transaction(Object.keys(STORES), mode);
        const end = new Promise((go, no) => {
            done.oncomplete = go;
            done.onabort = done.onerror = () => no(done.error || new Error("the browser keeps nothing more"));
        });
        end.catch(() => undefined);
        const ask = (request) => new Promise((go, no) => {
            request.onsuccess = () => go(request.result);
            request.onerror = () => no(request.error);
        });
        const found = await work({
            get: (store, key) => ask(done.objectStore(store).get(key)),
            all: (store) => ask(done.objectStore(store).getAll()),
            put: (store, value) => ask(done.objectStore(store).put(value)),
            remove: (store, key) => ask(done.objectStore(store).delete(key)),
            stepsOf: (talk, from = 0) => ask(done.objectStore("steps").getAll(IDBKeyRange.bound([talk, from], [talk, Infinity]))),
            dropSteps: (talk, from, to) => ask(done.objectStore("steps").delete(IDBKeyRange.bound([talk, from], [talk, to]))),
        });
        if (mode === "readwrite") done.commit(); // not when the page is next idle, which may be never
        await end;
        return found;
    }

    const key = (value) => Array.isArray(value) ? value.join(" ") : value;
    const keyOf = (store, value) => key([STORES[store]].flat().map((name) => value[name]));
    const steps = (talk, from, to) => [...memory.get("steps").values()].filter((each) => each.talk === talk && each.step >= from && each.step <= to);
    const inMemory = {
        get: async (store, of) => memory.get(store).get(key(of)),
        all: async (store) => [...memory.get(store).values()],
        put: async (store, value) => { memory.get(store).set(keyOf(store, value), value); },
        remove: async (store, of) => { memory.get(store).delete(key(of)); },
        stepsOf: async (talk, from = 0) => steps(talk, from, Infinity),
        dropSteps: async (talk, from, to) => { steps(talk, from, to).forEach((each) => memory.get("steps").delete(keyOf("steps", each))); },
    };

    window.atalaya.talk.store = {isKept, read: (work) => run("readonly", work), write: (work) => run("readwrite", work)};
})();
