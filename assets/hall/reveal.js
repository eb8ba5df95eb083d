/* Steps within a slide: its years turn, its countries are named one by one. */
(function () {
    "use strict";
    const hall = window.hall;
    const PAUSE = 900; // milliseconds a year stays while playing
    const frames = new Map(); // of each slide, read once
    let timer = null;
    hall.lit = 0;

    function framesOf(slide) {
        if (!frames.has(slide)) {
            const data = slide.querySelector("script.year-data");
            frames.set(slide, data ? JSON.parse(data.textContent) : null);
        }
        return frames.get(slide);
    }
    const yearsOf = (slide) => Object.keys(framesOf(slide) || {}).map(Number);
    const last = (slide) => Number(slide.dataset.year);
    hall.year = (slide) => Number(slide.dataset.now || slide.dataset.year);

    hall.turn = function (slide, year) {
        const frame = (framesOf(slide) || {})[year];
        if (!frame || Number(slide.dataset.now) === year) return;
        slide.dataset.now = year;
        Object.entries(frame.html).forEach(([name, html]) => {
            slide.querySelector(`[data-name="${name}"]`).innerHTML = html;
        });
        if (frame.map) redraw(slide.querySelector('[data-name="map"] svg'), frame.map);
    };
    /* What a year changes of the drawn map, by the names of its traces. */
    function redraw(drawing, {looks, said, drawn}) {
        const trace = (name) => drawing.querySelector(`[data-trace="${name}"]`);
        Object.entries(looks).forEach(([name, look]) => Object.entries(look).forEach(([key, value]) => {
            trace(name).querySelector("path, use").setAttribute(key, value);
        }));
        Object.entries(said).forEach(([name, text]) => { trace(name).querySelector("title").textContent = text; });
        Object.entries(drawn).forEach(([name, marks]) => { trace(name).innerHTML = marks; });
    }
    function move(step) {
        const slide = hall.slide();
        const years = yearsOf(slide);
        const next = years[years.indexOf(hall.year(slide)) + step];
        if (!next) return false;
        hall.turn(slide, next);
        hall.change();
        return true;
    }

    /* From the first year (or where it stands) to the year of the slide, and no further. */
    hall.isPlaying = () => timer !== null;
    hall.play = function () {
        const slide = hall.slide();
        if (!framesOf(slide)) return;
        if (timer) { hall.stop(); return; }
        if (hall.year(slide) >= last(slide)) hall.turn(slide, Math.min(...yearsOf(slide)));
        if (!hall.calm.matches) {
            timer = setInterval(() => { if (hall.year(slide) >= last(slide) || !move(1)) hall.stop(); }, PAUSE);
        }
        hall.change();
    };
    hall.stop = function () {
        if (!timer) return;
        clearInterval(timer);
        timer = null;
        hall.change();
    };

    const codesOf = (slide) => (slide.dataset.codes || "").split(",").filter(Boolean);
    /* Name the first `count` countries of the slide. */
    hall.light = function (slide, count) {
        const named = codesOf(slide).slice(0, count);
        hall.lit = named.length;
        slide.classList.toggle("is-naming", named.length > 0);
        slide.querySelectorAll(`[data-code], [data-trace^="line-"], [data-trace^="row-"], ${hall.SHAPE}`).forEach((node) => {
            const code = node.dataset.code || node.dataset.trace.replace(/^(shape|line|row)-/, "");
            node.classList.toggle("is-lit", named.includes(code));
        });
    };
    /* What "next" does here before it leaves the slide; null when nothing is left. */
    hall.ahead = function () {
        const slide = hall.slide();
        const codes = codesOf(slide);
        if (slide.dataset.reveal === "countries" && hall.lit < codes.length) {
            return {kind: "name", country: hall.country(codes[hall.lit]), n: hall.lit + 1, of: codes.length};
        }
        if (slide.dataset.reveal === "years" && hall.year(slide) < last(slide)) {
            return {kind: timer ? "finish" : "play", year: last(slide)};
        }
        return null;
    };
    hall.step = function () {
        const ahead = hall.ahead();
        if (!ahead) return false;
        if (ahead.kind === "name") hall.light(hall.slide(), hall.lit + 1);
        else if (hall.calm.matches) return move(1);
        else if (ahead.kind === "play") hall.play();
        else {
            hall.turn(hall.slide(), last(hall.slide()));
            hall.stop();
        }
        hall.change();
        return true;
    };
    /* The slide as it is come upon: at its first step, or from behind at its last. */
    hall.begin = function (slide, isDone) {
        hall.light(slide, isDone && slide.dataset.reveal === "countries" ? Infinity : 0);
        if (framesOf(slide)) {
            hall.turn(slide, slide.dataset.reveal === "years" && !isDone ? Math.min(...yearsOf(slide)) : last(slide));
        }
    };

    Object.assign(hall.actions, {play: hall.play, later: () => move(1), earlier: () => move(-1)});
})();
