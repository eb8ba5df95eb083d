/* The talks of this browser: which there are, which is worked on, how each came to be what it is (undo, redo), and that all
   tabs see the same. Every change is made within one transaction on what is kept by then, so that no tab undoes another. */
(function () {
    "use strict";
    const {documents, store} = window.atalaya.talk;
    const STEPS = 100; // that can be undone
    const PAUSE = 4000; // milliseconds after which the next letter is a step of its own
    const tabs = "BroadcastChannel" in window ? new BroadcastChannel("atalaya-talks") : null;
    const watchers = new Set();
    const typing = {what: "", at: 0};
    let unsaved = null; // why the last change is not kept

    const tell = (id) => watchers.forEach((each) => each(id));
    function changed(id) {
        tabs?.postMessage(id);
        tell(id);
    }
    if (tabs) {
        tabs.onmessage = ({data}) => {
            if (data === "said") sentences = null;
            tell(data);
        };
    }
    addEventListener("pageshow", (event) => { if (event.persisted) tell(""); });

    const list = async () => (await store.read((at) => at.all("talks"))).sort((one, two) => two.updated - one.updated);
    const get = (id) => store.read((at) => at.get("talks", id));
    const current = async () => {
        const kept = await store.read(async (at) => {
            const {value} = await at.get("settings", "current") || {};
            return value && at.get("talks", value);
        });
        return kept || null;
    };
    async function choose(id) {
        await store.write((at) => at.put("settings", {id: "current", value: id}));
        changed(id);
    }

    async function create(document) {
        const talk = {id: documents.id(), document: await apart(document), updated: Date.now(), step: 0, last: 0};
        await store.write(async (at) => {
            await at.put("talks", talk);
            await at.put("steps", {talk: talk.id, step: 0, document: talk.document});
            await at.put("settings", {id: "current", value: talk.id});
        });
        changed(talk.id);
        return talk;
    }
    /* The document with its pictures kept beside it, so that a hundred steps hold each once. */
    async function apart(document) {
        const slides = [];
        for (const each of document.slides) {
            slides.push({...each, picture: each.picture.startsWith("data:") ? await keep(each.picture) : each.picture});
        }
        return {...document, slides};
    }
    async function keep(data) {
        const name = `kept:${documents.id()}`;
        await store.write((at) => at.put("pictures", {id: name, data}));
        return name;
    }
    const picture = async (name) => (await store.read((at) => at.get("pictures", name)))?.data || "";

    /* When it was changed, and never the same twice: by it a tab knows that another has changed the talk. */
    const later = ({updated}) => Math.max(Date.now(), updated + 1);

    /* `what` is the field that is being written: letter after letter is one step. */
    async function change(id, recipe, what = "") {
        const goesOn = what && typing.what === `${id} ${what}` && Date.now() - typing.at < PAUSE;
        Object.assign(typing, {what: what && `${id} ${what}`, at: Date.now()});
        return altered(id, async (at, talk) => {
            const document = recipe(talk.document);
            const step = talk.step + (goesOn && talk.step === talk.last && talk.step > 0 ? 0 : 1);
            await at.put("steps", {talk: id, step, document});
            await at.dropSteps(id, step + 1, Infinity);
            if (step > STEPS) await at.dropSteps(id, 0, step - STEPS - 1);
            return {...talk, document, step, last: step, updated: later(talk)};
        });
    }
    function turn(id, by) {
        typing.what = "";
        return altered(id, async (at, talk) => {
            const found = await at.get("steps", [id, talk.step + by]);
            return found ? {...talk, document: found.document, step: talk.step + by, updated: later(talk)} : talk;
        });
    }
    async function altered(id, make) {
        try {
            const talk = await store.write(async (at) => {
                const talk = await at.get("talks", id);
                if (!talk) return null;
                const made = await make(at, talk);
                await at.put("talks", made);
                return made;
            });
            unsaved = null;
            changed(id);
            return talk;
        } catch (failure) {
            unsaved = failure;
            tell(id);
            throw failure;
        }
    }

    /* Taken away, and what brings it back. */
    async function remove(ids) {
        const gone = await store.write(async (at) => {
            const found = [];
            for (const id of ids) {
                found.push({talk: await at.get("talks", id), steps: await at.stepsOf(id)});
                await at.remove("talks", id);
                await at.dropSteps(id, 0, Infinity);
            }
            return found;
        });
        ids.forEach(changed);
        return async () => {
            await store.write(async (at) => {
                for (const {talk, steps} of gone) {
                    await at.put("talks", talk);
                    for (const each of steps) await at.put("steps", each);
                }
            });
            ids.forEach(changed);
        };
    }
    async function duplicate(id, title) {
        const {document} = await get(id);
        return create({...document, title, slides: document.slides.map((each) => ({...each, id: documents.id()}))});
    }
    /* Pictures that no talk has, nor any of its steps. */
    async function tidy() {
        await store.write(async (at) => {
            const known = new Set((await at.all("steps")).flatMap(({document}) => document.slides.map((each) => each.picture)));
            for (const {id} of await at.all("pictures")) if (!known.has(id)) await at.remove("pictures", id);
        });
    }

    /* The document with its pictures inside, as it leaves this browser. */
    async function whole(document) {
        const names = document.slides.map((each) => each.picture).filter((each) => each.startsWith("kept:"));
        const pictures = new Map();
        for (const name of names) pictures.set(name, await picture(name));
        return documents.written(document, window.atalaya.talk.elements.caps().parts, pictures);
    }

    /* The sentences that views say of themselves, by language: what a page said when it was added, or the hall since. */
    let sentences = null; // read once: what is drawn is not to wait for the store at every letter
    async function said(locale, view) {
        sentences = sentences || store.read((at) => at.all("said")).then((all) => new Map(all.map(({id, text}) => [id, text])));
        return (await sentences).get(`${locale} ${view}`) || "";
    }
    async function remember(locale, found) {
        await store.write(async (at) => {
            for (const [view, text] of found) await at.put("said", {id: `${locale} ${view}`, text});
        });
        sentences = null;
        changed("said");
    }

    const watch = (then) => { watchers.add(then); };
    Object.assign(window.atalaya.talk, {talks: {
        list, get, current, choose, create, change, remove, duplicate, tidy, keep, picture, whole, said, remember, watch,
        undo: (id) => turn(id, -1), redo: (id) => turn(id, 1), failure: () => unsaved, isKept: store.isKept,
    }});
})();
