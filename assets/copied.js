/* Figures that are copied out of a table are pasted into a sheet, where a space between their digits would make them
   texts: they are copied without. Nothing else of what is copied changes. */
(function () {
    "use strict";
    const GROUP = /(\d)\u202f(?=\d)/g;

    document.addEventListener("copy", (event) => {
        const selection = window.getSelection();
        if (!selection.rangeCount || event.target.closest?.("input, textarea")) return;
        const around = selection.getRangeAt(0).commonAncestorContainer;
        const box = around.nodeType === Node.ELEMENT_NODE ? around : around.parentElement;
        const text = selection.toString();
        if (!box.closest("table") && !box.querySelector("table") || text.search(GROUP) < 0) return;
        event.clipboardData.setData("text/plain", text.replace(GROUP, "$1"));
        event.preventDefault();
    });
})();
