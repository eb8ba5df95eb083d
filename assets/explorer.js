/* The explorer: a button copies the lines beside it. */
(function () {
    "use strict";
    const SAID = 1500; // milliseconds that a button says it has copied

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
