/* Controls hold values, and all of them together make the address (callbacks/navigation.py). What an answer says of them
   is put into the nodes that stand there, so that focus, open folds and what is typed stay; only where a page has other
   controls are they replaced. */
(function () {
    "use strict";
    const stay = () => window.dash_clientside.no_update;
    const put = (id, props) => window.dash_clientside.set_props(id, props);
    const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
    const root = document.documentElement;
    const state = {held: {}, told: {}, sent: 0, landed: 0, answer: null}; // what each control holds, and was told last

    /* What a reader has chosen, and where; what an answer has set is nothing new. */
    function choose() {
        const inputs = window.dash_clientside.callback_context.inputs_list[0];
        const values = Object.fromEntries(inputs.map((each) => [each.id.control, each.value]));
        if (Object.entries(values).every(([name, value]) => isSame(value, state.held[name]))) return stay();
        Object.assign(state.held, values);
        window.dash_clientside.years.land(); // so that the address has the year on screen
        root.classList.add("is-asking");
        state.sent += 1;
        return {sent: state.sent, address: location.pathname + location.search, values};
    }
    /* The address of a choice is known. Where it is the one that is shown, no other answer will come. */
    function land(landed) {
        if (!landed) return stay();
        state.landed = landed.sent;
        if (state.landed !== state.sent || landed.search !== location.search) return stay();
        root.classList.remove("is-asking");
        if (state.answer) follow(state.answer);
        return stay();
    }
    /* The controls of a view follow its answer, unless a choice made since is still on its way. */
    function settle(answer) {
        if (!answer) return stay();
        state.answer = answer;
        if (state.landed === state.sent) follow(answer);
        return stay();
    }
    function follow(trees) {
        Object.entries(trees).forEach(([id, tree]) => {
            const box = document.getElementById(id);
            const parts = named(tree);
            const there = box ? Array.from(box.querySelectorAll('[id^="{"]'), (node) => node.id) : [];
            const isThere = there.length === parts.length && parts.every((part) => there.includes(JSON.stringify(part.id)));
            parts.forEach((part) => tell(part, box && isThere));
            if (box && !isThere) replace(box, tree);
        });
    }
    function tell({id, ...props}, isThere) {
        const key = JSON.stringify(id);
        const told = JSON.stringify(props);
        const isHeld = !("control" in id) || isSame(props.value, state.held[id.control]);
        if ("control" in id) state.held[id.control] = props.value;
        if (isThere && !(isHeld && state.told[key] === told)) put(id, props);
        state.told[key] = told;
    }
    /* The properties of all that has a name of its own: controls, and what is said of them. */
    function named(node) {
        if (Array.isArray(node)) return node.flatMap(named);
        if (!node || !node.props) return [];
        return node.props.id && typeof node.props.id === "object" ? [node.props] : named(node.props.children);
    }
    function replace(box, tree) {
        const active = document.activeElement;
        const fold = active.closest && active.closest("details.fold");
        const [id, key] = [active.id, fold && fold.firstElementChild.dataset.key];
        const hadFocus = box.contains(active);
        put(box.id, {children: tree});
        if (hadFocus) requestAnimationFrame(() => {
            const summary = key && box.querySelector(`summary[data-key="${key}"]`);
            if (summary) summary.parentElement.open = true;
            (document.getElementById(id) || summary || box.querySelector("input, summary"))?.focus({preventScroll: true});
        });
    }

    /* A country that is picked elsewhere (map, ranking, its chip) is picked in its control. */
    function pick(code) {
        const inputs = ["countries", "country"].map((name) => `input[id$='{"control":"${name}"}_input_${code}']`);
        document.querySelector(inputs.join())?.click();
    }
    document.addEventListener("click", (event) => {
        const button = event.target.closest("button[data-picks]");
        if (button) pick(button.dataset.picks);
    });

    const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    document.addEventListener("input", (event) => {
        if (!event.target.matches(".options > .search input")) return;
        const letters = plain(event.target.value.trim());
        event.target.closest(".options").querySelectorAll(".form-check").forEach((each) => {
            each.hidden = !plain(each.textContent).includes(letters);
        });
    });

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.controls = {choose, land, settle, pick};
})();
