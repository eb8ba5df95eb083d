/* The line that hands on the address of what is shown (components/captions/share.py). A site without TLS, as within
   a ministry, has no clipboard that a script may ask for: there the address is chosen in a field, and copied from it where that is allowed. */
(function () {
    "use strict";
    const SAID = 5000; // milliseconds for which it stands there that the address is copied
    if (navigator.share) document.documentElement.classList.add("can-share");

    document.addEventListener("click", (event) => {
        const chosen = event.target.closest("[data-shares]");
        if (!chosen) return;
        const line = chosen.closest(".sharing");
        window.dash_clientside.years.land(); // a year that was just turned is in the address too
        window.atalaya.addresses(line);
        const address = line.querySelector("[data-address]").textContent;
        if (chosen.dataset.shares === "copy") copy(address, line, chosen);
        else if (chosen.dataset.shares === "device") navigator.share({title: document.title, url: address}).catch(() => undefined);
        else chosen.href = `mailto:?subject=${encodeURIComponent(document.title)}&body=${encodeURIComponent(address)}`;
    });

    async function copy(address, line, button) {
        const status = line.querySelector("[role=status]");
        status.textContent = "";
        line.querySelector("input")?.remove();
        if (await isCopied(address, line, status)) {
            status.textContent = status.dataset.copied;
            line.querySelector("input")?.remove();
            button.focus();
            setTimeout(() => { if (status.textContent === status.dataset.copied) status.textContent = ""; }, SAID);
        } else status.textContent = status.dataset.byHand;
    }
    async function isCopied(address, line, status) {
        try {
            await navigator.clipboard.writeText(address);
            return true;
        } catch { // there is none, or it is not allowed
            const field = document.createElement("input");
            Object.assign(field, {type: "text", readOnly: true, value: address});
            field.setAttribute("aria-label", status.dataset.byHand);
            line.insertBefore(field, status);
            field.select();
            return document.execCommand("copy");
        }
    }
})();
