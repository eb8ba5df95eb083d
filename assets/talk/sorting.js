/* A list whose items are taken elsewhere: drawn with the pointer, by touch at the grip, or with the keys of the grip (space
   takes and lays down, arrows move, escape goes back). What happens is said. */
(function () {
    "use strict";
    const {talk} = window.atalaya;
    const {word, say} = talk.elements;
    const BEGINS = 6; // pixels that a pointer goes before it draws
    const EDGE = 48; // pixels at which the list goes on by itself

    /* `moved(id, to, step)` puts an item at a place, of one step all that bear its name; `named(id)` is what it is called. */
    function begin(list, {moved, named}) {
        let held = null; // by the keys: {id, from}
        let drawn = null; // by a pointer

        const items = () => Array.from(list.children);
        const at = (id) => items().findIndex((each) => each.dataset.slide === id);
        const grip = (id) => items()[at(id)]?.querySelector(".grip");

        list.addEventListener("keydown", (event) => {
            const button = event.target.closest(".grip");
            if (!button) return;
            const {slide: id} = button.closest("li").dataset;
            const {key} = event;
            if (key === " " || key === "Enter") {
                event.preventDefault();
                if (held) lay();
                else take(id);
            } else if (held && key === "Escape") {
                event.preventDefault();
                const {from} = held;
                go(id, from);
                lay("sort.back");
            } else if (held && /^Arrow(Up|Left|Down|Right)$/.test(key)) {
                event.preventDefault();
                go(id, at(id) + (/Up|Left/.test(key) ? -1 : 1));
            }
        });
        list.addEventListener("keyup", (event) => { // Firefox would press on letting go
            if (event.key === " " && event.target.closest(".grip")) event.preventDefault();
        });
        list.addEventListener("focusout", (event) => {
            if (held && event.relatedTarget && event.relatedTarget !== grip(held.id)) lay();
        });
        list.addEventListener("click", (event) => { // a screen reader presses instead of typing
            const button = event.target.closest(".grip");
            if (!button || event.detail) return;
            if (held) lay();
            else take(button.closest("li").dataset.slide);
        });
        function take(id) {
            held = {id, from: at(id)};
            mark(id, true);
            say(word("sort.taken", {title: named(id), n: at(id) + 1, of: items().length}));
        }
        function lay(key = "sort.laid") {
            const {id} = held;
            held = null;
            mark(id, false);
            say(word(key, {title: named(id), n: at(id) + 1, of: items().length}));
        }
        function mark(id, is) {
            grip(id)?.setAttribute("aria-pressed", String(is));
            items()[at(id)]?.classList.toggle("is-held", is);
        }
        function go(id, to) {
            if (to < 0 || to >= items().length || to === at(id)) return;
            moved(id, to, `held from ${held.from}`);
            mark(id, true);
            grip(id)?.focus();
            say(word("sort.at", {n: to + 1, of: items().length}));
        }

        list.addEventListener("pointerdown", (event) => {
            const item = event.target.closest("li");
            const isGrip = event.target.closest(".grip");
            if (!item || event.button || (event.pointerType !== "mouse" && !isGrip)) return;
            drawn = {item, id: item.dataset.slide, x: event.clientX, y: event.clientY, to: null, pointer: event.pointerId};
        });
        list.addEventListener("dragstart", (event) => event.preventDefault()); // of the picture itself
        addEventListener("pointermove", (event) => {
            if (!drawn || event.pointerId !== drawn.pointer) return;
            if (drawn.to === null && Math.hypot(event.clientX - drawn.x, event.clientY - drawn.y) < BEGINS) return;
            if (drawn.to === null) {
                drawn.item.setPointerCapture(drawn.pointer);
                drawn.item.classList.add("is-drawn");
            }
            drawn.to = over(event.clientY);
            drawn.item.style.translate = `0 ${event.clientY - drawn.y}px`;
            line(drawn.to);
            scroll(event.clientY);
        });
        addEventListener("pointerup", () => end(true));
        addEventListener("pointercancel", () => end(false));
        addEventListener("keydown", (event) => { if (drawn && event.key === "Escape") end(false); });

        /* The place among the others at which the pointer is. */
        function over(y) {
            return items().filter((each) => each !== drawn.item).filter((each) => {
                const box = each.getBoundingClientRect();
                return box.top + box.height / 2 < y;
            }).length;
        }
        function line(to) {
            items().forEach((each) => each.classList.remove("is-before", "is-after"));
            const others = items().filter((each) => each !== drawn.item);
            if (others[to]) others[to].classList.add("is-before");
            else others[others.length - 1]?.classList.add("is-after");
        }
        function scroll(y) {
            const box = list.scrollHeight > list.clientHeight + 1 ? list : document.scrollingElement;
            const top = box === list ? list.getBoundingClientRect().top : 0;
            const bottom = box === list ? list.getBoundingClientRect().bottom : innerHeight;
            if (y < top + EDGE) box.scrollTop -= EDGE / 4;
            if (y > bottom - EDGE) box.scrollTop += EDGE / 4;
        }
        function end(isMove) {
            if (!drawn) return;
            const {item, id, to} = drawn;
            drawn = null;
            item.classList.remove("is-drawn");
            item.style.translate = "";
            items().forEach((each) => each.classList.remove("is-before", "is-after"));
            if (to === null) return;
            addEventListener("click", swallow, {capture: true, once: true});
            setTimeout(() => removeEventListener("click", swallow, {capture: true}));
            if (isMove && to !== at(id)) {
                moved(id, to);
                say(word("sort.laid", {title: named(id), n: to + 1, of: items().length}));
            }
        }
        const swallow = (event) => { event.stopPropagation(); event.preventDefault(); };
    }
    talk.sorting = {begin};
})();
