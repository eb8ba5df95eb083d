/* One slide: its picture, and what is written for it. Every letter is kept as it is typed; a field that is being written in is
   left alone. */
(function () {
    "use strict";
    const {talk} = window.atalaya;
    const {el, button, word, caps, why} = talk.elements;
    const NEAR = 0.8; // of the most that a field may have: from here on letters are counted
    const REVEALS = ["none", "years", "countries"];

    /* `acts` is what the room does: set, select, move, duplicate, remove, tell. */
    function build(acts) {
        let now = null;
        const image = el("img", {class: "big", width: 1920, height: 1080});
        const count = {};
        const fields = {
            title: field("title", el("input", {type: "text"})),
            text: field("text", el("textarea", {rows: 3})),
            country: field("country", el("select", {}, talk.elements.known("countries").map(([code, name]) => el("option", {value: code}, name)))),
            alt: field("alt", el("input", {type: "text"})),
            note: field("note", el("textarea", {rows: 6})),
            reveal: field("reveal", el("select", {}, REVEALS.map((each) => el("option", {value: each}, word(`reveal.${each}`))))),
            minutes: field("minutes", el("input", {type: "number", min: 0, max: 600, step: 1, inputmode: "numeric"})),
        };
        function field(name, input) {
            input.id = `slide-${name}`;
            input.setAttribute("aria-describedby", `count-${name}`);
            count[name] = el("small", {id: `count-${name}`, class: "count"});
            input.addEventListener("input", () => {
                const value = name === "minutes" ? Math.max(0, Math.min(600, Math.round(Number(input.value)) || 0)) : input.value;
                acts.set({[name]: value}, name);
            });
            return {input, label: el("label", {class: `field field-${name}`}, el("span", {}, word(`slide.${name}`)), input, count[name])};
        }

        const chooser = el("input", {type: "file", accept: talk.ownPictures.kinds, id: "slide-picture"});
        chooser.addEventListener("change", () => { take(chooser.files[0]); chooser.value = ""; });
        const own = el("div", {class: "own-picture"}, el("label", {class: "file"}, chooser, el("span", {}, word("slide.picture"))),
            el("p", {class: "soft"}, word("picture.how")));
        const box = el("section", {class: "editor", "aria-label": word("editor.label")});
        box.addEventListener("paste", (event) => dropped(event, event.clipboardData));
        box.addEventListener("dragover", (event) => { if (now?.kind === "picture") event.preventDefault(); });
        box.addEventListener("drop", (event) => dropped(event, event.dataTransfer));
        function dropped(event, items) {
            const file = now?.kind === "picture" && talk.ownPictures.among(items);
            if (!file) return;
            event.preventDefault();
            take(file);
        }
        async function take(file) {
            if (!file || !now) return;
            const {id} = now;
            try {
                const data = await talk.ownPictures.read(file, caps().picture);
                acts.set({picture: await talk.talks.keep(data)}, "", id);
                if (!now.alt) fields.alt.input.focus();
            } catch (failure) {
                acts.tell(why(failure));
            }
        }

        const tools = {
            up: button(word("slide.up"), () => acts.move(now.id, -1)),
            down: button(word("slide.down"), () => acts.move(now.id, 1)),
            double: button(word("slide.duplicate"), () => acts.duplicate(now.id)),
            remove: button(word("slide.remove"), () => acts.remove(now.id)),
        };
        const open = el("a", {class: "open-view"}, word("slide.open"));
        const back = button(word("editor.back"), () => acts.back(), {class: "back"});
        const head = el("h2", {});
        const toolbar = el("div", {class: "tools", role: "group", "aria-label": word("editor.tools")},
            Object.values(tools), back);
        box.append(head, toolbar, el("div", {class: "view"}, image, own, fields.note.label),
            el("div", {class: "fields"}, ["title", "country", "text", "alt", "reveal", "minutes"].map((name) => fields[name].label), open));

        function draw(slide, at, of, sentence, computed) {
            box.hidden = !slide;
            if (!slide) { now = null; return; }
            const isOther = now?.id !== slide.id;
            now = slide;
            head.textContent = word("editor.head", {n: at + 1, of});
            const isView = slide.kind === "view";
            tools.up.disabled = at === 0;
            tools.down.disabled = at === of - 1;
            open.hidden = !isView;
            open.href = `${talk.elements.place().base}/${slide.view}`;
            fields.title.label.firstChild.textContent = word(isView ? "slide.title" : "slide.title_own");
            fields.title.input.placeholder = computed || "";
            const has = caps().parts[slide.kind];
            Object.entries(fields).forEach(([name, {label}]) => { label.hidden = !has.includes(name); });
            fields.text.label.firstChild.textContent = word(slide.kind === "closing" ? "slide.contact" : "slide.text");
            own.hidden = slide.kind !== "picture";
            Object.entries(fields).forEach(([name, {input}]) => {
                const value = name === "minutes" ? String(slide.minutes || "") : slide[name];
                if ((isOther || document.activeElement !== input) && input.value !== value) input.value = value;
                left(name, input);
            });
            image.alt = sentence;
            image.hidden = slide.kind === "picture" && !slide.picture;
            if (!image.hidden) talk.thumbs.show(image, slide, "slide");
        }
        /* How many letters are left, or too many: nothing that somebody wrote is cut. */
        function left(name, input) {
            const most = caps()[name];
            if (!most) return;
            const length = talk.documents.length(input.value);
            const isOver = length > most;
            const said = isOver ? word("count.over", {n: length - most}) : word("count.left", {n: most - length});
            const text = length < most * NEAR ? "" : said;
            if (count[name].textContent !== text) count[name].textContent = text;
            if (isOver) input.setAttribute("aria-invalid", "true");
            else input.removeAttribute("aria-invalid");
        }
        return {box, draw, focus: () => fields.title.input.focus()};
    }
    talk.editor = {build};
})();
