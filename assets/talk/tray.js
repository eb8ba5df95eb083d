/* "Add to the talk" on every page, and the tray: what the talk has by now, in order. The reader stays on the page. */
(function () {
    "use strict";
    const {talk} = window.atalaya;
    const {el, button, word, caps, slides: count, place, view, say} = talk.elements;
    const {documents: {blank, empty, recipes}, talks, thumbs} = talk;
    const FOLDED = "atalaya.tray"; // of this tab: the reader has folded the tray
    let parts = null;
    let shown = null;

    const isHere = () => document.querySelector("#page footer[data-talk]") && !document.querySelector("main.room");
    const isFolded = () => { try { return sessionStorage.getItem(FOLDED) === "yes"; } catch { return false; } };
    function fold(is) {
        try { sessionStorage.setItem(FOLDED, is ? "yes" : "no"); } catch { /* it opens again on the next page */ }
        draw();
    }

    function build() {
        const toggle = el("button", {type: "button", class: "tray-toggle", "aria-controls": "tray-slides", onclick: () => fold(!isFolded())});
        const room = el("a", {class: "tray-room"}, word("tray.room"));
        const undo = button(word("undo"), step, {class: "tray-undo"});
        const add = button(word("tray.add"), addThis, {class: "tray-add"});
        const list = el("ol", {id: "tray-slides", class: "tray-slides"});
        const note = el("p", {class: "tray-note", hidden: true});
        const box = el("aside", {id: "tray", class: "tray", "aria-label": word("tray.label")},
            el("div", {class: "tray-bar"}, toggle, add, undo, room), note, list);
        document.body.append(box);
        parts = {box, toggle, room, undo, list, note};
    }

    async function draw() {
        if (!isHere()) return;
        shown = await talks.current().catch(() => null);
        const slides = shown?.document.slides || [];
        if (!slides.length && !parts) return;
        if (!parts) build();
        const {box, toggle, room, undo, list, note} = parts;
        box.hidden = !slides.length && !shown?.step;
        document.documentElement.classList.toggle("has-tray", !box.hidden);
        document.documentElement.classList.toggle("has-open-tray", !box.hidden && !isFolded());
        toggle.textContent = `${shown?.document.title || word("tray.talk")} · ${count(slides.length)}`;
        toggle.setAttribute("aria-label", `${toggle.textContent}. ${word("tray.label")}`);
        toggle.setAttribute("aria-expanded", String(!isFolded()));
        undo.disabled = !shown?.step;
        room.href = `${place().base}/present#talk=${shown?.id}`;
        list.hidden = isFolded() || !slides.length;
        note.hidden = await talks.isKept() && !talks.failure();
        note.textContent = word("not_kept");
        const {locale} = place();
        const sentences = await Promise.all(slides.map((each) => titled(each, locale)));
        const known = new Map(Array.from(list.children, (each) => [each.dataset.slide, each]));
        list.replaceChildren(...slides.map((each, at) => item(known.get(each.id), each, at, sentences[at])));
    }
    function item(node, slide, at, sentence) {
        node = node || el("li", {"data-slide": slide.id}, el("a", {}, el("img", {alt: "", width: 160, height: 90}), el("span")));
        const link = node.firstChild;
        link.href = `${parts.room.getAttribute("href")}&slide=${slide.id}`;
        link.lastChild.textContent = `${at + 1}. ${sentence}`;
        link.title = sentence;
        thumbs.show(link.firstChild, slide);
        return node;
    }
    /* What a slide says: its own title, or what its view said when it was added. */
    async function titled(slide, locale) {
        if (slide.title) return slide.title;
        const found = slide.view && await talks.said(locale, slide.view).catch(() => "");
        return found || (slide.kind === "view" ? slide.view.split("?")[0] : word(`kind.${slide.kind}`));
    }

    async function addThis() {
        window.dash_clientside.years.land(); // a year that was just turned is in the address too
        const slide = blank("view", {view: view()});
        const sentence = document.querySelector("#page h1")?.textContent.trim() || document.title;
        try {
            const {locale} = place();
            const now = await talks.current() || await talks.create(empty());
            if (now.document.slides.length >= caps().slides) return say(word("refused.many", {most: caps().slides}));
            await talks.remember(locale, [[slide.view, sentence]]);
            await talks.change(now.id, recipes.insert([slide]));
            if (!parts) { try { sessionStorage.setItem(FOLDED, isPhone() ? "yes" : "no"); } catch { /* it is open */ } }
            await draw();
            parts.list.lastChild?.scrollIntoView({block: "nearest", inline: "end"});
            parts.box.classList.remove("is-new");
            requestAnimationFrame(() => parts.box.classList.add("is-new"));
            return say(word("tray.added", {n: shown.document.slides.length, title: sentence}));
        } catch {
            return say(word("not_saved"));
        }
    }
    const isPhone = () => matchMedia("(max-width: 38.75em)").matches;
    async function step() {
        if (!shown) return;
        await talks.undo(shown.id);
        await draw();
        say(word("tray.undone", {n: shown.document.slides.length}));
        if (parts.undo.disabled || parts.box.hidden) parts.toggle.focus();
    }

    document.addEventListener("click", (event) => {
        const link = event.target.closest("a[data-add]");
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
        event.preventDefault();
        addThis();
    });
    talks.watch(() => draw());
    /* The page that is live, once Dash has put it there. */
    new MutationObserver((_, watch) => {
        if (!document.querySelector("#react-entry-point main")) return;
        watch.disconnect();
        draw();
    }).observe(document.documentElement, {childList: true, subtree: true});
    talk.tray = {draw, titled};
})();
