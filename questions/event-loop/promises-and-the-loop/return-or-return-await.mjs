/* ---
title: return, return await, return a promise
difficulty: devilish
teaches: An async function that returns a promise settles after three microtasks, with return await after two, with a plain value after one.
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
