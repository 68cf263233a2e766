/* ---
title: Awaiting something that only looks like a promise
difficulty: hard
teaches: await on a native promise costs one microtask; on any other object with a then method it costs one more, the one that calls then.
expect:
  - script ends
  - then method is called
  - native promise awaited
  - thenable awaited
--- */
const thenable = {
  then(resolve) {
    console.log('then method is called');
    resolve();
  },
};

async function wait(label, value) {
  await value;
  console.log(`${label} awaited`);
}

wait('thenable', thenable);
wait('native promise', Promise.resolve());
console.log('script ends');
