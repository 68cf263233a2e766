import type { Case } from './cases.ts';

/** The same of messages, connections, and what callbacks leave behind for others. */
export const casesLeftBehind: readonly Case[] = [
  {
    name: 'a message that is taken out of its port, and one that is delivered',
    code: `const { MessageChannel, receiveMessageOnPort } = require('node:worker_threads');
const { port1, port2 } = new MessageChannel();
port2.on('message', (text) => { console.log(text); port2.close(); });
port1.postMessage('taken');
console.log(receiveMessageOnPort(port2).message);
setImmediate(() => {
  port1.postMessage('delivered');
  console.log('posted');
  setImmediate(() => console.log('next'));
});`,
    lines: ['taken: main', 'posted: check', 'delivered: poll', 'next: check'],
    pairs: ['script-first certain', 'callback-first certain', 'message-is-there certain'],
    says: /`setImmediate` callback on line 6 posted the message/,
  },
  {
    name: 'a message that waits for a listener',
    code: `const { port1, port2 } = new MessageChannel();
port1.postMessage('held');
setImmediate(() => {
  console.log('immediate');
  port2.on('message', (text) => { console.log(text); port2.close(); });
  setImmediate(() => console.log('next'));
});`,
    lines: ['immediate: check', 'held: poll', 'next: check'],
    pairs: ['one-led-to-the-other certain', 'message-is-there certain'],
    says: /script had posted the message .* waited until the port began to listen, during the `setImmediate` callback on line 3/,
  },
  {
    name: 'a connection comes before what is read from it',
    code: `const server = require('node:net').createServer((socket) => socket.end('data'));
server.listen(0, () => {
  const client = require('node:net').connect(server.address().port);
  client.on('connect', () => console.log('connect'));
  client.on('data', (data) => console.log(String(data)));
  client.on('close', () => server.close());
});`,
    lines: ['connect: poll', 'data: poll'],
    pairs: ['same-source-in-order certain'],
    says: /was called when the connection was there/,
    never: /pieces? by piece|`net\.connect` callback on line 3 came after/,
  },
  {
    name: 'datagrams keep no order',
    code: `const server = require('node:dgram').createSocket('udp4');
server.on('message', (text) => { console.log(String(text)); if (String(text) === 'two') { server.close(); client.close(); } });
const client = require('node:dgram').createSocket('udp4');
server.bind(0, '127.0.0.1', () => {
  const { port } = server.address();
  client.send('one', port, '127.0.0.1');
  setTimeout(() => client.send('two', port, '127.0.0.1'), 300);
});`,
    lines: ['one: poll', 'two: poll'],
    pairs: ['messages-from-outside unknown'],
  },
  {
    name: 'requests of HTTP/2 that callbacks send which need not come in this order',
    code: `const http2 = require('node:http2');
const server = http2.createServer();
server.on('stream', (stream, headers) => { console.log('got', headers[':path']); stream.respond(); stream.end('x'); });
server.listen(0, () => {
  const client = http2.connect('http://localhost:' + server.address().port);
  let ended = 0;
  const ask = (path) => client.request({ ':path': path }).resume().on('end', () => {
    if (++ended === 2) { client.close(); server.close(); }
  });
  client.on('connect', () => {
    require('node:fs').stat('.', () => ask('/stat'));
    setTimeout(() => ask('/timer'), 400);
  });
});`,
    lines: ['got /stat: nextTick', 'got /timer: nextTick'],
    pairs: ['[a-z-]+ unknown'],
  },
  {
    name: 'Promise.all within try: what follows comes after all of it',
    code: `const { setTimeout: sleep } = require('node:timers/promises');
const { stat } = require('node:fs/promises');
(async () => {
  try {
    await Promise.all([stat('.').then(() => console.log('stat')), sleep(300).then(() => console.log('sleep'))]);
    console.log('all');
  } catch {
    console.log('failed');
  }
})();`,
    lines: ['stat: microtask', 'sleep: microtask', 'all: microtask'],
    pairs: ['[a-z-]+ (unknown|race)', 'one-led-to-the-other certain'],
    apart: [[0, 2, 'one-led-to-the-other certain']],
  },
  {
    name: 'Promise.all within try: what follows the try need not',
    code: `const { setTimeout: sleep } = require('node:timers/promises');
const { stat } = require('node:fs/promises');
(async () => {
  try {
    await Promise.all([stat('.').then(() => console.log('stat')), sleep(300).then(() => console.log('sleep'))]);
  } catch {}
  console.log('after');
})();`,
    lines: ['stat: microtask', 'sleep: microtask', 'after: microtask'],
    pairs: ['[a-z-]+ (unknown|race)', 'one-led-to-the-other certain'],
    apart: [[0, 2, '[a-z-]+ (unknown|race)']],
  },
  {
    name: 'write callbacks of one stream that several callbacks wrote to',
    code: `const { Writable } = require('node:stream');
const slow = new Writable({ write(chunk, encoding, done) { setTimeout(done, 5); } });

require('node:fs').stat('.', () => slow.write('a', () => console.log('wrote a')));
setTimeout(() => slow.write('b', () => console.log('wrote b')), 300);`,
    lines: ['wrote a: timers', 'wrote b: timers'],
    pairs: ['[a-z-]+ unknown'],
  },
  {
    name: 'what a message of a worker left in a queue, and the exit of the worker',
    code: `const { Worker } = require('node:worker_threads');
const code = "const { parentPort } = require('node:worker_threads'); parentPort.once('message', () => {}); parentPort.postMessage('message')";
const worker = new Worker(code, { eval: true });
worker.on('message', (text) => {
  console.log(text);
  process.nextTick(() => { console.log('tick'); worker.postMessage('go'); });
});
worker.on('exit', () => console.log('exit'));`,
    lines: ['message: poll', 'tick: nextTick', 'exit: poll'],
    pairs: ['callback-first certain', 'worker-exits-last unknown'],
    apart: [[0, 2, 'worker-exits-last certain']],
  },
  {
    name: 'handles that two callbacks close',
    code: `const net = require('node:net');
const [one, two] = ['one', 'two'].map((name) => net.connect(9, '127.0.0.1').on('error', () => {}).on('close', () => console.log(name)));
process.nextTick(() => {
  setImmediate(() => one.destroy());
  setImmediate(() => two.destroy());
});`,
    lines: ['two: close', 'one: close'],
    pairs: ['last-closed-first unknown'],
  },
  {
    name: 'a counter that callbacks count up in any order',
    code: `let count = 0;
for (const ms of [6, 5]) setTimeout(() => { count++; }, ms);
setTimeout(() => {
  console.log(count);
  setTimeout(() => { count++; setTimeout(() => console.log(count), 5); }, 5);
}, 400);`,
    lines: ['2: timers', '3: timers'],
    pairs: ['one-led-to-the-other certain'],
  },
  {
    name: 'what is worked out from such a counter',
    code: `let count = 0;
for (const ms of [6, 5]) setTimeout(() => { count++; }, ms);
setTimeout(() => {
  console.log(count % 3);
  setTimeout(() => { count++; setTimeout(() => console.log(count % 3), 5); }, 5);
}, 400);`,
    lines: ['2: timers', '0: timers'],
    pairs: ['values-left-by-several unknown'],
  },
  {
    name: 'a number that callbacks change in another way',
    code: `let count = 0;
for (const ms of [6, 5]) setTimeout(() => { count = count * 2 + 1; }, ms);
setTimeout(() => {
  console.log(count);
  setTimeout(() => { count = count * 2 + 1; setTimeout(() => console.log(count), 5); }, 5);
}, 400);`,
    lines: ['3: timers', '7: timers'],
    pairs: ['values-left-by-several unknown'],
  },
  {
    name: 'promises that messages of a worker settle',
    code: `const { Worker } = require('node:worker_threads');
const code = "const { parentPort } = require('node:worker_threads'); parentPort.once('message', () => {}); parentPort.postMessage('a'); parentPort.postMessage('b')";
const worker = new Worker(code, { eval: true });
const waiting = new Map();
const wait = (text) => new Promise((resolve) => waiting.set(text, resolve));
worker.on('message', (text) => waiting.get(text)());
wait('a').then(() => console.log('a'));
wait('b').then(() => { console.log('b'); worker.postMessage('go'); });`,
    lines: ['a: microtask', 'b: microtask'],
    pairs: ['sent-by-others unknown'],
  },
  {
    name: 'a promise that a message settles, and one that waits for the next message after that',
    code: `const { Worker } = require('node:worker_threads');
const code = "const { parentPort } = require('node:worker_threads'); parentPort.on('message', (text) => { parentPort.postMessage(text); if (text === 'b') parentPort.removeAllListeners('message'); })";
const worker = new Worker(code, { eval: true });
const waiting = new Map();
const ask = (text) => new Promise((resolve) => { waiting.set(text, resolve); worker.postMessage(text); });
worker.on('message', (text) => waiting.get(text)());
(async () => {
  await ask('a');
  console.log('a');
  await ask('b');
  console.log('b');
})();`,
    lines: ['a: microtask', 'b: microtask'],
    pairs: ['[a-z-]+ certain'],
  },
  {
    name: 'two promises that one message settles',
    code: `const { Worker } = require('node:worker_threads');
const worker = new Worker("require('node:worker_threads').parentPort.postMessage('')", { eval: true });
let resolve = [];
const wait = () => new Promise((it) => resolve.push(it));
wait().then(() => console.log('a'));
wait().then(() => console.log('b'));
worker.on('message', () => { resolve[0](); resolve[1](); });`,
    lines: ['a: microtask', 'b: microtask'],
    pairs: ['jobs-in-order certain'],
  },
];
