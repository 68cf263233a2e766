/* ---
title: A closure that keeps the body
difficulty: hard
teaches: A closure keeps the variables it uses alive, and through request.id that is the request with its body. Take out what you need first. (gc is called here only to make it visible.)
expect:
  - "uses request.id: body is still there"
  - "uses id: body is gone"
  - both callbacks know their id
--- */
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');
setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');

const callbacks = []; // lives as long as the process
const bodies = {};

function careless() {
  const request = { id: 1, body: Buffer.alloc(100_000) };
  bodies['uses request.id'] = new WeakRef(request.body);
  callbacks.push(() => request.id);
}

function careful() {
  const request = { id: 2, body: Buffer.alloc(100_000) };
  bodies['uses id'] = new WeakRef(request.body);
  const { id } = request;
  callbacks.push(() => id);
}

careless();
careful();
setTimeout(() => {
  gc();
  for (const [name, body] of Object.entries(bodies)) {
    console.log(`${name}: body is ${body.deref() ? 'still there' : 'gone'}`);
  }
  if (callbacks.map((callback) => callback()).join() === '1,2') console.log('both callbacks know their id');
}, 10);
