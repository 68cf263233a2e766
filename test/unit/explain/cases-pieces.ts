import type { Case } from './cases.ts';

/** How many messages or lines one read takes: what the queues hold of one piece, beside another piece. */
export const casesOfPieces: readonly Case[] = [
  {
    name: 'two messages of a child process that come in two reads',
    code: `if (process.argv[2]) {
  process.on('message', () => { process.send('two'); process.disconnect(); });
  process.send('one');
} else {
  const child = require('node:child_process').fork(__filename, ['child']);
  child.on('message', async (text) => {
    console.log('message', text);
    await null;
    console.log('after', text);
    if (text === 'one') child.send('go');
  });
}`,
    lines: [
      'message one: nextTick',
      'after one: microtask',
      'message two: nextTick',
      'after two: microtask',
    ],
    pairs: ['await-lets-go certain', 'one-read-or-several unknown', 'await-lets-go certain'],
    says: /the queues were emptied between them\. But one read can also take all/,
  },
  {
    name: 'lines that a connection brings in one read',
    code: `const net = require('node:net');
const server = net.createServer((socket) => {
  socket.end('a\\nb\\n');
  server.close();
}).listen(0, () => {
  net.connect(server.address().port).setEncoding('utf8').on('data', (text) => {
    for (const line of text.trim().split('\\n')) {
      console.log('line', line);
      process.nextTick(() => console.log('tick', line));
      setImmediate(() => console.log('immediate', line));
    }
  });
});`,
    lines: [
      'line a: poll',
      'line b: poll',
      'tick a: nextTick',
      'tick b: nextTick',
      'immediate a: check',
      'immediate b: check',
    ],
    pairs: [
      'order-of-what-was-collected unknown',
      'one-read-or-several unknown',
      'scheduled-as-collected unknown',
      'one-read-or-several unknown',
      'scheduled-as-collected unknown',
    ],
    apart: [
      [0, 2, 'callback-first certain'],
      [1, 3, 'callback-first certain'],
      [1, 4, 'one-read-or-several unknown'],
      [1, 5, 'callback-first certain'],
    ],
    says: /the queues are emptied in between and the event loop may go on, so the `process\.nextTick` callback on line 9 .*may run before the first line/,
  },
  {
    name: 'what several callbacks send, read in one go or in two',
    code: `const http = require('node:http');
const server = http.createServer((request, response) => {
  response.write('one');
  setTimeout(() => response.end(' two'), 40);
}).listen(0, async () => {
  const response = await fetch('http://127.0.0.1:' + server.address().port);
  console.log('status', response.status);
  process.nextTick(() => console.log('tick'));
  console.log(await response.text());
  server.close();
});`,
    lines: ['status 200: microtask', 'tick: nextTick', 'one two: microtask'],
    pairs: ['callback-first certain', '[a-z-]+ unknown'],
  },
  {
    name: 'an answer that is read after what led to it',
    code: `const net = require('node:net');
const server = net.createServer((socket) => {
  socket.on('data', (text) => socket.write('re ' + text));
}).listen(0, () => {
  const client = net.connect(server.address().port).setEncoding('utf8');
  client.on('data', async (text) => {
    console.log('got', text);
    await null;
    console.log('after', text);
    if (text === 're 1') client.write('2');
    else { client.end(); server.close(); }
  });
  client.on('end', () => console.log('end'));
  client.write('1');
});`,
    lines: [
      'got re 1: poll',
      'after re 1: microtask',
      'got re 2: poll',
      'after re 2: microtask',
      'end: nextTick',
    ],
    pairs: [
      'await-lets-go certain',
      'queues-between-callbacks certain',
      'await-lets-go certain',
      'queues-between-callbacks certain',
    ],
  },
  {
    name: 'two requests of one connection, one after the other',
    code: `const http = require('node:http');
const server = http.createServer((request, response) => {
  console.log('request', request.url);
  process.nextTick(() => console.log('tick', request.url));
  response.end('text');
}).listen(0, async () => {
  const agent = new http.Agent({ keepAlive: true });
  const get = (path) => new Promise((done) => {
    http.get({ port: server.address().port, agent, path }, (response) => response.resume().on('end', done));
  });
  await get('/a');
  await get('/b');
  agent.destroy();
  server.close();
});`,
    lines: ['request /a: poll', 'tick /a: nextTick', 'request /b: poll', 'tick /b: nextTick'],
    pairs: ['callback-first certain', 'queues-between-callbacks certain', 'callback-first certain'],
  },
  {
    name: 'a worker that stops while this thread is busy with its message',
    code: `const { Worker } = require('node:worker_threads');
const code = \`const { parentPort } = require('node:worker_threads');
parentPort.once('message', () => { throw new Error('go'); });
parentPort.postMessage('up');\`;
const worker = new Worker(code, { eval: true });
worker.on('message', (text) => {
  console.log('message', text);
  worker.postMessage('go');
  queueMicrotask(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000));
});
worker.on('error', (error) => {
  console.log('error', error.message);
  process.nextTick(() => console.log('tick of error'));
});
worker.on('exit', () => console.log('exit'));`,
    lines: ['message up: poll', 'error go: poll', 'exit: poll', 'tick of error: nextTick'],
    pairs: [
      'delivered-at-exit unknown',
      'delivered-before-exit certain',
      'delivered-in-one-go unknown',
    ],
    apart: [[0, 3, 'worker-exits-last unknown']],
    says: /took what led to the second line, so Node\.js delivered that right before `exit`/,
    never: /delivered all of it right before/,
  },
];
