/* The two windows: the hall tells where it stands, the one of who speaks follows and sends what is pressed. Each finds
   the other again after a reload, for the one that was opened knows who opened it, and calls every second. */
(function () {
    "use strict";
    const hall = window.hall;
    const NAME = "atalaya-speaker";
    const to = hall.isFile ? "*" : window.origin; // files are of no origin
    const isOurs = (event) => (hall.isFile || event.origin === window.origin) && event.data?.hall;
    const send = (window_, told) => window_.postMessage({hall: told}, to);
    if (hall.isSpeaker) {
        hall.act = (name, value) => window.opener && send(window.opener, {act: name, value});
        hall.follow = function (apply) {
            const call = () => window.opener && send(window.opener, {here: true});
            addEventListener("message", (event) => isOurs(event) && event.source === window.opener && apply(event.data.hall));
            setInterval(call, 1000);
            call();
        };
        return;
    }

    let speaker = null;
    const copy = hall.isAddressed ? "" : asFile(hall.root.cloneNode(true)); // before anything has changed
    /* The document where its address would give another, for it was written into a page: an address that lives as long as
       this window does, so that the other can be reloaded. Nothing in it may be relative to that. */
    function asFile(root) {
        for (const each of root.querySelectorAll("[href], [src]")) {
            for (const name of ["href", "src"]) {
                const to = each.getAttribute(name);
                if (to?.startsWith("/")) each.setAttribute(name, new URL(to, location.href).href);
            }
        }
        return URL.createObjectURL(new Blob([`<!doctype html>${root.outerHTML}`], {type: "text/html"}));
    }
    function standing() {
        return {
            at: hall.at,
            lit: hall.lit,
            year: hall.year(hall.slide()),
            ahead: hall.ahead(),
            covered: hall.covered(),
            isOverview: hall.isOverview(),
            kiosk: hall.kiosk,
            tool: hall.tool(),
            clock: hall.clock.kept(),
            address: location.href.replace(/#.*/, "")
        };
    }
    function tell() {
        if (speaker && !speaker.closed) send(speaker, standing());
    }
    addEventListener("message", (event) => {
        if (!isOurs(event)) return;
        const {act, value} = event.data.hall;
        speaker = event.source;
        if (act) hall.act(act, value);
        else tell();
    });
    hall.changed.push(tell);

    /* The document once more. */
    hall.actions.speaker = function () {
        if (speaker && !speaker.closed) {
            speaker.focus();
            return;
        }
        speaker = window.open(`${copy || location.href.replace(/#.*/, "")}#speaker`, NAME, "popup,width=1280,height=720");
        if (!speaker) hall.hint(hall.words("no_window"));
    };
})();
