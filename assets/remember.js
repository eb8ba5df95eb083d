/* The country that a reader asked this device to remember. It changes no address and nothing that is shown: where an
   address says no country, the links to other pages carry it, and it is named there, with the way to forget it. */
(function () {
    "use strict";
    const KEY = "atalaya.country";
    const ANYONE = "ARG"; // what stands in `data-mine` for it (components/document/shell.py)
    const IS_CODE = /^[A-Z]{3}$/;

    /* Storage may be switched off, or full. */
    function kept() {
        try {
            const code = localStorage.getItem(KEY);
            return IS_CODE.test(code) ? code : "";
        } catch {
            return "";
        }
    }
    function keep(code) {
        try {
            if (code) localStorage.setItem(KEY, code);
            else localStorage.removeItem(KEY);
        } catch { /* nothing is remembered, and the button goes on saying so */ }
    }
    function works() {
        try {
            localStorage.setItem(`${KEY}?`, "");
            localStorage.removeItem(`${KEY}?`);
            return true;
        } catch {
            return false;
        }
    }
    const CAN = works();

    function apply() {
        const code = kept();
        document.querySelectorAll("button[data-remember]").forEach((button) => {
            button.hidden = !CAN;
            button.textContent = button.dataset.country === code ? button.dataset.forget : button.dataset.remember;
        });
        const line = document.querySelector(".kept");
        const name = line && new Map(line.dataset.names.split(",").map((each) => each.split(":"))).get(code);
        if (!line) return;
        line.hidden = !name;
        line.querySelector("a").textContent = name || "";
        document.querySelectorAll("a[data-mine]").forEach((link) => {
            const {dataset} = link;
            const now = link.getAttribute("href");
            if (now !== dataset.carried) dataset.plain = now || "";
            dataset.carried = name ? dataset.mine.replace(ANYONE, code) : dataset.plain;
            link.setAttribute("href", dataset.carried);
        });
    }

    document.addEventListener("click", ({target}) => {
        const button = target.closest("button[data-remember], button[data-forgets]");
        if (!button) return;
        const {country} = button.dataset;
        keep(country && country !== kept() ? country : "");
        apply();
        if (button.matches("[data-forgets]")) document.querySelector(".site .name").focus(); // the button has gone
    });
    window.addEventListener("storage", apply);
    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.remember = {apply};
})();
