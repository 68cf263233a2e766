/* ---
title: Right after next()
difficulty: hard
teaches: Express's next() returns undefined as soon as the handler reaches its first await, so awaiting it doesn't wait for the handler; the finish event tells you when the response has been sent.
expect:
  - handler begins
  - "after next: undefined"
  - handler has its data
  - "finish: 200"
--- */
const { EventEmitter } = require('node:events');

// How Express calls a chain, as a model: nothing is returned.
function chain(...functions) {
  return (req, res) => {
    const next = (index) => {
      functions[index]?.(req, res, () => next(index + 1));
    };
    next(0);
  };
}

const app = chain(
  async function timing(req, res, next) {
    res.on('finish', () => console.log(`finish: ${res.statusCode}`));
    const result = await next();
    console.log(`after next: ${result}`);
  },
  async function handler(req, res) {
    console.log('handler begins');
    await new Promise((resolve) => setImmediate(resolve)); // the database
    console.log('handler has its data');
    res.end();
  },
);

// Stands for the response of node:http.
const res = Object.assign(new EventEmitter(), {
  statusCode: 200,
  end: () => res.emit('finish'),
});
app({}, res);
