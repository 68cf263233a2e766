/* ---
title: return, return await, return a promise
difficulty: devilish
teaches: After an async function returned a promise, the next handler runs three microtasks later; after return await it is two, after a plain value one.
expect:
  - module body
  - value
  - return await
  - promise
--- */
const settled = Promise.resolve();

async function returnPromise() {
  return settled;
}
async function returnAwait() {
  return await settled;
}
async function returnValue() {
  return undefined;
}

returnPromise().then(() => console.log('promise'));
returnAwait().then(() => console.log('return await'));
returnValue().then(() => console.log('value'));
console.log('module body');
