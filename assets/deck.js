/* "Add to the deck", the list of slides from a file, and the deck that this tab remembers if its reader says so. The deck
   itself is in the address; nothing is kept unless the box is ticked, and nothing longer than the tab. */
(function () {
    "use strict";
    const KEY = "atalaya-deck";
    const kept = () => sessionStorage.getItem(KEY) || "";
    const plain = /[A-Za-z0-9,]/;
    const bytes = (letter) => Array.from(new TextEncoder().encode(letter), (byte) => `-${byte.toString(16).padStart(2, "0")}`);
    const escaped = (text) => Array.from(text, (letter) => {
        return plain.test(letter) ? letter : letter === " " ? "_" : bytes(letter).join("");
    }).join("");
    const safe = (text) => text.replace(/[^A-Za-z0-9_,-]/g, "");

    const packed = (value) => /^[A-Za-z0-9_,-]+$/.test(value) && !value.includes("--") ? value : `--${escaped(value)}`;

    /* A view as the text of a slide (components/url/deck.py). */
    function slide(pathname, search) {
        const page = pathname.split("/").pop();
        const fields = Array.from(new URLSearchParams(search), ([name, value]) => `${safe(name)}-${packed(value)}`);
        return [page || "overview", ...fields.filter((field) => !field.startsWith("theme-"))].join(".");
    }
    function listed(file) {
        const slides = JSON.parse(file).slides.map((each) => {
            const [page, search] = String(each.view || "").split("?");
            const said = ["title", "note"].filter((name) => each[name]).map((name) => `${name}-${escaped(String(each[name]))}`);
            const reveal = each.reveal ? [`reveal-${safe(String(each.reveal))}`] : [];
            return [slide(safe(page), search), ...reveal, ...said].join(".");
        });
        return slides.join("~");
    }
    const room = (path, slides) => location.assign(`${path}?slides=${encodeURIComponent(slides)}`);

    document.addEventListener("click", (event) => {
        const add = event.target.closest("a[data-add]");
        if (!add || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        const slides = [kept(), slide(location.pathname, location.search)].filter(Boolean).join("~");
        if (kept()) sessionStorage.setItem(KEY, slides);
        room(add.pathname, slides);
    });
    document.addEventListener("change", async (event) => {
        const box = event.target;
        if (box.matches("[data-import]") && box.files.length) {
            try {
                room(box.dataset.import, listed(await box.files[0].text()));
            } catch {
                room(box.dataset.import, safe(box.files[0].name) || "-"); // the page says that it is no list of slides
            }
        }
        if (box.matches("[data-keep]")) {
            if (box.checked) sessionStorage.setItem(KEY, box.dataset.keep);
            else sessionStorage.removeItem(KEY);
        }
    });
    /* A deck that is remembered stays the one on screen. */
    new MutationObserver(() => {
        document.querySelectorAll("#page [data-keep]").forEach((box) => {
            box.checked = kept() !== "";
            if (kept()) sessionStorage.setItem(KEY, box.dataset.keep);
        });
    }).observe(document.documentElement, {childList: true, subtree: true});
})();
