/* ---
title: An error that is caught and wrapped
difficulty: medium
teaches: Throwing a new error with only the old message loses the type, the code and the location of the original; cause keeps them, and Node prints the whole chain.
expect:
  - 'text only: no code'
  - 'text only: place of the failure is lost'
  - 'with cause: ENOENT'
  - 'with cause: place of the failure is kept'
decoys:
  - 'text only: ENOENT'
  - 'with cause: no code'
--- */
function readSettings() {
  throw Object.assign(new Error('settings.json is missing'), { code: 'ENOENT' });
}

function rethrow(wrap) {
  try {
    readSettings();
  } catch (error) {
    return wrap(error);
  }
}

const textOnly = rethrow((error) => new Error(`start failed: ${error.message}`));
const withCause = rethrow((error) => new Error('start failed', { cause: error }));

for (const [name, error] of Object.entries({ 'text only': textOnly, 'with cause': withCause })) {
  const first = error.cause ?? error;
  const kept = first.stack.includes('readSettings');
  console.log(`${name}: ${first.code ?? 'no code'}`);
  console.log(`${name}: place of the failure is ${kept ? 'kept' : 'lost'}`);
}
