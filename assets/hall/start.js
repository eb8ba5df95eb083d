/* Begin, as the hall or as the window of who speaks. */
(function () {
    "use strict";
    const {hall} = window;
    if (hall.isSpeaker) hall.beSpeaker();
    else {
        hall.changed.unshift(hall.clock.follow);
        hall.arrive();
    }
})();
