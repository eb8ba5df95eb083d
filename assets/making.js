/* Files that take a while to make (slides, sheets, the whole talk): a line beside the link says so and counts, and a
   button gives up. Without this script, or with a modifier key, the link is an ordinary download. A link that has `asks` is
   asked with what that gives: a talk of this browser is sent along (assets/talk/presenting.js). */
(function () {
    "use strict";
    const TICK = 1000;
    const LAST_WORD = 5000; // milliseconds for which a failure stays in sight

    document.addEventListener("click", (event) => {
        const link = event.target.closest && event.target.closest("a[data-making]");
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
        event.preventDefault();
        if (!link.dataset.busy) make(link);
    });

    async function make(link) {
        const stop = new AbortController();
        const {line, said} = beside(link, stop);
        const started = Date.now();
        const count = () => { said.textContent = `${link.dataset.making} ${Math.round((Date.now() - started) / TICK)} s `; };
        const clock = setInterval(count, TICK);
        count();
        link.dataset.busy = "true";
        try {
            hand(await made(link.href, {...await link.asks?.(), signal: stop.signal}));
            line.remove();
        } catch (error) {
            if (error.name === "AbortError") line.remove();
            else fail(line, link.dataset.failed);
        } finally {
            clearInterval(clock);
            delete link.dataset.busy;
        }
    }

    /* A server that is making other files says when to ask again. */
    async function made(address, given) {
        for (;;) {
            const answer = await fetch(address, given);
            if (answer.ok) return {name: named(answer), content: await answer.blob()};
            if (answer.status !== 503) throw new Error(String(answer.status));
            await pause(Number(answer.headers.get("Retry-After")) || 2, given.signal);
        }
    }
    function pause(seconds, signal) {
        return new Promise((go, no) => {
            setTimeout(go, seconds * 1000);
            signal.addEventListener("abort", () => no(new DOMException("given up", "AbortError")));
        });
    }
    function named(answer) {
        const told = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") || "");
        return told ? told[1] : "atalaya";
    }
    function hand(file) {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(file.content);
        link.download = file.name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), LAST_WORD);
    }

    function beside(link, stop) {
        const line = document.createElement("span");
        const said = document.createElement("span");
        const button = document.createElement("button");
        line.className = "making";
        said.setAttribute("role", "status");
        button.type = "button";
        button.textContent = link.dataset.cancel;
        button.addEventListener("click", () => { stop.abort(); link.focus(); });
        line.append(" ", said, button);
        link.after(line);
        return {line, said};
    }
    function fail(line, told) {
        line.textContent = ` ${told}`;
        setTimeout(() => line.remove(), LAST_WORD);
    }
})();
