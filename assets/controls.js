/* Controls hold values, and all of them together make the address (callbacks/navigation.py). What an answer says of them
   is put into the nodes that stand there, so that focus, open folds and what is typed stay; only where a page has other
   controls are they replaced. */
(function () {
    "use strict";
    const stay = () => window.dash_clientside.no_update;
    const put = (id, props) => window.dash_clientside.set_props(id, props);
    const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
    const root = document.documentElement;
    const PLACES = ["crimes", "controls", "facets", "tabs", "themes"];
    const state = {held: {}, places: null, sent: 0, landed: 0}; // what controls are known to hold; what the page says

    /* What a reader has chosen, and where; what an answer has set is nothing new. It is no output of this function: Dash
       would ask the server about it as soon as a page is there. */
    function choose() {
        const inputs = window.dash_clientside.callback_context.inputs_list[0];
        const values = Object.fromEntries(inputs.map((each) => [each.id.control, each.value]));
        if (Object.entries(values).every(([name, value]) => isSame(value, state.held[name]))) return stay();
        Object.assign(state.held, values);
        window.dash_clientside.years.land(); // so that the address has the year on screen
        root.classList.add("is-asking");
        state.sent += 1;
        put("chosen", {data: {sent: state.sent, address: location.pathname + location.search, values}});
        return stay();
    }
    /* The address of a choice is known. Where it is what the page shows already, no other answer will come. */
    function land(landed) {
        if (!landed.sent) return stay();
        state.landed = landed.sent;
        const {shown} = window.dash_clientside.navigation.state;
        if (isAhead() || location.pathname + landed.search !== shown.url) return stay();
        root.classList.remove("is-asking");
        follow(state.places);
        window.dash_clientside.navigation.resume();
        return stay();
    }
    /* The controls of a view follow its answer, unless a choice made since is still on its way. */
    function settle(places) {
        if (!places) hold(state.places = drawn());
        else {
            state.places = places;
            if (!isAhead()) follow(places);
        }
        return stay();
    }
    /* Whether the reader has chosen what is not answered yet, or not even sent. */
    function isAhead() {
        const isNew = ([name, value]) => !isSame(value, (node({control: name})?.props || {value}).value);
        return state.landed !== state.sent || Object.entries(state.held).some(isNew);
    }
    /* The places of the first page, as it came. */
    function drawn() {
        const page = window.dash_clientside.navigation.page(location.pathname);
        const found = PLACES.map((name) => `${page}-${name}`).map((id) => [id, node(id)]);
        return Object.fromEntries(found.filter(([, place]) => place).map(([id, place]) => [id, place.props.children]));
    }
    function node(id) {
        try {
            return window.dash_component_api.getLayout(id);
        } catch {
            return null; // what Dash answers for what it does not have
        }
    }
    const hold = (places) => Object.values(places).flatMap(named).forEach(({id, value}) => {
        if ("control" in id) state.held[id.control] = value;
    });
    function follow(places) {
        hold(places);
        Object.entries(places).forEach(([id, tree]) => {
            const parts = named(tree);
            const isThere = isSame(parts.map((part) => part.id), named(node(id).props.children).map((part) => part.id));
            if (isThere) parts.forEach(tell);
            else replace(document.getElementById(id), tree);
        });
    }
    function tell({id, ...props}) {
        const now = node(id).props;
        const changed = Object.entries(props).filter(([name, value]) => !isSame(value, now[name]));
        if (changed.length) put(id, Object.fromEntries(changed));
    }
    /* The properties of all that has a name of its own: controls, and what is said of them. */
    function named(tree) {
        if (Array.isArray(tree)) return tree.flatMap(named);
        if (!tree || !tree.props) return [];
        return tree.props.id && typeof tree.props.id === "object" ? [tree.props] : named(tree.props.children);
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
        if (!button) return;
        pick(button.dataset.picks);
        document.querySelector(".fold-countries summary").focus(); // the button will be gone
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
    window.dash_clientside.controls = {choose, land, settle, pick, isAhead};
})();
