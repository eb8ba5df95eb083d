/* What changes without the focus moving is said to those who cannot see it change: what an answer has found, the year
   turned to, the figure walked to in a chart. */
(function () {
    "use strict";
    const region = document.createElement("div");
    region.id = "spoken";
    region.className = "spoken";
    region.setAttribute("role", "status");
    document.documentElement.append(region); // outside of what Dash renders; a region must be there before it speaks

    function say(text) {
        region.textContent = text;
    }
    /* The finding, once it is on the page. */
    function found() {
        requestAnimationFrame(() => setTimeout(() => say(document.querySelector("#main h1")?.textContent || document.title)));
    }

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.spoken = {say, found};
})();
