/* The time of the talk: begun by the first turn, held and set back by hand; what each slide has used and was planned. */
(function () {
    "use strict";
    const hall = window.hall;
    const MINUTE = 60000; // milliseconds
    let used = hall.slides.map(() => 0); // milliseconds, of each slide
    let since = null; // when it last went on; null while it is held
    let at = 0; // the slide that the time is for

    const sum = (parts) => parts.reduce((whole, part) => whole + part, 0);
    /* What is planned for each slide: its own minutes, and of the deck's what these leave over, in equal parts. */
    function planned() {
        const own = hall.slides.map((slide) => Number(slide.dataset.minutes || 0) * MINUTE);
        const free = own.filter((part) => !part).length;
        const over = Math.max(0, Number(document.body.dataset.minutes || 0) * MINUTE - sum(own));
        return own.map((part) => part || (free ? over / free : 0));
    }
    const plan = planned();
    /* Count what has passed for the slide that was in sight. */
    function settle() {
        const now = Date.now();
        if (since !== null) {
            used[at] += now - since;
            since = now;
        }
        at = hall.at;
    }
    function toggle() {
        settle();
        since = since === null ? Date.now() : null;
        hall.change();
    }
    function reset() {
        used = used.map(() => 0);
        since = null;
        hall.change();
    }

    hall.clock = {
        follow() { if (hall.at !== at) settle(); },
        hasBegun: () => since !== null || sum(used) > 0,
        begin() { if (!hall.clock.hasBegun()) since = Date.now(); },
        /* As it is kept over a reload, and sent to the other window. */
        kept: () => ({used, since, at}),
        restore(kept) { ({used, since, at} = kept); },
        /* Milliseconds: of the talk and of the slide, as used and as planned; by how much it is late (less than nothing:
           early); 0 planned where nobody said. */
        read() {
            const running = since === null ? 0 : Date.now() - since;
            const talk = sum(used) + running;
            const early = sum(plan.slice(0, at));
            const late = early + plan[at];
            return {
                isRunning: since !== null,
                talk,
                slide: used[at] + running,
                planned: sum(plan),
                plannedSlide: plan[at],
                behind: talk > late ? talk - late : Math.min(0, talk - early)
            };
        }
    };
    Object.assign(hall.actions, {clock: toggle, reset});
})();
