/* A country answers where it lies: beside its shape, never over it; and the map comes nearer to it. */
(function () {
    "use strict";
    const hall = window.hall;
    const {by, SHAPE} = hall;
    const APART = 16; // pixels between a country and its answer
    const NEAR = 2.4; // of a country's own extent is what is seen of its neighbours
    const MOST = 6; // times that a map is magnified
    const GLIDE = 350; // milliseconds
    let answered = null;

    /* ---- the card ---- */
    function answer(country) {
        hall.hideAnswer();
        const box = by("answer");
        box.replaceChildren(...country.querySelector("title").textContent.split("\n").map(
            (line, index) => Object.assign(document.createElement(index ? "span" : "b"), {textContent: line})));
        box.hidden = false;
        place(box, country.getBoundingClientRect());
        answered = country;
        country.classList.add("is-answering");
    }
    /* On the side of the country that has room for it; where none has, in the corner that covers least of it. */
    function place(box, shape) {
        Object.assign(box.style, {left: 0, top: 0}); // near an edge it would be measured narrower than it is elsewhere
        const {offsetWidth: width, offsetHeight: height} = box;
        const [right, bottom] = [innerWidth - width - APART, innerHeight - height - APART];
        const within = ([left, top]) => [
            Math.max(APART, Math.min(left, right)), Math.max(APART, Math.min(top, bottom))];
        const [middle, centre] = [shape.left + (shape.width - width) / 2, shape.top + (shape.height - height) / 2];
        const places = [
            [shape.right + APART, centre], [shape.left - width - APART, centre],
            [middle, shape.bottom + APART], [middle, shape.top - height - APART],
            [APART, APART], [right, APART], [APART, bottom], [right, bottom]
        ].map(within);
        const shared = ([left, top]) => Math.max(0, Math.min(left + width, shape.right) - Math.max(left, shape.left))
            * Math.max(0, Math.min(top + height, shape.bottom) - Math.max(top, shape.top));
        const [left, top] = places.reduce((best, each) => (shared(each) < shared(best) ? each : best));
        box.style.left = `${left}px`;
        box.style.top = `${top}px`;
    }
    hall.hideAnswer = function () {
        by("answer").hidden = true;
        answered?.classList.remove("is-answering");
        answered = null;
    };
    hall.answer = answer;

    /* ---- nearer ---- */
    let zoomed = null; // the map, and how it was
    hall.isZoomed = () => zoomed !== null;
    /* The countries that are meant: the one that answers or is pointed at, else those that are named. */
    function meant() {
        const slide = hall.slide();
        const one = answered || slide.querySelector(`${SHAPE}:focus`) || slide.querySelector(`${SHAPE}:hover`);
        return one ? [one] : Array.from(slide.querySelectorAll(`${SHAPE}.is-lit`));
    }
    function zoom() {
        if (zoomed) return hall.zoomOut();
        const shapes = meant();
        const map = shapes[0]?.closest("svg[viewBox]");
        if (!map) return hall.hint(hall.words("choose_country"));
        const whole = map.getAttribute("viewBox").split(/[ ,]+/).map(Number);
        const box = around(shapes, map, whole);
        hall.hideAnswer();
        zoomed = {map, whole};
        map.classList.add("is-near");
        map.style.setProperty("--shrink", Math.sqrt(box[2] / whole[2])); // figures grow less than their countries
        return glide(map, whole, box);
    }
    /* What is seen of a map: the shapes and what lies around them, in the map's own proportions and within it. */
    function around(shapes, map, [x, y, width, height]) {
        const back = map.getScreenCTM().inverse();
        const corners = shapes.flatMap((shape) => {
            const {left, top, right, bottom} = shape.querySelector("path, use").getBoundingClientRect();
            return [new DOMPoint(left, top), new DOMPoint(right, bottom)].map((point) => point.matrixTransform(back));
        });
        const [across, down] = ["x", "y"].map((side) => corners.map((point) => point[side]));
        const [left, top] = [Math.min(...across), Math.min(...down)];
        const [wide, tall] = [Math.max(...across) - left, Math.max(...down) - top];
        const part = Math.min(1, Math.max(1 / MOST, NEAR * wide / width, NEAR * tall / height));
        const [newWidth, newHeight] = [width * part, height * part];
        const held = (start, least, most) => Math.max(least, Math.min(start, most));
        return [
            held(left + (wide - newWidth) / 2, x, x + width - newWidth),
            held(top + (tall - newHeight) / 2, y, y + height - newHeight), newWidth, newHeight];
    }
    function glide(map, from, to) {
        const begun = performance.now();
        const draw = (now) => {
            if (zoomed?.map !== map) return; // gone back meanwhile
            const part = hall.calm.matches ? 1 : Math.min(1, Math.max(0, (now - begun) / GLIDE));
            const eased = part * (2 - part);
            map.setAttribute("viewBox", from.map((value, i) => value + (to[i] - value) * eased).join(" "));
            if (part < 1) requestAnimationFrame(draw);
        };
        draw(begun);
    }
    hall.zoomOut = function () {
        if (!zoomed) return;
        const {map, whole} = zoomed;
        zoomed = null;
        map.classList.remove("is-near");
        map.setAttribute("viewBox", whole.join(" "));
        hall.hideAnswer();
    };
    hall.actions.zoom = zoom;

    if (hall.isSpeaker) return;
    document.querySelectorAll(SHAPE).forEach((country) => country.setAttribute("tabindex", "0"));
    document.addEventListener("dblclick", (event) => {
        const country = event.target.closest(SHAPE);
        if (!country || hall.tool()) return;
        if (!zoomed) answer(country);
        zoom();
    });
})();
