/* The talks of this browser: opened, copied, named, saved as a file, taken away; a file opened; a talk begun. */
(function () {
    "use strict";
    const {talk} = window.atalaya;
    const {el, button, word, caps, why, slides, say} = talk.elements;
    const {documents, talks} = talk;
    const MINUTE = 60_000;

    /* `acts` is what the room does: open, gone, tell. */
    function build(acts) {
        let drawing = 0;
        const list = el("ul", {class: "talks"});
        const kept = el("p", {class: "soft"});
        const none = el("p", {class: "soft"}, word("shelf.none"));
        const all = button(word("shelf.remove_all"), () => removed(Array.from(list.children, (each) => each.dataset.talk)), {class: "plain"});
        const chooser = el("input", {type: "file", accept: ".json,application/json", id: "talk-file"});
        chooser.addEventListener("change", async () => {
            const [file] = chooser.files;
            chooser.value = "";
            if (file) await opened(await file.text());
        });
        const box = el("section", {class: "shelf", "aria-labelledby": "shelf-head"},
            el("div", {class: "shelf-head"}, el("h2", {id: "shelf-head"}, word("shelf.label")),
                button(word("shelf.new"), begin, {"data-key": "talk-new"}),
                el("label", {class: "file"}, chooser, el("span", {}, word("shelf.file")))),
            none, list, el("p", {class: "shelf-foot"}, kept, all));

        async function begin() {
            acts.open((await talks.create(documents.empty())).id, true);
        }
        async function opened(text) {
            try {
                const {id} = await talks.create(documents.read(text, caps()));
                acts.open(id, true);
            } catch (failure) {
                acts.tell(why(failure));
            }
        }
        async function removed(ids) {
            const back = await talks.remove(ids);
            talk.presenting.forget(ids, ids.length === list.children.length).catch(() => undefined);
            acts.gone(ids);
            acts.tell(word("shelf.removed"), {label: word("undo"), act: back});
            box.querySelector("[data-key=talk-new]").focus();
        }
        /* Above the deck of the address, once there is a talk; below the desk of one that is open. */
        async function draw(chosen, isFirst) {
            const turn = drawing += 1;
            const found = await talks.list().catch(() => []);
            const isKept = await talks.isKept();
            if (turn !== drawing) return;
            box.classList.toggle("is-first", isFirst && found.length > 0);
            none.hidden = found.length > 0;
            all.hidden = found.length < 2;
            kept.textContent = word(isKept ? "shelf.kept" : "not_kept");
            const known = new Map(Array.from(list.children, (each) => [each.dataset.talk, each]));
            const items = found.map((each) => {
                const node = known.get(each.id) || item(each.id);
                fill(node, each, each.id === chosen);
                return node;
            });
            const isSame = items.length === list.children.length && items.every((each, at) => each === list.children[at]);
            const active = document.activeElement;
            if (!isSame) list.replaceChildren(...items);
            if (!isSame && list.contains(active)) active.focus({preventScroll: true});
        }
        function item(id) {
            const image = el("img", {alt: "", width: 320, height: 180});
            const link = el("a", {href: `#talk=${id}`}, el("span", {class: "thumb"}, image), el("span", {}, el("b"), el("small")));
            const name = () => link.querySelector("b").textContent;
            const tools = el("div", {class: "tools", role: "group"},
                button(word("shelf.rename"), () => acts.open(id, true)),
                button(word("shelf.copy"), async () => {
                    acts.open((await talks.duplicate(id, word("shelf.copy_of", {title: name()}))).id);
                }),
                button(word("shelf.save"), async () => save((await talks.get(id)).document)),
                button(word("shelf.remove"), () => removed([id])));
            return el("li", {"data-talk": id}, link, tools);
        }
        function fill(node, {document: content, updated}, isChosen) {
            const [link, tools] = node.children;
            const [title, about] = [link.querySelector("b"), link.querySelector("small")];
            title.textContent = named(content);
            tools.setAttribute("aria-label", title.textContent);
            about.textContent = `${slides(content.slides.length)} · ${ago(updated)}`;
            if (isChosen) link.setAttribute("aria-current", "true");
            else link.removeAttribute("aria-current");
            const [first] = content.slides;
            link.querySelector(".thumb").classList.toggle("is-empty", !first);
            if (first) talk.thumbs.show(link.querySelector("img"), first);
        }
        return {box, draw, opened};
    }
    const named = (content) => content.title || word("untitled");
    function ago(then) {
        const locale = document.documentElement.lang;
        const when = new Date(then);
        const isToday = when.toDateString() === new Date().toDateString();
        const how = isToday ? {hour: "numeric", minute: "2-digit"} : {day: "numeric", month: "short", year: "numeric"};
        return Date.now() - then < MINUTE ? word("just_now") : new Intl.DateTimeFormat(locale, how).format(when);
    }
    /* The talk as a file, made here. */
    async function save(content) {
        const text = `${JSON.stringify(await talks.whole(content), null, 2)}\n`;
        const plain = named(content).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
        const name = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60);
        const link = el("a", {href: URL.createObjectURL(new Blob([text], {type: "application/json"})), download: `atalaya-${name}.json`});
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), MINUTE);
        say(word("shelf.saved"));
    }
    talk.shelf = {build, named, save};
})();
