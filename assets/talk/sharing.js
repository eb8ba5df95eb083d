/* A talk in a link: its document, packed, behind the `#` of an address, which no server is ever sent. */
(function () {
    "use strict";
    const {talk} = window.atalaya;
    const LONGEST = 8000; // characters of what stands behind the #: what mail and messengers pass on whole
    const UNPACKED = 2_000_000; // bytes; a link that unpacks to more is no talk

    const through = (bytes, stream) => new Blob([bytes]).stream().pipeThrough(stream).getReader();
    async function gathered(reader, most) {
        const parts = [];
        let size = 0;
        for (let {value, done} = await reader.read(); !done; {value, done} = await reader.read()) {
            parts.push(value);
            size += value.length;
            if (size > most) throw new talk.documents.Refused("refused.large");
        }
        return new Uint8Array(await new Blob(parts).arrayBuffer());
    }
    /* The document as base64url of deflate-raw; empty where it does not fit or has a picture of one's own. */
    async function packed(document) {
        if (document.slides.some((each) => each.picture)) return "";
        const bytes = await gathered(through(JSON.stringify(document), new CompressionStream("deflate-raw")), UNPACKED);
        const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
        const found = text.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
        return found.length <= LONGEST ? found : "";
    }
    async function unpacked(text) {
        try {
            const raw = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
            const bytes = Uint8Array.from(raw, (letter) => letter.charCodeAt(0));
            return new TextDecoder().decode(await gathered(through(bytes, new DecompressionStream("deflate-raw")), UNPACKED));
        } catch (failure) {
            throw failure.key ? failure : new talk.documents.Refused("refused.link");
        }
    }
    talk.sharing = {packed, unpacked};
})();
