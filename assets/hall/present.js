/* The hall: keys of a clicker turn the slides of one document. It draws nothing and knows no rule of the data; what a year
   or a country changes came with the page. It works from a file just as well: no request is ever made. */
(function () {
    "use strict";
    const root = document.documentElement;
    const slides = Array.from(document.querySelectorAll(".slide"));
    const by = (id) => document.getElementById(id);
    const spoken = document.body.dataset.spoken.split("|");
    const [SLIDE, CLOCK, NOTES, NO_NOTES, AFTER, END] = spoken;
    const calm = matchMedia("(prefers-reduced-motion: reduce)");
    const PAUSE = 900; // milliseconds a year stays while playing
    const SWIPE = 60; // pixels that make a touch a swipe
    const state = {at: 0, typed: "", timer: null, lit: 0, stepped: false, started: Date.now(), speaker: null, back: null};
    const SHAPE = '[data-trace^="shape-"]'; // a country on a map
    const isFile = location.protocol === "file:";

    /* ---- years: each slide's frames, read once ---- */
    const frames = new Map();
    function framesOf(slide) {
        if (!frames.has(slide)) {
            const data = slide.querySelector("script.year-data");
            frames.set(slide, data ? JSON.parse(data.textContent) : null);
        }
        return frames.get(slide);
    }
    function turn(slide, year) {
        const frame = framesOf(slide)[year];
        if (!frame) return;
        slide.dataset.now = year;
        Object.entries(frame.html).forEach(([name, html]) => {
            slide.querySelector(`[data-name="${name}"]`).innerHTML = html;
        });
        if (frame.map) redraw(slide.querySelector('[data-name="map"] svg'), frame.map);
    }
    /* What a year changes of the drawn map, by the names of its traces. */
    function redraw(drawing, {looks, said, drawn}) {
        const trace = (name) => drawing.querySelector(`[data-trace="${name}"]`);
        Object.entries(looks).forEach(([name, look]) => Object.entries(look).forEach(([key, value]) => {
            trace(name).querySelector("path, use").setAttribute(key, value);
        }));
        Object.entries(said).forEach(([name, text]) => { trace(name).querySelector("title").textContent = text; });
        Object.entries(drawn).forEach(([name, marks]) => { trace(name).innerHTML = marks; });
    }
    const now = (slide) => Number(slide.dataset.now || slide.dataset.year);
    function year(step) {
        const slide = slides[state.at];
        const years = framesOf(slide) && Object.keys(framesOf(slide)).map(Number);
        const next = years && years[years.indexOf(now(slide)) + step];
        if (!next) return false;
        turn(slide, next);
        say();
        return true;
    }
    /* From the first year (or where it stands) to the year of the slide, and no further. */
    function play() {
        const slide = slides[state.at];
        if (!framesOf(slide)) return;
        if (state.timer) return stop();
        if (now(slide) >= Number(slide.dataset.year)) turn(slide, Math.min(...Object.keys(framesOf(slide)).map(Number)));
        if (calm.matches) return;
        state.timer = setInterval(() => {
            if (now(slide) >= Number(slide.dataset.year) || !year(1)) stop();
        }, PAUSE);
    }
    function stop() {
        clearInterval(state.timer);
        state.timer = null;
        say();
    }

    /* ---- steps within a slide ---- */
    function light(slide, count) {
        const codes = (slide.dataset.codes || "").split(",").filter(Boolean);
        state.lit = Math.min(count, codes.length);
        const named = codes.slice(0, state.lit);
        slide.classList.toggle("is-naming", state.lit > 0);
        slide.querySelectorAll(`[data-code], [data-trace^="line-"], [data-trace^="row-"], ${SHAPE}`).forEach((node) => {
            const code = node.dataset.code || node.dataset.trace.replace(/^(shape|line|row)-/, "");
            node.classList.toggle("is-lit", named.includes(code));
        });
        return codes.length;
    }
    /* What "next" still has to show here; false when the slide is done. */
    function step() {
        const slide = slides[state.at];
        if (slide.dataset.reveal === "countries") {
            if (state.lit < light(slide, state.lit)) return light(slide, state.lit + 1) > 0;
        }
        if (slide.dataset.reveal === "years" && now(slide) < Number(slide.dataset.year)) {
            if (calm.matches) return year(1);
            if (state.timer) return finish(slide);
            play();
            return true;
        }
        return false;
    }
    function finish(slide) {
        turn(slide, Number(slide.dataset.year));
        stop();
        return true;
    }

    /* ---- from slide to slide ---- */
    function go(to, isBack) {
        const place = Math.max(0, Math.min(slides.length - 1, to));
        stop();
        hideAnswer();
        slides.forEach((slide, index) => slide.classList.toggle("is-shown", index === place));
        state.at = place;
        const slide = slides[place];
        light(slide, isBack && slide.dataset.reveal === "countries" ? Infinity : 0);
        if (framesOf(slide)) {
            const first = Math.min(...Object.keys(framesOf(slide)).map(Number));
            turn(slide, slide.dataset.reveal === "years" && !isBack ? first : Number(slide.dataset.year));
        }
        remember();
        say();
    }
    function next() { if (!step()) go(state.at + 1); }
    function remember() {
        const n = state.at + 1;
        document.title = `${n}. ${head(slides[state.at])} · Atalaya`;
        if (isFile || !location.search.includes("slide=")) history.replaceState(null, "", `#slide-${n}`);
        else history.replaceState(null, "", location.pathname + location.search.replace(/slide=\d+/, `slide=${n}`));
        const links = document.querySelectorAll("[data-go]");
        links.forEach((link) => {
            link.setAttribute("href", `#slide-${link.dataset.go === "next" ? n + 1 : n - 1}`);
        });
    }
    const head = (slide) => slide.querySelector("h1").textContent;
    function say() {
        by("said").textContent = `${SLIDE} ${state.at + 1} / ${slides.length}. ${head(slides[state.at])}`;
        tell();
    }

    /* ---- black, white, all, keys ---- */
    function cover(isWhite) {
        const sheet = by("cover");
        const same = !sheet.hidden && sheet.classList.contains("is-white") === isWhite;
        sheet.hidden = same;
        sheet.classList.toggle("is-white", isWhite);
    }
    function overview(on) {
        root.classList.toggle("is-overview", on);
        if (on) slides[state.at].scrollIntoView({block: "center"});
        else scrollTo(0, 0);
    }
    function help() {
        const keys = by("keys");
        if (keys.open) keys.close();
        else keys.showModal();
    }
    function full() {
        if (document.fullscreenElement) document.exitFullscreen();
        else root.requestFullscreen?.();
    }

    /* ---- a country answers ---- */
    function answer(country) {
        const box = by("answer");
        box.replaceChildren(...country.querySelector("title").textContent.split("\n").map(
            (line, index) => Object.assign(document.createElement(index ? "span" : "b"), {textContent: line})));
        box.hidden = false;
        state.back = country;
        country.classList.add("is-lit");
    }
    function hideAnswer() {
        by("answer").hidden = true;
        if (state.back) state.back.classList.remove("is-lit");
        state.back = null;
    }

    /* ---- the window of who speaks: written from here, so that it needs no address of its own ---- */
    function speaker() {
        if (state.speaker && !state.speaker.closed) return state.speaker.focus();
        state.speaker = window.open("", "atalaya-speaker", "width=900,height=700");
        if (!state.speaker) return;
        const there = state.speaker.document;
        there.title = NOTES;
        there.documentElement.lang = root.lang;
        there.body.replaceChildren();
        const style = there.createElement("style");
        style.textContent = "body{margin:0;padding:24px;background:#14181e;color:#eef0f2;font:20px/1.4 system-ui,sans-serif}"
            + "h1{font-size:28px;margin:0 0 12px}h2{font-size:17px;color:#a4adb8;margin:24px 0 4px}p{margin:6px 0}"
            + "ul{font-size:15px;color:#a4adb8;padding-left:18px}.clock{font-size:44px;font-variant-numeric:tabular-nums}";
        there.head.append(style);
        there.addEventListener("keydown", press);
        tell();
    }
    function tell() {
        if (!state.speaker || state.speaker.closed) return;
        const there = state.speaker.document;
        const make = (name, text, kind) => {
            const node = there.createElement(name);
            node.textContent = text;
            if (kind) node.className = kind;
            return node;
        };
        const slide = slides[state.at];
        const after = slides[state.at + 1];
        const note = slide.querySelector(".notes .note");
        const list = there.createElement("ul");
        slide.querySelectorAll(".notes li").forEach((line) => list.append(make("li", line.textContent)));
        there.body.replaceChildren(
            make("p", elapsed(), "clock"),
            make("p", `${SLIDE} ${state.at + 1} / ${slides.length}`),
            make("h1", head(slide)),
            make("h2", NOTES),
            make("p", note ? note.textContent : NO_NOTES, "note"),
            list,
            make("h2", AFTER),
            make("p", after ? head(after) : END, "after")
        );
        there.body.firstChild.setAttribute("aria-label", CLOCK);
    }
    function elapsed() {
        const seconds = Math.floor((Date.now() - state.started) / 1000);
        const two = (n) => String(n).padStart(2, "0");
        return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
    }
    setInterval(() => {
        const clock = state.speaker && !state.speaker.closed && state.speaker.document.querySelector(".clock");
        if (clock) clock.textContent = elapsed();
    }, 1000);

    /* ---- keys, pointer, touch ---- */
    const KEYS = {
        ArrowRight: next, PageDown: next, " ": next, n: next,
        ArrowLeft: () => go(state.at - 1, true), PageUp: () => go(state.at - 1, true), Backspace: () => go(state.at - 1, true),
        Home: () => go(0), End: () => go(slides.length - 1), ArrowUp: () => year(1), ArrowDown: () => year(-1),
        b: () => cover(false), ".": () => cover(false), w: () => cover(true), ",": () => cover(true),
        o: () => overview(!root.classList.contains("is-overview")), f: full, s: speaker, p: play, "?": help
    };
    function press(event) {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        by("notice")?.remove();
        const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
        if (key >= "0" && key <= "9") state.typed += key;
        else if (key === "Enter") enter(event);
        else if (key === "Escape") escape(event);
        else if (KEYS[key]) {
            event.preventDefault();
            if (by("keys").open && key !== "?") return;
            if (!by("cover").hidden && !"b.w,".includes(key)) by("cover").hidden = true;
            else KEYS[key]();
        }
        if (!(key >= "0" && key <= "9")) state.typed = "";
    }
    function enter(event) {
        const on = event.target.closest?.(`a, button, ${SHAPE}`);
        if (state.typed) go(Number(state.typed) - 1);
        else if (root.classList.contains("is-overview")) overview(false);
        else if (on?.matches(SHAPE)) answer(on);
        else if (on) return;
        else next();
        event.preventDefault();
    }
    function escape(event) {
        if (by("keys").open) return;
        if (!by("cover").hidden) by("cover").hidden = true;
        else if (!by("answer").hidden) hideAnswer();
        else if (root.classList.contains("is-overview")) overview(false);
        else if (!document.fullscreenElement) document.querySelector(".turns a[data-out]")?.click();
        event.preventDefault();
    }
    document.querySelectorAll(SHAPE).forEach((country) => country.setAttribute("tabindex", "0"));
    document.addEventListener("keydown", press);
    document.addEventListener("click", (event) => {
        const slide = event.target.closest(".slide");
        if (root.classList.contains("is-overview") && slide) {
            overview(false);
            return go(slides.indexOf(slide));
        }
        const link = event.target.closest("[data-go]");
        if (link) {
            event.preventDefault();
            return link.dataset.go === "next" ? next() : go(state.at - 1, true);
        }
        const country = event.target.closest(SHAPE);
        hideAnswer();
        if (country) answer(country);
        by("cover").hidden = true;
    });
    let touched = null;
    document.addEventListener("touchstart", (event) => { touched = event.changedTouches[0].clientX; }, {passive: true});
    document.addEventListener("touchend", (event) => {
        const moved = event.changedTouches[0].clientX - touched;
        if (Math.abs(moved) < SWIPE) return undefined;
        return moved < 0 ? next() : go(state.at - 1, true);
    });

    const asked = /^#slide-(\d+)$/.exec(location.hash);
    const first = asked ? Number(asked[1]) - 1 : slides.findIndex((slide) => slide.classList.contains("is-shown"));
    go(first);
})();
