/* A frame that its page has put into a sandbox is of no site: asking for cookies throws (Dash asks), and requests do not
   say for which address they are, so that the one for the layout says it in its own. What is fetched has no headers of
   its own, for which a stranger would have to ask first. */
(function () {
    "use strict";
    if (window.origin !== "null") return;
    const fetched = window.fetch;
    const here = encodeURIComponent(location.pathname + location.search);
    Object.defineProperty(document, "cookie", {get: () => "", set: () => undefined});
    window.fetch = (to) => fetched(String(to).endsWith("/_dash-layout") ? `${to}?of=${here}` : to);
})();
