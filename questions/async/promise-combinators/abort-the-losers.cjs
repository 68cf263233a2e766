/* ---
title: Stopping the losers with an AbortSignal
difficulty: hard
teaches: A promise cannot be cancelled, but an operation that listens to a signal can; listeners of the signal run inside abort(), handlers of the rejected promises after it.
expect:
  - "winner: mirror 2"
  - listener of the signal
  - abort has returned
  - "mirror 1 stopped: AbortError"
  - "mirror 3 stopped: AbortError"
--- */
const { setTimeout: sleep } = require('node:timers/promises');

const controller = new AbortController();
const { signal } = controller;
signal.addEventListener('abort', () => console.log('listener of the signal'));

async function download(mirror, ms) {
  try {
    return await sleep(ms, `mirror ${mirror}`, { signal });
  } catch (error) {
    console.log(`mirror ${mirror} stopped: ${error.name}`);
    throw error;
  }
}

Promise.any([download(1, 60_000), download(2, 50), download(3, 60_000)]).then((winner) => {
  console.log(`winner: ${winner}`);
  controller.abort();
  console.log('abort has returned');
});
