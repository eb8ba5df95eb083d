/* A picture of one's own: read here, no larger than a slide, and drawn anew, so that what a camera writes into it (the
   place, the device) stays behind. */
(function () {
    "use strict";
    const {talk} = window.atalaya;
    const WIDEST = 1920; // pixels, of the longer side
    const KINDS = ["image/png", "image/jpeg"];
    const QUALITIES = [0.92, 0.8, 0.65];

    async function read(file, most) {
        if (!KINDS.includes(file.type)) throw new talk.documents.Refused("picture.kind");
        const image = new Image();
        const address = URL.createObjectURL(file);
        try {
            image.src = address;
            await image.decode();
            return drawn(image, file.type, most);
        } catch (failure) {
            throw failure.key ? failure : new talk.documents.Refused("picture.kind");
        } finally {
            URL.revokeObjectURL(address);
        }
    }
    function drawn(image, type, most) {
        const share = Math.min(1, WIDEST / Math.max(image.naturalWidth, image.naturalHeight));
        const canvas = document.createElement("canvas");
        canvas.width = Math.max(1, Math.round(image.naturalWidth * share));
        canvas.height = Math.max(1, Math.round(image.naturalHeight * share));
        const pen = canvas.getContext("2d");
        if (type === "image/jpeg") ground(pen, canvas);
        pen.drawImage(image, 0, 0, canvas.width, canvas.height);
        if (type === "image/png" && fits(canvas.toDataURL(type), most)) return canvas.toDataURL(type);
        if (type === "image/png") ground(pen, canvas, "destination-over");
        const found = QUALITIES.map((quality) => canvas.toDataURL("image/jpeg", quality)).find((data) => fits(data, most));
        if (!found) throw new talk.documents.Refused("picture.large");
        return found;
    }
    function ground(pen, canvas, mode = "source-over") {
        pen.globalCompositeOperation = mode;
        pen.fillStyle = "#ffffff";
        pen.fillRect(0, 0, canvas.width, canvas.height);
        pen.globalCompositeOperation = "source-over";
    }
    const fits = (data, most) => data.length * 3 / 4 <= most;

    /* The picture among what is pasted or dropped. */
    const among = (items) => Array.from(items?.files || []).find((each) => KINDS.includes(each.type));
    talk.ownPictures = {read, among, kinds: KINDS.join()};
})();
