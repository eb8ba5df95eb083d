/* The pointer as who speaks uses it: hidden while it rests, as a dot of light, as a pen whose strokes fade. */
(function () {
    "use strict";
    const hall = window.hall;
    const {by, root} = hall;
    const REST = 2000; // milliseconds after which a pointer that does not move is hidden
    const DARK = 900; // and after which the dot of light goes out
    const FADE = 9000; // that a stroke stays
    const SVG = "http://www.w3.org/2000/svg";
    let tool = "";
    let resting = null;
    let darkening = null;
    let stroke = null;

    hall.tool = () => tool;
    hall.take = function (name) {
        tool = tool === name ? "" : name;
        stroke = null;
        root.classList.toggle("has-laser", tool === "laser");
        root.classList.toggle("has-pen", tool === "pen");
        by("laser").classList.remove("is-bright");
        hall.change();
    };
    hall.clearInk = () => by("ink").replaceChildren();
    Object.assign(hall.actions, {
        laser: () => hall.take("laser"), pen: () => hall.take("pen"), clear: hall.clearInk
    });

    /* The dot, at parts of the window from left and top: the window of who speaks tells them too. */
    hall.shine = function ([across, down]) {
        by("laser").style.transform = `translate(${across * innerWidth}px, ${down * innerHeight}px)`;
        by("laser").classList.add("is-bright");
        clearTimeout(darkening);
        darkening = setTimeout(() => by("laser").classList.remove("is-bright"), DARK);
    };
    hall.actions.shine = hall.shine;

    if (hall.isSpeaker) return;
    function stir() {
        root.classList.remove("is-idle");
        clearTimeout(resting);
        resting = setTimeout(() => root.classList.add("is-idle"), REST);
    }
    function draw({clientX, clientY}) {
        stroke.setAttribute("points", `${stroke.getAttribute("points")} ${clientX},${clientY}`);
    }
    document.addEventListener("pointermove", (event) => {
        stir();
        if (tool === "laser") hall.shine([event.clientX / innerWidth, event.clientY / innerHeight]);
        if (stroke) draw(event);
    });
    document.addEventListener("pointerdown", (event) => {
        stir();
        if (tool !== "pen" || event.button || !event.isPrimary) return;
        stroke = document.createElementNS(SVG, "polyline");
        stroke.setAttribute("points", "");
        by("ink").append(stroke);
        draw(event);
        draw(event); // a point is a stroke of no length
        event.preventDefault();
    });
    function lift() {
        const done = stroke;
        stroke = null;
        if (!done) return;
        done.classList.add("is-fading");
        setTimeout(() => done.remove(), FADE);
    }
    ["pointerup", "pointercancel"].forEach((name) => document.addEventListener(name, lift));
    stir();

    /* A finger that goes across turns; up and down, or two of them, are left to the browser. */
    const SWIPE = 60; // pixels
    let touched = null;
    document.addEventListener("touchstart", (event) => {
        const isOne = event.touches.length === 1 && !tool && (window.visualViewport?.scale || 1) < 1.05;
        touched = isOne ? event.touches[0] : null;
    }, {passive: true});
    document.addEventListener("touchend", (event) => {
        if (!touched || event.touches.length) return;
        const {clientX, clientY} = event.changedTouches[0];
        const [across, down] = [clientX - touched.clientX, clientY - touched.clientY];
        touched = null;
        if (Math.abs(across) < SWIPE || Math.abs(across) < 2 * Math.abs(down) || hall.isOverview()) return;
        hall.act(across < 0 ? "next" : "previous");
    }, {passive: true});
})();
