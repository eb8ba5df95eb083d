/* What lies over or around the slide: black, white, all slides, the code of its address, the keys, the full screen. */
(function () {
    "use strict";
    const hall = window.hall;
    const {by, root} = hall;

    /* "black", "white", or nothing. Years do not go on where nobody sees them. */
    hall.covered = () => (by("cover").hidden ? "" : by("cover").className);
    hall.cover = function (colour) {
        const sheet = by("cover");
        sheet.hidden = !colour || hall.covered() === colour;
        sheet.className = colour;
        if (!sheet.hidden) hall.stop();
        hall.change();
    };
    const toggled = (colour) => () => hall.cover(colour);

    hall.isOverview = () => root.classList.contains("is-overview");
    hall.overview = function (isOn) {
        root.classList.toggle("is-overview", isOn);
        if (isOn) hall.slide().scrollIntoView({block: "center"});
        else scrollTo(0, 0);
        hall.change();
    };

    /* The address of what the slide shows, drawn by the server, for the telephones in the room. */
    function code() {
        const box = by("code");
        const drawn = by("codes")?.content.querySelector(`[data-slide="${hall.at + 1}"]`);
        if (box.hidden && !drawn) return hall.hint(hall.words("no_code"));
        box.replaceChildren(...(box.hidden ? [drawn.cloneNode(true)] : []));
        box.hidden = !box.hidden;
        return undefined;
    }
    function help() {
        if (by("keys").open) by("keys").close();
        else by("keys").showModal();
    }
    async function full(isOn) {
        if (!root.requestFullscreen || isOn === Boolean(document.fullscreenElement)) return;
        try {
            await (isOn ? root.requestFullscreen() : document.exitFullscreen());
        } catch { /* asked from the other window, or forbidden by who runs the machine */ }
    }
    /* The key of a clicker that starts a show. Once the talk is under way it only brings the full screen back. */
    function start(isHere) {
        if (!isHere && !hall.clock.hasBegun()) hall.go(0);
        full(true);
    }

    /* What is temporary on a slide goes with it. */
    hall.leaveSlide = function () {
        hall.hideAnswer();
        hall.zoomOut();
        hall.clearInk();
        by("code").hidden = true;
    };
    /* Out of the innermost thing, one at a time, and never out of the hall: clickers send Escape in mid-talk. */
    function escape() {
        const ways = [
            [by("keys").open, help],
            [hall.covered(), () => hall.cover("")],
            [!by("answer").hidden, hall.hideAnswer],
            [hall.tool(), () => hall.take("")],
            [hall.isZoomed(), hall.zoomOut],
            [!by("code").hidden, code],
            [hall.isOverview(), () => hall.overview(false)],
            [hall.kiosk, hall.actions.kiosk],
            [document.fullscreenElement, () => full(false)],
            [true, () => hall.hint(hall.words("how_to_leave"))]
        ];
        ways.find(([isSo]) => isSo)[1]();
    }

    Object.assign(hall.actions, {
        black: toggled("is-black"), white: toggled("is-white"), overview: () => hall.overview(!hall.isOverview()),
        code, help, escape, start, full: () => full(!document.fullscreenElement)
    });

    /* A wall that goes dark in mid-sentence is of no use. */
    async function stayAwake() {
        if (document.visibilityState !== "visible") return;
        try {
            await navigator.wakeLock?.request("screen");
        } catch { /* a battery that is nearly empty has the last word */ }
    }
    if (!hall.isSpeaker) {
        document.addEventListener("visibilitychange", stayAwake);
        stayAwake();
    }
})();
