/* The room: the deck of the address as the server gives it, or a talk of this browser, which only the part of the address that
   no server is sent says: `#talk=ID`; `#deck=...` is a talk that somebody has sent. */
(function () {
    "use strict";
    const {talk} = window.atalaya;
    const {el, button, word, caps, why, place, say} = talk.elements;
    const {documents, talks, shelf, presenting} = talk;
    const {recipes} = documents;
    const root = document.documentElement;
    const state = {given: null, talk: null, chosen: "", isUnsaved: false, isKept: true, waiting: 0, isStale: false, drawing: 0};
    let parts = null;

    const asked = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
    if (/^#talk=/.test(location.hash)) root.classList.add("has-talk"); // before anything is painted

    /* Called by the component (parts) with what the server has for the address. */
    function show(node, props) {
        if ("framed" in root.dataset) { // in the page of another site there is nothing to be made
            given(node, props);
            return;
        }
        talk.elements.learn(props.words);
        state.given = props;
        if (parts?.node !== node) build(node);
        deck();
        route();
    }
    function build(node) {
        const acts = {set, select, move: (id, by) => reorder(id, position(id) + by), duplicate, remove, tell, back, head, undo, redo,
            present, save: () => shelf.save(state.talk.document), share, document: () => state.talk.document, whole: () => presenting.asked(state.talk.document), open, gone};
        const made = {node, told: el("div", {class: "told", role: "status"}), shelf: shelf.build(acts), given: el("div", {class: "given"}),
            bar: talk.builder.bar(acts), strip: talk.strip.build({select, move: reorder, remove}), editor: talk.editor.build(acts),
            foot: talk.builder.foot(acts), empty: el("p", {class: "soft empty"}, word("talk.empty"))};
        made.builder = el("section", {class: "builder", "aria-label": word("builder.label"), hidden: true}, made.bar.box,
            el("div", {class: "desk"}, el("div", {class: "side"}, made.strip.how, made.strip.list, made.empty, talk.strip.inserts(insert)),
                made.editor.box), made.foot.box);
        parts = made;
        node.replaceChildren(made.told, made.builder, made.given, made.shelf.box);
        talks.tidy().catch(() => undefined);
    }
    /* The deck of the address, and the way to make it one's own. */
    function deck() {
        const mine = button(word("given.mine"), async () => {
            const found = JSON.parse(state.given.document);
            const made = documents.read(state.given.document, caps());
            await talks.remember(place().locale, found.slides.filter((each) => each.said && each.view).map((each) => [each.view, each.said]));
            open((await talks.create(made)).id, true);
            tell(word("given.made"));
        }, {class: "mine", "data-key": "talk-mine"});
        given(parts.given, state.given);
        parts.given.prepend(el("div", {class: "given-head"}, mine, el("p", {class: "soft"}, word("given.said"))));
    }
    function given(node, {html}) {
        node.innerHTML = html;
        node.querySelectorAll("img[data-thumb]").forEach((image) => talk.thumbs.at(image, image.dataset.thumb));
    }

    /* What the address asks for. */
    async function route() {
        const {talk: id, slide, deck: sent} = asked();
        state.isKept = await talks.isKept();
        if (sent) return offer(sent);
        const found = id ? await talks.get(id).catch(() => null) : null;
        if (id && !found) tell(word("talk.gone"));
        state.talk = found || null;
        state.chosen = slide || state.chosen;
        if (found) await talks.choose(id);
        shelve();
        return draw();
    }
    async function offer(sent) {
        try {
            const content = documents.read(await talk.sharing.unpacked(sent), caps());
            const values = {title: shelf.named(content), n: content.slides.length};
            address("");
            tell(word("share.offered", values), {label: word("share.keep"), act: async () => open((await talks.create(content)).id, true)});
        } catch (failure) {
            tell(why(failure));
        }
        state.talk = null;
        shelve();
        return draw();
    }
    const shelve = () => parts.shelf.draw(state.talk?.id, !state.talk);
    /* Of a talk the address says its name alone, and how the hall is; Dash is told, or it would take the hash away. */
    function address(hash, pushes = false) {
        const pairs = location.search.slice(1).split("&").filter((pair) => !hash || /^(hall|filters|theme)=/.test(pair));
        const search = pairs.filter(Boolean).join("&");
        const to = location.pathname + (search && `?${search}`) + (hash && `#${hash}`);
        if (to !== location.pathname + location.search + location.hash) history[pushes ? "pushState" : "replaceState"](history.state, "", to);
        window.dash_clientside.set_props("address", {search: location.search, hash: location.hash, href: location.href});
    }
    async function open(id, isNew = false) {
        state.chosen = "";
        address(`talk=${id}`, true);
        await route();
        parts.builder.scrollIntoView({block: "start"});
        if (isNew) parts.bar.focus();
    }
    function gone(ids) {
        if (!state.talk || !ids.includes(state.talk.id)) return;
        address("");
        state.talk = null;
        shelve();
        draw();
    }

    async function draw() {
        const turn = state.drawing += 1;
        const {talk: now} = state;
        root.classList.toggle("has-talk", Boolean(now));
        parts.builder.hidden = !now;
        parts.given.hidden = Boolean(now);
        if (!now) return;
        const {slides} = now.document;
        if (!slides.some((each) => each.id === state.chosen)) state.chosen = slides[0]?.id || "";
        const {locale} = place();
        const sentences = await Promise.all(slides.map((each) => talk.tray.titled(each, locale)));
        if (turn !== state.drawing) return; // something has been changed meanwhile
        const at = position(state.chosen);
        const slide = slides[at];
        parts.bar.draw(now, state.isUnsaved, state.isKept);
        parts.strip.draw(slides, sentences, state.chosen);
        parts.empty.hidden = slides.length > 0;
        const computed = slide && await talks.said(locale, slide.view).catch(() => "");
        if (turn !== state.drawing) return;
        parts.editor.draw(slide, at, slides.length, sentences[at], computed);
        parts.foot.draw(now.document);
        learnSentences(slides, locale);
    }
    /* Of a talk from a file, a link or another language the sentences are not known yet. */
    const sought = new Set();
    async function learnSentences(slides, locale) {
        const wanted = [];
        for (const each of slides) {
            const key = `${locale} ${each.view}`;
            if (each.kind !== "view" || sought.has(key) || await talks.said(locale, each.view).catch(() => "-")) continue;
            sought.add(key);
            wanted.push(each);
        }
        if (!wanted.length) return;
        const found = await presenting.sentences(wanted).catch(() => []);
        if (!found.length) return;
        await talks.remember(locale, found).catch(() => undefined);
    }

    /* A change is seen at once, and kept as soon as the browser has written it. */
    async function apply(recipe, what = "") {
        const {id} = state.talk;
        const document = recipe(state.talk.document);
        state.talk = {...state.talk, document};
        draw();
        state.waiting += 1;
        try {
            const kept = await talks.change(id, state.isUnsaved ? () => document : recipe, what);
            state.isUnsaved = false;
            state.waiting -= 1;
            if (kept && !state.waiting && state.talk?.id === id) state.talk = kept;
        } catch {
            state.waiting -= 1;
            if (!state.isUnsaved) tell(word("not_saved"));
            state.isUnsaved = true;
        }
        draw();
        if (state.isStale) refresh();
    }
    /* What another tab has made of the talk; while a change of this one is on its way, afterwards. */
    async function refresh() {
        state.isStale = state.waiting > 0;
        if (!state.talk || state.isStale) return;
        const open = state.talk.id;
        const found = await talks.get(open).catch(() => null);
        if (state.talk?.id !== open) return; // left meanwhile
        if (!found && !state.isUnsaved) gone([open]);
        else if (state.waiting) state.isStale = true;
        else if (found && found.updated !== state.talk.updated) { state.talk = found; draw(); }
    }
    const position = (id) => state.talk.document.slides.findIndex((each) => each.id === id);
    const set = (values, field, id = state.chosen) => apply(recipes.set(id, values), field && `${id} ${field}`);
    const head = (field, value) => apply(recipes.head(field, value), field);
    const reorder = (id, to, step = "") => {
        apply(recipes.move(id, to), step && `${id} ${step}`);
        say(word("sort.at", {n: to + 1, of: state.talk.document.slides.length}));
    };
    function select(id, goes = false) {
        state.chosen = id;
        address(`talk=${state.talk.id}`);
        draw();
        if (goes && matchMedia("(max-width: 53.75em)").matches) parts.editor.box.scrollIntoView({block: "start"});
    }
    const back = () => { parts.strip.show(state.chosen); parts.strip.focus(state.chosen); };
    function insert(kind, values = {}) {
        const {slides} = state.talk.document;
        if (slides.length >= caps().slides) return tell(word("refused.many", {most: caps().slides}));
        const made = documents.blank(kind, values);
        const after = state.chosen;
        state.chosen = made.id;
        apply(recipes.insert([made], after)).then(() => { parts.strip.show(made.id); parts.editor.focus(); });
        return say(word("insert.done", {title: word(`kind.${kind}`), n: position(made.id) + 1}));
    }
    function duplicate(id) {
        const slide = state.talk.document.slides[position(id)];
        insert(slide.kind, {...slide, id: documents.id()});
    }
    function remove(id) {
        const at = position(id);
        const {slides} = state.talk.document;
        state.chosen = (slides[at + 1] || slides[at - 1] || {id: ""}).id;
        apply(recipes.remove(id)).then(() => parts.strip.focus(state.chosen));
        tell(word("slide.removed", {n: at + 1}), {label: word("undo"), act: undo});
    }
    async function turned(turn, key) {
        if (!state.talk) return;
        const {id} = state.talk;
        const kept = await turn(id);
        if (kept && state.talk?.id === id) state.talk = kept;
        draw();
        say(word(key, {n: state.talk.document.slides.length}));
    }
    const undo = () => turned(talks.undo, "tray.undone");
    const redo = () => turned(talks.redo, "redone");
    async function present(at) {
        tell(word("present.asked"));
        try {
            await presenting.present(state.talk.id, state.talk.document, at || position(state.chosen) + 1);
        } catch (failure) {
            tell(`${word("present.failed")} ${failure.message}`);
        }
    }
    const share = async () => talk.sharing.packed(await talks.whole(state.talk.document));

    /* One line above all else, with what can be done about it. */
    function tell(text, does = null) {
        const act = does && button(does.label, async () => { clear(); await does.act(); });
        const close = button("×", clear, {class: "plain", "aria-label": word("told.close")});
        parts.told.replaceChildren(el("p", {}, el("span", {}, text), act, close));
    }
    const clear = () => parts.told.replaceChildren();

    talks.watch((id) => {
        if (!parts?.node.isConnected) return;
        shelve();
        if (id === "said") draw();
        if (!id || id === state.talk?.id) refresh();
    });
    addEventListener("hashchange", () => { if (parts?.node.isConnected && /^(#(talk|deck)=.*)?$/.test(location.hash)) route(); });
    addEventListener("beforeunload", (event) => { if (state.talk && (state.waiting || state.isUnsaved || !state.isKept)) event.preventDefault(); });
    document.addEventListener("keydown", (event) => {
        if (!state.talk || !(event.ctrlKey || event.metaKey) || event.target.closest("input, textarea, select")) return;
        const key = event.key.toLowerCase();
        if (key !== "z" && key !== "y") return;
        event.preventDefault();
        if (key === "y" || event.shiftKey) redo();
        else undo();
    });
    /* Another language keeps the talk that is open. */
    document.addEventListener("click", ({target}) => {
        const link = target.closest?.(".languages a");
        if (link && state.talk) link.hash = `talk=${state.talk.id}`;
    }, true);

    const {React} = window;
    window.atalaya.Talk = (props) => {
        const ref = React.useRef(null);
        React.useLayoutEffect(() => show(ref.current, props), [props.document, props.html]);
        return React.createElement("div", {id: props.id, className: props.className, ref});
    };
    talk.room = {state};
})();
