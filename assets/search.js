/* The search in the head of every page: a combobox (WAI-ARIA 1.2) over one index, which is fetched with the first focus
   and kept. The order of what is found is that of components/document/search.py. */
(function () {
    "use strict";
    const MOST = 8;
    const indexes = {}; // by address: promises
    const state = {found: [], at: -1, asked: 0};

    const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
        .replace(/-/g, " ").replace(/[^\p{L}\p{N}_\s]/gu, "").trim().replace(/\s+/g, " ");
    const form = () => document.querySelector("#page .find");
    const parts = (box) => [box.querySelector("input[type=search]"), box.querySelector("ul"), box.querySelector("[role=status]")];

    function index(box) {
        const {index: address} = box.dataset;
        indexes[address] ||= fetch(address).then((answer) => answer.json()).catch(() => {
            delete indexes[address]; // the form itself still leads to a page of results
            return [];
        });
        return indexes[address];
    }
    function matches(text, entries) {
        const asked = plain(text);
        if (!asked) return [];
        const holds = ([, , sought]) => asked.split(" ").every((word) => ` ${sought}`.includes(` ${word}`));
        const rank = ([name, kind, sought, to]) => {
            const own = plain(name);
            if (asked === own) return kind === "page" ? 1 : 0;
            const isWord = kind !== "page" && sought.split(" ").includes(asked);
            return (to ? 10 : 20) + (isWord ? 0 : own.startsWith(asked) ? 1 : 2);
        };
        return entries.filter(holds).map((each) => [rank(each), each]).sort(([one], [other]) => one - other)
            .slice(0, MOST).map(([, each]) => each);
    }
    /* Where a match leads: to it, with the country in view and the theme, which the links of the page know. */
    function address([, kind, , to]) {
        const found = new URL(to, location.href);
        const link = Array.from(document.querySelectorAll(".site .pages a"), (each) => new URL(each.href))
            .find(({pathname}) => pathname === found.pathname);
        if (link && kind !== "page") link.searchParams.forEach((value, key) => found.searchParams.has(key) || found.searchParams.set(key, value));
        return kind === "page" && link ? link.href : found.pathname + found.search.replace(/%2C/g, ",");
    }

    async function offer(box) {
        const [field, list, status] = parts(box);
        const asked = ++state.asked;
        const found = matches(field.value, await index(box));
        if (asked !== state.asked) return;
        state.found = found.filter(([, , , to]) => to);
        state.at = -1;
        list.replaceChildren(...state.found.map(([name, kind], at) => {
            const option = document.createElement("li");
            const said = document.createElement("span");
            Object.assign(option, {id: `found-${at}`, role: "option", ariaSelected: "false"});
            said.textContent = box.dataset[`kind${kind[0].toUpperCase()}${kind.slice(1)}`];
            option.append(name, " ", said);
            option.setAttribute("role", "option");
            return option;
        }));
        const {none, elsewhere, one, many} = box.dataset;
        const n = state.found.length;
        const isElsewhere = found.length > 0 && !found[0][3];
        const told = isElsewhere ? elsewhere.replace("#", found[0][0]) : !n ? none : n === 1 ? one : many.replace("#", n);
        status.textContent = plain(field.value) ? told : "";
        if ((isElsewhere || !n) && status.textContent) list.append(Object.assign(document.createElement("li"), {className: "none", textContent: told}));
        show(box, Boolean(plain(field.value)));
    }
    function show(box, isOpen) {
        const [field, list] = parts(box);
        list.hidden = !isOpen;
        list.setAttribute("role", state.found.length ? "listbox" : "none");
        field.setAttribute("aria-expanded", String(isOpen && state.found.length > 0));
        point(box, isOpen ? state.at : -1);
    }
    function point(box, at) {
        const [field, list] = parts(box);
        state.at = at;
        list.querySelectorAll("[role=option]").forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
        const option = document.getElementById(`found-${at}`);
        if (option) field.setAttribute("aria-activedescendant", option.id);
        else field.removeAttribute("aria-activedescendant");
        option?.scrollIntoView({block: "nearest"});
    }
    function go(at) {
        if (state.found[at]) location.assign(address(state.found[at]));
    }

    document.addEventListener("focusin", ({target}) => {
        const box = target.closest("#page .find");
        if (!box || !target.matches("[type=search]")) return;
        Object.entries({role: "combobox", "aria-autocomplete": "list", "aria-controls": "found", "aria-haspopup": "listbox"})
            .forEach(([name, value]) => target.setAttribute(name, value));
        if (!target.hasAttribute("aria-expanded")) target.setAttribute("aria-expanded", "false");
        index(box);
        if (target.value) offer(box);
    });
    document.addEventListener("focusout", ({target}) => { if (target.closest("#page .find")) show(target.closest(".find"), false); });
    document.addEventListener("input", ({target}) => { if (target.closest("#page .find")) offer(target.closest(".find")); });
    document.addEventListener("mousedown", (event) => { if (event.target.closest(".find ul")) event.preventDefault(); }); // the field keeps the focus
    document.addEventListener("click", ({target}) => {
        const option = target.closest(".find [role=option]");
        if (option) go(Array.from(option.parentElement.children).indexOf(option));
    });
    document.addEventListener("keydown", (event) => {
        const {key, target} = event;
        const isTyping = target.matches("input:not([type=radio], [type=checkbox], [type=range]), textarea, select") || target.isContentEditable;
        if (key === "/" && !isTyping && form() && !(event.ctrlKey || event.metaKey || event.altKey)) {
            event.preventDefault();
            parts(form())[0].focus();
            return;
        }
        const box = target.closest("#page .find");
        if (!box || event.isComposing) return;
        const [field, list] = parts(box);
        const n = state.found.length;
        if (key === "Escape") {
            if (list.hidden) field.value = "";
            show(box, false);
        } else if ((key === "ArrowDown" || key === "ArrowUp") && n) {
            if (list.hidden) show(box, true);
            const step = key === "ArrowDown" ? 1 : -1;
            point(box, state.at < 0 && step < 0 ? n - 1 : (state.at + step + n) % n);
        } else if (key === "Enter" && !list.hidden && n) {
            go(Math.max(state.at, 0));
        } else return;
        event.preventDefault();
    });
})();
