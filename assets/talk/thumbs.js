/* Pictures of slides: asked for when they come into sight, two at a time, and again when the server is busy. A slide that is a
   view has its picture at an address; any other is sent, and its picture is kept while the page stands. */
(function () {
    "use strict";
    const {talk} = window.atalaya;
    const {place} = talk.elements;
    const AT_ONCE = 2;
    const MOST = 120; // pictures held
    const WAIT = 300; // milliseconds for which a slide must stay as it is, for somebody may be typing
    const made = new Map(); // what is asked -> address of the picture, or a promise of it
    const UNSEEN = new Error("out of sight");
    const queue = [];
    let busy = 0;

    const inSight = new IntersectionObserver((all) => all.forEach(({target, isIntersecting}) => {
        if (!isIntersecting) return;
        inSight.unobserve(target);
        load(target);
    }), {rootMargin: "300px"});

    /* Have `image` show a slide; nothing is asked again as long as the slide looks the same. */
    function show(image, slide, size = "thumb") {
        const key = `${size} ${talk.thumbs.query()} ${looks(slide)}`;
        if (image.dataset.of === key) return;
        image.dataset.of = key;
        image.slide = slide;
        image.size = size;
        inSight.unobserve(image);
        inSight.observe(image);
    }
    /* The picture of a slide at an address. */
    function at(image, address) {
        if (image.dataset.of === address) return;
        image.dataset.of = address;
        image.address = address;
        inSight.observe(image);
    }
    const looks = ({kind, view, title, text, picture, alt, country}) => JSON.stringify([kind, view, title, text, picture, alt, country]);

    async function load(image) {
        const key = image.dataset.of;
        const isNew = !made.has(key);
        if (isNew && image.hasAttribute("src")) await new Promise((go) => { setTimeout(go, WAIT); });
        if (image.dataset.of !== key) return;
        if (!made.has(key)) made.set(key, seat(image));
        try {
            const address = await made.get(key);
            if (image.dataset.of === key) {
                image.src = address;
                image.classList.remove("is-missing");
            }
        } catch (failure) {
            made.delete(key);
            if (image.dataset.of !== key) return;
            if (failure === UNSEEN) inSight.observe(image); // until it comes into sight again
            else image.classList.add("is-missing");
        }
        if (made.size > MOST) drop();
    }
    async function drop() {
        const [key, address] = made.entries().next().value;
        made.delete(key);
        URL.revokeObjectURL(await address.catch?.(() => "") ?? await address);
    }

    /* The large one before the small; what is out of sight by the time that it has a seat gives it up. */
    function seat(image) {
        return new Promise((go, no) => {
            queue[image.size === "slide" ? "unshift" : "push"]({image, go, no});
            next();
        });
    }
    function next() {
        while (busy < AT_ONCE && queue.length) {
            const {image, go, no} = queue.shift();
            if (image.offsetParent) {
                busy += 1;
                ask(image).then(go, no).finally(() => { busy -= 1; next(); });
            } else no(UNSEEN);
        }
    }
    async function ask(image) {
        const [address, given] = image.address ? [image.address, {}] : await asked(image.slide, image.size);
        for (let tries = 0; ; tries += 1) {
            const answer = await fetch(address, given);
            const isPicture = answer.ok && answer.headers.get("Content-Type")?.startsWith("image/");
            if (isPicture) return URL.createObjectURL(await answer.blob());
            if (answer.status !== 503 || tries > 20) throw new Error(String(answer.status));
            const again = Number(answer.headers.get("Retry-After")) || 2;
            await new Promise((go) => { setTimeout(go, again * 1000); });
        }
    }
    async function asked(slide, size) {
        const query = new URLSearchParams(talk.thumbs.query());
        query.set("size", size);
        if (slide.kind === "view" && !slide.title) {
            const [page, search] = slide.view.split("?");
            return [`${place().base}/${page}.png?${[search, query].filter(Boolean).join("&")}`, {}];
        }
        const body = new FormData();
        body.set("deck", JSON.stringify(await talk.talks.whole({slides: [{...slide, note: "", minutes: 0}]})));
        return [`${place().base}/present.png?${query}`, {method: "POST", body}];
    }

    /* What of the address counts for how a slide looks. */
    function query() {
        const theme = new URLSearchParams(location.search).get("theme");
        return theme ? `theme=${theme}` : "";
    }
    talk.thumbs = {show, at, query};
})();
