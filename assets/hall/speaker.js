/* The window of who speaks: this slide and the next as they are on the wall, notes, times, and what is pressed. */
(function () {
    "use strict";
    const hall = window.hall;
    if (!hall.isSpeaker) return;
    const {by} = hall;
    const LOST = 3500; // milliseconds without a word after which the hall counts as closed
    const SIZES = [1, 1.25, 1.5, 1.8, 2.2, 2.7]; // of the notes
    let heard = Date.now();
    let size = 1;
    let wall = null; // what the hall has told last

    const slot = (name) => document.querySelector(`[data-slot="${name}"]`);
    const fill = (name, text) => { if (slot(name).textContent !== text) slot(name).textContent = text; };
    const two = (number) => String(number).padStart(2, "0");
    function minutes(milliseconds) {
        const seconds = Math.floor(Math.abs(milliseconds) / 1000);
        return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
    }
    const withPlan = (used, planned) => (planned ? `${minutes(used)} / ${minutes(planned)}` : minutes(used));

    function tick() {
        const {talk, slide, planned, plannedSlide, behind, isRunning} = hall.clock.read();
        fill("now", new Date().toLocaleTimeString(hall.root.lang, {hour: "2-digit", minute: "2-digit"}));
        fill("used", withPlan(talk, planned));
        fill("slide-used", withPlan(slide, plannedSlide));
        const key = behind > 0 ? "behind" : behind < 0 ? "ahead" : "on_time";
        fill("pace", planned ? hall.words(key, {time: minutes(behind)}) : "");
        slot("pace").classList.toggle("is-late", behind > 0);
        fill("clock", hall.words(isRunning ? "hold" : hall.clock.hasBegun() ? "go_on" : "begin"));
        slot("lost").hidden = Date.now() - heard < LOST;
    }
    function following({ahead, at}) {
        if (ahead) return hall.words(`step_${ahead.kind}`, ahead);
        return at + 1 < hall.slides.length ? hall.words("step_slide") : hall.words("end");
    }
    function note() {
        const slide = hall.slide();
        const written = slide.querySelector(".notes .note");
        fill("head", hall.head(slide));
        slot("note").replaceChildren(...(written ? written.cloneNode(true).childNodes : [hall.words("no_notes")]));
        const lines = Array.from(slide.querySelectorAll(".notes li"), (line) => line.cloneNode(true));
        slot("passport").replaceChildren(...lines);
        slot("note").parentElement.scrollTop = 0;
        document.querySelectorAll("[data-act=jump]").forEach((button, index) => {
            button.setAttribute("aria-current", index === hall.at);
            if (index === hall.at) button.scrollIntoView({block: "nearest"});
        });
        document.title = `${hall.at + 1}. ${hall.words("speaker")} · Atalaya`;
    }
    /* Stand where the hall stands; when it has gone to another talk, follow it there. */
    function apply(told) {
        const isOther = (a, b) => a.replace(/([?&]slide=)\d+/, "$1") !== b.replace(/([?&]slide=)\d+/, "$1");
        if (hall.isAddressed && isOther(told.address, location.href.replace(/#.*/, ""))) {
            location.replace(`${told.address}#speaker`);
            return;
        }
        const isNew = !wall || wall.at !== told.at;
        wall = told;
        heard = Date.now();
        if (isNew) {
            hall.show(told.at);
            hall.begin(hall.slide());
            const next = hall.slides[told.at + 1];
            if (next) hall.begin(next);
            note();
        }
        hall.light(hall.slide(), told.lit);
        hall.turn(hall.slide(), told.year);
        hall.clock.restore(told.clock);
        fill("place", `${told.at + 1} / ${hall.slides.length}`);
        fill("following", following(told));
        fill("covered", told.covered && hall.words(told.covered.slice(3)));
        slot("covered").hidden = !told.covered;
        document.querySelector("[data-act=black]").setAttribute("aria-pressed", told.covered === "is-black");
        tick();
    }

    const resize = (step) => {
        size = Math.max(0, Math.min(SIZES.length - 1, size + step));
        slot("note").style.fontSize = `${SIZES[size]}em`;
        try {
            sessionStorage.setItem("atalaya-notes", size);
        } catch { /* kept for this time only */ }
    };
    function begin() {
        hall.root.classList.add("is-speaker");
        document.body.append(by("speaker").content.cloneNode(true));
        slot("jumps").append(...hall.slides.map((slide, index) => {
            const item = document.createElement("li");
            const button = Object.assign(document.createElement("button"), {type: "button"});
            button.textContent = `${index + 1}. ${hall.head(slide)}`;
            Object.assign(button.dataset, {act: "jump", value: index + 1});
            item.append(button);
            return item;
        }));
        try {
            size = Number(sessionStorage.getItem("atalaya-notes") || size);
        } catch { /* as it begins */ }
        resize(0);
        hall.show(hall.at);
        note();
        /* What is done in this window; all else is the hall's. */
        const {help, full} = hall.actions;
        const own = {larger: () => resize(1), smaller: () => resize(-1), help, full, speaker() {}};
        const send = hall.act;
        hall.act = (name, value) => (own[name] ? own[name]() : send(name, value));
        document.addEventListener("keydown", ({key}) => {
            if (key === "+" || key === "=") resize(1);
            if (key === "-") resize(-1);
        });
        hall.slides.forEach((slide) => slide.addEventListener("pointermove", ({clientX, clientY}) => {
            if (wall?.tool !== "laser") return;
            const {left, top, width, height} = slide.getBoundingClientRect();
            hall.act("shine", [(clientX - left) / width, (clientY - top) / height]);
        }));
        setInterval(tick, 500);
        hall.follow(apply);
    }
    hall.beSpeaker = begin;
})();
