/* ---
title: What runs synchronously in a promise
difficulty: easy
teaches: The executor runs synchronously, and calling resolve does not leave it; only the handler given to then is a microtask.
expect:
  - executor starts
  - executor continues after resolve
  - script ends
  - "handler: soup"
--- */
const order = new Promise((resolve) => {
  console.log('executor starts');
  resolve('soup');
  console.log('executor continues after resolve');
});

order.then((dish) => console.log(`handler: ${dish}`));
console.log('script ends');
