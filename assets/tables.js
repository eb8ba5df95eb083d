/* Tables of many short cells: what a cell says in full stands beside it under the pointer, the focus and the finger, and
   arrow keys go from cell to cell. */
(function () {
    "use strict";
    const STEPS = {ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0]};
    const tip = document.createElement("div");
    tip.className = "tip is-cell";
    tip.hidden = true;
    tip.setAttribute("aria-hidden", "true");
    let shown = null; // the node whose words the tip has
    let before = null; // the same when a finger came down: the focus that it brings shows the tip already

    const within = (node) => {
        const cell = node.closest && node.closest(".is-walked td");
        return cell && cell.querySelector("[title]:not(.flag)");
    };
    function hide() {
        if (shown) shown.title = tip.textContent; // the browser's own tip would cover ours
        shown = null;
        tip.hidden = true;
    }
    function show(node) {
        if (node === shown) return;
        hide();
        if (!node) return;
        tip.textContent = node.title;
        node.title = "";
        shown = node;
        document.body.append(tip);
        tip.hidden = false;
        const cell = node.closest("td").getBoundingClientRect();
        const {width, height} = tip.getBoundingClientRect();
        const isLow = cell.bottom + height + 8 > innerHeight;
        tip.style.left = `${Math.max(8, Math.min(cell.left, innerWidth - width - 8))}px`;
        tip.style.top = `${isLow ? cell.top - height - 4 : cell.bottom + 4}px`;
    }
    function beside(from, [down, right]) {
        const cell = from.closest("td");
        const rows = Array.from(cell.closest("table").tBodies).flatMap((body) => Array.from(body.rows));
        let row = rows.indexOf(cell.parentElement) + down;
        let column = cell.cellIndex + right;
        for (; rows[row] && rows[row].cells[column]; row += down, column += right) {
            const found = rows[row].cells[column].querySelector("[tabindex]");
            if (found) return found;
        }
        return null;
    }

    document.addEventListener("pointerover", (event) => {
        if (event.pointerType !== "touch") show(within(event.target) || (shown && event.target === shown ? shown : null));
    });
    document.addEventListener("pointerdown", () => before = shown, true);
    document.addEventListener("focusin", (event) => show(within(event.target)));
    document.addEventListener("scroll", hide, true);
    document.addEventListener("click", (event) => {
        const node = within(event.target);
        if (event.pointerType !== "touch" || !node || node === before) return;
        event.preventDefault(); // the first touch tells, the second leads on
        show(node);
    }, true);
    document.addEventListener("keydown", (event) => {
        if (event.key === "Escape") hide();
        const table = event.key in STEPS && event.target.closest && event.target.closest(".scroll")?.querySelector(".is-walked");
        if (!table) return;
        const isInside = event.target.closest("td");
        const to = isInside ? beside(event.target, STEPS[event.key]) : table.querySelector("td [tabindex]");
        if (!to) return;
        event.preventDefault();
        to.focus();
    });
})();
