/* The slides of the talk that is worked on, in their order: a picture, a sentence, and what is planned for each. */
(function () {
    "use strict";
    const {talk} = window.atalaya;
    const {el, button, word} = talk.elements;

    /* `acts` is what the room does: select, move, remove. */
    function build(acts) {
        const list = el("ol", {class: "filmstrip", "aria-label": word("slides.label")});
        const titles = new Map();
        const named = (id) => titles.get(id) || "";
        talk.sorting.begin(list, {moved: acts.move, named});
        list.addEventListener("keydown", (event) => {
            const pick = event.target.closest(".pick");
            if (!pick) return;
            const {slide} = pick.closest("li").dataset;
            if (event.key === "Delete") acts.remove(slide);
            const by = {ArrowUp: -1, ArrowDown: 1}[event.key];
            const next = by && Array.from(list.children)[place(slide) + by];
            if (!next) return;
            event.preventDefault();
            next.querySelector(".pick").focus();
        });
        const place = (id) => Array.from(list.children).findIndex((each) => each.dataset.slide === id);

        function item(slide) {
            const grip = el("button", {type: "button", class: "grip", "aria-pressed": "false", "aria-describedby": "grip-how"},
                el("span", {"aria-hidden": "true"}, "⠿"));
            const image = el("img", {alt: "", width: 320, height: 180, draggable: "false"});
            const pick = el("button", {type: "button", class: "pick"},
                el("span", {class: "thumb"}, image), el("span", {class: "said"}, el("b"), el("span"), el("small")));
            pick.addEventListener("click", () => acts.select(slide.id, true));
            return el("li", {"data-slide": slide.id}, grip, pick);
        }
        function fill(node, slide, at, sentence, isChosen) {
            const [grip, pick] = node.children;
            const [number, said, planned] = pick.querySelector(".said").children;
            titles.set(slide.id, sentence);
            grip.setAttribute("aria-label", word("sort.grip", {n: at + 1, title: sentence}));
            grip.title = word("sort.grip_short");
            number.textContent = `${at + 1}`;
            said.textContent = sentence;
            const kind = slide.kind === "view" ? "" : word(`kind.${slide.kind}`);
            const minutes = slide.minutes ? word("minutes.short", {n: slide.minutes}) : "";
            const note = slide.note ? word("note.has") : "";
            planned.textContent = [kind, minutes, note].filter(Boolean).join(" · ");
            if (isChosen) pick.setAttribute("aria-current", "true");
            else pick.removeAttribute("aria-current");
            talk.thumbs.show(pick.querySelector("img"), slide);
        }
        /* Nodes stay, so that focus and pictures do. */
        function draw(slides, sentences, chosen) {
            const known = new Map(Array.from(list.children, (each) => [each.dataset.slide, each]));
            const active = document.activeElement;
            const wanted = slides.map((each) => known.get(each.id) || item(each));
            if (wanted.length !== list.children.length || wanted.some((each, at) => each !== list.children[at])) {
                list.replaceChildren(...wanted);
                if (list.contains(active)) active.focus({preventScroll: true});
            }
            slides.forEach((each, at) => fill(wanted[at], each, at, sentences[at], each.id === chosen));
        }
        const show = (id) => list.querySelector(`[data-slide="${id}"]`)?.scrollIntoView({block: "nearest"});
        const focus = (id) => list.querySelector(`[data-slide="${id}"] .pick`)?.focus();
        return {list, draw, show, focus, how: el("p", {id: "grip-how", class: "spoken"}, word("sort.how"))};
    }

    /* What can be put in after the slide that is chosen. */
    function inserts(insert) {
        const kinds = ["title", "section", "text", "picture", "ask", "closing"];
        return el("div", {class: "inserts", role: "group", "aria-label": word("insert.label")},
            el("p", {}, word("insert.label")),
            kinds.map((kind) => button(word(`kind.${kind}`), () => insert(kind), {"data-insert": kind})),
            el("p", {class: "soft"}, word("insert.views")));
    }
    talk.strip = {build, inserts};
})();
