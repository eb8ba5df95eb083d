/* Keys of a keyboard and of a clicker, and what is clicked. What they do has a name in `hall.actions`; the window of who
   speaks has it done by the hall. */
(function () {
    "use strict";
    const hall = window.hall;
    const {by, SHAPE} = hall;
    const KEYS = {
        ArrowRight: "next", PageDown: "next", " ": "next", n: "next",
        ArrowLeft: "previous", PageUp: "previous", Backspace: "previous",
        Home: "first", End: "last", ArrowUp: "later", ArrowDown: "earlier", p: "play",
        b: "black", ".": "black", w: "white", ",": "white",
        o: "overview", f: "full", F5: "start", Escape: "escape", s: "speaker", k: "kiosk",
        l: "laser", d: "pen", c: "clear", z: "zoom", q: "code", t: "clock", x: "leave",
        "?": "help", h: "help", F1: "help"
    };
    const UNDER_COVER = new Set(["black", "white", "escape", "clock", "reset", "leave", "speaker", "shine"]);
    let typed = "";

    /* Do what a key or a button stands for. On a covered wall the first of them only takes the cover off. */
    hall.act = function (name, value) {
        by("notice")?.remove();
        if (hall.covered() && !UNDER_COVER.has(name)) hall.cover("");
        else hall.actions[name]?.(value);
    };
    function press(event) {
        if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
        const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
        const number = typed;
        typed = key >= "0" && key <= "9" ? typed + key : "";
        if (typed) return;
        if (key === "Enter") enter(event, Number(number));
        else if (KEYS[key] && !isOwn(event, key)) {
            event.preventDefault();
            if (by("keys").open && KEYS[key] !== "help") return;
            hall.act(KEYS[key], event.shiftKey); // with it F5 begins where it stands
        }
    }
    /* Whether the key belongs to what has the focus: a button is pressed by the space bar, a text is scrolled. */
    function isOwn({target}, key) {
        if (key === " ") return Boolean(target.closest?.("button, summary"));
        if (key === "Escape") return by("keys").open; // it closes by itself
        return /^(Arrow(Up|Down)|Home|End)$/.test(key) && Boolean(target.closest?.("[data-scrolls]"));
    }
    function enter(event, number) {
        const on = event.target.closest?.(`a, button, summary, ${SHAPE}`);
        if (number) hall.act("jump", number);
        else if (hall.isOverview()) hall.act("overview");
        else if (on?.matches(SHAPE)) hall.answer(on);
        else if (on) return;
        else hall.act("next");
        event.preventDefault();
    }
    document.addEventListener("keydown", press);

    function click(event) {
        const button = event.target.closest("[data-act]");
        if (button) return hall.act(button.dataset.act, Number(button.dataset.value || 0));
        if (hall.isSpeaker) return undefined;
        const slide = event.target.closest(".slide");
        if (hall.isOverview() && slide) {
            hall.overview(false);
            return hall.go(hall.slides.indexOf(slide));
        }
        const link = event.target.closest("[data-go]");
        if (link) {
            event.preventDefault();
            return hall.act(link.dataset.go);
        }
        if (hall.covered()) return hall.cover("");
        const country = event.target.closest(SHAPE);
        hall.hideAnswer();
        if (country && !hall.tool()) hall.answer(country);
        return undefined;
    }
    document.addEventListener("click", click);
})();
