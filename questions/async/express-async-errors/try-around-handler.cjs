/* ---
title: How Express 4 calls a handler
difficulty: medium
teaches: A router that calls handlers inside try, without looking at what they return, catches what is thrown and misses what is rejected.
expect:
  - "async handler: nothing was caught"
  - "sync handler: error middleware gets sync failure"
  - "unhandledRejection: async failure"
decoys:
  - 'async handler: error middleware gets async failure'
  - 'sync handler: nothing was caught'
--- */
function callHandler(name, handler) {
  try {
    handler();
    console.log(`${name}: nothing was caught`);
  } catch (error) {
    console.log(`${name}: error middleware gets ${error.message}`);
  }
}

process.on('unhandledRejection', ({ message }) => {
  console.log(`unhandledRejection: ${message}`);
});

callHandler('async handler', async () => {
  throw new Error('async failure');
});
callHandler('sync handler', () => {
  throw new Error('sync failure');
});
