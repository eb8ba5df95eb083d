/* From slide to slide, and where the talk stands: in the address and in the history's entry, so that a reload goes on
   from there. */
(function () {
    "use strict";
    const hall = window.hall;
    const end = hall.slides.length - 1;
    let kept = ""; // the last that was written, for browsers refuse who writes too often

    hall.show = function (place) {
        hall.at = place;
        hall.slides.forEach((slide, index) => {
            slide.classList.toggle("is-shown", index === place);
            slide.classList.toggle("is-next", index === place + 1);
        });
        hall.slide().scrollIntoView({block: "nearest"}); // on a telephone they stand one below the other
    };
    hall.go = function (to, isBack) {
        const place = Math.max(0, Math.min(end, to));
        hall.stop();
        hall.leaveSlide();
        hall.show(place);
        hall.begin(hall.slide(), isBack);
        hall.change();
    };
    function next() {
        if (hall.step()) return;
        if (hall.at < end) hall.go(hall.at + 1);
        else hall.hint(hall.words("end")); // the last one stays, as it is
    }
    function previous() { if (hall.at > 0) hall.go(hall.at - 1, true); }

    /* ---- a loop for a lobby ---- */
    let lobby = null;
    hall.kiosk = 0; // seconds that each step stays
    function loop(seconds) {
        clearInterval(lobby);
        lobby = null;
        hall.kiosk = seconds;
        if (seconds) lobby = setInterval(turnInLobby, seconds * 1000);
        hall.change();
    }
    function turnInLobby() {
        if (hall.covered() || hall.isPlaying()) return;
        if (hall.at === end && !hall.ahead()) hall.go(0);
        else next();
    }
    function toggleLoop() {
        loop(hall.kiosk ? 0 : Number(document.body.dataset.kiosk || 15));
        hall.hint(hall.kiosk ? hall.words("kiosk_on", {n: hall.kiosk}) : hall.words("kiosk_off"));
    }
    /* A hand that turns has its slide for the whole time. */
    const byHand = (turn) => (value) => {
        turn(value);
        if (hall.kiosk) loop(hall.kiosk);
    };

    Object.assign(hall.actions, {
        next: byHand(() => {
            hall.clock.begin();
            next();
        }),
        previous: byHand(previous),
        first: byHand(() => hall.go(0)),
        last: byHand(() => hall.go(end)),
        jump: byHand((number) => hall.go(number - 1)),
        kiosk: toggleLoop
    });

    /* ---- where it stands ---- */
    function remember() {
        const number = hall.at + 1;
        document.title = `${number}. ${hall.head(hall.slide())} · Atalaya`;
        document.querySelectorAll("[data-go]").forEach((link) => {
            link.setAttribute("href", `#slide-${link.dataset.go === "next" ? number + 1 : number - 1}`);
        });
        const place = {at: hall.at, lit: hall.lit, year: hall.year(hall.slide()), clock: hall.clock.kept()};
        const address = !hall.isAddressed ? location.href : !/[?&]slide=/.test(location.search)
            ? `#slide-${number}`
            : location.pathname + location.search.replace(/([?&]slide=)\d+/, `$1${number}`);
        const told = JSON.stringify([place, address]);
        if (told === kept) return;
        kept = told;
        try {
            history.replaceState({...history.state, hall: place}, "", address);
        } catch {
            kept = ""; // so many in so short a time: the next change is kept
        }
    }
    function announce() {
        const told = `${hall.words("slide")} ${hall.at + 1} / ${hall.slides.length}. ${hall.head(hall.slide())}`;
        if (hall.by("said").textContent !== told) hall.by("said").textContent = told;
    }

    /* Where an earlier visit to this entry of the history stood, else what the address names, else what is shown. */
    hall.arrive = function () {
        const place = history.state?.hall;
        const named = /^#slide-(\d+)$/.exec(location.hash) || /[?&]slide=(\d+)/.exec(location.search);
        const shown = hall.slides.findIndex((slide) => slide.classList.contains("is-shown"));
        const at = Math.min(named ? Math.max(Number(named[1]) - 1, 0) : shown, end);
        hall.go(at);
        if (place && place.at === at) {
            hall.clock.restore(place.clock);
            hall.light(hall.slide(), place.lit);
            hall.turn(hall.slide(), place.year);
        }
        hall.changed.push(remember, announce);
        hall.change();
        if (document.body.dataset.kiosk) loop(Number(document.body.dataset.kiosk));
    };
})();
