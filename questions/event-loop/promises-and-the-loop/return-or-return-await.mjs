/* ---
title: return, return await, return a promise
difficulty: devilish
teaches: What is chained to an async function runs three microtasks later if the function returns a promise, two with return await, and one with a plain value.
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
