/* ---
title: A listener that is added after the abort
difficulty: devilish
teaches: An AbortSignal fires its event once and synchronously; a listener added later is never called, so check signal.aborted first. An AbortSignal.any made from an aborted signal is aborted from the start.
expect:
  - "listener 1: user left"
  - abort has returned
  - "listener 2 was added"
  - "aborted: true"
  - "any of it aborted: true"
  - "check throws: user left, it says"
--- */
const controller = new AbortController();
const { signal } = controller;

signal.addEventListener('abort', () => console.log(`listener 1: ${signal.reason.message}`));
controller.abort(new Error('user left'));
console.log('abort has returned');
signal.addEventListener('abort', () => console.log('listener 2 runs'));
console.log('listener 2 was added');
console.log(`aborted: ${signal.aborted}`);

const any = AbortSignal.any([signal, AbortSignal.timeout(60_000)]);
console.log(`any of it aborted: ${any.aborted}`);
try {
  any.throwIfAborted();
} catch (error) {
  console.log(`check throws: ${error.message}, it says`);
}
