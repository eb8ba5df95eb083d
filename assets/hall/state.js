/* What the hall has and where it stands. The other files of this folder add to `hall` what they can do; start.js, the
   last of them, begins. Nothing here draws or knows a rule of the data: all slides, with what a year or a country
   changes, came with the page, so that a talk needs neither server nor network once it is there.

   The same document is also the window of who speaks (`#speaker`): it follows the hall and sends it what is pressed. */
(function () {
    "use strict";
    const TOLD = 2600; // milliseconds that a hint stays
    const by = (id) => document.getElementById(id);
    const said = JSON.parse(document.body.dataset.words);
    const changed = []; // who is to know when anything has changed
    let hiding = null;
    const isFile = location.protocol === "file:";

    window.hall = {
        root: document.documentElement,
        slides: Array.from(document.querySelectorAll(".slide")),
        isFile,
        // whether its address gives it again; else it was written into a page of another
        isAddressed: isFile || /[?&]slide=|\/present\/talk\//.test(location.pathname + location.search),
        isSpeaker: location.hash === "#speaker" || window.name === "atalaya-speaker",
        calm: matchMedia("(prefers-reduced-motion: reduce)"),
        SHAPE: '[data-trace^="shape-"]', // a country on a map
        at: 0,
        by,
        changed,
        actions: {},
        slide: () => hall.slides[hall.at],
        head: (slide) => slide.querySelector("h1").textContent,
        /* A sentence of the page, with what is to stand in its gaps. */
        words: (key, gaps) => said[key].replace(/\{(\w+)\}/g, (gap, name) => gaps[name]),
        country: (code) => said.countries[code] || code,
        change: () => changed.forEach((tell) => tell()),
        /* One line at the edge of the wall, for a moment. */
        hint(text) {
            by("hint").textContent = text;
            by("hint").hidden = false;
            clearTimeout(hiding);
            hiding = setTimeout(() => { by("hint").hidden = true; }, TOLD);
        }
    };
})();
