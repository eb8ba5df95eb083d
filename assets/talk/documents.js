/* A talk as a document (components/url/deck.py): what a file or a link must be to be one, and the ways it is changed. In
   this browser a slide has an `id` too, and the picture of one's own is kept beside it under the name `kept:ID`. */
(function () {
    "use strict";
    const FORMAT = "atalaya-deck-2";
    const READ = [FORMAT, "atalaya-deck-1"];
    const REVEALS = ["none", "years", "countries"];
    const WRITTEN = ["title", "text", "note", "alt"];
    const COUNTRY = /^([A-Z]{3})?$/;
    const VIEW = /^[a-z_]+(\?[^#]*)?$/;
    const PICTURE = /^(data:image\/(png|jpeg);base64,|kept:)[A-Za-z0-9+/=]+$/;
    const LETTERS = "abcdefghijklmnopqrstuvwxyz012345";

    /* What stands in a file and is none; `key` names the sentence that says so. */
    class Refused extends Error {
        constructor(key, values = {}) {
            super(key);
            Object.assign(this, {key, values});
        }
    }

    /* A name that no other has; `crypto.randomUUID` is only there where there is TLS. */
    const id = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => LETTERS[byte % 32]).join("");
    const length = (text) => Array.from(text).length; // as the server counts

    function read(text, caps) {
        if (text.length > caps.document) throw new Refused("refused.large");
        let found;
        try {
            found = JSON.parse(text);
        } catch {
            throw new Refused("refused.file");
        }
        if (!found || !Array.isArray(found.slides) || (found.format !== undefined && !READ.includes(found.format))) {
            throw new Refused("refused.file");
        }
        if (found.slides.length > caps.slides) throw new Refused("refused.many", {most: caps.slides});
        return {
            title: line(found.title, caps.title),
            minutes: minutes(found.minutes),
            slides: found.slides.map((each, at) => slide(each, at + 1, caps)),
        };
    }
    function line(text, most) {
        return typeof text === "string" ? Array.from(text.replace(/\s+/g, " ").trim()).slice(0, most).join("") : "";
    }
    const minutes = (value) => Number.isFinite(value) && value > 0 ? Math.min(Math.round(value), 600) : 0;

    function slide(given, n, caps) {
        if (!given || typeof given !== "object") throw new Refused("refused.slide", {n});
        const kind = given.kind || "view";
        if (!Object.hasOwn(caps.parts, kind)) throw new Refused("refused.kind", {n, value: String(kind).slice(0, 40)});
        const view = String(given.view || "").replace(/^\/(?:[a-zA-Z0-9-]+\/)?/, "");
        if (kind === "view" && !VIEW.test(view)) throw new Refused("refused.view", {n, value: view.slice(0, 60)});
        const picture = String(given.picture || "");
        if (picture && !PICTURE.test(picture)) throw new Refused("refused.picture", {n});
        if (picture.length > caps.picture * 4 / 3 + 40) throw new Refused("refused.picture_large", {n});
        const country = String(given.country || "");
        if (!COUNTRY.test(country)) throw new Refused("refused.slide", {n});
        const made = {id: id(), kind, view: kind === "view" ? view : "", picture, country, reveal: REVEALS.includes(given.reveal) ? given.reveal : "none",
            minutes: minutes(given.minutes)};
        WRITTEN.forEach((field) => {
            made[field] = String(given[field] || "").replace(/\r\n?/g, "\n");
            if (length(made[field]) > caps[field]) throw new Refused("refused.long", {n, field, most: caps[field]});
        });
        return made;
    }

    /* The document as it leaves this browser: pictures inside; what is empty, and what a kind does not have, left out. */
    function written(document, parts, pictures = new Map()) {
        const slides = document.slides.map((each) => {
            const out = each.kind === "view" ? {view: each.view} : {kind: each.kind};
            const picture = each.picture.startsWith("kept:") ? pictures.get(each.picture) || "" : each.picture;
            const values = {...each, picture, reveal: each.reveal === "none" ? "" : each.reveal};
            parts[each.kind].forEach((name) => { if (values[name]) out[name] = values[name]; });
            return out;
        });
        const head = {format: FORMAT};
        ["title", "minutes"].forEach((name) => { if (document[name]) head[name] = document[name]; });
        return {...head, slides};
    }

    const blank = (kind, values = {}) => ({
        id: id(), kind, view: "", title: "", text: "", note: "", alt: "", picture: "", country: "", reveal: "none", minutes: 0, ...values,
    });
    const empty = () => ({title: "", minutes: 0, slides: []});
    const total = (document) => document.slides.reduce((sum, each) => sum + each.minutes, 0);

    /* Each is a function of the document as it is by then, which another tab may have changed meanwhile. */
    const put = (document, slides) => ({...document, slides});
    const recipes = {
        head: (field, value) => (doc) => ({...doc, [field]: value}),
        set: (of, values) => (doc) => put(doc, doc.slides.map((each) => each.id === of ? {...each, ...values} : each)),
        remove: (of) => (doc) => put(doc, doc.slides.filter((each) => each.id !== of)),
        insert: (slides, after) => (doc) => {
            const at = doc.slides.findIndex((each) => each.id === after) + 1 || doc.slides.length;
            return put(doc, [...doc.slides.slice(0, at), ...slides, ...doc.slides.slice(at)]);
        },
        move: (of, to) => (doc) => {
            const moved = doc.slides.find((each) => each.id === of);
            if (!moved) return doc;
            const rest = doc.slides.filter((each) => each !== moved);
            return put(doc, [...rest.slice(0, to), moved, ...rest.slice(to)]);
        },
    };

    window.atalaya.talk = {documents: {read, written, blank, empty, total, length, id, recipes, Refused}};
})();
