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
    const source = hall.isAddressed ? "" : hall.root.outerHTML; // before anything has changed
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

    /* The document once more; where its address would give another (it was written into a page), written again. */
    hall.actions.speaker = function () {
        if (speaker && !speaker.closed) {
            speaker.focus();
            return;
        }
        const address = hall.isAddressed ? `${location.href.replace(/#.*/, "")}#speaker` : "";
        speaker = window.open(address, NAME, "popup,width=1280,height=720");
        if (!speaker) hall.hint(hall.words("no_window"));
        else if (!hall.isAddressed) {
            speaker.document.write(`<!doctype html>${source}`);
            speaker.document.close();
        }
    };
})();
