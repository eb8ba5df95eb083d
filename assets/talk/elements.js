/* Elements, and the words of the reader's language, which come with the page (components/captions/talk.py). Nothing
   that somebody has written is ever read as HTML. */
(function () {
    "use strict";
    const words = {};
    let isLearnt = false; // what stands on every page

    const learn = (text) => { Object.assign(words, JSON.parse(text)); };
    function word(key, values = {}) {
        const told = !isLearnt && document.querySelector("footer[data-talk]");
        if (told) {
            isLearnt = true;
            learn(told.dataset.talk);
        }
        return String(words[key] ?? key).replace(/#(\w+)/g, (all, name) => name in values ? values[name] : all);
    }
    /* What may be in a document, and other things that are told beside the words. */
    function known(name) {
        word("");
        return words[name];
    }
    const caps = () => known("caps");
    /* Why something could not be used. */
    function why({key, values = {}}) {
        if (!key) return word("not_saved");
        return word(key, {...values, ...(values.field ? {field: word(`slide.${values.field}`)} : {})});
    }
    const slides = (n) => word(n === 1 ? "slides.one" : "slides.count", {n});

    function el(name, marks = {}, ...children) {
        const made = document.createElement(name);
        Object.entries(marks).forEach(([key, value]) => {
            if (value === undefined || value === null || value === false) return;
            if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
            else if (["value", "textContent", "hidden", "disabled", "checked", "draggable"].includes(key)) made[key] = value;
            else made.setAttribute(key, value === true ? "" : value);
        });
        made.append(...children.flat().filter((each) => each !== null && each !== undefined && each !== ""));
        return made;
    }
    const button = (text, onclick, marks = {}) => el("button", {type: "button", onclick, ...marks}, text);

    /* Where the page is: what addresses begin with, in the reader's language, and the view. */
    function place() {
        const locale = document.documentElement.lang;
        const [, mount, page] = new RegExp(`^(.*)/${locale}(?:/([a-z_]*))?/?$`).exec(location.pathname) || [];
        return {locale, base: `${mount || ""}/${locale}`, page: page || "overview", mount: mount || ""};
    }
    /* The page as a view of a document: without what belongs to the reader or to the whole talk. */
    function view() {
        const query = location.search.slice(1).split("&").filter((pair) => pair && !/^(theme|embed)=/.test(pair)).join("&");
        return place().page + (query ? `?${query}` : "");
    }
    const say = (text) => window.dash_clientside.spoken.say(text);

    Object.assign(window.atalaya.talk, {elements: {el, button, word, learn, known, caps, why, slides, place, view, say}});
})();
