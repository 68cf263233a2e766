/* ---
title: An ES module's body versus its timer
difficulty: devilish
teaches: Microtasks come first in the body of an ES module; in a timer's callback the ticks come first again, as in CommonJS.
expect:
  - promise job of the body
  - tick of the body
  - tick of the timer
  - promise job of the timer
--- */
function both(place) {
  process.nextTick(() => console.log(`tick of the ${place}`));
  Promise.resolve().then(() => console.log(`promise job of the ${place}`));
}

setTimeout(both, 0, 'timer');
both('body');
