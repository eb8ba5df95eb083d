/* What goes on sideways says on which sides: an attribute for the eye (tables.css), a description for the ear. */
(function () {
    "use strict";
    const BOXES = ".scroll, .scrolling, .tables, .by-columns, .place.plot, .ranking";
    const STOPS = ".place.plot, .ranking"; // a stop for keys only while there is something to reach
    const SLACK = 1; // pixel: browsers round
    const known = new WeakSet();

    function look(box) {
        const [before, after] = [box.scrollLeft, box.scrollWidth - box.clientWidth - box.scrollLeft];
        const sides = [before > SLACK && "left", after > SLACK && "right"].filter(Boolean).join(" ");
        if ((box.dataset.more || "") === sides) return;
        if (sides) {
            box.dataset.more = sides;
            box.setAttribute("aria-describedby", "goes-on");
            if (box.matches(STOPS)) box.tabIndex = 0;
        } else {
            delete box.dataset.more;
            box.removeAttribute("aria-describedby");
            if (box.matches(STOPS)) box.removeAttribute("tabindex");
        }
    }

    const sizes = new ResizeObserver((all) => all.forEach(({target}) => {
        const box = target.closest(BOXES); // none around what an answer has taken away
        if (box) look(box);
    }));
    function begin(box) {
        [box, ...box.children].filter((each) => !known.has(each)).forEach((each) => {
            known.add(each);
            sizes.observe(each);
        });
    }
    document.addEventListener("scroll", ({target}) => { if (target.matches?.(BOXES)) look(target); }, true);
    new MutationObserver(() => document.querySelectorAll(BOXES).forEach(begin))
        .observe(document.documentElement, {childList: true, subtree: true});
})();
