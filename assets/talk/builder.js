/* Around the slides of a talk: its name, the time planned and the sum, undo and redo, the way into the hall, the files, the link. */
(function () {
    "use strict";
    const {talk} = window.atalaya;
    const {el, button, word, place} = talk.elements;
    const {documents} = talk;
    const FILES = [
        ["html", ""], ["pptx", ""], ["pdf", ""], ["pdf", "handout=1"], ["pdf", "handout=2"], ["pdf", "handout=6"],
    ];

    /* `acts` is what the room does: head, undo, redo, present, save, share, whole, close. */
    function bar(acts) {
        const title = el("input", {type: "text", id: "talk-title", placeholder: word("untitled"), "aria-describedby": "count-talk"});
        const minutes = el("input", {type: "number", min: 0, max: 600, inputmode: "numeric", id: "talk-minutes"});
        title.addEventListener("input", () => acts.head("title", title.value));
        minutes.addEventListener("input", () => acts.head("minutes", Math.max(0, Math.min(600, Math.round(Number(minutes.value)) || 0))));
        const sum = el("output", {class: "sum", for: "talk-minutes"});
        const undo = button(word("undo"), acts.undo, {"aria-keyshortcuts": "Control+Z"});
        const redo = button(word("redo"), acts.redo, {"aria-keyshortcuts": "Control+Shift+Z"});
        const start = button(`▶ ${word("present")}`, () => acts.present(1), {class: "start"});
        const here = button(word("present.here"), () => acts.present(0), {class: "start-here"});
        const kept = el("p", {class: "soft kept-line"});
        const head = el("h1", {class: "spoken"});
        const box = el("div", {class: "talk-bar"}, head,
            el("label", {class: "field talk-name"}, el("span", {}, word("talk.title")), title),
            el("label", {class: "field talk-time"}, el("span", {}, word("talk.minutes")), minutes),
            sum, el("div", {class: "tools"}, undo, redo), el("div", {class: "starts"}, start, here), kept);

        function draw({id, document: content, step, last}, isUnsaved, isKept) {
            head.textContent = content.title || word("untitled");
            [[title, content.title], [minutes, String(content.minutes || "")]].forEach(([input, value]) => {
                const isOther = input.dataset.of !== id;
                if ((isOther || document.activeElement !== input) && input.value !== value) input.value = value;
                input.dataset.of = id;
            });
            const planned = documents.total(content);
            const values = {n: planned, of: content.minutes};
            sum.textContent = word(content.minutes ? "sum.of" : "sum", values);
            sum.classList.toggle("is-over", content.minutes > 0 && planned > content.minutes);
            undo.disabled = !step;
            redo.disabled = step >= last;
            start.disabled = here.disabled = !content.slides.length;
            kept.textContent = word(isUnsaved ? "not_saved" : isKept ? "kept" : "not_kept");
            kept.classList.toggle("is-wrong", isUnsaved || !isKept);
        }
        return {box, draw, focus: () => title.focus()};
    }

    /* What leaves the room with the talk. */
    function foot(acts) {
        const links = FILES.map(([kind, query]) => {
            const link = el("a", {class: "file-of-talk", download: "", ...making()}, word(`file.${query || kind}`));
            link.dataset.kind = kind;
            link.dataset.query = query;
            link.asks = acts.whole;
            return link;
        });
        const shared = el("div", {class: "shared"});
        let linked = null; // the document that the link holds
        const share = button(word("share"), async () => {
            linked = acts.document();
            const fragment = await acts.share();
            shared.replaceChildren(fragment ? address(fragment) : el("p", {}, word("share.too_large")));
            shared.querySelector("input")?.select();
        });
        const box = el("section", {class: "talk-files", "aria-labelledby": "files-head"},
            el("h2", {id: "files-head"}, word("files.label")),
            el("ul", {}, links.map((each) => el("li", {}, each))),
            el("div", {class: "tools"}, button(word("shelf.save"), acts.save), share), shared,
            el("p", {class: "soft"}, word("files.said")));
        function draw(content) {
            box.hidden = !content.slides.length;
            links.forEach((each) => {
                const query = [location.search.slice(1), each.dataset.query].filter(Boolean).join("&");
                each.href = `${place().base}/present.${each.dataset.kind}${query ? `?${query}` : ""}`;
            });
            if (content !== linked) shared.replaceChildren();
        }
        return {box, draw};
    }
    const making = () => ({"data-making": word("making.line"), "data-cancel": word("making.cancel"), "data-failed": word("making.failed")});

    /* The link in a field, and copied where that is allowed. */
    function address(fragment) {
        const root = document.documentElement.dataset.root || location.origin;
        const to = `${new URL(root).origin}${place().base}/present#deck=${fragment}`;
        const field = el("input", {type: "text", readonly: true, value: to, "aria-label": word("share.link")});
        const said = el("span", {role: "status"});
        navigator.clipboard?.writeText(to).then(() => { said.textContent = word("share.copied"); }, () => undefined);
        return el("p", {}, field, said, el("small", {class: "soft"}, word("share.said")));
    }
    talk.builder = {bar, foot};
})();
