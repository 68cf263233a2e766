/* ---
title: Two wrappers for async handlers
difficulty: hard
teaches: Promise.resolve(handler()) is too late for a handler that throws synchronously, because the call happens before anything is wrapped; an async wrapper catches both.
expect:
  - "simple wrapper lets through: thrown synchronously"
  - "async wrapper forwards: thrown synchronously, too"
  - "simple wrapper forwards: rejected"
  - "async wrapper forwards: rejected, too"
--- */
const simple = (handler) => (next) => {
  Promise.resolve(handler()).catch(next);
};
const safe = (handler) => async (next) => {
  try {
    await handler();
  } catch (error) {
    next(error);
  }
};

async function rejects() {
  throw new Error('rejected');
}
function throwsSync() {
  throw new Error('thrown synchronously');
}
const next = (label, end = '') => ({ message }) => {
  console.log(`${label} forwards: ${message}${end}`);
};

simple(rejects)(next('simple wrapper'));
try {
  simple(throwsSync)(next('simple wrapper'));
} catch (error) {
  console.log(`simple wrapper lets through: ${error.message}`);
}
safe(rejects)(next('async wrapper', ', too'));
safe(throwsSync)(next('async wrapper', ', too'));
