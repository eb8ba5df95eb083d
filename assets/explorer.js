/* The explorer: a form of a filter goes the way of every link, so that the page turns instead of being left; a button
   copies the lines beside it. */
(function () {
    "use strict";
    const SAID = 1500; // milliseconds that a button says it has copied

    document.addEventListener("submit", (event) => {
        const form = event.target.closest("form[data-turn]");
        if (!form) return;
        event.preventDefault();
        const query = new URLSearchParams(new FormData(form)).toString();
        const link = document.createElement("a");
        link.href = `${form.getAttribute("action")}?${query.replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/%3B/g, ";")}`;
        link.dataset.turn = form.dataset.turn;
        form.append(link);
        link.click();
        link.remove();
    });

    document.addEventListener("click", async (event) => {
        const button = event.target.closest("button.copy");
        if (!button) return;
        const code = button.parentElement.querySelector("code");
        if (!navigator.clipboard) return void getSelection().selectAllChildren(code); // no https: chosen, to be copied by hand
        await navigator.clipboard.writeText(code.textContent);
        button.classList.add("is-copied");
        setTimeout(() => button.classList.remove("is-copied"), SAID);
    });
})();
