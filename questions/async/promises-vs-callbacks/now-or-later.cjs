/* ---
title: Is a callback always called later?
difficulty: easy
teaches: A callback is only a function that somebody else calls; whether now or later is up to the caller.
expect:
  - "forEach calls: 1"
  - "forEach calls: 2"
  - script ends
  - promise calls
  - timer calls
--- */
setTimeout(() => console.log('timer calls'), 0);
Promise.resolve().then(() => console.log('promise calls'));
[1, 2].forEach((number) => console.log(`forEach calls: ${number}`));
console.log('script ends');
